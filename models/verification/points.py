"""The ICT points of a school as the checker counts them: typed, or from the pupils."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from models.norms import WEIGHT_CLASSES, WEIGHTS
from models.problem import School
from models.settings import Settings
from models.units import hundredths
from models.vocabulary import WeightClass

_HOURS = WeightClass.LEARNER_LESSONS


def stated_points(school: School, settings: Settings) -> Decimal | None:
    """The school's points before pooling; `None` when the appointments are the envelope."""
    if not school.ict_points_computed:
        return school.ict_points
    heads, coefficient = _heads(school), settings.points_coefficient
    if not heads or coefficient is None:
        return None
    products = [Fraction(WEIGHTS[kind]) * Fraction(number) for kind, number in heads.items()]
    return hundredths(Fraction(coefficient) * sum(products))


def _heads(school: School) -> Mapping[WeightClass, Decimal]:
    """The pupils and hours of learners per weight; nothing when they are not all known."""
    known = school.class_counts
    if school.education_level is None:
        return known
    kinds = WEIGHT_CLASSES[school.education_level]
    if _HOURS in kinds:
        return known if _HOURS in known else {}
    if set(known) - {_HOURS}:
        return known
    if len(kinds) == 1 and school.pupils > 0:
        return {kinds[0]: school.pupils, **known}
    return {}
