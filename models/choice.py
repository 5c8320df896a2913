"""Which tasks count when the plan chooses their level: at the group, or at the schools."""

from collections.abc import Container, Iterable

from models.agenda import TaskInstance
from models.plan import TaskKey
from models.problem import GROUP


def central_key(task: TaskInstance) -> TaskKey:
    """The same task at the group."""
    return TaskKey(task.key.task, GROUP)


def is_chosen(task: TaskInstance, done: Container[TaskKey]) -> bool:
    """Whether a task counts in a plan that does these: it is central when it is done centrally.

    So what nobody does counts at the schools.
    """
    return not task.is_choice or (central_key(task) in done) is task.is_central


def chosen(tasks: Iterable[TaskInstance], done: Container[TaskKey]) -> tuple[TaskInstance, ...]:
    """The tasks that count in a plan that does these."""
    return tuple(task for task in tasks if is_chosen(task, done))


def standing(tasks: Iterable[TaskInstance]) -> tuple[TaskInstance, ...]:
    """The tasks that count before there is a plan: floors and fair shares are those of schools."""
    return tuple(task for task in tasks if not task.is_central)
