"""Level core: core tasks that are not done, by the size of their demand."""

from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Var, weighted


def build(context: Context) -> Linear:
    """`Σ over core tasks of demand·(1 − done)`, of the level that is chosen."""
    terms: list[tuple[Var, int]] = []
    constant = 0
    for task in context.instance.tasks:
        if task.task.core:
            own, demand = context.variables.asked(task)
            terms += [*own, (context.variables.done(task.key), -task.demand)]
            constant += demand
    return weighted(terms) + constant
