"""How BPT teaching hours are read, told with both totals."""

from dataclasses import replace
from fractions import Fraction

import pytest
from factory import person, problem, settings

from optimizer.report.bpt_text import bpt_lines


@pytest.mark.parametrize(
    ("hour", "told"),
    [
        (Fraction(5, 6), "tellen voor 308 klokuren per jaar (lesuur). Gelezen als post 36/22 "
         "zouden het er 605 zijn."),
        (Fraction(36, 20), "tellen voor 666 klokuren per jaar (post 36/20). Gelezen als lesuur "
         "zouden het er 308 zijn."),
        (Fraction(9, 10), "tellen voor 333 klokuren per jaar (0,9 klokuur per lesuur). Gelezen als "
         "post 36/22 zouden het er 605 zijn."),
    ],
)  # fmt: skip
def test_both_totals_are_told(hour: Fraction, told: str) -> None:
    given = replace(settings(school_weeks=37), bpt_hour=hour)
    data = problem(persons=[person(bpt=4), person("P2", bpt=6)], settings=given)
    (line,) = bpt_lines(data)
    assert line.startswith("BPT: 10 lesuren per week ") and told in line


def test_without_bpt_hours_nothing_is_told() -> None:
    assert list(bpt_lines(problem(persons=[person(ict=4)]))) == []
