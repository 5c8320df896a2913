"""Level coverage: hours that are missing, the more important the heavier."""

from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, weighted


def build(context: Context) -> Linear:
    """`Σ weight[priority]·(demand − covered)`."""
    weights = context.instance.settings.priority_weights
    tasks = context.instance.tasks
    missing = weighted((context.variables.covered(t.key), -weights[t.priority]) for t in tasks)
    return missing + sum(weights[task.priority] * task.demand for task in tasks)
