"""A problem with all its schools, people or tasks changed in one way."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from models.problem import Person, ProblemData, School, Task


def with_tasks(data: ProblemData, factor: Callable[[Task], Decimal]) -> ProblemData:
    """Every task with its hours times what `factor` says."""
    tasks = tuple(
        replace(task, fixed_hours=task.fixed_hours * by, unit_hours=task.unit_hours * by)
        for task in data.tasks
        for by in [factor(task)]
    )
    return replace(data, tasks=tasks)


def with_schools(data: ProblemData, change: Callable[[School], School]) -> ProblemData:
    """Every school changed."""
    return replace(data, schools=tuple(map(change, data.schools)))


def with_persons(data: ProblemData, change: Callable[[Person], Person]) -> ProblemData:
    """Every person changed."""
    return replace(data, persons=tuple(map(change, data.persons)))


def times(amount: Decimal | None, by: Decimal) -> Decimal | None:
    """An amount times `by`; one that is not given stays so."""
    return None if amount is None else amount * by
