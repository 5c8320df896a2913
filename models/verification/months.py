"""What falls in each month: hours that people have, and the share of the work of a task."""

from collections import Counter, defaultdict
from fractions import Fraction

from models.problem import Person, ProblemData, Task
from models.school_calendar import MONTHS
from models.settings import Settings
from models.vocabulary import Funding

WORKED = (Funding.ICT, Funding.BPT, Funding.OTHER)
"""The funding types that pay people's hours."""
_SEPARATORS = "+;,/"


def weekly_hours(person: Person, settings: Settings) -> dict[Funding, Fraction]:
    """Clock hours a week per funding type; the most there can be of an open appointment."""
    bpt = Fraction(person.bpt_hours) * Fraction(settings.bpt_hour)
    other = Fraction(person.other_hours)
    ict = Fraction(person.ict_hours)
    if person.ict_to_decide:
        ict = max(Fraction(0), Fraction(settings.fulltime_hours) - bpt - other)
    return {Funding.ICT: ict, Funding.BPT: bpt, Funding.OTHER: other}


def weeks_present(person: Person, data: ProblemData) -> tuple[Fraction, Fraction]:
    """School weeks and stand-by weeks that a person is there: all, or those from van to tot."""
    school, standby = Fraction(data.settings.school_weeks), Fraction(data.settings.standby_weeks)
    if (person.begins is None and person.ends is None) or not data.work_days:
        return school, standby
    absent = [day for day in data.work_days if not person.is_here(day.day)]
    return (
        school - sum((day.school for day in absent), Fraction(0)),
        standby - sum((day.standby for day in absent), Fraction(0)),
    )


def month_hours(person: Person, data: ProblemData) -> dict[int, Fraction]:
    """Clock hours of a person in each month of the calendar."""
    week = weekly_hours(person, data.settings)
    hours: dict[int, Fraction] = defaultdict(Fraction)
    for day in data.work_days:
        if person.is_here(day.day):
            hours[day.day.month] += day.school * sum(week.values())
            hours[day.day.month] += day.standby * week[Funding.ICT]
    return dict(hours)


def month_shares(task: Task, data: ProblemData) -> dict[int, int]:
    """Per mille of the work of a task in each month; largest remainders, September first."""
    text = task.peak.casefold()
    for separator in _SEPARATORS:
        text = text.replace(separator, "\n")
    named = {word.strip() for word in text.split("\n")}
    peaks = [peak for word, peak in data.year.peaks.items() if word in named]
    times = {
        month: max([Fraction(p.factor) for p in peaks if month in p.months] or [Fraction(1)])
        for month in MONTHS
    }
    weight: dict[int, Fraction] = defaultdict(Fraction)
    for day in data.work_days:
        counted = day.school + (day.standby if any(p.standby for p in peaks) else 0)
        weight[day.day.month] += counted * times[day.day.month]
    total = sum(weight.values())
    if total == 0:
        return {}
    shares = Counter({month: int(1000 * weight[month] / total) for month in MONTHS})
    while shares.total() < 1000:
        # The month that is furthest below what it should have; max takes the first of equals.
        shares[max(MONTHS, key=lambda month: 1000 * weight[month] / total - shares[month])] += 1
    return dict(shares)
