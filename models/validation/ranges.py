"""Numbers that cannot be right: below zero, above a hundred per cent, or absurdly large."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.funds import HOUR_FUNDINGS, weekly_hours
from models.issues import Issue, error
from models.naming import Names
from models.problem import ProblemData


class AllowedRange(NamedTuple):
    """The smallest and largest value of a field that can be meant, both inclusive."""

    record: str
    attribute: str
    least: int
    most: int


LIMITS: tuple[AllowedRange, ...] = (
    AllowedRange("school", "pupils", 0, 100_000),
    AllowedRange("school", "devices", 0, 200_000),
    AllowedRange("school", "teachers", 0, 20_000),
    AllowedRange("school", "sites", 0, 1_000),
    AllowedRange("school", "ict_points", 0, 1_000_000),
    AllowedRange("school", "bpt_hours", 0, 10_000),
    AllowedRange("school", "lesson_hours", 0, 1_000_000),
    AllowedRange("school", "other_hours", 0, 10_000),
    AllowedRange("school", "operating_euro", 0, 100_000_000),
    AllowedRange("school", "pool_pct", 0, 100),
    AllowedRange("school", "presence_min", 0, 1_000),
    AllowedRange("person", "ict_hours", 0, 60),
    AllowedRange("person", "bpt_hours", 0, 60),
    AllowedRange("person", "other_hours", 0, 60),
    AllowedRange("person", "max_schools", 0, 1_000),
    AllowedRange("person", "max_tasks", 1, 10_000),
    AllowedRange("person", "min_pedagogical_pct", 0, 100),
    AllowedRange("task", "fixed_hours", 0, 10_000),
    AllowedRange("task", "unit_hours", 0, 10_000),
    AllowedRange("task", "minimum_pct", 0, 100),
    AllowedRange("task", "max_persons", 1, 1_000),
    AllowedRange("task", "outsource_pct", 0, 100),
    AllowedRange("task", "rate", 0, 10_000),
)
MOST_WEEKLY_HOURS = 60
"""Nobody works more clock hours a week than this, all fundings together."""
MOST_LEVEL = 4


def _records(data: ProblemData) -> Iterator[tuple[str, str, object]]:
    yield from (("school", school.code, school) for school in data.schools)
    yield from (("person", person.code, person) for person in data.persons)
    yield from (("task", task.number, task) for task in data.tasks)


def check_ranges(data: ProblemData) -> list[Issue]:
    """Every number lies within its limits."""
    issues = []
    for record, code, fields in _records(data):
        for limit in LIMITS:
            value = getattr(fields, limit.attribute) if limit.record == record else None
            if value is not None and not limit.least <= value <= limit.most:
                where = data.where(record, code, limit.attribute)
                issues.append(
                    error("out-of-range", where, found=value, least=limit.least, most=limit.most)
                )
    return issues


def check_rates(data: ProblemData) -> list[Issue]:
    """Rates are whole cents, so that money is counted exactly."""
    rates = [(data.where("task", task.number, "rate"), task.rate) for task in data.tasks]
    rates.append((data.where("setting", "standard_rate"), data.settings.standard_rate))
    return [
        error("too-fine-rate", where, found=rate)
        for where, rate in rates
        if rate is not None and 100 * rate % 1 != 0
    ]


def check_levels(data: ProblemData) -> list[Issue]:
    """Competence levels, of people and asked by tasks, run from 0 to 4."""
    levels: list[tuple[tuple[str, str, str], int]] = [
        (("person", person.code, f"level:{name}"), level)
        for person in data.persons
        for name, level in person.levels.items()
    ]
    levels += [
        (("task", task.number, "required"), level)
        for task in data.tasks
        for level in task.required.values()
    ]
    return [
        error("out-of-range", data.where(*field), found=level, least=0, most=MOST_LEVEL)
        for field, level in levels
        if not 0 <= level <= MOST_LEVEL
    ]


def check_weekly_hours(data: ProblemData) -> list[Issue]:
    """Nobody's hours of all fundings together exceed what a week allows."""
    issues = []
    for person in data.persons:
        parts = [weekly_hours(data.settings, person, funding) for funding in HOUR_FUNDINGS]
        total = sum(parts, Fraction(0))
        if total > MOST_WEEKLY_HOURS:
            hours = round(Decimal(total.numerator) / Decimal(total.denominator), 2)
            issues.append(
                error(
                    "too-many-hours",
                    data.where("person", person.code),
                    person=Names(data).person(person.code),
                    found=hours,
                    most=MOST_WEEKLY_HOURS,
                )
            )
    return issues
