"""Figures of the law on ICT points, with their source; what was not found is not here.

The coefficient per weighted pupil and the prices of a bachelor and a master were not found: they
stay settings that the user fills in (`points_coefficient`, `post_prices`), never a default.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from models.vocabulary import Diploma, EducationLevel, WeightClass

WEIGHTS: Mapping[WeightClass, Decimal] = {
    WeightClass.PRIMARY: Decimal("1.224882506"),
    WeightClass.GENERAL: Decimal("0.97368015"),
    WeightClass.VOCATIONAL: Decimal("1.153471682"),
    WeightClass.ARTS: Decimal("0.305845442"),
    WeightClass.LEARNER_LESSONS: Decimal("0.001984075"),
}
"""Weight of one pupil, or of one hour of one learner in adult education.

Source: BVR (decision of the Flemish Government) of 5 December 2003 on ICT co-ordination, art. 2,
as amended by the BVR of 3 September 2021; in force since 1 September 2021.
"""
WEIGHT_CLASSES: Mapping[EducationLevel, tuple[WeightClass, ...]] = {
    EducationLevel.PRIMARY: (WeightClass.PRIMARY,),
    EducationLevel.SPECIAL_PRIMARY: (WeightClass.PRIMARY,),
    EducationLevel.SECONDARY: (WeightClass.GENERAL, WeightClass.VOCATIONAL),
    EducationLevel.SPECIAL_SECONDARY: (WeightClass.VOCATIONAL,),
    EducationLevel.ADULT: (WeightClass.LEARNER_LESSONS,),
    EducationLevel.ADULT_BASIC: (WeightClass.LEARNER_LESSONS,),
    EducationLevel.ARTS: (WeightClass.ARTS,),
}
"""The weights that a school of this level can have; same source, art. 1 and 2."""
KNOWN_POST_PRICES: Mapping[Diploma, Decimal] = {Diploma.HSO: Decimal(63)}
"""ICT points of a full-time post, as far as known.

Source: circular GD/2003/04, by way of the questions and answers of an umbrella organisation; since
1 September 2021.
"""

BPT_LESSON = Fraction(50, 60)
"""Clock hours of a teaching hour as the lesson itself lasts: 50 minutes."""
BPT_POSTS = (20, 21, 22, 24)
"""Teaching hours of a full post, by level of education: the other way to read a teaching hour.

No source prescribes how a BPT teaching hour becomes clock hours. Read as a part of a full post it
is 36 divided by one of these, about twice the lesson itself: a choice that only a school can make.
"""


def bpt_post_hour(lessons: int, fulltime_hours: Decimal = Decimal(36)) -> Fraction:
    """Clock hours of a teaching hour as its part of a full post of so many of them."""
    return Fraction(fulltime_hours) / lessons
