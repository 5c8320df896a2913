"""What is said of one task in the fifth step of the guideline, and what that sets."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from models.vocabulary import Applies, Priority, TaskLevel


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
