"""What kinds of schools there are: published means, and the assumptions that they leave open."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.vocabulary import EducationLevel
from optimizer.series.study.population.published import (
    DEVICES_PER_100_PRIMARY,
    DEVICES_PER_100_SECONDARY,
    MEAN_PUPILS_PRIMARY,
    MEAN_PUPILS_SECONDARY,
    NUM_SCHOOLS,
    WEEKLY_HOURS,
)

_PUPILS_SPECIAL = Decimal(150)
_PUPILS_ADULT_BASIC = Decimal(400)
_NUM_ADULT_BASIC = Decimal(13)


@dataclass(frozen=True)
class SchoolKind:
    """One kind of school.

    Attributes
    ----------
    prefix
        Begin of the codes.
    weight
        How many of them there are, against the other kinds.
    mean_pupils, spread
        Mean size, and the standard deviation of its logarithm.
    devices_per_100
        Devices per 100 pupils.
    weekly_hours
        Mean hours of ICT co-ordination a week, for a school of any size.
    bpt_part
        Part of these hours that are teaching hours the school frees itself.
    lessons_per_pupil
        Teaching hours a week in the school's package, per pupil.
    """

    prefix: str
    weight: Decimal
    mean_pupils: Decimal
    spread: float
    devices_per_100: Decimal
    weekly_hours: Decimal
    bpt_part: float
    lessons_per_pupil: Decimal


def _ordinary_primary() -> Decimal:
    """Mean size without the special schools, so that the two together have the published mean."""
    ordinary = NUM_SCHOOLS[EducationLevel.PRIMARY].value
    special = NUM_SCHOOLS[EducationLevel.SPECIAL_PRIMARY].value
    whole = MEAN_PUPILS_PRIMARY.value * (ordinary + special)
    return (whole - special * _PUPILS_SPECIAL) / ordinary


KINDS: Mapping[EducationLevel, SchoolKind] = {
    EducationLevel.PRIMARY: SchoolKind(
        prefix="BS",
        weight=NUM_SCHOOLS[EducationLevel.PRIMARY].value,
        mean_pupils=_ordinary_primary(),
        spread=0.5,
        devices_per_100=DEVICES_PER_100_PRIMARY.value,
        weekly_hours=WEEKLY_HOURS[EducationLevel.PRIMARY].value,
        bpt_part=0.1,
        lessons_per_pupil=Decimal("1.35"),
    ),
    EducationLevel.SPECIAL_PRIMARY: SchoolKind(
        prefix="BB",
        weight=NUM_SCHOOLS[EducationLevel.SPECIAL_PRIMARY].value,
        mean_pupils=_PUPILS_SPECIAL,
        spread=0.4,
        devices_per_100=DEVICES_PER_100_PRIMARY.value,
        weekly_hours=WEEKLY_HOURS[EducationLevel.SPECIAL_PRIMARY].value,
        bpt_part=0.1,
        lessons_per_pupil=Decimal("1.35"),
    ),
    EducationLevel.SECONDARY: SchoolKind(
        prefix="SO",
        weight=NUM_SCHOOLS[EducationLevel.SECONDARY].value,
        mean_pupils=MEAN_PUPILS_SECONDARY.value,
        spread=0.55,
        devices_per_100=DEVICES_PER_100_SECONDARY.value,
        weekly_hours=WEEKLY_HOURS[EducationLevel.SECONDARY].value,
        bpt_part=0.18,
        lessons_per_pupil=Decimal("2.04"),
    ),
    EducationLevel.ADULT_BASIC: SchoolKind(
        prefix="BE",
        weight=_NUM_ADULT_BASIC,
        mean_pupils=_PUPILS_ADULT_BASIC,
        spread=0.3,
        devices_per_100=DEVICES_PER_100_PRIMARY.value,
        weekly_hours=WEEKLY_HOURS[EducationLevel.ADULT_BASIC].value,
        bpt_part=0.0,
        lessons_per_pupil=Decimal("1.35"),
    ),
}
"""The kinds. Not published and so assumed: every spread, every part of teaching hours and of
lessons, the sizes and devices of special schools and centres, the number of centres."""
HOURS_SPREAD = 0.2
"""Standard deviation of the logarithm of what a school's hours differ from those of its size."""
