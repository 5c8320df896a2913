"""Per month: what people are planned for beside the hours that they have, and when work comes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction

from models.month_shares import WHOLE, hours_by_month, month_shares
from models.problem import PersonCode, TaskNumber
from models.school_calendar import MONTHS
from models.vocabulary import YearWatch
from optimizer.explain.answer import Answer, Row
from optimizer.workbook.template.calendar_sheet import AVAILABLE, PEOPLE, PLANNED, REMARK, TASKS

ASSUMED = (
    "De uren per maand rusten op aangenomen delen van het werk (‘piek’ op Taken, blad Jaar): "
    "niemand houdt bij wanneer een taak gebeurt."
)
PAID_FROM = (
    "September tot en met augustus worden betaald uit {year}. Werk van juli en augustus dient al "
    "het volgende schooljaar."
)
OFF = "‘jaarbewaking’ staat op ‘uit’ (Instellingen)."
NO_YEAR = "‘schooljaar’ (Instellingen) is niet leesbaar als 2026-2027: er zijn geen maanden."

Months = Mapping[int, Fraction]
"""Clock hours per month of the calendar."""


def calendar_rows(answer: Answer) -> list[Row]:
    """Remarks, then two rows per person and one per task that has hours."""
    data = answer.instance.data
    if data.settings.year_watch is YearWatch.OFF:
        return [_remark(1, OFF)]
    if not data.work_days:
        return [_remark(1, NO_YEAR)]
    told = (ASSUMED, PAID_FROM.format(year=data.settings.school_year))
    remarks = [_remark(number, text) for number, text in enumerate(told, start=1)]
    return [*remarks, *_people(answer), *_tasks(answer)]


def planned_by_month(answer: Answer) -> dict[PersonCode, Months]:
    """Clock hours of the plan per person and month, by the shares of the tasks; trips aside."""
    shares = _shares(answer)
    found: dict[PersonCode, dict[int, Fraction]] = {
        code: dict.fromkeys(MONTHS, Fraction(0)) for code in answer.persons
    }
    for (key, person), grains in answer.worked.items():
        for month, hours in _spread(answer, shares[key.task], grains).items():
            found[person][month] += hours
    return dict(found)


def _shares(answer: Answer) -> dict[TaskNumber, Mapping[int, int]]:
    data = answer.instance.data
    return {task.number: month_shares(data, task) for task in data.tasks}


def _spread(answer: Answer, shares: Mapping[int, int], grains: int) -> Months:
    """The hours of so many grains of a task over the months."""
    hours = Fraction(grains * answer.instance.settings.grain)
    return {month: hours * shares.get(month, 0) / WHOLE for month in MONTHS}


def _people(answer: Answer) -> Iterator[Row]:
    planned = planned_by_month(answer)
    for person in answer.instance.data.persons:
        there_is = hours_by_month(answer.instance.data, person)
        work = planned[person.code]
        if any(there_is.values()) or any(work.values()):
            names = {"part": PEOPLE, "code": person.code, "name": person.name}
            yield {**names, "what": PLANNED, **_cells(work)}
            yield {**names, "what": AVAILABLE, **_cells(there_is)}


def _tasks(answer: Answer) -> Iterator[Row]:
    """When the planned work of each task comes, over all schools and whoever does it."""
    shares, covered = _shares(answer), _covered(answer)
    for task in answer.instance.data.tasks:
        if covered[task.number]:
            months = _spread(answer, shares[task.number], covered[task.number])
            names = {"part": TASKS, "code": task.number, "name": task.title, "what": PLANNED}
            yield {**names, **_cells(months)}


def _covered(answer: Answer) -> dict[TaskNumber, int]:
    found: dict[TaskNumber, int] = defaultdict(int)
    for key, grains in answer.covered.items():
        found[key.task] += grains
    return found


def _remark(number: int, text: str) -> Row:
    return {"part": REMARK, "code": str(number), "name": text}


def _cells(months: Months) -> Row:
    cells: Row = {f"month_{month}": round(float(hours), 1) for month, hours in months.items()}
    return {**cells, "year": round(float(sum(months.values())), 1)}
