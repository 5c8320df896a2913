"""Level spread: what is missing is spread evenly over the clusters of a unit."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import mul

from models.problem import UnitCluster
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Rule, Var, total, weighted

TENTHS = 10
"""A grain that is missing costs 1 in the first tenth of a cluster's demand, 10 in the last."""


@dataclass
class _Gap:
    """What is missing of a cluster at a unit, `asked + Σ factor·variable`, and its whole demand."""

    demand: int = 0
    asked: int = 0
    terms: list[tuple[Var, int]] = field(default_factory=list)


def build(context: Context) -> Linear:
    """`Σ_{u,c} Σ_k k·missing[u,c,k]`: the shortfall fills ten tenths of the demand, cheap first.

    Convex, so that a whole-number plan needs no further rule to fill the tenths in order. Of a task
    whose level is chosen the shortfall is that of the level that is; the tenths are those of both.
    """
    gaps: dict[UnitCluster, _Gap] = defaultdict(_Gap)
    for task in context.instance.tasks:
        gap = gaps[task.key.unit, task.task.cluster]
        chosen, asked = context.variables.asked(task)
        gap.demand += task.demand
        gap.asked += asked
        gap.terms += [*chosen, (context.variables.covered(task.key), -1)]
    terms: list[tuple[Var, int]] = []
    for where, gap in gaps.items():
        terms += _tenths(context, where, gap)
    return weighted(terms)


def _tenths(context: Context, where: UnitCluster, gap: _Gap) -> list[tuple[Var, int]]:
    """What is missing per tenth, with its cost; tenths in which no grain fits are left out.

    The tenths end at `⌊k·demand/10⌋`, so that together they are the demand.
    """
    terms = []
    parts, factors = zip(*gap.terms, strict=True)
    for tenth in range(1, TENTHS + 1):
        before, end = ((tenth - 1) * gap.demand // TENTHS, tenth * gap.demand // TENTHS)
        if end > before:
            name = f"missing[{where[0]},{where[1]},{tenth}]"
            rule = _within(gap.asked - before, factors, end - before)
            terms.append((context.variables.derive(end - before, name, parts, rule), tenth))
    missing = total(var for var, _ in terms)
    context.model.add(missing >= weighted(gap.terms) + gap.asked)
    return terms


def _within(asked: int, factors: Sequence[int], size: int) -> Rule:
    """How much of a tenth is missing; `asked` is what is, from its first grain, without work."""
    return lambda values: min(size, max(0, asked + sum(map(mul, values, factors))))
