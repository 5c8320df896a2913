"""What the user has fixed, and the plan that stood there: from deviations and plan rows."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from models.eligibility import matches
from models.plan import EnvelopeKey, TaskKey
from models.problem import Deviation, PersonCode, PlanRow, ProblemData, TaskNumber
from models.units import demand_grains
from models.vocabulary import DeviationKind, Funding, PlanRole

WORKING_ROLES = frozenset({PlanRole.LEAD, PlanRole.HELPER})


@dataclass(frozen=True)
class Pins:
    """Fixed decisions.

    `works` maps a pair to the grains it must get, `None` when only the name is fixed.
    `outsourced` maps a task and envelope to the grains that must be bought.
    """

    works: Mapping[tuple[TaskKey, PersonCode], int | None] = field(default_factory=dict)
    leads: frozenset[tuple[TaskKey, PersonCode]] = frozenset()
    backups: frozenset[tuple[TaskKey, PersonCode]] = frozenset()
    outsourced: Mapping[tuple[TaskKey, EnvelopeKey], int] = field(default_factory=dict)

    @cached_property
    def _works_by_task(self) -> Mapping[TaskKey, Mapping[PersonCode, int | None]]:
        found: dict[TaskKey, dict[PersonCode, int | None]] = defaultdict(dict)
        for (key, person), grains in self.works.items():
            found[key][person] = grains
        return found

    @cached_property
    def _leads_by_task(self) -> Mapping[TaskKey, frozenset[PersonCode]]:
        found: dict[TaskKey, set[PersonCode]] = defaultdict(set)
        for key, person in self.leads:
            found[key].add(person)
        return {key: frozenset(people) for key, people in found.items()}

    @cached_property
    def _numbers_by_person(self) -> Mapping[PersonCode, frozenset[TaskNumber]]:
        found: dict[PersonCode, set[TaskNumber]] = defaultdict(set)
        for key, person in (*self.works, *self.leads):
            found[person].add(key.task)
        return {person: frozenset(numbers) for person, numbers in found.items()}

    def numbers_of(self, person: PersonCode) -> frozenset[TaskNumber]:
        """The numbers of the tasks that a person must work on or lead."""
        return self._numbers_by_person.get(person, frozenset())

    def works_on(self, key: TaskKey) -> Mapping[PersonCode, int | None]:
        """The people who must work on a task, with their grains."""
        return self._works_by_task.get(key, {})

    def says_share_of(self, key: TaskKey, person: PersonCode) -> bool:
        """Whether the user has said that a person leads a task, and with how many hours."""
        return person in self.leads_of(key) and self.works_on(key).get(person) is not None

    def leads_of(self, key: TaskKey) -> frozenset[PersonCode]:
        """The people who must lead a task."""
        return self._leads_by_task.get(key, frozenset())


def _row_key(row: PlanRow) -> TaskKey:
    return TaskKey(row.task, row.unit)


def pinned_hours(data: ProblemData) -> dict[tuple[TaskKey, PersonCode], set[int]]:
    """The grains that pinned rows of the plan ask for each pair; they must agree."""
    asked: dict[tuple[TaskKey, PersonCode], set[int]] = defaultdict(set)
    worked = _sums(data)
    for row in data.previous:
        if row.pinned and row.person is not None and row.role in WORKING_ROLES:
            pair = (_row_key(row), row.person)
            asked[pair].add(worked[pair])
    return asked


def _sums(data: ProblemData) -> dict[tuple[TaskKey, PersonCode], int]:
    """Grains per pair in the previous plan, over all its working rows."""
    hours = defaultdict(list)
    for row in data.previous:
        if row.person is not None and row.role in WORKING_ROLES:
            hours[_row_key(row), row.person].append(row.hours)
    return {pair: demand_grains(sum(parts), data.settings.grain) for pair, parts in hours.items()}


def previous_hours(
    data: ProblemData, tasks: frozenset[TaskKey], persons: frozenset[PersonCode]
) -> dict[tuple[TaskKey, PersonCode], int]:
    """Grains per pair in the previous plan, for tasks and people that still exist."""
    return {
        pair: grains
        for pair, grains in _sums(data).items()
        if grains > 0 and pair[0] in tasks and pair[1] in persons
    }


def _firm_sums(data: ProblemData) -> dict[tuple[TaskKey, EnvelopeKey], int]:
    hours = defaultdict(list)
    for row in data.previous:
        if row.role is PlanRole.OUTSOURCED and row.owner is not None:
            hours[_row_key(row), EnvelopeKey(Funding.OPERATING, row.owner)].append(row.hours)
    return {key: demand_grains(sum(parts), data.settings.grain) for key, parts in hours.items()}


class _Collector:
    """Gathers pins from both places, leaving out tasks and people that do not exist."""

    def __init__(self, tasks: frozenset[TaskKey], persons: frozenset[PersonCode]) -> None:
        self.tasks = tasks
        self.persons = persons
        self.works: dict[tuple[TaskKey, PersonCode], int | None] = {}
        self.leads: set[tuple[TaskKey, PersonCode]] = set()
        self.backups: set[tuple[TaskKey, PersonCode]] = set()
        self.outsourced: dict[tuple[TaskKey, EnvelopeKey], int] = {}

    def _pin(self, pair: tuple[TaskKey, PersonCode], grains: int | None) -> None:
        """Hours say more than the mere name; validation refuses two different numbers."""
        if grains is not None or pair not in self.works:
            self.works[pair] = grains

    def add_deviation(self, deviation: Deviation, grain: int) -> None:
        """Take over a pin of the deviations sheet, for each task it matches."""
        person = deviation.person
        if person is None or person not in self.persons:
            return
        for key in sorted(key for key in self.tasks if matches(deviation, key)):
            if deviation.kind is DeviationKind.PIN:
                hours = deviation.value
                self._pin((key, person), None if hours is None else demand_grains(hours, grain))
            elif deviation.kind is DeviationKind.LEAD:
                self.leads.add((key, person))
            elif deviation.kind is DeviationKind.BACKUP:
                self.backups.add((key, person))

    def add_row(self, row: PlanRow, worked: int, bought: int) -> None:
        """Take over a pinned row of the plan; `worked`, `bought` are its pair's grains in all."""
        key = _row_key(row)
        if key not in self.tasks:
            return
        if row.role is PlanRole.OUTSOURCED and row.owner is not None:
            self.outsourced[key, EnvelopeKey(Funding.OPERATING, row.owner)] = bought
        if row.person is None or row.person not in self.persons:
            return
        pair = (key, row.person)
        if row.role in WORKING_ROLES and worked > 0:
            self._pin(pair, worked)
        if row.role is PlanRole.LEAD:
            self.leads.add(pair)
        elif row.role is PlanRole.BACKUP:
            self.backups.add(pair)


def collect_pins(
    data: ProblemData, tasks: frozenset[TaskKey], persons: frozenset[PersonCode]
) -> Pins:
    """All pins of the workbook, of both places together."""
    collector = _Collector(tasks, persons)
    for deviation in data.deviations:
        collector.add_deviation(deviation, data.settings.grain)
    worked, bought = _sums(data), _firm_sums(data)
    for row in data.previous:
        if row.pinned:
            pair = (_row_key(row), row.person or PersonCode(""))
            firm = (_row_key(row), EnvelopeKey(Funding.OPERATING, row.owner or row.unit))
            collector.add_row(row, worked.get(pair, 0), bought.get(firm, 0))
    return Pins(
        works=collector.works,
        leads=frozenset(collector.leads),
        backups=frozenset(collector.backups),
        outsourced=collector.outsourced,
    )
