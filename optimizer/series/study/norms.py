"""How uncertain the hours of tasks are: one draw per replication, the same for all schools."""

from collections.abc import Mapping
from decimal import Decimal

from optimizer.series.study.distributions import Distribution
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.registry import NORMS

NOISE = "*"
"""Stands for every task, each with a draw of its own."""
Norms = Mapping[str, Distribution]


def drawn_norms(norms: Norms, tasks: tuple[str, ...], draws: Draws) -> dict[str, Decimal]:
    """Every multiplier of a replication, by the name of its factor.

    A norm that is off is off everywhere: neither the school nor the workbook is in the name of the
    stream.
    """
    found = {name: _draw(each, name, draws) for name, each in norms.items() if name != NOISE}
    if NOISE in norms:
        own = {f"{NORMS}_{task}" for task in tasks} - set(found)
        found |= {name: _draw(norms[NOISE], name, draws) for name in sorted(own)}
    return found


def _draw(distribution: Distribution, name: str, draws: Draws) -> Decimal:
    return distribution.draw(draws.stream("norm", name))
