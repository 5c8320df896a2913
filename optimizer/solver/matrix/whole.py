"""A complete large model as numbers, with the objective of every level, and plans as its values."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from ortools.sat.python import cp_model

from models.instance import Instance
from models.plan import Plan
from models.settings import Level
from optimizer.solver.matrix.as_linear import linear_model
from optimizer.solver.matrix.landscape import EVERYWHERE, Landscape
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.model.context import Context
from optimizer.solver.model.hints import Measure
from optimizer.solver.model.model import build_model
from optimizer.solver.model.objectives import OBJECTIVES
from optimizer.solver.model.objectives.fairness import fair_capacities
from optimizer.solver.model.variables import Var, Variables
from optimizer.solver.search.guides import Guide, LevelGuide, LoadGuide


class Whole:
    """All rules of an instance, and all levels but the tie-break."""

    def __init__(self, instance: Instance) -> None:
        self.context = context = build_model(instance)
        self._variables = context.variables
        self._measures: dict[Level, Measure] = {}
        self._sizes: dict[Level, int] = {}
        for level in instance.settings.levels:
            if level is not Level.UNIQUENESS:
                context.model.minimize(OBJECTIVES[level](context))
                self._measures[level] = Measure.of(context.model)
                self._sizes[level] = len(context.model.proto.variables)
        self._table = linear_model(context.model)
        self._loads = _loads(context)
        self._tied = _tied_to_visits(context)
        self.landscape = _landscape(instance, context.variables)

    @property
    def num_entries(self) -> int:
        """Non-zeros of the matrix of all rules and levels: how large a model is to a solver."""
        return len(self._table.rows.columns)

    def model(
        self, level: Level, held: Sequence[tuple[Level, int]], later: Iterable[Level] = ()
    ) -> LinearModel:
        """The model that minimises a level, with others held to at most a value.

        Columns that only other levels need than these and `later` are left out.
        """
        wanted = [level, *later, *(other for other, _ in held)]
        linear = self._table.first(max(self._sizes[each] for each in wanted))
        for other, value in held:
            linear = self._minimising(linear, other).held(value)
        return self._minimising(linear, level)

    def joint(self, weights: Mapping[Level, int]) -> LinearModel:
        """The model that minimises several levels at once, each with its weight."""
        linear = self._table.first(max(self._sizes[level] for level in weights))
        offset = sum(weight * self._measures[level].offset for level, weight in weights.items())
        return linear.with_objective(self._weighted(weights, len(linear.lower)), offset)

    def _weighted(self, weights: Mapping[Level, int], size: int) -> Numbers:
        cost = np.zeros(size, dtype=np.int64)
        for level, weight in weights.items():
            cost += weight * self._cost(level, size)
        return cost

    def outline(self, model: LinearModel, *, with_visits: bool = False) -> LinearModel:
        """A level's model with hours only: what it bounds is bounded in a tenth of the time.

        What is then left of the rules of one pair follows from those of its task and its person.
        With visits, who works where stays as well for those who can go nearly everywhere and may
        visit few places: without it, a visit costs nothing. In a region they are few.
        """
        roles = _numbers(role.index for role in self._variables.roles())
        kept = self._tied if with_visits else roles[:0]
        hours = model.without(np.setdiff1d(roles[roles < len(model.lower)], kept))
        return hours.only(hours.rows.touching(kept) | ~self.landscape.of_one_pair(hours.rows))

    def guide(self, level: Level, model: LinearModel, later: Mapping[Level, int]) -> Guide | None:
        """What to look at beside the level's value in its model: later levels by their weights."""
        if level is Level.FAIRNESS:
            return self._loads
        return LevelGuide(self._weighted(later, len(model.lower))) if later else None

    def _minimising(self, linear: LinearModel, level: Level) -> LinearModel:
        cost = self._cost(level, len(linear.lower))
        return linear.with_objective(cost, self._measures[level].offset)

    def _cost(self, level: Level, size: int) -> Numbers:
        cost = np.zeros(size, dtype=np.int64)
        for column, factor in self._measures[level].terms:
            cost[column] += factor
        return cost

    def values(self, plan: Plan, linear: LinearModel) -> Numbers:
        """The values of a model's columns, when `plan` is the answer."""
        found = self._variables.values_from(plan)
        return np.array([found[column] for column in range(len(linear.lower))], dtype=np.int64)

    def complete(self, plan: Plan) -> dict[int, int]:
        """The value of every variable of the CP-SAT model, by index, when `plan` is the answer."""
        return self._variables.values_from(plan)

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

    def worth(self, plan: Plan) -> dict[Level, int]:
        """What a plan is worth on every level."""
        values = self._variables.values_from(plan)
        return {level: measure.value(values) for level, measure in self._measures.items()}

    def plan(self, values: Numbers) -> Plan:
        """The plan that the values of a model's columns hold."""
        return self._variables.plan_from(lambda variable: int(values[variable.index]))


def _loads(context: Context) -> LoadGuide | None:
    """Everyone whose load counts for fairness."""
    counted = fair_capacities(context.instance)
    if not counted:
        return None
    return LoadGuide(
        columns=[_numbers(var.index for var in context.load_parts(code)) for code in counted],
        capacities=list(counted.values()),
    )


def _tied_to_visits(context: Context) -> Numbers:
    """Who works where, of people who can go nearly everywhere and may not visit every place."""
    journeys, units = context.journeys, {task.key.unit for task in context.instance.tasks}
    return _numbers(
        works.index
        for person in context.instance.persons
        if person.max_schools is not None
        for visited in [journeys.visits(person.code)]
        if len(visited) > max(EVERYWHERE * len(units), person.max_schools)
        for unit in visited
        for works in journeys.works_at(person.code, unit)
    )


def _landscape(instance: Instance, variables: Variables) -> Landscape:
    """Every task with everyone who may touch it; a place is a unit."""
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
    return Landscape(
        tasks=_numbers(task for task, _ in pairs),
        persons=_numbers(person for _, person in pairs),
        places=_numbers(units.index(task.key.unit) for task in instance.tasks),
        columns=_numbers(var.index for var, _ in columns),
        owners=_numbers(pair for _, pair in columns),
        task_columns=_numbers(var.index for var, _ in task_columns),
        task_owners=_numbers(task for _, task in task_columns),
        derived=variables.derived(),
    )


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, dtype=np.int64)
