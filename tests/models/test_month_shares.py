"""When the work of a task comes, and when people are there, month by month."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from factory import person, problem, settings, task

from models.month_shares import WHOLE, hours_by_month, month_shares
from models.problem import ProblemData
from models.school_calendar import MONTHS, FreePeriod
from models.verification.months import month_hours
from models.verification.months import month_shares as checked_shares
from models.year_rows import Peak, YearRows

PEAKS = {
    "start": Peak(frozenset({8, 9}), Decimal(3), standby=True),
    "lente": Peak(frozenset({3, 4}), Decimal(3)),
}
DAYS = {9: 22, 10: 22, 11: 15, 12: 14, 1: 20, 2: 15, 3: 20, 4: 15, 5: 18, 6: 22}
"""School days of 2026-2027, counted on a calendar: 183."""


def year(peak: str = "", year: YearRows | None = None, **choices: object) -> ProblemData:
    rows = year or YearRows(peaks=PEAKS)
    given = settings(school_weeks=37, standby_weeks=2, **choices)  # type: ignore[arg-type]
    return problem(
        persons=[person(ict=10, bpt=2)], tasks=[task(hours=100, peak=peak)], settings=given,
        year=rows,
    )  # fmt: skip


def shares(data: ProblemData) -> dict[int, int]:
    return dict(month_shares(data, data.tasks[0]))


@pytest.mark.parametrize("peak", ["", "start", "lente", "start+lente", "LENTE; start", "rapporten"])
def test_the_shares_are_the_whole_and_the_checker_counts_the_same(peak: str) -> None:
    data = year(peak)
    found = shares(data)
    assert sum(found.values()) == WHOLE
    assert tuple(found) == MONTHS
    assert found == checked_shares(data.tasks[0], data)


def test_work_without_a_peak_follows_the_school_days() -> None:
    found = shares(year())
    assert found[7] == found[8] == 0
    assert all(abs(found[month] - 1000 * days / 183) < 1 for month, days in DAYS.items())


def test_a_peak_counts_its_months_three_times() -> None:
    found, plain = shares(year("lente")), {**DAYS, 3: 60, 4: 45}
    assert all(abs(found[m] - 1000 * days / sum(plain.values())) < 1 for m, days in plain.items())


def test_work_that_goes_on_in_summer_has_stand_by_days_and_other_work_has_none() -> None:
    with_summer, without = shares(year("start")), shares(year("lente"))
    assert with_summer[7] > 0 and with_summer[8] == pytest.approx(3 * with_summer[7], abs=2)
    assert without[7] == without[8] == 0


def test_overlapping_peaks_do_not_multiply() -> None:
    twice = {**PEAKS, "paas": Peak(frozenset({4}), Decimal(2))}
    rows = YearRows(peaks=twice)
    assert shares(year("lente+paas", rows)) == shares(year("lente", rows))


def test_a_free_week_of_the_school_moves_work_to_other_months() -> None:
    free = FreePeriod("bosklassen", date(2026, 10, 5), date(2026, 10, 9))
    found, before = shares(year(year=YearRows(own=(free,)))), shares(year())
    assert found[10] < before[10] and found[9] > before[9]


def test_holidays_of_the_workbook_replace_those_of_the_rule() -> None:
    none = shares(year(year=YearRows(holidays=())))
    assert none[12] > shares(year())[12]


def test_the_months_hold_the_weeks_that_the_school_states() -> None:
    data = year()
    found = hours_by_month(data, data.persons[0])
    assert sum(found.values()) == 37 * 12 + 2 * 10
    assert found == {month: found[month] for month in MONTHS}
    assert month_hours(data.persons[0], data) == {m: h for m, h in found.items() if h}
    assert found[7] + found[8] == 20
    assert found[9] == Fraction(37 * 22 * 12, 183)


def test_nobody_works_before_or_after_their_days() -> None:
    data = year()
    here = person(ict=10, begins=date(2026, 10, 1), ends=date(2027, 1, 31))
    found = hours_by_month(data, here)
    assert {month for month, hours in found.items() if hours} == {10, 11, 12, 1}
    assert found[10] == hours_by_month(data, person(ict=10))[10]


@pytest.mark.parametrize("text", ["", "2026", "dit jaar", "2026-2028"])
def test_without_a_school_year_there_are_no_months(text: str) -> None:
    data = year()
    data = replace(data, settings=replace(data.settings, school_year=text))
    assert data.work_days == ()
    assert month_shares(data, data.tasks[0]) == {}
