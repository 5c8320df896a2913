"""What is laid down beforehand: pins of the deviations sheet and of the previous plan."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from models.plan import EnvelopeKey, TaskKey
from models.problem import ANY, Deviation, PersonCode, PlanRow, ProblemData, TaskNumber, UnitCode
from models.units import demand_grains
from models.vocabulary import DeviationKind, Funding, PlanRole

Pair = tuple[TaskKey, PersonCode]
Purchase = tuple[TaskKey, EnvelopeKey]
_AT_WORK = frozenset({PlanRole.LEAD, PlanRole.HELPER})


@dataclass(frozen=True)
class Pins:
    """What a plan must repeat.

    Attributes
    ----------
    works
        Pairs that must work, with the grains asked; `None` when no hours were given.
    leads, backups
        The people asked for a role, per task.
    outsourced
        Grains asked per task and operating envelope.
    """

    works: Mapping[Pair, set[int | None]] = field(default_factory=dict)
    leads: Mapping[TaskKey, set[PersonCode]] = field(default_factory=dict)
    backups: Mapping[TaskKey, set[PersonCode]] = field(default_factory=dict)
    outsourced: Mapping[Purchase, int] = field(default_factory=dict)

    def least(self, pair: Pair, block: int) -> int:
        """The least grains for a pair that works: a block, or the pinned grains when lower."""
        asked = (grains for grains in self.works.get(pair, ()) if grains is not None)
        return min([block, *asked])


def previous_hours(data: ProblemData) -> dict[Pair, Decimal]:
    """Clock hours a year of every pair that worked in the previous plan."""
    hours: dict[Pair, Decimal] = defaultdict(Decimal)
    for row in data.previous:
        if row.person is not None and row.role in _AT_WORK:
            hours[TaskKey(row.task, row.unit), row.person] += row.hours
    return dict(hours)


def find_pins(
    data: ProblemData,
    duties: Mapping[TaskKey, object],
    persons: Container[PersonCode],
    envelopes: Container[EnvelopeKey],
) -> Pins:
    """All pins on tasks, people and envelopes that exist."""
    works: dict[Pair, set[int | None]] = defaultdict(set)
    leads: dict[TaskKey, set[PersonCode]] = defaultdict(set)
    backups: dict[TaskKey, set[PersonCode]] = defaultdict(set)
    for row, key, person in _deviation_pins(data, duties, persons):
        if row.kind is DeviationKind.PIN:
            works[key, person].add(_grains(row.value, data))
        else:
            (leads if row.kind is DeviationKind.LEAD else backups)[key].add(person)
    worked = previous_hours(data)
    for plan_row, key, person in _row_pins(data, duties, persons):
        hours = worked.get((key, person), Decimal(0))
        if plan_row.role in _AT_WORK and hours > 0:
            works[key, person].add(_grains(hours, data))
        if plan_row.role is PlanRole.LEAD:
            leads[key].add(person)
        if plan_row.role is PlanRole.BACKUP:
            backups[key].add(person)
    return Pins(dict(works), dict(leads), dict(backups), _purchases(data, duties, envelopes))


def _grains(hours: Decimal | None, data: ProblemData) -> int | None:
    return None if hours is None else demand_grains(hours, data.settings.grain)


def _deviation_pins(
    data: ProblemData, duties: Mapping[TaskKey, object], persons: Container[PersonCode]
) -> Iterator[tuple[Deviation, TaskKey, PersonCode]]:
    pinning = {DeviationKind.PIN, DeviationKind.LEAD, DeviationKind.BACKUP}
    for row in data.deviations:
        if row.kind in pinning and row.person is not None and row.person in persons:
            for key in _matching(row, duties):
                yield row, key, row.person


def _matching(row: Deviation, duties: Mapping[TaskKey, object]) -> list[TaskKey]:
    if ANY not in (row.task, row.unit):
        key = TaskKey(TaskNumber(row.task), UnitCode(row.unit))
        return [key] if key in duties else []
    return [key for key in duties if row.task in (ANY, key.task) and row.unit in (ANY, key.unit)]


def _row_pins(
    data: ProblemData, duties: Mapping[TaskKey, object], persons: Container[PersonCode]
) -> Iterator[tuple[PlanRow, TaskKey, PersonCode]]:
    for row in data.previous:
        key = TaskKey(row.task, row.unit)
        if row.pinned and key in duties and row.person is not None and row.person in persons:
            yield row, key, row.person


def _purchases(
    data: ProblemData, duties: Mapping[TaskKey, object], envelopes: Container[EnvelopeKey]
) -> dict[Purchase, int]:
    """Grains of every pinned purchase: the sum over all its rows, pinned or not."""
    hours: dict[Purchase, Decimal] = defaultdict(Decimal)
    pinned = set()
    for row in data.previous:
        if row.role is PlanRole.OUTSOURCED and row.owner is not None:
            key = TaskKey(row.task, row.unit), EnvelopeKey(Funding.OPERATING, row.owner)
            hours[key] += row.hours
            if row.pinned and key[0] in duties and key[1] in envelopes:
                pinned.add(key)
    return {key: demand_grains(hours[key], data.settings.grain) for key in pinned}
