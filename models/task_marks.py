"""What is said of one task in the fifth step of the guideline, and what that sets."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from models.problem import Task
from models.screening import EXPERT_FROM
from models.vocabulary import Applies, OnSite, Priority, Rhythm, TaskLevel


class Mark(StrEnum):
    """Something that holds for a task: where it belongs, or when."""

    NOT_HERE = "not_here"
    LATER = "later"
    SCALE = "scale"
    EXPERTISE = "expertise"
    NEAR = "near"
    ESSENTIAL = "essential"
    DROP = "drop"
    TOGETHER = "together"


MARKS: Mapping[str, tuple[Mark, ...]] = {
    "tasks_group": (Mark.NOT_HERE, Mark.LATER, Mark.SCALE, Mark.EXPERTISE, Mark.NEAR),
    "tasks_school": (Mark.ESSENTIAL, Mark.LATER, Mark.DROP, Mark.TOGETHER),
}
"""Per question of the guideline what can be said of a task."""


@dataclass(frozen=True)
class TaskSets:
    """The fields of a task that its marks decide; `None` leaves one as it is."""

    applies: Applies | None = None
    level: TaskLevel | None = None
    priority: Priority | None = None


def task_sets(marks: Set[Mark]) -> TaskSets:
    """What some marks set.

    Gain of scale and special expertise ask for the level of the group, help that must be near and
    quick for the school; where both hold, the plan weighs them.
    """
    applies = None
    if marks & {Mark.NOT_HERE, Mark.DROP}:
        applies = Applies.NO
    elif Mark.LATER in marks:
        applies = Applies.LATER
    level = None
    if marks & {Mark.SCALE, Mark.EXPERTISE}:
        level = TaskLevel.CHOICE if Mark.NEAR in marks else TaskLevel.GROUP
    elif Mark.NEAR in marks:
        level = TaskLevel.SCHOOL
    priority = Priority.ESSENTIAL if Mark.ESSENTIAL in marks else None
    return TaskSets(applies, level, priority)


def proposed_marks(task: Task) -> frozenset[Mark]:
    """What the task list suggests for a task that it does at the level of the group.

    Deep knowledge or else scale brought it there; help must be near when it is partly done at the
    school or comes every day, and then the plan may weigh both. Of a task of the schools nothing is
    proposed.
    """
    if task.level is TaskLevel.SCHOOL:
        return frozenset()
    is_deep = any(level >= EXPERT_FROM for level in task.required.values())
    is_near = task.on_site is not OnSite.NO or task.rhythm is Rhythm.DAILY
    return frozenset({Mark.EXPERTISE if is_deep else Mark.SCALE, *([Mark.NEAR] if is_near else [])})
