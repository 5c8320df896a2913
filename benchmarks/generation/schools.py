"""Fictional schools: sizes, sites, zones and what they bring into the pool."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from models.problem import School, UnitCode
from models.vocabulary import EducationLevel

SECONDARY_PER_CENT = 32
SCHOOLS_PER_ZONE = 5


def draw_single_school(random: Random) -> School:
    """A secondary school on its own."""
    return _secondary(random, "S1", low=400)


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
        school = _secondary(random, f"SO{place + 1:03}", low=320)
        return replace(school, pool_pct=Decimal(random.choice((0, 0, 40, 60, 70, 100))))
    school = _primary(random, f"BS{place - num_secondary + 1:03}")
    return replace(school, pool_pct=Decimal(random.choice((70, 80, 90, 100, 100, 100, 100))))


def _secondary(random: Random, code: str, low: int) -> School:
    pupils = random.randint(low, 820)
    return School(
        code=UnitCode(code),
        name=f"School {code}",
        education_level=EducationLevel.SECONDARY,
        pupils=Decimal(pupils),
        devices=Decimal(pupils * 118 // 100),
        teachers=Decimal(pupils * 10 // 115),
        sites=Decimal(random.choice((1, 1, 1, 2, 2, 3))),
        lesson_hours=Decimal(pupils * 204 // 100),
        operating_euro=Decimal(100 * random.randint(0, 30)),
    )


def _primary(random: Random, code: str) -> School:
    pupils = random.randint(130, 600)
    return School(
        code=UnitCode(code),
        name=f"School {code}",
        education_level=EducationLevel.PRIMARY,
        pupils=Decimal(pupils),
        devices=Decimal(pupils * 54 // 100),
        teachers=Decimal(pupils * 10 // 115),
        sites=Decimal(random.choice((1, 1, 1, 2))),
        lesson_hours=Decimal(pupils * 135 // 100),
        operating_euro=Decimal(100 * random.randint(0, 9)),
    )
