"""`taakverdeler vergelijk`: two workbooks with a plan, in text and as a page."""

from pathlib import Path

import pytest
from command_line import run
from small_school import small_school

from optimizer.cli.exits import Exit


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plannen")
    source, target = small_school(folder / "school.xlsx"), folder / "plan.xlsx"
    assert run("optimize", source, "-o", target, "--deterministic", "--quiet").code == Exit.DONE
    return target


def test_a_plan_beside_itself_says_that_nothing_moved(planned: Path) -> None:
    told = run("vergelijk", planned, planned)
    assert told.code == Exit.DONE
    assert "Niemand doet iets anders" in told.out
    assert "minder goed" not in told.out and "nieuw:" not in told.out


def test_the_page_holds_the_same_words(planned: Path, tmp_path: Path) -> None:
    page = tmp_path / "vergelijking.html"
    assert run("vergelijk", planned, planned, "-o", page).code == Exit.DONE
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>") and "Niemand doet iets anders" in html
    assert "<script" not in html and "://" not in html


def test_a_workbook_without_a_plan_is_named(planned: Path, tmp_path: Path) -> None:
    empty = small_school(tmp_path / "leeg.xlsx")
    told = run("vergelijk", planned, empty)
    assert told.code != Exit.DONE
    assert "leeg.xlsx" in told.err and "geen plan" in told.err
