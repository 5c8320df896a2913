"""Which tasks and people a change is about: where the instance differs, and who feels it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from models.instance import Instance
from models.pins import Pins
from models.plan import Plan, TaskKey
from models.problem import PersonCode

_Key = TypeVar("_Key")
_Pair = tuple[TaskKey, PersonCode]


@dataclass(frozen=True)
class Touched:
    """Tasks whose rules change, and people whose hours, tasks or money change.

    `loose` are tasks that may have to be put off for them, and found other people.
    """

    tasks: frozenset[TaskKey]
    persons: frozenset[PersonCode]
    loose: frozenset[TaskKey] = frozenset()


def touched(before: Instance, after: Instance, plan: Plan) -> Touched:
    """Where the instance after a change differs from the one before it.

    A change that is felt everywhere touches everybody.
    """
    pinned = _differing_pins(before.pins, after.pins)
    tasks = {pair[0] for pair in pinned} | _differing(
        {task.key: task for task in before.tasks}, {task.key: task for task in after.tasks}
    )
    people = {pair[1] for pair in pinned if pair[1]}
    people |= _differing_people(before, after)
    people |= _people_of_money(before, after, plan)
    units = {unit for unit, _ in _differing(before.floor_targets, after.floor_targets)}
    people |= {person for key, person, _ in plan.hours if key.unit in units}
    there = {person.code for person in after.persons}
    tasks |= {key for key, person, _ in plan.hours if person not in there}
    tasks |= {key for key, lead in plan.leads.items() if lead not in there}
    if not tasks and not people:
        people = there
    known = {task.key for task in after.tasks}
    return Touched(frozenset(tasks & known), frozenset(people & there))


def _differing(before: Mapping[_Key, object], after: Mapping[_Key, object]) -> set[_Key]:
    """The keys under which two mappings do not hold the same."""
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def _differing_pins(before: Pins, after: Pins) -> set[_Pair]:
    worked = {
        pair
        for pair in before.works.keys() | after.works.keys()
        if (pair in before.works, before.works.get(pair))
        != (pair in after.works, after.works.get(pair))
    }
    bought = _differing(before.outsourced, after.outsourced)
    firms = {(key, PersonCode("")) for key, _ in bought}
    return worked | (before.leads ^ after.leads) | (before.backups ^ after.backups) | firms


def _differing_people(before: Instance, after: Instance) -> set[PersonCode]:
    """People with another record, other hours, or other tasks that they may do."""
    records = _differing(
        {person.code: person for person in before.persons},
        {person.code: person for person in after.persons},
    )
    hours = {person for person, _ in _differing(before.capacity, after.capacity)}
    return records | hours | _losing_pairs(before, after)


def _losing_pairs(before: Instance, after: Instance) -> set[PersonCode]:
    pairs = _watching(before.watchers) ^ _watching(after.watchers)
    return {person for _, person in pairs} | {
        person for _, person in _differing(before.payers, after.payers)
    }


def _watching(watchers: Mapping[TaskKey, Iterable[PersonCode]]) -> set[_Pair]:
    return {(key, person) for key, people in watchers.items() for person in people}


def _people_of_money(before: Instance, after: Instance, plan: Plan) -> set[PersonCode]:
    """People who are paid, or may be, from an envelope that holds another amount."""
    other = _differing(before.envelopes, after.envelopes)
    paid = {person for _, person, envelope in plan.hours if envelope in other}
    return paid | {
        person for (_, person), payers in after.payers.items() if not other.isdisjoint(payers)
    }
