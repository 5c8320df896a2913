"""The linear relaxation: lower bounds for large instances, and the pairs that it would use."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from models.agenda import TaskInstance
from models.floors import Spot
from models.instance import Instance, Pair
from models.plan import EnvelopeKey, TaskKey
from models.problem import GROUP, PersonCode, UnitCode
from models.settings import Level
from models.travel import TravelRules
from models.vocabulary import Funding

TOLERANCE = 1e-6
"""Relative slack on a bound of a solver that computes with floating-point numbers."""
LEVELS = (Level.CORE, Level.BALANCE, Level.COVERAGE)
"""Levels that the relaxation can bound."""
Term = tuple[mathopt.Variable, float]


@dataclass(frozen=True)
class Relaxed:
    """Lower bounds per level, and the pairs that have hours in the relaxed plan."""

    bounds: Mapping[Level, int]
    pairs: frozenset[Pair]


def relax(instance: Instance, ceilings: Mapping[Level, int]) -> Relaxed:
    """Solve the relaxation level by level, in the order of the settings.

    A level keeps within its ceiling where one is given (the value that the real plan is held to),
    else within its own optimum.
    """
    relaxation = _Relaxation(instance)
    bounds: dict[Level, int] = {}
    pairs: frozenset[Pair] = frozenset()
    for level in instance.settings.levels:
        if level not in LEVELS:
            continue
        bound, pairs = relaxation.solve(level)
        bounds[level] = max(0, ceil(bound - TOLERANCE * max(1.0, abs(bound))))
        relaxation.hold(level, ceilings.get(level, bounds[level]))
    return Relaxed(bounds, pairs)


class _Relaxation:
    """Hours, tasks done and outsourced grains as fractions, with the rules that stay linear.

    Left out: blocks, number of people, leads, back-ups, focus, pins and presence. Leaving rules
    out can only lower a minimum, so its bounds hold.
    """

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._model = mathopt.Model()
        self._persons = {person.code: person for person in instance.persons}
        self._hours: dict[Pair, list[mathopt.Variable]] = defaultdict(list)
        self._done = {t.key: self._model.add_variable(lb=0, ub=1) for t in instance.tasks}
        self._covered: dict[TaskKey, list[mathopt.Variable]] = defaultdict(list)
        self._spent: dict[EnvelopeKey, list[Term]] = defaultdict(list)
        self._short: list[mathopt.Variable] = []
        self._objectives = {
            Level.CORE: self._core,
            Level.BALANCE: self._balance,
            Level.COVERAGE: self._coverage,
        }
        for task in instance.tasks:
            self._add_task(task)
        self._add_limits()
        self._add_loads()
        self._add_floors()

    def _below(self, terms: list[Term], limit: float) -> None:
        self._model.add_linear_constraint(
            mathopt.LinearSum(factor * variable for variable, factor in terms) <= limit
        )

    def _add_task(self, task: TaskInstance) -> None:
        instance, key = self._instance, task.key
        able: list[Term] = []
        for person in instance.watchers.get(key, ()):
            for payer in instance.payers.get((key, person), ()):
                upper = min(task.demand, instance.capacity[person, payer.funding])
                hours = self._model.add_variable(lb=0, ub=upper)
                self._hours[key, person].append(hours)
                self._covered[key].append(hours)
                cost = instance.envelopes[payer].cost(self._persons[person])
                self._spent[payer].append((hours, cost))
                if (key, person) not in instance.learners:
                    able.append((hours, -1.0))
        bought: list[Term] = []
        for payer in instance.firm_payers.get(key, ()):
            grains = self._model.add_variable(lb=0, ub=task.outsource_max)
            self._covered[key].append(grains)
            self._spent[payer].append((grains, instance.firm_cost(task)))
            bought.append((grains, 1.0))
        covered = [(variable, 1.0) for variable in self._covered[key]]
        done = self._done[key]
        self._below([*covered, (done, -task.demand)], 0)
        self._below([*((v, -1.0) for v, _ in covered), (done, task.minimum)], 0)
        if bought:
            self._below([*bought, (done, -task.outsource_max)], 0)
        else:
            # Somebody competent leads, with a grain at least.
            self._below([*able, (done, 1.0)], 0)

    def _add_limits(self) -> None:
        instance = self._instance
        by_type: dict[tuple[PersonCode, Funding], list[Term]] = defaultdict(list)
        for (key, person), variables in self._hours.items():
            for payer, hours in zip(instance.payers[key, person], variables, strict=True):
                by_type[person, payer.funding].append((hours, 1.0))
        for (person, funding), terms in by_type.items():
            self._below(terms, instance.capacity[person, funding])
        for payer, terms in self._spent.items():
            amount = instance.envelopes[payer].amount
            if amount is not None:
                self._below(terms, amount)

    def _add_loads(self) -> None:
        """Hours and the travel that they take at least fit in a person's hours."""
        rules = TravelRules(self._instance.data)
        on_site = {task.key for task in self._instance.tasks if task.is_on_site}
        loads: dict[PersonCode, list[Term]] = defaultdict(list)
        for (key, person), variables in self._hours.items():
            factor = 1.0
            if key in on_site and key.unit not in (GROUP, self._persons[person].home):
                factor += self._travel_per_grain(rules, person, key.unit)
            loads[person] += [(hours, factor) for hours in variables]
        for person, terms in loads.items():
            self._below(terms, self._instance.total_capacity(person))

    def _travel_per_grain(self, rules: TravelRules, person: PersonCode, unit: UnitCode) -> float:
        trips = rules.grain_size / rules.visit_size
        return trips * rules.trip_time(self._persons[person], unit) / rules.travel_size

    def _add_floors(self) -> None:
        hours: dict[Spot, list[Term]] = defaultdict(list)
        clusters = {task.key: task.task.cluster for task in self._instance.tasks}
        for (key, _), variables in self._hours.items():
            hours[key.unit, clusters[key]] += [(variable, -1.0) for variable in variables]
        for spot, target in self._instance.floor_targets.items():
            short = self._model.add_variable(lb=0, ub=target)
            self._short.append(short)
            self._below([*hours[spot], (short, -1.0)], -target)

    def _core(self) -> mathopt.LinearExpression:
        core = [task for task in self._instance.tasks if task.task.core]
        undone = mathopt.LinearSum(-task.demand * self._done[task.key] for task in core)
        return undone + sum(task.demand for task in core)

    def _balance(self) -> mathopt.LinearExpression:
        return mathopt.LinearSum(self._short) + 0.0

    def _coverage(self) -> mathopt.LinearExpression:
        weights = self._instance.settings.priority_weights
        tasks = self._instance.tasks
        done = mathopt.LinearSum(
            -weights[task.priority] * variable
            for task in tasks
            for variable in self._covered[task.key]
        )
        return done + sum(weights[task.priority] * task.demand for task in tasks)

    def solve(self, level: Level) -> tuple[float, frozenset[Pair]]:
        """The least value of a level, and the pairs with hours; 0 and none without an answer."""
        self._model.minimize(self._objectives[level]())
        result = mathopt.solve(self._model, mathopt.SolverType.GLOP)
        if result.termination.reason is not mathopt.TerminationReason.OPTIMAL:
            return 0.0, frozenset()
        values = result.variable_values()
        used = {
            pair
            for pair, variables in self._hours.items()
            if any(values[variable] > TOLERANCE for variable in variables)
        }
        return result.termination.objective_bounds.dual_bound, frozenset(used)

    def hold(self, level: Level, value: int) -> None:
        """Keep a level at `value` or better from now on."""
        self._model.add_linear_constraint(self._objectives[level]() <= value)
