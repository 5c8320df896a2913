"""Level core: core tasks that are not done, by the size of their demand."""

from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, weighted


def build(context: Context) -> Linear:
    """`Σ over core tasks of demand·(1 − done)`."""
    core = [task for task in context.instance.tasks if task.task.core]
    undone = weighted((context.variables.done(task.key), -task.demand) for task in core)
    return undone + sum(task.demand for task in core)
