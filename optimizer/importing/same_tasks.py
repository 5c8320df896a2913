"""Rows that are one task: on the sheets of several schools or people, or in several weeks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from models.vocabulary import Applies
from optimizer.importing import answer_words
from optimizer.importing.answers import Answers
from optimizer.importing.source_task import SourceTask
from optimizer.workbook.read.matching import fold

_APPLIES = (Applies.YES, Applies.LATER, Applies.NO)
"""A task that is done somewhere is on the list."""


def merge_same(tasks: Iterable[SourceTask], answers: Answers) -> list[SourceTask]:
    """The tasks, with those of which the rows may repeat a title made one.

    The user may have said of a task that it stands there twice.
    """
    merged: list[SourceTask] = []
    places: dict[str, int] = {}
    for task in map(_hours_at_school, tasks):
        key = fold(task.title)
        said = set(map(fold, answers.task(task.where)))
        again = (task.repeats or answer_words.ONE_TASK in said) and key in places
        if again and answer_words.SEVERAL_TASKS not in said:
            merged[places[key]] = _together(merged[places[key]], task)
        else:
            places.setdefault(key, len(merged))
            merged.append(task)
    return merged


def at_school(task: SourceTask, school: str) -> SourceTask:
    """A task below the name of a school, which then is done there by those beside it."""
    if not school or task.schools:
        return task
    crosses = tuple(replace(cross, school=school) for cross in task.crosses)
    return replace(task, schools=((school, None),), crosses=crosses, repeats=True)


def school_names(tasks: Sequence[SourceTask]) -> tuple[str, ...]:
    """Every school that the overview names, in its order."""
    names = (school for task in tasks for school, _ in task.schools)
    also = (cross.school for task in tasks for cross in task.crosses if cross.school)
    found: dict[str, str] = {}
    for name in (*names, *also):
        found.setdefault(fold(name), name)
    return tuple(found.values())


def _hours_at_school(task: SourceTask) -> SourceTask:
    """The hours in the list of one school are those at that school."""
    if len(task.schools) != 1 or task.hours is None:
        return task
    ((school, hours),) = task.schools
    return replace(task, hours=None, schools=((school, hours or task.hours),))


def _together(one: SourceTask, other: SourceTask) -> SourceTask:
    return replace(
        one,
        cluster=one.cluster or other.cluster,
        hint=one.hint or other.hint,
        core=_either(one.core, other.core),
        applies=min(one.applies, other.applies, key=_APPLIES.index),
        hours=_sum(one.hours, other.hours),
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
        crosses=(*one.crosses, *other.crosses),
        priority=one.priority or other.priority,
        level=one.level or other.level,
        rhythm=one.rhythm if one.rhythm is other.rhythm else None,
        peak=one.peak if one.peak == other.peak else "",
        schools=_schools(one, other),
    )


def _either(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one or bool(other)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return other if one is None else one + (other or 0)


def _schools(one: SourceTask, other: SourceTask) -> tuple[tuple[str, Decimal | None], ...]:
    found = dict(one.schools)
    for school, hours in other.schools:
        found[school] = _sum(found.get(school), hours)
    return tuple(found.items())
