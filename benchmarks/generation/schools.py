"""Fictional schools: sizes, sites, zones and what they bring into the pool."""

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from models.problem import School, UnitCode
from models.vocabulary import EducationLevel

SECONDARY_PER_CENT = 32
SCHOOLS_PER_ZONE = 5


def draw_single_school(random: Random) -> School:
    """A secondary school on its own."""
    return _school(random, "S1", SECONDARY, low=400)


def draw_schools(random: Random, count: int) -> tuple[School, ...]:
    """Schools of a group, secondary ones first, spread over travel zones."""
    num_secondary = max(1, round(count * SECONDARY_PER_CENT / 100))
    zones = [f"Z{number // SCHOOLS_PER_ZONE + 1:02}" for number in range(count)]
    random.shuffle(zones)
    return tuple(
        replace(_draw(random, place, num_secondary), zone=zone) for place, zone in enumerate(zones)
    )


def _draw(random: Random, place: int, num_secondary: int) -> School:
    if place < num_secondary:
        school = _school(random, f"SO{place + 1:03}", SECONDARY, low=320)
        return replace(school, pool_pct=Decimal(random.choice((0, 0, 40, 60, 70, 100))))
    school = _school(random, f"BS{place - num_secondary + 1:03}", PRIMARY, low=130)
    return replace(school, pool_pct=Decimal(random.choice((70, 80, 90, 100, 100, 100, 100))))


@dataclass(frozen=True)
class SchoolType:
    """Schools of one level: most pupils, per cent of these for other numbers, most money."""

    level: EducationLevel
    most_pupils: int
    devices_pct: int
    lesson_pct: int
    sites: tuple[int, ...]
    most_hundreds: int


SECONDARY = SchoolType(EducationLevel.SECONDARY, 820, 118, 204, (1, 1, 1, 2, 2, 3), 30)
PRIMARY = SchoolType(EducationLevel.PRIMARY, 600, 54, 135, (1, 1, 1, 2), 9)


def _school(random: Random, code: str, kind: SchoolType, low: int) -> School:
    pupils = random.randint(low, kind.most_pupils)
    return School(
        code=UnitCode(code),
        name=f"School {code}",
        education_level=kind.level,
        pupils=Decimal(pupils),
        devices=Decimal(pupils * kind.devices_pct // 100),
        teachers=Decimal(pupils * 10 // 115),
        sites=Decimal(random.choice(kind.sites)),
        lesson_hours=Decimal(pupils * kind.lesson_pct // 100),
        operating_euro=Decimal(100 * random.randint(0, kind.most_hundreds)),
    )
