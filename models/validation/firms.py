"""Whether outside firms can do a task."""

from models.agenda import TaskInstance
from models.instance import Instance


def firm_can_do(instance: Instance, task: TaskInstance) -> bool:
    """Whether a firm may do enough of a task, with somebody to watch the contract."""
    enough = task.outsource_max >= task.minimum
    return enough and task.key in instance.firm_payers and bool(instance.watchers.get(task.key))
