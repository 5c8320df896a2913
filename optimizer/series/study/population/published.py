"""Published figures on schools and their ICT co-ordination, with where they were found.

What was not published is an assumption of this program and stands in `kinds`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.vocabulary import EducationLevel


@dataclass(frozen=True)
class Source:
    """Where a figure was found: a title, and an address when it has one that we could find."""

    title: str
    address: str = ""


@dataclass(frozen=True)
class Published:
    """A figure, and the source that states it."""

    value: Decimal
    source: Source


_MICTIVO_HOURS = Source(
    "Heymans, Godaert, Elen, van Braak & Goeman (2018), MICTIVO2018: monitor voor ICT-integratie "
    "in het Vlaamse onderwijs, eindrapport, KU Leuven en Universiteit Gent",
    "http://www.edublogs.be/tag/ict-monitor",
)
"""The report itself has no lasting address that we found; the page tells its hours of primary and
special primary schools, the report on the state of ICT co-ordination repeats all four."""
_MICTIVO_DEVICES = Source(
    "Kenniscentrum Digisprong, Digitalisering in het onderwijs maakt grote sprong (MICTIVO 2023)",
    "https://www.vlaanderen.be/kenniscentrum-digisprong/themas/ict-beleid-van-je-school/"
    "digitalisering-in-het-onderwijs-maakt-grote-sprong",
)
_PRESS = Source(
    "krantenbericht met ministeriële cijfers, schooljaar 2023-2024; geen adres gevonden"
)
_DERIVED = Source(f"afgeleid uit een {_PRESS.title}")

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
MEAN_PUPILS_PRIMARY = Published(Decimal(266), _DERIVED)
"""Pupils of a primary school on average, special primary schools included."""
MEAN_PUPILS_SECONDARY = Published(Decimal(438), _DERIVED)
DEVICES_PER_100_PRIMARY = Published(Decimal(54), _MICTIVO_DEVICES)
DEVICES_PER_100_SECONDARY = Published(Decimal(118), _MICTIVO_DEVICES)
