"""What people can be planned for in a month, where the year is guarded; in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from models.month_shares import WHOLE, hours_by_month, month_shares
from models.problem import PersonCode, ProblemData, TaskNumber
from models.school_calendar import MONTHS
from models.vocabulary import YearWatch

PersonMonth = tuple[PersonCode, int]


@dataclass(frozen=True)
class MonthLimits:
    """`Σ_t share[t,m]·hours[t,p] ≤ most[p,m]`; both are empty unless the year is guarded.

    Attributes
    ----------
    shares
        Per mille of the work of a task, by number and month of the calendar.
    most
        Thousandths of grains that a person can be planned for in a month, stretch included.
    """

    shares: Mapping[TaskNumber, Mapping[int, int]] = field(default_factory=dict)
    most: Mapping[PersonMonth, int] = field(default_factory=dict)

    def share(self, task: TaskNumber, month: int) -> int:
        """Per mille of the work of a task in a month; 0 when the year is not guarded."""
        return self.shares.get(task, {}).get(month, 0)


def month_limits(data: ProblemData) -> MonthLimits:
    """The limits of a problem; a year that is not known has none."""
    if data.settings.year_watch is not YearWatch.GUARD or not data.work_days:
        return MonthLimits()
    stretch = (100 + Fraction(data.settings.stretch_pct)) / 100
    return MonthLimits(
        shares={task.number: month_shares(data, task) for task in data.tasks},
        most={
            (person.code, month): floor(WHOLE * hours * stretch / data.settings.grain)
            for person in data.persons
            for month, hours in hours_by_month(data, person).items()
        },
    )


def overfull(
    limits: MonthLimits, person: PersonCode, grains: Mapping[TaskNumber, int]
) -> tuple[int, ...]:
    """The months in which a person who does so many grains of these tasks has too much."""
    return tuple(
        month
        for month in MONTHS
        if (person, month) in limits.most
        and sum(limits.share(number, month) * count for number, count in grains.items())
        > limits.most[person, month]
    )
