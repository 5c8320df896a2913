"""The status says what is proven, and relative to what; the same in workbook and report."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from factory import person, plan_row, problem, settings, task
from two_schools import OPTIONS, table

from models.level_units import counted_value, read_value
from models.problem import PlanRow
from models.settings import Level, QualityWeights
from optimizer.explain.answer import Answer
from optimizer.flows.pipeline import make_plan
from optimizer.report.console_text import result_lines
from optimizer.report.status_text import GIVEN_PREVIOUS, PROVEN, PROVEN_GIVEN


def plan(*previous: PlanRow, stability: int = 5) -> Answer:
    weights = QualityWeights(stability=stability)
    data = problem(
        persons=[person("P1", ict=10), person("P2", ict=10)],
        tasks=[task("T01", hours=8)],
        previous=previous,
        settings=replace(settings(), quality=weights),
    )
    return make_plan(data, OPTIONS)


STOOD = plan_row("T01", "P1", hours=8)


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (plan(), PROVEN),
        (plan(STOOD), PROVEN_GIVEN),
        (plan(STOOD, stability=0), PROVEN),
        (plan(plan_row("T09", "P9", hours=8)), PROVEN),
    ],
)
def test_a_proof_given_the_previous_plan_says_so(answer: Answer, word: str) -> None:
    rows = {row["item"]: row for row in table(answer, "summary")}
    assert rows["status"]["value"] == word
    assert next(iter(result_lines(answer))).startswith(f"Status: {word}, na ")
    given = word == PROVEN_GIVEN
    assert ("gegeven het vorige plan" in str(rows["status"]["remark"])) is given
    assert (GIVEN_PREVIOUS in str(rows["doel kwaliteit"]["remark"])) is given
    assert GIVEN_PREVIOUS not in str(rows["doel dekking"]["remark"])


def quality(answer: Answer) -> int:
    level = answer.result.level(Level.QUALITY)
    assert level is not None
    assert level.value is not None
    return level.value


def test_it_is_told_what_changes_weigh_and_what_there_is_without_them() -> None:
    """Two people did eight hours of a task that asks eight: one of them loses hers."""
    answer = plan(STOOD, plan_row("T01", "P2", hours=8))
    rows = {row["item"]: row for row in table(answer, "summary")}
    found = re.search(
        r"Van (\d+) komt (\d+) van die wijzigingen: zonder het vorige plan is (\d+) of lager",
        str(rows["doel kwaliteit"]["remark"]),
    )
    assert found is not None
    value, lost, without = map(int, found.groups())
    assert (value, without) == (quality(answer), value - lost)
    assert lost > 0
    assert quality(plan()) <= without
    halves = (plan_row("T01", "P1", hours=4), plan_row("T01", "P2", hours=4))
    unchanged = {row["item"]: row for row in table(plan(*halves), "summary")}
    assert "van die wijzigingen" not in str(unchanged["doel kwaliteit"]["remark"])


def test_what_a_workbook_states_goes_before_what_is_known() -> None:
    stated = replace(plan(), stated_status="onderbroken")
    rows = {row["item"]: row for row in table(stated, "summary")}
    assert rows["status"]["value"] == "onderbroken"


def test_the_choice_between_equal_plans_is_out_of_sight() -> None:
    items = [str(row["item"]) for row in table(plan(), "summary")]
    assert not [item for item in items if item.startswith("doel") and "eenduidig" in item]
    assert "eenduidig" not in " ".join(result_lines(plan()))


@pytest.mark.parametrize("grain", [1, 4])
@pytest.mark.parametrize("value", [0, 1, 7, 336])
@pytest.mark.parametrize("level", list(Level))
def test_values_are_read_in_hours_and_counted_back(level: Level, value: int, grain: int) -> None:
    shown = read_value(level, value, grain)
    assert counted_value(level, Decimal(shown), grain) == value


def test_hours_points_and_plain_numbers() -> None:
    assert read_value(Level.CORE, 25, 4) == read_value(Level.COVERAGE, 25, 4) == 100
    assert str(read_value(Level.FAIRNESS, 123, 4)) == "12.3"
    assert read_value(Level.QUALITY, 816, 4) == 816
