"""A part of a large model on its own: some columns are free, all others keep their value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from ortools.sat.python import cp_model

from optimizer.solver.matrix.linear import LinearModel, Numbers, Rows

PASSES = 3
"""How often bounds are passed on between rows and columns; more finds next to nothing."""


@dataclass(frozen=True)
class Part:
    """The model of some free columns; `columns[i]` is the column of `variables[i]`.

    `before` are the values of the whole from which it was cut, `fixed` those with every free column
    that has but one value left at that value.
    """

    model: cp_model.CpModel
    variables: Sequence[cp_model.IntVar]
    columns: Numbers
    before: Numbers
    fixed: Numbers

    def found(self, solver: cp_model.CpSolver) -> Numbers:
        """The values of the whole with those of this part as the solver found them."""
        values = self.fixed.copy()
        values[self.columns] = [solver.value(variable) for variable in self.variables]
        return values


def cut(linear: LinearModel, values: Numbers, free: Numbers) -> Part:
    """The model of the columns `free`, hinted with their present values.

    Columns that turn out to be fixed and rows that cannot be broken are left out: the solver would
    find so, but later.
    """
    inner = narrowed(linear, values, free)
    is_open = inner.lower < inner.upper
    fixed = values.copy()
    fixed[free] = np.where(is_open, values[free], inner.lower)
    inside = np.flatnonzero(is_open)
    model = cp_model.CpModel()
    bounds = zip(inner.lower[inside].tolist(), inner.upper[inside].tolist(), strict=True)
    variables = [model.new_int_var(lower, upper, "") for lower, upper in bounds]
    for variable, value in zip(variables, fixed[free[inside]].tolist(), strict=True):
        model.add_hint(variable, value)
    place = dict(zip(inside.tolist(), variables, strict=True))
    _add_rows(model, inner.without(np.flatnonzero(~is_open)).rows, place)
    model.minimize(cp_model.LinearExpr.weighted_sum(variables, inner.cost[inside].tolist()))
    return Part(model, variables, free[inside], values, fixed)


def narrowed(linear: LinearModel, values: Numbers, free: Numbers) -> LinearModel:
    """The model of the columns `free`, bounds passed on between rows and columns."""
    inner, _ = linear.around(values, free)
    for _ in range(PASSES):
        inner = inner.tightened()
    return inner


@dataclass(frozen=True)
class Solved:
    """What came of a part: the values of the whole, `None` without an answer.

    Also whether it was solved to the end, and the deterministic time that it took.
    """

    values: Numbers | None
    is_complete: bool
    spent: float


def solve_part(part: Part, seed: int, limit: float) -> Solved:
    """Solve a part alone, on one thread, within so much deterministic time."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed % 2**31
    solver.parameters.max_deterministic_time = limit
    solver.parameters.catch_sigint_signal = False
    status = solver.solve(part.model)
    has_plan = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    values = part.found(solver) if has_plan else None
    return Solved(values, status == cp_model.OPTIMAL, solver.response_proto.deterministic_time)


def _add_rows(
    model: cp_model.CpModel, rows: Rows, variables: Mapping[int, cp_model.IntVar]
) -> None:
    members = [variables[column] for column in rows.columns.tolist()]
    factors = rows.factors.tolist()
    spans = pairwise(rows.starts.tolist())
    for (first, end), low, high in zip(
        spans, rows.lower.tolist(), rows.upper.tolist(), strict=True
    ):
        total = cp_model.LinearExpr.weighted_sum(members[first:end], factors[first:end])
        model.add_linear_constraint(total, low, high)
