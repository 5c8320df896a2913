"""`--herhaalbaar`: the same workbook gives the same plan, also when its rows are moved."""

from pathlib import Path

import pytest
from command_line import run
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from small_school import FIRST_ROW, FIRST_TASK_ROW, PERSONS, TASKS, Change, small_school
from written import OUTPUTS, level_values, opened, plan_lines, rows

from optimizer.cli.exits import Exit


def planned(folder: Path, name: str, change: Change | None = None) -> Workbook:
    """The plan of a deterministic run."""
    source = small_school(folder / f"{name}.xlsx", change)
    target = folder / f"{name}_plan.xlsx"
    assert run("optimaliseer", source, "-o", target, "--herhaalbaar").code == Exit.DONE
    return opened(target)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return planned(tmp_path_factory.mktemp("vast"), "een")


def cells(book: Workbook) -> dict[tuple[str, str], object]:
    """Every value of the workbook, times aside."""
    time_columns = {"Samenvatting": "F"}
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None and cell.column_letter != time_columns.get(sheet.title)
    }


def _reverse_rows(sheet: Worksheet, first: int, count: int) -> None:
    last = first + count - 1
    values = [[cell.value for cell in row] for row in sheet.iter_rows(first, last)]
    for row, moved in zip(sheet.iter_rows(first, last), reversed(values), strict=True):
        for cell, value in zip(row, moved, strict=True):
            cell.value = value


def _reverse_columns(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(FIRST_ROW - 1):
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value


def _permute(book: Workbook) -> None:
    _reverse_rows(book["Personen"], FIRST_ROW, len(PERSONS))
    _reverse_rows(book["Taken"], FIRST_TASK_ROW, len(TASKS))
    for sheet in ("Personen", "Taken"):
        _reverse_columns(book[sheet])


def _comparable(book: Workbook, sheet: str) -> list[str]:
    """The rows of a sheet, without what tells one run or one file from another.

    Lists within a cell follow the order of the tasks in the workbook.
    """
    kept = [row for row in rows(book, sheet) if row.get("onderdeel") != "invoer"]
    return [
        str(
            {key: sorted(str(value).split(", ")) for key, value in row.items() if key != "seconden"}
        )
        for row in kept
    ]


def test_two_runs_give_the_same_cells(plan: Workbook, tmp_path: Path) -> None:
    assert cells(planned(tmp_path, "twee")) == cells(plan)


def test_permuted_rows_and_columns_give_the_same_plan(plan: Workbook, tmp_path: Path) -> None:
    permuted = planned(tmp_path, "anders", _permute)
    assert plan_lines(permuted) == plan_lines(plan)
    assert level_values(permuted) == level_values(plan)
    for sheet in OUTPUTS:
        assert sorted(_comparable(permuted, sheet)) == sorted(_comparable(plan, sheet))
