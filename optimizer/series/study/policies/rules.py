"""The named rules: a formula, a fixed total that is shared otherwise, a minimum for everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from models.vocabulary import EducationLevel
from optimizer.series.study.policies.policy import SchoolFacts

_ZERO, _ONE = Decimal(0), Decimal(1)
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Formula:
    """Points by pupils and by school: `per_school + per_pupil × weight × pupils`, or the minimum.

    `weights` tells how much a pupil of a level weighs; 1 where it says nothing.
    """

    per_pupil: Decimal = _ZERO
    per_school: Decimal = _ZERO
    minimum: Decimal = _ZERO
    weights: Mapping[EducationLevel, Decimal] = field(default_factory=dict)

    def shape(self, school: SchoolFacts) -> Decimal:
        """What the formula gives, before any minimum."""
        weight = self.weights.get(school.level, _ONE) if school.level else _ONE
        return self.per_school + self.per_pupil * weight * school.pupils

    def __call__(self, schools: Sequence[SchoolFacts]) -> Sequence[Decimal]:
        """The points of every school."""
        return [max(self.minimum, self.shape(school)) for school in schools]


@dataclass(frozen=True)
class Redistribution:
    """The points that there are, times `total`, shared in proportion to a formula.

    No school gets less than the minimum of the formula: `max(minimum, k × shape)`, with the one `k`
    that makes the sum. Only how the amounts of the formula relate to each other matters.
    """

    formula: Formula
    total: Decimal = _ONE

    def __call__(self, schools: Sequence[SchoolFacts]) -> Sequence[Decimal]:
        """The points of every school.

        Raises
        ------
        ValueError
            When the minimum of all schools together is more than there is.
        """
        whole = self.total * sum((school.points for school in schools), _ZERO)
        shapes = [self.formula.shape(school) for school in schools]
        least = self.formula.minimum
        if least * len(schools) > whole or not any(shapes):
            raise ValueError(f"{whole} points: no minimum of {least} for {len(schools)} schools")
        factor = _factor(shapes, least, whole)
        return [max(least, factor * shape).quantize(_CENT) for shape in shapes]


def _factor(shapes: Sequence[Decimal], least: Decimal, whole: Decimal) -> Decimal:
    """The `k` for which `Σ max(least, k × shape) = whole`.

    Schools are taken from the smallest on: as long as the next one would get less than the minimum
    from what is left for it and all larger ones, it gets the minimum.
    """
    left, above = whole, sum(shapes, _ZERO)
    for shape in sorted(shapes):
        if above and shape * left / above >= least:
            break
        left, above = left - least, above - shape
    return left / above if above else _ZERO


@dataclass(frozen=True)
class AtLeast:
    """Every school keeps what it has, and gets at least so much: the total grows."""

    minimum: Decimal

    def __call__(self, schools: Sequence[SchoolFacts]) -> Sequence[Decimal]:
        """The points of every school."""
        return [max(self.minimum, school.points) for school in schools]
