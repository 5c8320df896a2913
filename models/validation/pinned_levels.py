"""Whether what is pinned leaves a chosen level to choose."""

from models.choice import central_key
from models.instance import Instance
from models.issues import Issue, error
from models.naming import Names
from models.plan import TaskKey
from models.problem import TaskNumber
from models.validation.pinned_pairs import pinned_pairs


def check_pins_choose(instance: Instance) -> list[Issue]:
    """A task whose level the plan chooses is not pinned at the group and at a school as well.

    One row does that when it names no school.
    """
    pins = pinned_pairs(instance)
    pinned = {pin.task.key for pin in pins}
    names = Names(instance.data)
    told: dict[TaskNumber, Issue] = {}
    for pin in pins:
        central: TaskKey = central_key(pin.task)
        if pin.task.is_local and central in pinned:
            number = pin.task.key.task
            issue = error("pinned-at-both-levels", pin.where, task=names.task_at(number, ()))
            told.setdefault(number, issue)
    return list(told.values())
