"""What disappeared since the plan that stood there stands below the plan, without hours to add."""

from dataclasses import replace
from pathlib import Path

import pytest
from easy_books import PLAN_HEADER, Rows, minimal, save
from factory import deviation, person, plan_row, problem, school, task
from two_schools import OPTIONS, table, total

from models.problem import PlanRow
from models.vocabulary import DeviationKind, Funding, PlanRole
from optimizer.explain.answer import Answer, Row
from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import make_plan

LEAD, HELPER, BACKUP = PlanRole.LEAD, PlanRole.HELPER, PlanRole.BACKUP


def after(*previous: PlanRow) -> Answer:
    """The one task is now Bas's alone: Ona may not do it any more."""
    data = problem(
        schools=[school(operating_euro=1000)],
        persons=[person("P1", name="Ona", ict=10), person("P2", name="Bas", ict=10)],
        tasks=[task("T01", hours=8, title="Servers")],
        deviations=[deviation(DeviationKind.BAN, task="T01", person="P1")],
        previous=previous,
    )
    return make_plan(data, OPTIONS)


def gone(answer: Answer) -> list[Row]:
    return [row for row in table(answer, "allocation") if row["change"] == "weg"]


def test_somebody_who_no_longer_works_on_a_task() -> None:
    answer = after(plan_row("T01", "P1", role=LEAD, hours=6), plan_row("T01", "P2", hours=2))
    rows = table(answer, "allocation")
    assert rows[-1]["change"] == "weg"
    (row,) = gone(answer)
    told = [row[key] for key in ("task", "title", "person", "name", "role", "source")]
    assert told == ["T01", "Servers", "P1", "Ona", "verantwoordelijke", "was 6 uur"]
    assert row["hours_year"] is row["hours_week"] is row["pinned"] is None
    assert total(rows, "hours_year") == 8


@pytest.mark.parametrize(
    ("previous", "expected"),
    [
        ([], []),
        ([plan_row("T01", "P2", hours=8)], []),
        ([plan_row("T01", "P2", role=HELPER, hours=8)], []),
        ([plan_row("T01", "P1", role=BACKUP)], [("P1", "back-up", None)]),
        ([plan_row("T01", "P9", hours=4)], [("P9", "verantwoordelijke", "was 4 uur")]),
        ([plan_row("T07", "P2", hours=4)], [("P2", "verantwoordelijke", "was 4 uur")]),
        (
            [plan_row("T01", "P1", hours=4), plan_row("T01", "P1", hours=2, funding=Funding.BPT)],
            [("P1", "verantwoordelijke", "was 6 uur")],
        ),
        (
            [plan_row("T01", None, role=PlanRole.OUTSOURCED, hours=5, funding=Funding.OPERATING)],
            [(None, "uitbesteed", "was 5 uur, WERKING S1")],
        ),
    ],
)
def test_lines_that_are_gone(previous: list[PlanRow], expected: list[tuple[object, ...]]) -> None:
    rows = gone(after(*previous))
    assert [(row["person"], row["role"], row["source"]) for row in rows] == expected


def test_an_x_brings_back_what_was_gone(tmp_path: Path) -> None:
    header = [*PLAN_HEADER, "wijziging"]
    rows: Rows = [
        ["T1", "", "S1", "P1", "uitvoerder", "was 12,5 uur", None, "x", "weg"],
        ["T1", "", "S1", None, "uitbesteed", "was 5 uur, WERKING S1", None, None, "weg"],
    ]
    checked = check_workbook(
        save(tmp_path / "boek.xlsx", {**minimal(), "Verdeling": [header, *rows]})
    )
    assert checked.is_usable, checked.issues
    assert checked.data is not None
    (row,) = checked.data.previous
    assert (str(row.hours), row.pinned, row.owner) == ("12.5", True, None)
    assert replace(row, pinned=False).person == "P1"
