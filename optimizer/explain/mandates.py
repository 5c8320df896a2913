"""Who decides, steers and is the contact per school and cluster, and who meets: from one plan."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from models.plan import TaskKey
from models.problem import CENTRAL, GROUP, Person, PersonCode, UnitCode
from models.vocabulary import Cluster, Role
from optimizer.explain.answer import Answer
from optimizer.explain.order import units_in_order

BIGGEST = 3
"""Tasks of a cluster that are named on a contact card."""


class Meeting(StrEnum):
    """The three kinds of meeting of the guideline."""

    POLICY = "policy"
    TECHNICAL = "technical"
    SOUNDING_BOARD = "sounding_board"


ROLES_AT: Mapping[Meeting, frozenset[Role]] = {
    Meeting.POLICY: frozenset(
        {
            Role.DIRECTOR,
            Role.HEAD,
            Role.TECHNICAL_COORDINATOR,
            Role.PEDAGOGICAL_COORDINATOR,
        }
    ),
    Meeting.TECHNICAL: frozenset(
        {Role.TECHNICAL_COORDINATOR, Role.TECHNICAL_ADVISER, Role.SUPPORT}
    ),
    Meeting.SOUNDING_BOARD: frozenset(
        {Role.PEDAGOGICAL_COORDINATOR, Role.TEACHER, Role.DIGICOACH, Role.ANCHOR}
    ),
}
"""Who belongs to each: board and coordinators; those who keep things running; teachers."""


@dataclass(frozen=True)
class ClusterMandate:
    """A cluster at a unit; nobody is `None`. `tasks` are the biggest, by hours in the plan."""

    cluster: Cluster
    decides: PersonCode | None
    steers: PersonCode | None
    contact: PersonCode | None
    tasks: tuple[TaskKey, ...]


@dataclass(frozen=True)
class Gathering:
    """A meeting at a unit: its members, and who of them links it with the group."""

    kind: Meeting
    members: tuple[PersonCode, ...]
    link: PersonCode | None


class Mandates:
    """Looks up the mandates of one plan; marks on the people go before what the plan suggests."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._led: dict[tuple[UnitCode, Cluster], dict[PersonCode, int]] = defaultdict(
            lambda: defaultdict(int)
        )
        self._worked: dict[tuple[UnitCode, Cluster], dict[PersonCode, int]] = defaultdict(
            lambda: defaultdict(int)
        )
        for key, lead in answer.plan.leads.items():
            self._led[key.unit, self._cluster(key)][lead] += answer.covered[key]
        for (key, person), grains in answer.worked.items():
            self._worked[key.unit, self._cluster(key)][person] += grains

    @property
    def units(self) -> Iterator[UnitCode]:
        """The units that have tasks, in the order of the workbook."""
        there = {key.unit for key in self._answer.tasks}
        return (unit for unit in units_in_order(self._answer.instance.data) if unit in there)

    def clusters(self, unit: UnitCode) -> Iterator[ClusterMandate]:
        """Each cluster that has tasks at a unit."""
        for cluster in Cluster:
            keys = [key for key in self._answer.tasks
                    if key.unit == unit and self._cluster(key) is cluster]  # fmt: skip
            if keys:
                biggest = sorted(keys, key=lambda key: -self._answer.covered[key])
                steers = _most(self._led[unit, cluster])
                yield ClusterMandate(
                    cluster,
                    decides=self._decides(unit, cluster) or steers,
                    steers=steers,
                    contact=self._contact(unit) or _most(self._worked[unit, cluster]) or steers,
                    tasks=tuple(biggest[:BIGGEST]),
                )

    def gatherings(self, unit: UnitCode) -> Iterator[Gathering]:
        """The three meetings at a unit; those of the group have the links of the schools too."""
        for kind in Meeting:
            members = self._members(unit, kind)
            if unit == GROUP:
                schools = [each for each in self.units if each != GROUP]
                links = (self._link(each, self._members(each, kind)) for each in schools)
                members = tuple(dict.fromkeys([*members, *filter(None, links)]))
            link = None if unit == GROUP else self._link(unit, members)
            yield Gathering(kind, members, link)

    def signers(self, unit: UnitCode) -> Mapping[str, PersonCode | None]:
        """Who agrees for the board, and who for the team: its contact or who steers most."""
        leads: dict[PersonCode, int] = defaultdict(int)
        for (at, _), people in self._led.items():
            for person, grains in people.items() if at == unit else ():
                leads[person] += grains
        return {"board": self._board(unit), "team": self._contact(unit) or _most(leads)}

    def _cluster(self, key: TaskKey) -> Cluster:
        return self._answer.task_list[key.task].cluster

    def _decides(self, unit: UnitCode, cluster: Cluster) -> PersonCode | None:
        marked = self._first(lambda person: _home(person) == unit and cluster in person.decides)
        return marked or (self._board(unit) if cluster is Cluster.POLICY else None)

    def _contact(self, unit: UnitCode) -> PersonCode | None:
        return self._first(lambda person: unit in map(_unit, person.contact_for))

    def _board(self, unit: UnitCode) -> PersonCode | None:
        """The director of a unit, at home there or not; of the group else the head of the team."""
        there = self._people_at[unit]
        found = (
            self._first(lambda each: _home(each) == unit and each.role is Role.DIRECTOR)
            or self._first(lambda each: each.code in there and each.role is Role.DIRECTOR)
        )  # fmt: skip
        if found is None and unit == GROUP:
            return self._first(lambda each: _home(each) == unit and each.role is Role.HEAD)
        return found

    def _first(self, holds: Callable[[Person], bool]) -> PersonCode | None:
        """By code, so that the order of the rows makes no difference."""
        return min(
            (code for code, each in self._answer.persons.items() if holds(each)), default=None
        )

    def _members(self, unit: UnitCode, kind: Meeting) -> tuple[PersonCode, ...]:
        """Who works at a unit, or is at home there, in a role of the meeting; by code."""
        there = self._people_at[unit]
        return tuple(
            code
            for code, person in sorted(self._answer.persons.items(), key=lambda entry: entry[0])
            if person.role in ROLES_AT[kind] and (code in there or _home(person) == unit)
        )

    @cached_property
    def _people_at(self) -> Mapping[UnitCode, Set[PersonCode]]:
        found: dict[UnitCode, set[PersonCode]] = {unit: set() for unit in self.units}
        for (unit, _), people in self._worked.items():
            found[unit].update(people)
        return found

    def _link(self, unit: UnitCode, members: Iterable[PersonCode]) -> PersonCode | None:
        """The member who works most for the group, else the contact of the school among them."""
        if GROUP not in set(self.units):
            return None
        hours: dict[PersonCode, int] = defaultdict(int)
        for (at, _), people in self._worked.items():
            for person, grains in people.items() if at == GROUP else ():
                hours[person] += grains
        known = tuple(members)
        contact = self._contact(unit)
        # The contact counts among those who do nothing for the group, and before them.
        return max(known, key=lambda code: (hours[code], code == contact), default=None)


def _home(person: Person) -> UnitCode:
    """Where somebody is at home; central people belong to the group."""
    return _unit(person.home)


def _unit(code: UnitCode) -> UnitCode:
    return GROUP if code == CENTRAL else code


def _most(hours: Mapping[PersonCode, int]) -> PersonCode | None:
    """Who has most; among equals the first code, so that a rerun proposes the same."""
    return min(hours, key=lambda person: (-hours[person], person), default=None)
