"""A window on a large plan: the pairs that may change, with all other work as it stands."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace

from models.instance import Instance, Pair
from models.plan import Plan, TaskKey
from models.problem import PersonCode, UnitCode
from optimizer.explain.touched import Touched

SIZES = (6, 12)
"""People in the first window, and in the one that is tried when it is too narrow."""
PLACES = 3
"""Units in a window, beside those of the tasks that a change is about."""


def window(instance: Instance, plan: Plan, about: Touched, size: int) -> frozenset[Pair]:
    """The pairs that may change: of `size` people around a change, or of all whom it is about."""
    people = _people(instance, plan, about, size)
    places = _places(plan, about, people)
    used = used_pairs(plan)
    return frozenset(
        (key, person)
        for key, watchers in instance.watchers.items()
        for person in watchers
        if key in about.tasks
        or key in about.loose
        or (person in people and key.unit in places)
        or (person in about.persons and (key, person) in used)
    )


def _people(instance: Instance, plan: Plan, about: Touched, size: int) -> frozenset[PersonCode]:
    """Those a change is about, who work on its tasks, and their rivals for the same tasks."""
    working = {person for key, person, _ in plan.hours if key in about.tasks}
    first = [*sorted(working), *sorted(about.persons - working)]
    chosen = first[: max(size, len(working))]
    near = about.tasks or {key for key, person, _ in plan.hours if person in chosen}
    rivals = Counter(
        person
        for key in sorted(near)
        for person in instance.watchers.get(key, ())
        if person not in chosen
    )
    ranked = sorted(rivals, key=lambda person: (-rivals[person], person))
    return frozenset([*chosen, *ranked[: max(0, size - len(chosen))]])


def _places(plan: Plan, about: Touched, people: Container[PersonCode]) -> frozenset[UnitCode]:
    """The units of the tasks, and where the people have most hours."""
    hours: Counter[UnitCode] = Counter()
    for (key, person, _), grains in plan.hours.items():
        if person in people:
            hours[key.unit] += grains
    busiest = sorted(hours, key=lambda unit: (-hours[unit], unit))
    return frozenset(key.unit for key in about.tasks) | frozenset(busiest[:PLACES])


def used_pairs(plan: Plan) -> set[Pair]:
    """The pairs that do something in a plan."""
    helped = {(key, person) for key, people in plan.backups.items() for person in people}
    return {(key, person) for key, person, _ in plan.hours} | set(plan.leads.items()) | helped


def narrowed(instance: Instance, pairs: Container[Pair]) -> Instance:
    """The instance with these pairs alone: its plans are plans of the whole, and worth the same.

    The pairs that the plan uses must be among them.
    """
    kept: dict[TaskKey, tuple[PersonCode, ...]] = {
        key: left
        for key, people in instance.watchers.items()
        if (left := _kept(key, people, pairs))
    }
    return replace(
        instance,
        payers={pair: payers for pair, payers in instance.payers.items() if pair in pairs},
        cost={pair: cost for pair, cost in instance.cost.items() if pair in pairs},
        learners=frozenset(pair for pair in instance.learners if pair in pairs),
        watchers=kept,
    )


def _kept(
    key: TaskKey, people: Iterable[PersonCode], pairs: Container[Pair]
) -> tuple[PersonCode, ...]:
    return tuple(person for person in people if (key, person) in pairs)
