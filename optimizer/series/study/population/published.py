"""Published figures on schools and their ICT co-ordination, with where they were found.

What was not published is an assumption of this program and stands in `kinds`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.vocabulary import EducationLevel


@dataclass(frozen=True)
class Published:
    """A figure, and the source that states it."""

    value: Decimal
    source: str


_MICTIVO_HOURS = "MICTIVO 2018, rapport stand van zaken"
_MICTIVO_DEVICES = "MICTIVO 2023 (overheidspagina)"
_PRESS = "krantenbericht met ministeriële cijfers (schooljaar 2023-2024)"

WEEKLY_HOURS: Mapping[EducationLevel, Published] = {
    EducationLevel.PRIMARY: Published(Decimal(9), _MICTIVO_HOURS),
    EducationLevel.SPECIAL_PRIMARY: Published(Decimal("3.9"), _MICTIVO_HOURS),
    EducationLevel.SECONDARY: Published(Decimal(22), _MICTIVO_HOURS),
    EducationLevel.ADULT_BASIC: Published(Decimal(24), _MICTIVO_HOURS),
}
"""Hours of ICT co-ordination a week of one school or centre, on average; those of a secondary
school count the teaching hours that it frees itself."""
NUM_SCHOOLS: Mapping[EducationLevel, Published] = {
    EducationLevel.PRIMARY: Published(Decimal(2517), _PRESS),
    EducationLevel.SPECIAL_PRIMARY: Published(Decimal(206), _PRESS),
    EducationLevel.SECONDARY: Published(Decimal(988), _PRESS),
}
"""Schools in Flanders; of special secondary schools no hours were published, so there are none
here."""
MEAN_PUPILS_PRIMARY = Published(Decimal(266), f"afgeleid uit een {_PRESS}")
"""Pupils of a primary school on average, special primary schools included."""
MEAN_PUPILS_SECONDARY = Published(Decimal(438), f"afgeleid uit een {_PRESS}")
DEVICES_PER_100_PRIMARY = Published(Decimal(54), _MICTIVO_DEVICES)
DEVICES_PER_100_SECONDARY = Published(Decimal(118), _MICTIVO_DEVICES)
