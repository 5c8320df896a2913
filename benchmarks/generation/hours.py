"""Hours and points: how much ICT there is, so that people can do a wanted part of the work."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from random import Random

from models.agenda import TaskInstance, agenda
from models.funds import weekly_hours, weeks
from models.problem import Person, ProblemData, School
from models.settings import Settings
from models.vocabulary import Diploma, Funding

FULL_WEEK = 36
"""Most ICT hours a week of one person."""
LEAST_POST = 4
"""Fewer ICT hours a week than this are not worth an appointment at a school."""


def demand_hours(data: ProblemData) -> int:
    """Clock hours a year that all tasks of a problem ask."""
    tasks = (entry for entry in agenda(data) if isinstance(entry, TaskInstance))
    return sum(task.demand for task in tasks) * data.settings.grain


def ict_hours_wanted(
    settings: Settings, demand: int, part: float, people: Iterable[Person]
) -> float:
    """ICT hours a week with which all hours together are `part` of the demand."""
    others = sum(
        weekly_hours(settings, person, funding) * Fraction(weeks(settings, funding))
        for person in people
        for funding in (Funding.BPT, Funding.OTHER)
    )
    return max(0.0, float(part * demand - float(others)) / float(settings.ict_weeks))


def points_for(settings: Settings, hours: float) -> int:
    """Points that pay so many ICT hours a week, for people of the diploma with a known price."""
    price = settings.post_prices[Diploma.HSO]
    return ceil(Fraction(hours) * Fraction(price) / Fraction(settings.fulltime_hours))


def hours_for(settings: Settings, points: Fraction) -> Decimal:
    """Half hours a week that so many points pay, as whole halves."""
    price = settings.post_prices[Diploma.HSO]
    return Decimal(floor(2 * points * Fraction(settings.fulltime_hours) / Fraction(price))) / 2


def share_points(random: Random, schools: Sequence[School], points: int) -> tuple[School, ...]:
    """The schools with the points of the whole divided over their pupils, not quite evenly."""
    weights = [float(school.pupils) * random.uniform(0.9, 1.1) for school in schools]
    whole = sum(weights)
    return tuple(
        replace(school, ict_points=Decimal(max(1, round(points * weight / whole))))
        for school, weight in zip(schools, weights, strict=True)
    )


def own_points(school: School) -> Fraction:
    """The points that a school keeps for itself."""
    return Fraction(school.ict_points or 0) * (100 - Fraction(school.pool_pct)) / 100


def pooled_points(school: School) -> Fraction:
    """The points that a school brings into the pool."""
    return Fraction(school.ict_points or 0) - own_points(school)


def local_post(settings: Settings, school: School) -> Decimal:
    """ICT hours a week of a school's own coordinator; 0 when its points pay too few."""
    hours = min(Decimal(FULL_WEEK), hours_for(settings, own_points(school)))
    return hours if hours >= LEAST_POST else Decimal(0)


def share_hours(random: Random, people: Sequence[Person], hours: float) -> tuple[Person, ...]:
    """The people with `hours` a week divided over them, in halves and none above a full week."""
    weights = [random.uniform(0.8, 1.2) for _ in people]
    left, shared = hours, []
    for place, person in enumerate(people):
        part = left * weights[place] / sum(weights[place:])
        given = Decimal(min(2 * FULL_WEEK, round(2 * part))) / 2
        left -= float(given)
        shared.append(replace(person, ict_hours=given))
    return tuple(shared)
