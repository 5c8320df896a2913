"""Level spread: what is missing is spread evenly over the clusters of a unit."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from models.problem import UnitCluster
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Var, total, weighted

TENTHS = 10
"""A grain that is missing costs 1 in the first tenth of a cluster's demand, 10 in the last."""


def build(context: Context) -> Linear:
    """`Σ_{u,c} Σ_k k·missing[u,c,k]`: the shortfall fills ten tenths of the demand, cheap first.

    Convex, so that a whole-number plan needs no further rule to fill the tenths in order.
    """
    demand: dict[UnitCluster, int] = defaultdict(int)
    covered: dict[UnitCluster, list[Var]] = defaultdict(list)
    for task in context.instance.tasks:
        where = (task.key.unit, task.task.cluster)
        demand[where] += task.demand
        covered[where].append(context.variables.covered(task.key))
    terms: list[tuple[Var, int]] = []
    for where, wanted in demand.items():
        terms += _tenths(context, where, wanted, covered[where])
    return weighted(terms)


def _tenths(
    context: Context, where: UnitCluster, demand: int, covered: list[Var]
) -> list[tuple[Var, int]]:
    """What is missing per tenth, with its cost; tenths in which no grain fits are left out.

    The tenths end at `⌊k·demand/10⌋`, so that together they are the demand.
    """
    terms = []
    for tenth in range(1, TENTHS + 1):
        before, end = ((tenth - 1) * demand // TENTHS, tenth * demand // TENTHS)
        if end > before:
            name = f"missing[{where[0]},{where[1]},{tenth}]"
            rule = _within(demand - before, end - before)
            terms.append((context.variables.derive(end - before, name, covered, rule), tenth))
    context.model.add(total(var for var, _ in terms) + total(covered) >= demand)
    return terms


def _within(missing: int, size: int) -> Callable[[Sequence[int]], int]:
    """How much of a tenth is missing; `missing` is what is, from its first grain, without work."""
    return lambda covered: min(size, max(0, missing - sum(covered)))
