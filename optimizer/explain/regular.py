"""Work that comes every day or every week and gets no hour: what a school notices first."""

from collections.abc import Callable, Iterable

from models.explanation import Reason
from models.plan import TaskKey
from models.problem import ProblemData
from models.vocabulary import Rhythm
from optimizer.explain.order import task_place

REGULAR = (Rhythm.DAILY, Rhythm.WEEKLY)
"""Rhythms that cannot wait for next year, the most pressing first."""


def left_undone(data: ProblemData, reasons: Iterable[Reason]) -> dict[Rhythm, tuple[TaskKey, ...]]:
    """The planned tasks of a regular rhythm that get no hours, per rhythm; absent means none."""
    rhythms = {task.number: task.rhythm for task in data.tasks}
    undone = [reason.task for reason in reasons if reason.demand and not reason.covered]
    found = {each: tuple(key for key in undone if rhythms[key.task] is each) for each in REGULAR}
    return {rhythm: keys for rhythm, keys in found.items() if keys}


def gap_place(data: ProblemData) -> Callable[[Reason], tuple[int, tuple[int, int]]]:
    """A sort key for gaps: daily, then weekly work without hours, then as the user wrote them."""
    rhythms = {task.number: task.rhythm for task in data.tasks}
    place = task_place(data)

    def rank(reason: Reason) -> tuple[int, tuple[int, int]]:
        rhythm = rhythms[reason.task.task]
        is_first = rhythm in REGULAR and reason.demand > 0 and not reason.covered
        urgency = REGULAR.index(rhythm) if is_first and rhythm else len(REGULAR)
        return urgency, place(reason.task)

    return rank
