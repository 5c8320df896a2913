"""Choice: a task whose level the plan chooses is done at the group or at the schools, not both."""

from models.choice import central_key
from models.explanation import Family
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import total


def add(context: Context) -> None:
    """`done[t@u] + done[t@GROEP] ≤ 1`: the task is central when it is done at the group."""
    for task in context.instance.tasks:
        if task.is_local:
            levels = [context.variables.done(key) for key in (task.key, central_key(task))]
            context.require(total(levels) <= 1, Family.CHOICE, "level", *task.key)
