"""The days of a school year on which people work, each with its part of the weeks of the year."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.school_calendar import FreePeriod, SchoolYear, school_year
from models.year_rows import YearRows

STANDBY_MONTHS = (7, 8)
"""Stand-by weeks fall in the summer holidays."""
_YEAR = re.compile(r"(20\d\d)\s*[-–/]\s*(?:20)?(\d\d)")
_WEEKEND = 5


class WorkDay(NamedTuple):
    """A day, with the part of a school week and of a stand-by week that is worked on it."""

    day: date
    school: Fraction
    standby: Fraction


def first_year(text: str) -> int | None:
    """The year in which a school year begins, from `2026-2027`; `None` when it says no such."""
    match = _YEAR.fullmatch(text.strip())
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    return int(match[1])


def year_of(text: str, rows: YearRows) -> SchoolYear | None:
    """The school year with what is free in it; `None` when the text names none.

    Holidays that all lie in another school year are those of last year's workbook: the rule
    then says what is free.
    """
    start = first_year(text)
    if start is None:
        return None
    year = school_year(start, rows.own)
    stated = [period for period in rows.holidays or () if is_within(period, year)]
    if rows.holidays is None or (rows.holidays and not stated):
        return year
    return replace(year, free=(*stated, *rows.own))


def is_within(period: FreePeriod, year: SchoolYear) -> bool:
    """Whether any of these days lies in the school year, July and August included."""
    return period.last >= year.first and period.first <= last_day(year)


def last_day(year: SchoolYear) -> date:
    """The day on which a school year ends by law: 31 August."""
    return date(year.last.year, 8, 31)


def work_days(
    year: SchoolYear, school_weeks: Decimal, standby_weeks: Decimal, begin: date | None = None
) -> tuple[WorkDay, ...]:
    """Every day of work from `begin` on, on which together exactly these weeks are worked.

    The weeks of the year stay as the school states them, whatever the calendar counts: each school
    day has an equal part of them, and so has each weekday of July and August of the stand-by weeks.
    """
    school = _from(begin, year.school_days())
    standby = _from(begin, _summer_weekdays(year))
    school_part = Fraction(school_weeks) / len(school) if school else Fraction(0)
    standby_part = Fraction(standby_weeks) / len(standby) if standby else Fraction(0)
    return (
        *(WorkDay(day, school_part, Fraction(0)) for day in school),
        *(WorkDay(day, Fraction(0), standby_part) for day in standby),
    )


def _from(begin: date | None, days: Iterable[date]) -> list[date]:
    return [day for day in days if begin is None or day >= begin]


def _summer_weekdays(year: SchoolYear) -> Iterable[date]:
    first = date(year.last.year, STANDBY_MONTHS[0], 1)
    span = (last_day(year) - first).days
    days = (first + timedelta(number) for number in range(span + 1))
    return (day for day in days if day.weekday() < _WEEKEND)
