"""A CP-SAT model read as the plain numbers of `optimizer.solver.matrix.linear`."""

from collections.abc import Iterable, Sequence

import numpy as np
from ortools.sat import cp_model_pb2
from ortools.sat.python import cp_model

from optimizer.solver.matrix.linear import FREE, LinearModel, Rows
from optimizer.solver.matrix.message import message_of


def linear_model(model: cp_model.CpModel) -> LinearModel:
    """The rules and the objective of a CP-SAT model that has nothing but linear rules.

    Raises
    ------
    ValueError
        When a rule is not linear: an internal error.
    """
    proto = message_of(model)
    table = _Table()
    for constraint in proto.constraints:
        table.add(constraint)
    size = len(proto.variables)
    cost = np.zeros(size, dtype=np.int64)
    np.add.at(cost, list(proto.objective.vars), list(proto.objective.coeffs))
    return LinearModel(
        lower=np.array([variable.domain[0] for variable in proto.variables], dtype=np.int64),
        upper=np.array([variable.domain[-1] for variable in proto.variables], dtype=np.int64),
        rows=table.rows(),
        cost=cost,
        offset=int(proto.objective.offset),
    )


def rule_names(model: cp_model.CpModel) -> list[str]:
    """The name of the rule behind every row of `linear_model`, in the same order."""
    rules = message_of(model).constraints
    return [rule.name for rule in rules for _ in range(_num_rows(rule))]


def _num_rows(constraint: cp_model_pb2.ConstraintProto) -> int:
    is_many = constraint.WhichOneof("constraint") == "bool_and"
    return len(constraint.bool_and.literals) if is_many else 1


class _Table:
    """Rows under construction."""

    def __init__(self) -> None:
        self._lengths: list[int] = []
        self._columns: list[int] = []
        self._factors: list[int] = []
        self._lower: list[int] = []
        self._upper: list[int] = []

    def add(self, constraint: cp_model_pb2.ConstraintProto) -> None:
        """Add one rule of the solver as one or more rows."""
        kind = constraint.WhichOneof("constraint")
        if kind == "linear" and not constraint.enforcement_literal:
            linear = constraint.linear
            self._add_row(linear.vars, linear.coeffs, *linear.domain)
            return
        conditions = [~literal for literal in constraint.enforcement_literal]
        if kind == "at_most_one":
            self._add_literals(constraint.at_most_one.literals, -FREE, 1)
        elif kind == "bool_or":
            self._add_literals([*conditions, *constraint.bool_or.literals], 1, FREE)
        elif kind == "bool_and":
            for literal in constraint.bool_and.literals:
                self._add_literals([*conditions, literal], 1, FREE)
        else:
            raise ValueError(f"not a linear rule: {kind}")

    def _add_row(
        self, columns: Sequence[int], factors: Sequence[int], lower: int, upper: int
    ) -> None:
        self._lengths.append(len(columns))
        self._columns.extend(columns)
        self._factors.extend(factors)
        self._lower.append(lower)
        self._upper.append(upper)

    def _add_literals(self, literals: Iterable[int], lower: int, upper: int) -> None:
        """A sum of literals; a negative one, `~x`, stands for `1 - x`."""
        listed = list(literals)
        negated = sum(literal < 0 for literal in listed)
        columns = [literal if literal >= 0 else ~literal for literal in listed]
        factors = [1 if literal >= 0 else -1 for literal in listed]
        low = lower if lower <= -FREE else lower - negated
        high = upper if upper >= FREE else upper - negated
        self._add_row(columns, factors, low, high)

    def rows(self) -> Rows:
        """All rows added, each with a column at most once, as other solvers ask."""
        numbers = np.repeat(np.arange(len(self._lengths)), self._lengths)
        columns = np.array(self._columns, dtype=np.int64)
        width = int(columns.max(initial=0)) + 1
        places, inverse = np.unique(numbers * width + columns, return_inverse=True)
        factors = np.zeros(len(places), dtype=np.int64)
        np.add.at(factors, inverse, np.array(self._factors, dtype=np.int64))
        lengths = np.bincount(places // width, minlength=len(self._lengths))
        return Rows(
            starts=np.concatenate([[0], np.cumsum(lengths)]),
            columns=places % width,
            factors=factors,
            lower=np.maximum(-FREE, np.array(self._lower, dtype=np.int64)),
            upper=np.minimum(FREE, np.array(self._upper, dtype=np.int64)),
        )
