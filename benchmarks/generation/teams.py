"""Who works where: the team of a school, local people of a group, the central team."""

from dataclasses import replace
from decimal import Decimal
from math import ceil
from random import Random

from models.problem import CENTRAL, Person, Reach, School
from models.vocabulary import EducationLevel, ReachKind, Role

SCHOOL_ROLES = (
    Role.TECHNICAL_COORDINATOR,
    Role.SUPPORT,
    Role.PEDAGOGICAL_COORDINATOR,
    Role.ADMINISTRATION,
    Role.DIRECTOR,
    Role.DIGICOACH,
    Role.ANCHOR,
    Role.DIRECTOR,
    Role.TEACHER,
    Role.TECHNICAL_ADVISER,
    Role.TEACHER,
    Role.ANCHOR,
    Role.DIGICOACH,
    Role.ADMINISTRATION,
    Role.TEACHER,
)
"""The team of one school on its own, in the order in which it grows."""
LARGE_SCHOOL = 380
LARGE_GROUP = 100
"""Schools from which the group is thinly staffed and its central team works by area."""
AREA = 25
"""Schools that one team of such a group serves."""
WEEK_OF_ONE = 27
"""ICT hours a week of one central person, on average."""
VISITED = 8
"""Schools that a central person visits at most."""
EVERYWHERE = Reach(ReachKind.ALL)


def local_roles(random: Random, school: School, *, thin: bool) -> list[Role]:
    """Roles of the people of one school of a group; who coordinates is decided by its points."""
    chance = 0.55 if thin else 1.0
    wanted = [(Role.ANCHOR, 1.0)]
    if school.education_level is EducationLevel.SECONDARY:
        extra = random.choice((Role.DIGICOACH, Role.TECHNICAL_ADVISER, Role.TEACHER))
        wanted += [(Role.ADMINISTRATION, chance), (Role.DIRECTOR, chance), (extra, 0.8 * chance)]
    else:
        wanted.append((Role.DIRECTOR, 0.9 * chance))
        if school.pupils > LARGE_SCHOOL:
            wanted.append((Role.ADMINISTRATION, 0.7 * chance))
    return [role for role, probability in wanted if random.random() < probability]


def central_roles(weekly_hours: float) -> list[Role]:
    """Roles of the central people who share `weekly_hours` of ICT."""
    num_people = max(3, ceil(weekly_hours / WEEK_OF_ONE))
    num_pedagogical = max(1, round(num_people / 8))
    technical = [Role.TECHNICAL_COORDINATOR] * (num_people - 1 - num_pedagogical)
    return [Role.HEAD, *technical, *([Role.PEDAGOGICAL_COORDINATOR] * num_pedagogical)]


def central_reach(schools: tuple[School, ...], place: int, role: Role) -> Reach:
    """Everywhere; in a large group the area of the team, unless the work is for all."""
    if role is Role.HEAD or len(schools) < LARGE_GROUP:
        return EVERYWHERE
    by_zone = sorted(schools, key=lambda school: (school.zone, school.code))
    area = place % ceil(len(schools) / AREA)
    return Reach(ReachKind.LISTED, tuple(s.code for s in by_zone[area * AREA :][:AREA]))


def as_central(person: Person) -> Person:
    """A central person: no teaching hours, and few schools to travel to unless pedagogical."""
    visits = None if person.role is Role.PEDAGOGICAL_COORDINATOR else VISITED
    return replace(person, home=CENTRAL, bpt_hours=Decimal(0), max_schools=visits)
