"""Hours that were registered, beside the hours that tasks are planned for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.month_shares import work_by_day
from models.problem import ProblemData, Task, TaskNumber, UnitCode

FEW = 5
"""With fewer records a difference may be chance, and is said to be so."""


class MatchKind(StrEnum):
    """How a record was found to be about a task."""

    NUMBER = "number"
    LINK = "link"
    WORDS = "words"


@dataclass(frozen=True)
class Record:
    """One registration or ticket: what it says, clock hours, and when and where if known."""

    what: str
    hours: Decimal
    day: date | None = None
    unit: UnitCode | None = None


@dataclass(frozen=True)
class Link:
    """What a text of the registrations means.

    `task` is `None` when nobody knows yet, or (`LINK`) when somebody said that it is no task of
    the list. `score` is how much the words are alike, 0 to 100.
    """

    what: str
    task: TaskNumber | None
    kind: MatchKind | None
    score: int = 0


@dataclass(frozen=True)
class Registered:
    """A task at a unit: its registered hours, of how many records, and what that is in a year.

    `part` is the share of the year's work of this task that falls in the registered days; without
    any (`0`) nothing can be said of a year, and `yearly` is `None`. `norm` is what the plan asks.
    """

    task: TaskNumber
    unit: UnitCode
    norm: Decimal
    hours: Decimal
    records: int
    part: Fraction

    @property
    def yearly(self) -> Decimal | None:
        """Hours a year at this rate, to a tenth of an hour."""
        if not self.part:
            return None
        exact = Fraction(self.hours) / self.part
        return Decimal(round(exact * 10)) / 10


def span(records: Iterable[Record]) -> tuple[date, date] | None:
    """The first and the last registered day; `None` when no record has a day."""
    days = [record.day for record in records if record.day is not None]
    return (min(days), max(days)) if days else None


def part_of_year(data: ProblemData, task: Task, days: tuple[date, date] | None) -> Fraction:
    """The share of a task's work that falls between two days; all of it when they are unknown.

    The days may be of another school year: they count as the same days of the year of the plan.
    """
    weights = work_by_day(data, task)
    whole = sum(weights.values(), Fraction(0))
    if days is None or not whole:
        return Fraction(1)
    by_day = {_day_of_year(day): weight for day, weight in weights.items()}
    count = (days[1] - days[0]).days + 1
    between = (days[0] + timedelta(number) for number in range(count))
    return sum((by_day.get(_day_of_year(day), Fraction(0)) for day in between), Fraction(0)) / whole


def _day_of_year(day: date) -> tuple[int, int]:
    return day.month, day.day


def registered(
    data: ProblemData,
    norms: Mapping[tuple[TaskNumber, UnitCode], Decimal],
    records: Iterable[tuple[Record, TaskNumber, UnitCode]],
    days: tuple[date, date] | None,
) -> tuple[Registered, ...]:
    """Per task and unit what was registered, in the order of the task list.

    `norms` are the hours that the plan asks; each record comes with the task and the unit that it
    counts for.
    """
    hours: dict[tuple[TaskNumber, UnitCode], Decimal] = defaultdict(Decimal)
    counts: dict[tuple[TaskNumber, UnitCode], int] = defaultdict(int)
    for record, number, unit in records:
        hours[number, unit] += record.hours
        counts[number, unit] += 1
    return tuple(
        Registered(
            task.number, unit, norms.get((task.number, unit), Decimal(0)),
            hours[task.number, unit], counts[task.number, unit],
            part_of_year(data, task, days),
        )
        for task in data.tasks
        for number, unit in hours
        if number == task.number
    )  # fmt: skip
