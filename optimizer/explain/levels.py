"""What it costs to do a task at the other level than the one that the plan chose."""

from models.changes import TaskChange
from models.choice import asked_at_levels
from models.plan import TaskKey
from models.problem import GROUP
from models.vocabulary import TaskLevel
from models.why import OtherLevel
from optimizer.explain.resolve import Resolver
from optimizer.run.stop import Stop


def other_level(resolver: Resolver, key: TaskKey, stop: Stop) -> OtherLevel | None:
    """The price of the other level; `None` when the plan has nothing to choose for this task.

    It is asked as a user can: by another word in the task list. At the group that is then for the
    schools that do not pool as well.
    """
    found = asked_at_levels(resolver.base.instance.tasks).get(key.task)
    if found is None:
        return None
    is_central = key.unit == GROUP
    asked, instead = found if is_central else found[::-1]
    change = TaskChange(key.task, "level", TaskLevel.SCHOOL if is_central else TaskLevel.GROUP)
    return OtherLevel(is_central, asked, instead, change, resolver.resolve(change, stop))
