"""What people can and want that is otherwise than when a plan was made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.plan import TaskKey
from models.problem import ANY, Deviation, Person, PersonCode, ProblemData
from models.vocabulary import DeviationKind

AVAILABILITY = (
    "home", "role", "ict_hours", "bpt_hours", "other_hours", "reach", "max_schools", "max_tasks",
    "min_pedagogical_pct",
)  # fmt: skip
"""Attributes of a person that say when, where and for how much they can be asked."""
WISHES = frozenset({DeviationKind.PREFERENCE, DeviationKind.BAN})


@dataclass(frozen=True)
class PersonSince:
    """A person who came, went, or has another value; `attribute` is a competence with `is_level`.

    `before` or `after` is `None` for somebody who was not there, or is no longer.
    """

    person: PersonCode
    before: Person | None
    after: Person | None
    attribute: str = ""
    is_level: bool = False


@dataclass(frozen=True)
class WishSince:
    """A wish, or a *never*, that came or went."""

    wish: Deviation
    is_new: bool


Since = PersonSince | WishSince


def since(before: ProblemData, after: ProblemData) -> tuple[Since, ...]:
    """The differences between two states of a workbook; those of persons in their order first."""
    if before is after:
        return ()
    old, new = ({each.code: each for each in data.persons} for data in (before, after))
    return (*_persons(old, new), *_wishes(before, after))


def _persons(
    old: Mapping[PersonCode, Person], new: Mapping[PersonCode, Person]
) -> Iterator[PersonSince]:
    for code in dict.fromkeys((*old, *new)):
        before, after = old.get(code), new.get(code)
        if before is None or after is None:
            yield PersonSince(code, before, after)
            continue
        for attribute in AVAILABILITY:
            if _value(before, attribute) != _value(after, attribute):
                yield PersonSince(code, before, after, attribute)
        for name in sorted({*before.levels, *after.levels}):
            if before.levels.get(name, 0) != after.levels.get(name, 0):
                yield PersonSince(code, before, after, name, is_level=True)


def _value(person: Person, attribute: str) -> object:
    """What a person has; hours that the plan decides are not the same as no hours."""
    if attribute == "ict_hours" and person.ict_to_decide:
        return None
    return getattr(person, attribute)


def _wishes(before: ProblemData, after: ProblemData) -> Iterator[WishSince]:
    old, new = (_by_content(data) for data in (before, after))
    yield from (WishSince(wish, is_new=False) for key, wish in old.items() if key not in new)
    yield from (WishSince(wish, is_new=True) for key, wish in new.items() if key not in old)


def _by_content(data: ProblemData) -> Mapping[tuple[object, ...], Deviation]:
    """Wishes by what they say: a row that only moved says the same."""
    return {
        (each.kind, each.task, each.unit, each.person, each.value): each
        for each in data.deviations
        if each.kind in WISHES
    }


def touched_people(found: tuple[Since, ...]) -> frozenset[PersonCode]:
    """Everybody about whom something is otherwise."""
    people = [each.person if isinstance(each, PersonSince) else each.wish.person for each in found]
    return frozenset(code for code in people if code is not None)


def touches(found: tuple[Since, ...], key: TaskKey, person: PersonCode) -> bool:
    """Whether a wish of a person about a task is otherwise."""
    return any(
        isinstance(each, WishSince)
        and each.wish.person == person
        and each.wish.task == key.task
        and each.wish.unit in (ANY, key.unit)
        for each in found
    )
