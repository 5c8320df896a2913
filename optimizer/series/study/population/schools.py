"""A fictional school of Flanders: its kind, its size and its hours of ICT co-ordination."""

from dataclasses import dataclass
from decimal import Decimal
from math import exp
from random import Random
from string import ascii_uppercase

from models.problem import School, UnitCode
from models.vocabulary import EducationLevel
from optimizer.series.study.draws import Draws
from optimizer.series.study.population.kinds import HOURS_SPREAD, KINDS, SchoolKind

LEAST_PUPILS = 20
PUPILS_PER_TEACHER = Decimal("11.5")
PUPILS_PER_SITE = 300
"""A site more for every so many pupils; with the first one, rounded down."""
SCHOOLS_PER_ZONE = 5
"""Schools of a group among which people travel within a zone."""


@dataclass(frozen=True)
class DrawnSchool:
    """A school without amounts yet, and what it has of ICT co-ordination.

    `ict_hours` are clock hours and `bpt_hours` teaching hours a week, in halves.
    """

    school: School
    ict_hours: Decimal
    bpt_hours: Decimal

    @property
    def coordination(self) -> Decimal:
        """Hours of ICT co-ordination a week, as they are published: all kinds added up."""
        return self.ict_hours + self.bpt_hours


def draw_school(draws: Draws, number: int, level: EducationLevel | None = None) -> DrawnSchool:
    """School number 1, 2, … of a replication; it does not depend on the others.

    Its kind is drawn as well, unless a `level` is asked.
    """
    random = draws.stream("school", str(number))
    weights = [float(kind.weight) for kind in KINDS.values()]
    drawn = random.choices(list(KINDS), weights=weights)[0]
    return _draw(random, number, level or drawn)


def _draw(random: Random, number: int, level: EducationLevel) -> DrawnSchool:
    """The hours grow with the pupils, as the points of the law do, and vary around that."""
    kind = KINDS[level]
    relative = exp(random.gauss(0, kind.spread) - kind.spread**2 / 2)
    differs = exp(random.gauss(0, HOURS_SPREAD) - HOURS_SPREAD**2 / 2)
    hours = float(kind.weekly_hours) * relative * differs
    pupils = max(LEAST_PUPILS, round(float(kind.mean_pupils) * relative))
    return DrawnSchool(
        school=_school(level, kind, number, pupils),
        ict_hours=_halves(hours * (1 - kind.bpt_part)),
        bpt_hours=_halves(hours * kind.bpt_part),
    )


def number_of(code: UnitCode) -> int:
    """The number of a drawn school, with which its code ends."""
    return int(code.lstrip(ascii_uppercase))


def _halves(hours: float) -> Decimal:
    return Decimal(round(2 * hours)) / 2


def _school(level: EducationLevel, kind: SchoolKind, number: int, pupils: int) -> School:
    code = f"{kind.prefix}{number:04}"
    return School(
        code=UnitCode(code),
        name=f"School {code}",
        education_level=level,
        pupils=Decimal(pupils),
        devices=Decimal(round(pupils * kind.devices_per_100 / 100)),
        teachers=Decimal(max(1, round(pupils / PUPILS_PER_TEACHER))),
        sites=Decimal(1 + pupils // PUPILS_PER_SITE),
        lesson_hours=Decimal(round(pupils * kind.lessons_per_pupil)),
        zone=f"Z{(number - 1) // SCHOOLS_PER_ZONE + 1:03}",
    )
