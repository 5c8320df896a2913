"""Holidays by rule against the published dates, and the school days they leave."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from models.school_calendar import MONTHS, FreePeriod, SchoolYear, easter_sunday, school_year

DATES = Path(__file__).parents[1] / "data" / "schoolkalender.csv"
ROWS = list(csv.DictReader(DATES.open(encoding="utf-8")))
YEARS = st.integers(2000, 2099)


def year_of(row: dict[str, str]) -> SchoolYear:
    return school_year(int(row["schooljaar"][:4]))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['schooljaar']} {row['naam']}")
def test_the_rule_gives_the_dates(row: dict[str, str]) -> None:
    year = year_of(row)
    if row["naam"] == "schooldagen":
        assert len(list(year.school_days())) == int(row["van"])
        return
    first, last = date.fromisoformat(row["van"]), date.fromisoformat(row["tot"])
    ends = {"eerste schooldag": year.first, "laatste schooldag": year.last}
    if row["naam"] in ends:
        assert ends[row["naam"]] == first == last
    else:
        assert FreePeriod(row["naam"], first, last) in year.free


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['schooljaar']} {row['naam']}")
def test_what_was_not_compared_is_called_computed(row: dict[str, str]) -> None:
    assert year_of(row).is_published == row["status"].startswith("komt overeen")


@given(YEARS)
def test_easter_is_that_of_a_well_kept_library(year: int) -> None:
    assert easter_sunday(year) == easter(year)


@given(YEARS)
def test_every_year_has_four_breaks_of_whole_weeks(start: int) -> None:
    breaks = [period for period in school_year(start).free if period.last != period.first]
    assert [period.name for period in breaks] == [
        "herfstvakantie", "kerstvakantie", "krokusvakantie", "paasvakantie",
    ]  # fmt: skip
    for period in breaks:
        assert period.last.weekday() == 6
        assert period.first.weekday() == 0


@given(YEARS)
def test_the_months_hold_all_school_days(start: int) -> None:
    year = school_year(start)
    by_month = year.days_by_month()
    assert tuple(by_month) == MONTHS
    assert sum(by_month.values()) == len(list(year.school_days()))
    assert by_month[7] == by_month[8] == 0


@given(YEARS, st.integers(0, 290))
def test_a_free_day_of_the_school_takes_that_day_and_no_other(start: int, offset: int) -> None:
    plain = school_year(start)
    day = plain.first + timedelta(offset)
    own = school_year(start, [FreePeriod("studiedag", day, day)])
    lost = set(plain.school_days()) - set(own.school_days())
    assert lost == ({day} if plain.is_school_day(day) else set())
