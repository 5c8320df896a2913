"""Checks that keep the model and the checker counting alike: both sides of each edge."""

from decimal import Decimal

import pytest
from factory import deviation, person, plan_row, problem, settings, task

from models.problem import ProblemData
from models.validation import validate
from models.vocabulary import DeviationKind


def codes(data: ProblemData) -> set[str]:
    return {issue.code for issue in validate(data)}


@pytest.mark.parametrize(("rate", "refused"), [("65.25", False), ("65.255", True), ("0.001", True)])
def test_rates_are_whole_cents(rate: str, refused: bool) -> None:
    data = problem(tasks=[task(hours=4, rate=Decimal(rate))], persons=[person(ict=4)])
    assert ("too-fine-rate" in codes(data)) is refused


@pytest.mark.parametrize(("hours", "refused"), [(4, False), (8, True)])
def test_a_pair_is_pinned_to_one_number_of_hours(hours: int, refused: bool) -> None:
    data = problem(
        tasks=[task(hours=10)],
        persons=[person(ict=10)],
        deviations=[deviation(DeviationKind.PIN, task="T01", person="P1", value=hours)],
        previous=[plan_row(hours=4, pinned=True)],
    )
    assert ("pins-disagree" in codes(data)) is refused


def test_a_pin_without_hours_agrees_with_any_row() -> None:
    data = problem(
        tasks=[task(hours=10)],
        persons=[person(ict=10)],
        deviations=[deviation(DeviationKind.PIN, task="T01", person="P1")],
        previous=[plan_row(hours=4, pinned=True)],
    )
    assert "pins-disagree" not in codes(data)


@pytest.mark.parametrize(("grain", "refused"), [(8, False), (10, True)])
def test_a_pinned_row_is_at_least_half_a_grain(grain: int, refused: bool) -> None:
    data = problem(
        tasks=[task(hours=100)],
        persons=[person(ict=100)],
        previous=[plan_row(hours=4, pinned=True)],
        settings=settings(grain=grain),
    )
    assert ("pin-below-grain" in codes(data)) is refused
