"""Seeded instances of our own structure: a school, a group of schools, a region.

All of them have the task list that comes with the program. People can do 55 to 65 per cent of the
work. Codes and names are fictional; the same seed gives the same problem on every machine.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from benchmarks.generation.hours import (
    demand_hours,
    hours_for,
    ict_hours_wanted,
    local_post,
    points_for,
    pooled_points,
    share_hours,
    share_points,
)
from benchmarks.generation.schools import draw_schools, draw_single_school
from benchmarks.generation.teams import (
    EVERYWHERE,
    LARGE_GROUP,
    SCHOOL_ROLES,
    as_central,
    central_reach,
    central_roles,
    local_roles,
)
from benchmarks.generation.wishes import people_deviations, work_deviations
from models.problem import CENTRAL, GROUP, Person, ProblemData, School
from models.settings import Settings
from models.vocabulary import EducationLevel, Role
from optimizer.series.study.population.people import draw_person
from optimizer.workbook.labels import COMPETENCES
from optimizer.workbook.template.catalogue import catalogue_tasks
from optimizer.workbook.template.example_school import EXAMPLE_SETTINGS

CAPACITY_PART = (0.57, 0.63)
"""What people can do of the work is drawn from here, before hours are rounded."""
TECHNICAL_PART = 0.8
"""What the coordinator of a school on its own has of the ICT hours; an assistant has the rest."""
GROUP_PART = 0.04
"""What the group itself has of all points."""
LONG_POST = 10
"""ICT hours a week from which a school's coordinator must be there some hours."""
OPEN_FROM = 20
"""Schools from which one central appointment is left to the plan."""
PRESENCE = Decimal(4)


def school(seed: int, persons: int = 10) -> ProblemData:
    """One secondary school with 8 to 15 people and the whole task list."""
    random = Random(f"school {persons} {seed}")
    place = draw_single_school(random)
    team = [
        draw_person(random, f"P{number:02}", place.code, role)
        for number, role in enumerate(SCHOOL_ROLES[:persons], start=1)
    ]
    data = _without_people(random, (place,))
    wanted = _wanted(random, data, team)
    technical = min(36.0, TECHNICAL_PART * wanted)
    team[:1] = share_hours(random, team[:1], technical)
    team[1:2] = share_hours(random, team[1:2], wanted - technical)
    points = points_for(data.settings, float(team[0].ict_hours + team[1].ict_hours))
    paid = replace(place, ict_points=Decimal(points))
    return _with_people(random, replace(data, schools=(_with_amounts(paid, team),)), team)


def group(seed: int, schools: int = 22) -> ProblemData:
    """Schools with a pool, a central team that travels, and people of their own."""
    random = Random(f"group {schools} {seed}")
    places = draw_schools(random, schools)
    data = _without_people(random, places)
    local = [person for place in places for person in _local_team(random, place, schools)]
    secretaries = _secretaries(random, schools)
    points = points_for(data.settings, _wanted(random, data, [*local, *secretaries]))
    for_group = round(points * GROUP_PART)
    places = share_points(random, places, points - for_group)
    coordinators = [p for place in places for p in _coordinators(random, data.settings, place)]
    pooled = for_group + sum((pooled_points(place) for place in places), Fraction(0))
    central = _central_team(random, places, float(hours_for(data.settings, pooled)))
    people = [*central, *secretaries, *coordinators, *local]
    rows = [_with_amounts(place, people) for place in places]
    pool = _pool(for_group, secretaries, schools)
    return _with_people(random, replace(data, schools=(*rows, pool)), people)


def region(seed: int, schools: int = 200) -> ProblemData:
    """A region: a large group, thinly staffed, whose central team works by area."""
    return group(seed, schools)


def _without_people(random: Random, places: tuple[School, ...]) -> ProblemData:
    return ProblemData(
        settings=EXAMPLE_SETTINGS,
        schools=places,
        persons=(),
        tasks=catalogue_tasks(),
        competences=COMPETENCES,
        deviations=tuple(work_deviations(random, places)),
    )


def _with_people(random: Random, data: ProblemData, people: list[Person]) -> ProblemData:
    rows = people_deviations(random, people, data.tasks)
    return replace(data, persons=tuple(people), deviations=(*data.deviations, *rows))


def _wanted(random: Random, data: ProblemData, people: list[Person]) -> float:
    part = random.uniform(*CAPACITY_PART)
    return ict_hours_wanted(data.settings, demand_hours(data), part, people)


def _local_team(random: Random, place: School, num_schools: int) -> list[Person]:
    roles = local_roles(random, place, thin=num_schools >= LARGE_GROUP)
    return [
        draw_person(random, f"{place.code}-{number}", place.code, role)
        for number, role in enumerate(roles, start=1)
    ]


def _coordinators(random: Random, settings: Settings, place: School) -> list[Person]:
    """The coordinator of a secondary school, as far as the points that it keeps go."""
    hours = local_post(settings, place)
    if not hours or place.education_level is not EducationLevel.SECONDARY:
        return []
    role = Role.TECHNICAL_COORDINATOR
    return [replace(draw_person(random, f"{place.code}-0", place.code, role), ict_hours=hours)]


def _secretaries(random: Random, num_schools: int) -> list[Person]:
    """Central secretaries; the group itself pays them."""
    hours = [float(min(19, 3 * num_schools))] * max(1, num_schools // 30)
    team = [
        as_central(draw_person(random, f"A{number:03}", CENTRAL, Role.ADMINISTRATION, EVERYWHERE))
        for number in range(1, len(hours) + 1)
    ]
    return [replace(p, other_hours=Decimal(h)) for p, h in zip(team, hours, strict=True)]


def _central_team(random: Random, places: tuple[School, ...], hours: float) -> list[Person]:
    """The people whom the pool pays; where the group is large the plan decides one of them."""
    team = []
    for number, role in enumerate(central_roles(hours)):
        reach = central_reach(places, number, role)
        team.append(as_central(draw_person(random, f"C{number + 1:03}", CENTRAL, role, reach)))
    paid = list(share_hours(random, team, hours))
    if len(places) >= OPEN_FROM:
        paid[1] = replace(paid[1], ict_hours=Decimal(0), ict_to_decide=True)
    return paid


def _with_amounts(place: School, people: list[Person]) -> School:
    """The school with what its own people bring, and with presence of its coordinator."""
    own = [person for person in people if person.home == place.code]
    is_present = place.zone != "" and any(person.ict_hours >= LONG_POST for person in own)
    return replace(
        place,
        bpt_hours=sum((person.bpt_hours for person in own), Decimal(0)),
        other_hours=sum((person.other_hours for person in own), Decimal(0)),
        presence_min=PRESENCE if is_present else Decimal(0),
    )


def _pool(points: int, secretaries: list[Person], num_schools: int) -> School:
    return School(
        code=GROUP,
        name="Pool",
        sites=Decimal(0),
        ict_points=Decimal(points),
        other_hours=sum((person.other_hours for person in secretaries), Decimal(0)),
        operating_euro=Decimal(500 * num_schools),
    )
