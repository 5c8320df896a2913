"""ICT points from pupils: what the law gives a school, as far as its figures are filled in.

Points are the weighted pupils times a coefficient (BVR of 5 December 2003, art. 2 and 3). The law
states no rounding of one school's points that we found; here they are rounded once, at the end, to
hundredths, halves up (`models.units.hundredths`), and what is shown is what the envelope holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.norms import WEIGHT_CLASSES, WEIGHTS
from models.problem import School
from models.settings import Settings
from models.units import hundredths
from models.vocabulary import PointsInput, WeightClass

PUPIL_CLASSES = tuple(each for each in WeightClass if each is not WeightClass.LEARNER_LESSONS)
"""The classes that count pupils, so that they add up to the pupils of a school."""
_Lacking = tuple[WeightClass | PointsInput, ...]


@dataclass(frozen=True)
class PointsFromPupils:
    """The computation for one school.

    Attributes
    ----------
    counts
        What is weighted, per class.
    coefficient
        Points per weighted pupil; `None` when it is not known.
    lacks
        What must be filled in before the points are known; empty when they are.
    """

    counts: Mapping[WeightClass, Decimal]
    coefficient: Decimal | None
    lacks: _Lacking

    @property
    def weighted(self) -> Fraction:
        """The weighted pupils, exactly."""
        parts = (Fraction(WEIGHTS[each]) * Fraction(n) for each, n in self.counts.items())
        return sum(parts, Fraction(0))

    @property
    def points(self) -> Decimal | None:
        """The points to two decimals, halves up; `None` when something lacks."""
        if self.lacks or self.coefficient is None:
            return None
        return hundredths(self.weighted * Fraction(self.coefficient))


def points_from_pupils(settings: Settings, school: School) -> PointsFromPupils:
    """The computation of a school's points, or what it lacks.

    Classes that were counted are weighted as they stand. All pupils have the one weight of the
    school's level when no class of pupils was counted; a level with two weights, or one that
    counts hours of learners, needs the counts.
    """
    counts, lacks = _counts(school)
    coefficient = settings.points_coefficient
    if coefficient is None:
        lacks = (*lacks, PointsInput.COEFFICIENT)
    return PointsFromPupils(counts, coefficient, lacks)


def ict_points(settings: Settings, school: School) -> Decimal | None:
    """What the ICT envelope of a school holds before pooling; `None` when there is no amount."""
    if school.ict_points_computed:
        return points_from_pupils(settings, school).points
    return school.ict_points


def _counts(school: School) -> tuple[Mapping[WeightClass, Decimal], _Lacking]:
    counted = school.class_counts
    if school.education_level is None:
        return counted, () if counted else (PointsInput.EDUCATION_LEVEL,)
    classes = WEIGHT_CLASSES[school.education_level]
    first = classes[0]
    alike = PUPIL_CLASSES if first in PUPIL_CLASSES else classes
    if any(each in counted for each in alike):
        return counted, ()
    if len(classes) > 1 or first not in PUPIL_CLASSES:
        return counted, classes
    if school.pupils <= 0:
        return counted, (PointsInput.PUPILS,)
    return {**counted, first: school.pupils}, ()
