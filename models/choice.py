"""Which tasks count when the plan chooses their level: at the group, or at the schools."""

from collections.abc import Container, Iterable, Mapping

from models.agenda import TaskInstance
from models.plan import TaskKey
from models.problem import GROUP, TaskNumber


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


def asked_at_levels(tasks: Iterable[TaskInstance]) -> Mapping[TaskNumber, tuple[int, int]]:
    """Grains that each task with a chosen level asks at the group, and at the schools together."""
    found: dict[TaskNumber, tuple[int, int]] = {}
    for task in tasks:
        if task.is_choice:
            central, local = found.get(task.key.task, (0, 0))
            more = (task.demand, 0) if task.is_central else (0, task.demand)
            found[task.key.task] = (central + more[0], local + more[1])
    return found
