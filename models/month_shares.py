"""When in the year the work of a task comes, and the hours that people have: per month.

The shares are assumptions: nobody registers when a task is done. They follow the school days of
the months and the peaks that the sheet of the year states.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from models.funds import HOUR_FUNDINGS, weekly_hours
from models.problem import Person, ProblemData, Task
from models.school_calendar import MONTHS
from models.vocabulary import Funding
from models.year_rows import Peak

WHOLE = 1000
"""Shares are whole per mille that add up to this."""
_BETWEEN_PEAKS = re.compile(r"[+;,/]")


def peaks_of(data: ProblemData, task: Task) -> tuple[Peak, ...]:
    """The peaks that a task names and the year knows; a task may have several."""
    words = (word.strip().casefold() for word in _BETWEEN_PEAKS.split(task.peak))
    return tuple(data.year.peaks[word] for word in words if word in data.year.peaks)


def work_by_day(data: ProblemData, task: Task) -> dict[date, Fraction]:
    """How much of the work of a task comes on each day, in weeks of ordinary work.

    Stand-by days count for work that peaks and goes on then; a day in a peak counts as many times
    as its factor, the largest one where peaks overlap.
    """
    peaks = peaks_of(data, task)
    goes_on = any(peak.standby for peak in peaks)
    return {
        day.day: weight * _factor(peaks, day.day.month)
        for day in data.work_days
        if (weight := day.school + (day.standby if goes_on else 0))
    }


def _factor(peaks: tuple[Peak, ...], month: int) -> Fraction:
    return max((Fraction(p.factor) for p in peaks if month in p.months), default=Fraction(1))


def month_shares(data: ProblemData, task: Task) -> Mapping[int, int]:
    """Per mille of the work of a task per month, in the order of the year; none without a year.

    They add up to `WHOLE` exactly: what rounding down leaves goes to the largest remainders, the
    earliest month first.
    """
    weights = dict.fromkeys(MONTHS, Fraction(0))
    for day, amount in work_by_day(data, task).items():
        weights[day.month] += amount
    whole = sum(weights.values())
    if not whole:
        return {}
    exact = {month: WHOLE * weight / whole for month, weight in weights.items()}
    shares = {month: int(part) for month, part in exact.items()}
    by_remainder = sorted(MONTHS, key=lambda month: shares[month] - exact[month])
    for month in by_remainder[: WHOLE - sum(shares.values())]:
        shares[month] += 1
    return shares


def hours_by_month(data: ProblemData, person: Person) -> dict[int, Fraction]:
    """Clock hours of a person per month, over all fundings, while they are there."""
    found = dict.fromkeys(MONTHS, Fraction(0))
    for month, hours in _hours(data, person):
        found[month] += hours
    return found


def _hours(data: ProblemData, person: Person) -> Iterator[tuple[int, Fraction]]:
    weekly = {funding: weekly_hours(data.settings, person, funding) for funding in HOUR_FUNDINGS}
    whole = sum(weekly.values())
    for day in data.work_days:
        if person.is_here(day.day):
            yield day.day.month, day.school * whole + day.standby * weekly[Funding.ICT]
