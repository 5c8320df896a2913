"""The rest of a year: the same problem with what is left of its work, its people and its means.

Everything is scaled once, here, to exact decimals; what looks at the problem afterwards, the
checker included, sees an ordinary problem with fewer weeks. What was done before is not touched.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from models.month_shares import work_by_day
from models.problem import Deviation, PlanRow, ProblemData, School, Task, TaskNumber
from models.settings import Settings
from models.units import round_half_up
from models.vocabulary import DeviationKind
from models.work_days import WorkDay

_HUNDREDTH = Decimal("0.01")
"""Weeks and euros of a rest are counted to this."""


def in_force(data: ProblemData) -> ProblemData:
    """What of a problem is left from `plan_from` on; the problem itself for a whole year.

    What is scaled already stays as it is, and so does what nobody can scale: a date outside the
    school year, or a school year that is not known, is an error of the input.
    """
    days, begin = data.work_days, data.settings.plan_from
    if data.begin is not None or not days:
        return data
    if begin is None or begin <= days[0].day:
        return data if data.previous_from is None else _with_whole_plan(data)
    return _rest(data, begin) if any(day.school and day.day >= begin for day in days) else data


def _with_whole_plan(data: ProblemData) -> ProblemData:
    """A whole year, in a workbook in which a plan of a rest of it stands."""
    parts = {task.number: task.part for task in data.tasks}
    grain = data.settings.grain
    rows = tuple(_row(data, row, parts, grain) for row in data.previous)
    return replace(data, previous=rows, begin=data.work_days[0].day)


def _rest(data: ProblemData, begin: date) -> ProblemData:
    days = data.work_days
    parts = {task.number: _part(data, task, begin) for task in data.tasks}
    settings = _settings(data.settings, days, begin)
    return replace(
        data,
        settings=settings,
        schools=tuple(_school(school, _weeks_part(days, begin)) for school in data.schools),
        tasks=tuple(replace(task, part=parts[task.number]) for task in data.tasks),
        deviations=tuple(_deviation(row, parts, settings.grain) for row in data.deviations),
        previous=tuple(_row(data, row, parts, settings.grain) for row in data.previous),
        begin=begin,
    )


def _part(data: ProblemData, task: Task, begin: date) -> Decimal:
    """What of the work of a task comes from a day on, in whole per mille."""
    work = work_by_day(data, task)
    whole = sum(work.values())
    rest = sum(amount for day, amount in work.items() if day >= begin)
    return Decimal(round_half_up(1000 * rest / whole)) / 1000 if whole else Decimal(1)


def _weeks_part(days: tuple[WorkDay, ...], begin: date) -> Fraction:
    whole = sum(day.school + day.standby for day in days)
    rest = sum(day.school + day.standby for day in days if day.day >= begin)
    return Fraction(rest) / whole if whole else Fraction(1)


def _settings(settings: Settings, days: tuple[WorkDay, ...], begin: date) -> Settings:
    """The weeks that are left, and with them what is asked of somebody on one task.

    What is planned at once gets smaller too, so that rounding weighs no more than in a whole year.
    """
    part = _weeks_part(days, begin)
    left = [day for day in days if day.day >= begin]
    grain = max(1, round_half_up(settings.grain * part))
    block = round_half_up(Fraction(settings.min_block) * part / grain) * grain
    return replace(
        settings,
        grain=grain,
        school_weeks=_rounded(sum(day.school for day in left)),
        standby_weeks=_rounded(sum(day.standby for day in left)),
        min_block=min(settings.min_block, Decimal(max(block, grain))),
        hours_per_task=max(Decimal(1), _rounded(Fraction(settings.hours_per_task) * part)),
    )


def _school(school: School, part: Fraction) -> School:
    """Hours a week follow the weeks, and points a full-time post; money is for the year."""
    return replace(school, operating_euro=_rounded(Fraction(school.operating_euro) * part))


def _deviation(row: Deviation, parts: Mapping[TaskNumber, Decimal], grain: int) -> Deviation:
    """Hours that somebody must do follow the task; those that a task asks do so by its part."""
    part = parts.get(TaskNumber(row.task))
    if row.kind is not DeviationKind.PIN or row.value is None or part is None:
        return row
    return replace(row, value=_pinned(Fraction(row.value) * Fraction(part), grain))


def _row(
    data: ProblemData, row: PlanRow, parts: Mapping[TaskNumber, Decimal], grain: int
) -> PlanRow:
    """A row of the plan that stands there, which may be one of a rest of the year itself."""
    part = Fraction(parts.get(row.task, Decimal(1)))
    task = next((each for each in data.tasks if each.number == row.task), None)
    if data.previous_from is not None and task is not None:
        counted = Fraction(_part(data, task, data.previous_from))
        part = part / counted if counted else Fraction(1)
    hours = Fraction(row.hours) * part
    # A row that is planned already in these pieces stays what it is.
    scales = row.pinned and part != 1 and row.hours
    return replace(row, hours=_pinned(hours, grain) if scales else _rounded(hours))


def _pinned(hours: Fraction, grain: int) -> Decimal:
    """Hours that are fixed, rounded down to what is planned at once: together they fit the task."""
    return Decimal(max(grain, int(hours / grain) * grain))


def _rounded(value: Fraction | int) -> Decimal:
    exact = Fraction(value)
    return (Decimal(exact.numerator) / exact.denominator).quantize(_HUNDREDTH, ROUND_HALF_UP)
