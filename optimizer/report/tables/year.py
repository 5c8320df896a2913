"""The result columns of the sheet of the year: where its dates come from, what each month holds."""

from fractions import Fraction

from models.problem import ProblemData
from models.school_calendar import FreePeriod, SchoolYear
from models.work_days import is_within, year_of
from models.year_rows import YearRow, YearRows
from optimizer.explain.answer import Answer, Row

BY_RULE = "berekend met de regel, nog niet vergeleken met gepubliceerde data"
PUBLISHED = "komt overeen met de gepubliceerde data"
OWN = "eigen data"
OTHER_YEAR = "valt buiten dit schooljaar en telt niet mee"


def year_rows(answer: Answer) -> list[Row]:
    """One row per row of the sheet; the column `code` is its key."""
    data = answer.instance.data
    year = year_of(data.settings.school_year, data.year)
    return [_row(data, year, row) for row in data.year.rows]


def _row(data: ProblemData, year: SchoolYear | None, row: YearRow) -> Row:
    found: Row = {
        "code": row.code,
        "origin": None,
        "school_days": None,
        "school_weeks": None,
        "standby_weeks": None,
    }
    if year is None:
        return found
    if row.period is not None:
        found["origin"] = _origin(data.settings.school_year, year, row.period)
    if row.month is not None:
        found |= _month(data, row.month)
    return found


def _origin(school_year: str, year: SchoolYear, period: FreePeriod) -> str:
    """Where the dates of a row come from."""
    if not is_within(period, year):
        return OTHER_YEAR
    rule = year_of(school_year, YearRows())
    dates = [(each.first, each.last) for each in rule.free] if rule else []
    if (period.first, period.last) not in dates:
        return OWN
    return PUBLISHED if year.is_published else BY_RULE


def _month(data: ProblemData, month: int) -> Row:
    days = [day for day in data.work_days if day.day.month == month]
    return {
        "school_days": sum(1 for day in days if day.school),
        "school_weeks": _rounded(sum(day.school for day in days)),
        "standby_weeks": _rounded(sum(day.standby for day in days)),
    }


def _rounded(weeks: Fraction | int) -> float:
    return round(float(weeks), 2)
