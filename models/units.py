"""Hours, points and euro to whole numbers and back: the one rounding rule of the program.

Everything the optimiser counts is an integer number of *grains*: `grain` clock hours per school
year. Quantities come in as exact decimals, are computed as fractions and are rounded once, here.
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

Exact = Decimal | Fraction | int


def round_half_up(value: Exact) -> int:
    """The nearest whole number; halves go up (for quantities ≥ 0)."""
    return floor(Fraction(value) + Fraction(1, 2))


def demand_grains(hours: Exact, grain: int) -> int:
    """Grains of work that `hours` clock hours a year ask for, rounded half up."""
    return round_half_up(Fraction(hours) / grain)


def capacity_grains(hours: Exact, grain: int) -> int:
    """Grains that fit in `hours` clock hours a year, rounded down: nobody is overbooked."""
    return floor(Fraction(hours) / grain)


def part_up(part_pct: Exact, whole: int) -> int:
    """`part_pct` per cent of `whole`, rounded up."""
    return ceil(Fraction(part_pct) * whole / 100)


def part_down(part_pct: Exact, whole: int) -> int:
    """`part_pct` per cent of `whole`, rounded down."""
    return floor(Fraction(part_pct) * whole / 100)


def cents(euro: Exact) -> int:
    """Whole euro cents, rounded half up."""
    return round_half_up(Fraction(euro) * 100)


def hundredths(value: Exact) -> Decimal:
    """The value to two decimals, halves up: points that were computed are counted so."""
    return Decimal(round_half_up(Fraction(value) * 100)) / 100


def hours(grains: int, grain: int) -> int:
    """Clock hours per year of a number of grains."""
    return grains * grain
