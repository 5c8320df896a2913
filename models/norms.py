"""Figures of the law on ICT points, with their source; what was not found is not here.

The coefficient per weighted pupil and the prices of a bachelor and a master were not found: they
stay settings that the user fills in (`points_coefficient`, `post_prices`), never a default.
"""

from collections.abc import Mapping
from decimal import Decimal

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
