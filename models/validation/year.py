"""The school year, who is there in which part of it, and from when the rest of it is planned."""

from collections.abc import Iterator
from datetime import date

from models.issues import Issue, error, warning
from models.naming import Names
from models.problem import ProblemData
from models.school_calendar import SchoolYear
from models.vocabulary import YearWatch
from models.work_days import STANDBY_MONTHS, is_within, last_day, year_of


def check_school_year(data: ProblemData) -> list[Issue]:
    """The school year is known where something rests on its dates."""
    if _year(data) is not None or not _asks_year(data):
        return []
    where = data.where("setting", "school_year")
    return [error("school-year-unknown", where, found=data.settings.school_year)]


def _year(data: ProblemData) -> SchoolYear | None:
    return year_of(data.settings.school_year, data.year)


def _asks_year(data: ProblemData) -> bool:
    guards = data.settings.year_watch is YearWatch.GUARD
    partly = any(not person.is_all_year for person in data.persons)
    return guards or partly or data.settings.plan_from is not None


def check_plan_from(data: ProblemData) -> list[Issue]:
    """The rest of the year begins on a day before its last school day, and not in another year."""
    year, begin = _year(data), data.settings.plan_from
    if year is None or begin is None:
        return []
    # The summer before a school year serves it.
    if begin >= date(year.first.year, STANDBY_MONTHS[0], 1) and _has_school_from(data, begin):
        return []
    where = data.where("setting", "plan_from")
    return [error("plan-from-outside", where, found=begin, first=year.first, last=year.last)]


def _has_school_from(data: ProblemData, begin: date) -> bool:
    return any(day.school and day.day >= begin for day in data.work_days)


def check_days_of_people(data: ProblemData) -> list[Issue]:
    """Nobody ends before they begin, and everybody is there in some part of the year."""
    return [issue for person_issues in _people(data) for issue in person_issues]


def _people(data: ProblemData) -> Iterator[list[Issue]]:
    year, names = _year(data), Names(data)
    for person in data.persons:
        begins, ends = person.begins, person.ends
        where = data.where("person", person.code, "ends" if ends else "begins")
        if begins is not None and ends is not None and ends < begins:
            yield [error("ends-before-it-begins", where, found=ends, first=begins)]
        elif year is not None and not _overlaps(year, begins, ends):
            called = names.person(person.code)
            yield [warning("person-outside-year", where, person=called, found=ends or begins)]


def _overlaps(year: SchoolYear, begins: date | None, ends: date | None) -> bool:
    begins_in_time = begins is None or begins <= last_day(year)
    return begins_in_time and (ends is None or ends >= year.first)


def check_year_rows(data: ProblemData) -> list[Issue]:
    """Free days lie in the school year, and work peaks when the sheet of the year says."""
    year = _year(data)
    if year is None or not data.year.rows:
        return []
    outside = [
        row for row in data.year.rows if row.period is not None and not is_within(row.period, year)
    ]
    issues = []
    if outside:
        where = data.where("year", outside[0].code)
        names = tuple(dict.fromkeys(row.name for row in outside))
        issues.append(warning("free-days-outside-year", where, found=names, year=year.label))
    return issues
