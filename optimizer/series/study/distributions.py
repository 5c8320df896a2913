"""Distributions of a multiplier: what a norm may be off by, and where a sensitivity study looks."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import exp, sqrt
from random import Random
from statistics import NormalDist

_EDGE = 1e-9
"""A lognormal factor has no largest value: at the very ends of [0, 1] this is kept."""


class Shape(StrEnum):
    """The kinds of distributions."""

    LOGNORMAL = "lognormal"
    UNIFORM = "uniform"
    TRIANGLE = "triangle"


@dataclass(frozen=True)
class Distribution:
    """How a multiplier is distributed.

    Attributes
    ----------
    shape
        `LOGNORMAL` has mean one and `spread_pct` as the standard deviation of its logarithm, in
        per cent. `UNIFORM` and `TRIANGLE` run from `low` to `high`, the latter with its top at
        `top`.
    """

    shape: Shape
    spread_pct: float = 0.0
    low: float = 1.0
    high: float = 1.0
    top: float = 1.0

    def quantile(self, part: float) -> float:
        """The value below which `part` of the distribution lies; 0 ≤ `part` ≤ 1."""
        if self.shape is Shape.LOGNORMAL:
            spread = self.spread_pct / 100
            deviation = NormalDist().inv_cdf(min(1 - _EDGE, max(_EDGE, part)))
            return exp(spread * deviation - spread**2 / 2)
        width = self.high - self.low
        if self.shape is Shape.UNIFORM or not width:
            return self.low + part * width
        rising = (self.top - self.low) / width
        if part < rising:
            return self.low + sqrt(part * width * (self.top - self.low))
        return self.high - sqrt((1 - part) * width * (self.high - self.top))

    def draw(self, random: Random) -> Decimal:
        """A multiplier, in thousandths."""
        return thousandths(self.quantile(random.random()))


def thousandths(value: float) -> Decimal:
    """A number in thousandths: exact in text, so that a table can be read again."""
    return Decimal(round(1000 * value)) / 1000
