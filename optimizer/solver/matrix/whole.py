"""A complete model as numbers, with the objective of every level, and plans as its values."""

from collections.abc import Iterable, Mapping
from itertools import chain

import numpy as np
from ortools.sat.python import cp_model

from models.instance import Instance
from models.plan import Plan
from models.settings import Level
from optimizer.solver.matrix.as_linear import linear_model
from optimizer.solver.matrix.linear import FREE, LinearModel, Numbers, Rows
from optimizer.solver.matrix.pairs import Pairs
from optimizer.solver.model.hints import Measure
from optimizer.solver.model.model import build_model
from optimizer.solver.model.objectives import OBJECTIVES
from optimizer.solver.model.variables import Var, Variables


class Whole:
    """All rules of an instance, and all levels but the tie-break.

    Attributes
    ----------
    context
        The CP-SAT model that the numbers are read from.
    table
        Its rules as numbers, without an objective.
    pairs
        Which columns belong to which task, person and unit.
    """

    def __init__(self, instance: Instance, *, named: bool = False) -> None:
        """With `named`, every rule of the CP-SAT model has a name."""
        self.context = context = build_model(instance, named=named)
        self._variables = context.variables
        self._measures: dict[Level, Measure] = {}
        for level in instance.settings.levels:
            if level is not Level.UNIQUENESS:
                context.model.minimize(OBJECTIVES[level](context))
                self._measures[level] = Measure.of(context.model)
                context.name_others(level)
        linear = linear_model(context.model)
        self.table = linear.with_objective(np.zeros_like(linear.cost), 0)
        self.pairs = _pairs(instance, context.variables, len(linear.lower))

    @property
    def num_entries(self) -> int:
        """Non-zeros of the matrix: how large a model is to a solver."""
        return len(self.table.rows.columns)

    def model(self, level: Level, held: Mapping[Level, int]) -> LinearModel:
        """The model that minimises a level, with others held to at most a value, in that order."""
        return self.joint({level: 1}, held)

    def joint(self, weights: Mapping[Level, int], held: Mapping[Level, int]) -> LinearModel:
        """The model that minimises several levels at once, each with its weight."""
        linear = self.table.with_rows(self._limits(held)) if held else self.table
        cost, offset = np.zeros_like(linear.cost), 0
        for level, weight in weights.items():
            measure = self._measures[level]
            offset += weight * measure.offset
            for column, factor in measure.terms:
                cost[column] += weight * factor
        return linear.with_objective(cost, offset)

    def _limits(self, held: Mapping[Level, int]) -> Rows:
        """A row per level, all at once: of a region the table is copied with it."""
        measures = [self._measures[level] for level in held]
        terms = [_numbers(chain(*sorted(each.terms))).reshape(-1, 2) for each in measures]
        most = [value - each.offset for each, value in zip(measures, held.values(), strict=True)]
        columns, factors = [each[:, 0] for each in terms], [each[:, 1] for each in terms]
        return Rows.of(columns, factors, np.full(len(most), -FREE), _numbers(most))

    def complete(self, plan: Plan) -> dict[int, int]:
        """The value of every variable of the CP-SAT model, by index, when `plan` is the answer."""
        return self._variables.values_from(plan)

    def values(self, plan: Plan) -> Numbers:
        """The values of all columns when `plan` is the answer."""
        found = self.complete(plan)
        return np.array([found[column] for column in range(len(self.table.lower))], dtype=np.int64)

    def worth(self, plan: Plan) -> dict[Level, int]:
        """What a plan is worth on every level."""
        values = self.complete(plan)
        return {level: measure.value(values) for level, measure in self._measures.items()}

    def plan(self, values: Numbers) -> Plan:
        """The plan that the values of the columns hold."""
        return self._variables.plan_from(lambda variable: int(values[variable.index]))

    def holding(self, held: Mapping[Level, int]) -> cp_model.CpModel:
        """The CP-SAT model itself, a copy in which levels are at most what they are held to."""
        model = self.context.model.clone()
        for level, most in held.items():
            measure = self._measures[level]
            columns = [model.get_int_var_from_proto_index(index) for index, _ in measure.terms]
            factors = [factor for _, factor in measure.terms]
            total = cp_model.LinearExpr.weighted_sum(columns, factors)
            model.add(total <= most - measure.offset)
        return model


def _pairs(instance: Instance, variables: Variables, size: int) -> Pairs:
    """Every task with everyone who may touch it."""
    persons = {person.code: number for number, person in enumerate(instance.persons)}
    units = sorted({task.key.unit for task in instance.tasks})
    pairs: list[tuple[int, int]] = []
    columns: list[tuple[Var, int]] = []
    task_columns: list[tuple[Var, int]] = []
    for number, task in enumerate(instance.tasks):
        task_columns += [(bought, number) for bought in variables.outsourced_of(task.key)]
        for code in instance.watchers.get(task.key, ()):
            columns += [(var, len(pairs)) for var in variables.of_pair((task.key, code))]
            pairs.append((number, persons[code]))
    return Pairs(
        tasks=_numbers(task for task, _ in pairs),
        persons=_numbers(person for _, person in pairs),
        units=_numbers(units.index(task.key.unit) for task in instance.tasks),
        columns=_numbers(var.index for var, _ in columns),
        owners=_numbers(pair for _, pair in columns),
        task_columns=_numbers(var.index for var, _ in task_columns),
        task_owners=_numbers(task for _, task in task_columns),
        derived=variables.derived(),
        size=size,
    )


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)
