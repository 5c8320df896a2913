"""Two plans side by side: what came, went and moved, in clock hours a year.

The plans may come from two workbooks with other people, tasks or grains: people, tasks and units
are the same when their codes are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.plan import TaskKey
from models.problem import PersonCode, UnitCode
from models.settings import Level
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer


@dataclass(frozen=True)
class Amount:
    """The same quantity in both plans; hours unless told otherwise."""

    before: int
    after: int

    @property
    def change(self) -> int:
        """How much more it is in the second plan."""
        return self.after - self.before


@dataclass(frozen=True)
class PersonChange:
    """One person in both plans.

    Attributes
    ----------
    hours
        All hours of work, travel left out.
    tasks
        Hours per task at a unit, of the tasks on which they differ.
    leads_gained, leads_lost
        Tasks that the person answers for in one of the plans only.
    """

    code: PersonCode
    hours: Amount
    tasks: Mapping[TaskKey, Amount]
    leads_gained: tuple[TaskKey, ...]
    leads_lost: tuple[TaskKey, ...]


@dataclass(frozen=True)
class LevelChange:
    """One level of the objective; the difference counts hours or points, less is better.

    `before` and `after` are `None` where that plan does not have the level.
    """

    level: Level
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Comparison:
    """What sets a second plan apart from a first.

    Attributes
    ----------
    moved, shared
        Hours that somebody else does, and that the same person does in both plans, per task.
    demand, clusters, units
        Hours that are asked, and that are covered, per cluster and per unit.
    money
        Euro for work that is outsourced.
    """

    persons: tuple[PersonChange, ...]
    shared: int
    moved: int
    demand: Amount
    covered: Amount
    clusters: Mapping[Cluster, Amount]
    units: Mapping[UnitCode, Amount]
    levels: tuple[LevelChange, ...]
    money: Amount


def compare(before: Answer, after: Answer) -> Comparison:
    """Hold a second plan against a first."""
    hours = _by_pair(before), _by_pair(after)
    keys = {*hours[0], *hours[1]}
    shared = sum(min(hours[0].get(key, 0), hours[1].get(key, 0)) for key in keys)
    everyone = dict.fromkeys([*before.persons, *after.persons])
    return Comparison(
        persons=tuple(_person(code, before, after, hours) for code in everyone),
        shared=shared,
        moved=sum(hours[1].values()) - shared,
        demand=Amount(_demand(before), _demand(after)),
        covered=Amount(_whole(before), _whole(after)),
        clusters={
            cluster: Amount(_cluster(before, cluster), _cluster(after, cluster))
            for cluster in Cluster
        },
        units=_units(before, after),
        levels=_levels(before, after),
        money=Amount(_money(before), _money(after)),
    )


_Hours = Mapping[tuple[TaskKey, PersonCode], int]


def _by_pair(answer: Answer) -> dict[tuple[TaskKey, PersonCode], int]:
    return {pair: answer.hours(grains) for pair, grains in answer.worked.items()}


def _person(
    code: PersonCode, before: Answer, after: Answer, hours: tuple[_Hours, _Hours]
) -> PersonChange:
    mine = [{key: h for (key, person), h in plan.items() if person == code} for plan in hours]
    tasks = {
        key: Amount(mine[0].get(key, 0), mine[1].get(key, 0))
        for key in sorted({*mine[0], *mine[1]})
    }
    led, leads = _leads(before, code), _leads(after, code)
    return PersonChange(
        code=code,
        hours=Amount(sum(mine[0].values()), sum(mine[1].values())),
        tasks={key: amount for key, amount in tasks.items() if amount.change},
        leads_gained=tuple(sorted(leads - led)),
        leads_lost=tuple(sorted(led - leads)),
    )


def _leads(answer: Answer, code: PersonCode) -> set[TaskKey]:
    return {key for key, lead in answer.plan.leads.items() if lead == code}


def _demand(answer: Answer) -> int:
    return answer.hours(sum(task.demand for task in answer.tasks.values()))


def _whole(answer: Answer) -> int:
    return answer.hours(sum(answer.covered[key] for key in answer.tasks))


def _cluster(answer: Answer, cluster: Cluster) -> int:
    keys = (key for key, task in answer.tasks.items() if task.task.cluster is cluster)
    return answer.hours(sum(answer.covered[key] for key in keys))


def _units(before: Answer, after: Answer) -> dict[UnitCode, Amount]:
    first, second = _by_unit(before), _by_unit(after)
    return {
        unit: Amount(first.get(unit, 0), second.get(unit, 0))
        for unit in dict.fromkeys([*first, *second])
    }


def _by_unit(answer: Answer) -> dict[UnitCode, int]:
    totals: dict[UnitCode, int] = defaultdict(int)
    for key in answer.tasks:
        totals[key.unit] += answer.hours(answer.covered[key])
    return totals


def _levels(before: Answer, after: Answer) -> tuple[LevelChange, ...]:
    first, second = _values(before), _values(after)
    every = (level for level in Level if level is not Level.UNIQUENESS)
    return tuple(
        LevelChange(level, first.get(level), second.get(level))
        for level in every
        if level in first or level in second
    )


def _values(answer: Answer) -> dict[Level, int]:
    """The values of the checker, which no search can state wrongly."""
    return {**answer.verification.levels}


def _money(answer: Answer) -> int:
    """Whole euro for outsourced work, rounded half up once over all of it."""
    cents = sum(
        grains * answer.instance.firm_cost(answer.tasks[key])
        for key, grains in answer.bought.items()
    )
    return int(Fraction(cents, 100) + Fraction(1, 2))


def moved_share(comparison: Comparison) -> Decimal:
    """Hours of the second plan that somebody else did in the first, in per cent."""
    whole = comparison.shared + comparison.moved
    return Decimal(100 * comparison.moved) / whole if whole else Decimal(0)


def kept_share(comparison: Comparison, persons: Iterable[PersonCode]) -> Decimal:
    """Hours of the first plan that these people keep on the same tasks, in per cent."""
    wanted = set(persons)
    rows = [each for each in comparison.persons if each.code in wanted]
    whole = sum(each.hours.before for each in rows)
    lost = sum(max(0, -amount.change) for each in rows for amount in each.tasks.values())
    return Decimal(100 * (whole - lost)) / whole if whole else Decimal(100)
