"""Columns that the user added beside the plan: every note stays with its row, none is lost."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from broken_workbooks import cells
from command_line import run
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from small_school import Change, Value, small_school

from optimizer.cli.exits import Exit

PLAN = ("T1", "T1", "T2", "D1", "A1")
"""The tasks of the plan in the order of its rows."""
OLD_ROWS: tuple[tuple[int, tuple[Value, ...]], ...] = (
    (2, ("A1", "S1", "P3", "verantwoordelijke", "ANDERE S1", 72)),
    (3, ("T2", "S1", "P1", "verantwoordelijke", "ICT S1", 60)),
)
OLD_PLAN: tuple[tuple[str, Value], ...] = tuple(
    (f"Verdeling!{column}{row}", value)
    for row, values in OLD_ROWS
    for column, value in zip("ADEGHI", values, strict=True)
)
"""Two rows of an earlier plan, in another order than the rows of the new one."""


def planned(folder: Path, *edits: tuple[str, Value], then: Iterable[Change] = ()) -> Worksheet:
    """The sheet with the new plan, after notes were typed beside the old one."""

    def change(book: Workbook) -> None:
        for each in (cells(*OLD_PLAN, ("Verdeling!M1", "mijn nota"), *edits), *then):
            each(book)

    source = small_school(folder / "school.xlsx", change)
    done = run("optimize", source)
    assert done.code == Exit.DONE, done.text
    sheet = load_workbook(folder / "school_plan.xlsx")["Verdeling"]
    assert tuple(sheet[f"A{row}"].value for row in range(2, 7)) == PLAN
    return sheet


def column(sheet: Worksheet, letter: str) -> dict[int, object]:
    """The filled cells of a column below the header."""
    return {
        cell.row: cell.value for cell in sheet[letter] if cell.row > 1 and cell.value is not None
    }


def test_notes_move_with_their_rows(tmp_path: Path) -> None:
    sheet = planned(tmp_path, ("Verdeling!M2", "licenties"), ("Verdeling!M3", 12.5))
    assert column(sheet, "M") == {4: 12.5, 6: "licenties"}


def test_a_column_with_a_formula_stays_as_it_is(tmp_path: Path) -> None:
    sheet = planned(tmp_path, ("Verdeling!M2", "=I2*2"), ("Verdeling!M3", "zelf geteld"))
    assert column(sheet, "M") == {2: "=I2*2", 3: "zelf geteld"}


def test_a_date_stays_a_date(tmp_path: Path) -> None:
    def show_as_date(book: Workbook) -> None:
        book["Verdeling"]["M3"].number_format = "dd/mm/yyyy"

    when = datetime(2026, 9, 1)
    sheet = planned(tmp_path, ("Verdeling!M3", when), then=[show_as_date])
    assert column(sheet, "M") == {4: when}
    assert sheet["M4"].number_format == "dd/mm/yyyy"


def test_text_below_the_old_plan_is_not_overwritten(tmp_path: Path) -> None:
    sheet = planned(tmp_path, ("Verdeling!M2", "licenties"), ("Verdeling!M6", "nog te doen"))
    assert column(sheet, "M") == {6: "nog te doen\nlicenties"}


def test_notes_find_their_row_without_a_column_that_tells_rows_apart(tmp_path: Path) -> None:
    sheet = planned(tmp_path, ("Verdeling!H1", None), ("Verdeling!M2", "licenties"))
    assert column(sheet, "M") == {6: "licenties"}
    assert sheet.max_row == 6


def test_notes_of_one_row_in_several_columns_move_together(tmp_path: Path) -> None:
    sheet = planned(
        tmp_path, ("Verdeling!M2", "a"), ("Verdeling!N1", "nog een"), ("Verdeling!N2", "b")
    )
    assert (column(sheet, "M"), column(sheet, "N")) == ({6: "a"}, {6: "b"})


def test_notes_beside_someone_who_left_are_kept_and_harm_no_later_run(tmp_path: Path) -> None:
    change = cells(
        *OLD_PLAN, ("Verdeling!E2", "P9"), ("Verdeling!M1", "mijn nota"), ("Verdeling!M2", "weg")
    )
    source = small_school(tmp_path / "school.xlsx", change)
    assert run("optimize", source).code == Exit.DONE
    once, twice = tmp_path / "school_plan.xlsx", tmp_path / "later.xlsx"
    assert run("optimize", once, "-o", twice).code == Exit.DONE
    for path in (once, twice):
        sheet = load_workbook(path)["Verdeling"]
        ((row, note),) = column(sheet, "M").items()
        assert note == "weg"
        assert [sheet[f"{letter}{row}"].value for letter in "ADEGHI"] == [
            "A1", "S1", "P9", "verantwoordelijke", "was 72 uur", None,
        ]  # fmt: skip


def test_notes_beside_work_that_is_paid_otherwise_stay_with_it(tmp_path: Path) -> None:
    sheet = planned(
        tmp_path,
        ("Verdeling!H2", "CENTRAAL S1"),
        ("Verdeling!M2", "licenties"),
        ("Verdeling!M3", "net"),
    )
    assert column(sheet, "M") == {4: "net", 6: "licenties"}
    assert sheet["H6"].value == "ANDERE S1"


def test_notes_beside_work_that_is_gone_stand_beside_its_row(tmp_path: Path) -> None:
    change = cells(
        *OLD_PLAN,
        ("Verdeling!E2", "P1"),
        ("Verdeling!M1", "mijn nota"),
        ("Verdeling!M2", "weg"),
    )
    source = small_school(tmp_path / "school.xlsx", change)
    once, twice = tmp_path / "school_plan.xlsx", tmp_path / "later.xlsx"
    assert run("optimaliseer", source).code == Exit.DONE
    assert run("optimaliseer", once, "-o", twice).code == Exit.DONE
    for path in (once, twice):
        sheet = load_workbook(path)["Verdeling"]
        ((row, note),) = column(sheet, "M").items()
        assert note == "weg"
        found = [sheet[f"{letter}{row}"].value for letter in "ADEGHIL"]
        assert found == ["A1", "S1", "P1", "verantwoordelijke", "was 72 uur", None, "weg"]
