"""A plan that is adopted: said in two cells, and kept to by the runs that follow."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from factory import person, plan_row, problem, task
from openpyxl import Workbook
from small_school import small_school

from models.adoption import least_changing
from models.settings import Level, Settings
from optimizer.flows.adopting import adopted, draft_again
from optimizer.flows.checking import check_raw, check_workbook
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.write.cell_edits import with_edits

PLAIN = Settings(fairness_slack=0, min_block=Decimal(4))


def hours_of(settings: Settings, *people: str) -> dict[str, int]:
    """Hours per person when everything stood with P1, who has as much time as each colleague."""
    data = problem(
        persons=[person(code, other=4) for code in people],
        tasks=[task("T1", hours=60), task("T2", hours=60)],
        previous=[plan_row(each, hours=60, funding=None) for each in ("T1", "T2")],
        settings=settings,
    )
    answer = make_plan(data, SolveOptions(20, deterministic=True))
    found: dict[str, int] = {}
    for (_, who, _), grains in answer.plan.hours.items():
        found[str(who)] = found.get(str(who), 0) + grains * settings.grain
    return found


def test_a_free_run_shares_out_and_a_run_after_the_adoption_keeps_to_the_plan() -> None:
    assert hours_of(PLAIN, "P1", "P2")["P1"] < 120
    assert hours_of(least_changing(PLAIN), "P1", "P2") == {"P1": 120}


def test_the_work_goes_before_the_agreement() -> None:
    """Who is gone is replaced."""
    assert hours_of(least_changing(PLAIN), "P2") == {"P2": 120}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (tuple(Level), (Level.CORE, Level.BALANCE, Level.COVERAGE, Level.QUALITY)),
        ((Level.FAIRNESS, Level.COVERAGE), (Level.FAIRNESS, Level.COVERAGE, Level.QUALITY)),
        ((Level.FAIRNESS,), (Level.QUALITY, Level.FAIRNESS)),
    ],
)
def test_quality_comes_right_after_the_work(
    order: tuple[Level, ...], expected: tuple[Level, ...]
) -> None:
    settings = least_changing(Settings(levels=order))
    assert settings.levels[: len(expected)] == expected
    assert least_changing(settings) == settings


def without_rows(book: Workbook) -> None:
    """A workbook of before there were drafts."""
    sheet = book["Instellingen"]
    for row in range(sheet.max_row, 0, -1):
        if str(sheet[f"A{row}"].value).startswith("vastgesteld"):
            sheet.delete_rows(row)


@pytest.mark.parametrize("change", [None, without_rows])
def test_two_cells_say_it_and_take_it_back(tmp_path: Path, change: object) -> None:
    path = small_school(tmp_path / "school.xlsx", without_rows if change else None)
    checked = check_workbook(path)
    edits = adopted(checked, date(2026, 5, 3), "Ann Anders")
    after = check_raw(with_edits(checked.raw, edits), {})
    settings = after.usable().settings
    assert (settings.adopted_on, settings.adopted_by) == ("03/05/2026", "Ann Anders")
    assert settings.levels.index(Level.QUALITY) == 3
    back = check_raw(with_edits(after.raw, draft_again(after)), {})
    assert back.usable().settings == checked.usable().settings
