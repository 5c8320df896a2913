"""Level coverage: hours that are missing, the more important the heavier."""

from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Var, weighted


def build(context: Context) -> Linear:
    """`Σ weight[task]·(demand − covered)`, of the level that is chosen."""
    terms: list[tuple[Var, int]] = []
    constant = 0
    for task in context.instance.tasks:
        weight = context.instance.weight(task)
        own, demand = context.variables.asked(task)
        terms += [(var, weight * factor) for var, factor in own]
        terms.append((context.variables.covered(task.key), -weight))
        constant += weight * demand
    return weighted(terms) + constant
