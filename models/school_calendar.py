"""The school year in Flanders: holidays by rule, and the school days of each month.

Source of the rule: decision of the Flemish Government of 17 April 1991 on the organisation of the
school year. It gives the published dates of 2022-2023 to 2025-2026; of later years nobody compared
the outcome with a publication yet, and `is_published` says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8)
"""The months of a school year in their order: September to August."""
FIRST_PUBLISHED, LAST_PUBLISHED = 2022, 2025
"""First years of the school years of which the dates by rule were held against the published."""
_WEEKEND = 5
"""Saturday is day 5 for `date.weekday`, Sunday 6."""
_LATE_EASTER = (4, 15)
"""Month and day: when Easter falls later, the break begins two weeks before Easter Monday."""


class FreePeriod(NamedTuple):
    """Days without school, both ends included."""

    name: str
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether this day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class SchoolYear:
    """A school year, from its first to its last school day, with what is free in between."""

    first: date
    last: date
    free: tuple[FreePeriod, ...]

    @property
    def label(self) -> str:
        """As it is written: `2026-2027`."""
        return f"{self.first.year}-{self.first.year + 1}"

    @property
    def is_published(self) -> bool:
        """Whether its dates were compared with the published ones."""
        return FIRST_PUBLISHED <= self.first.year <= LAST_PUBLISHED

    def is_school_day(self, day: date) -> bool:
        """A weekday between first and last that is not free."""
        in_year = self.first <= day <= self.last and day.weekday() < _WEEKEND
        return in_year and not any(period.holds(day) for period in self.free)

    def school_days(self) -> Iterator[date]:
        """Every school day in its order."""
        span = (self.last - self.first).days
        days = (self.first + timedelta(number) for number in range(span + 1))
        return (day for day in days if self.is_school_day(day))

    def days_by_month(self) -> dict[int, int]:
        """School days per month of the calendar, in the order of `MONTHS`."""
        counted = dict.fromkeys(MONTHS, 0)
        for day in self.school_days():
            counted[day.month] += 1
        return counted


def school_year(start: int, extra: Iterable[FreePeriod] = ()) -> SchoolYear:
    """The school year that begins in September of `start`; `extra` are a school's own free days."""
    return SchoolYear(
        first=date(start, 9, 1),
        last=date(start + 1, 6, 30),
        free=tuple(sorted([*_breaks(start), *_free_days(start + 1), *extra], key=_by_date)),
    )


def _by_date(period: FreePeriod) -> tuple[date, date]:
    return period.first, period.last


def _breaks(start: int) -> Iterator[FreePeriod]:
    """The four breaks; a week ends on Sunday."""
    saints = date(start, 11, 1)
    # The week of 1 November, or the next one when that day ends a week.
    autumn = saints + timedelta(1) if saints.weekday() == 6 else _monday(saints)
    yield _weeks("herfstvakantie", autumn, 1)
    christmas = date(start, 12, 25)
    ahead = timedelta(7) if christmas.weekday() >= _WEEKEND else timedelta(0)
    yield _weeks("kerstvakantie", _monday(christmas) + ahead, 2)
    easter = easter_sunday(start + 1)
    yield _weeks("krokusvakantie", easter + timedelta(1) - timedelta(weeks=7), 1)
    yield _weeks("paasvakantie", _easter_break(easter), 2)


def _easter_break(easter: date) -> date:
    """The first Monday of April, unless Easter falls in March or after 15 April."""
    monday_after = easter + timedelta(1)
    if easter.month == 3:
        return monday_after
    if (easter.month, easter.day) > _LATE_EASTER:
        return monday_after - timedelta(weeks=2)
    april = date(easter.year, 4, 1)
    return april + timedelta(-april.weekday() % 7)


def _free_days(year: int) -> Iterator[FreePeriod]:
    """Days on their own, in the spring of `year` and on 11 November before it."""
    easter = easter_sunday(year)
    days = {
        "wapenstilstand": date(year - 1, 11, 11),
        "paasmaandag": easter + timedelta(1),
        "1 mei": date(year, 5, 1),
        "hemelvaart": easter + timedelta(39),
        "dag na hemelvaart": easter + timedelta(40),
        "pinkstermaandag": easter + timedelta(50),
    }
    return (FreePeriod(name, day, day) for name, day in days.items())


def _weeks(name: str, monday: date, number: int) -> FreePeriod:
    return FreePeriod(name, monday, monday + timedelta(days=7 * number - 1))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def easter_sunday(year: int) -> date:
    """Easter by the anonymous Gregorian computus (Meeus, *Astronomical Algorithms*, ch. 8)."""
    century, in_century = divmod(year, 100)
    moon_cycle = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * moon_cycle + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (moon_cycle + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
