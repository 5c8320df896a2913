"""The computed points on the sheet of schools: where they stand, when the columns are made."""

import re
from pathlib import Path

import pytest
from broken_workbooks import cells
from command_line import run
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from package_files import parts_of, without_cells
from rich_workbook import part_of
from small_school import setting, small_school

from optimizer.cli.exits import Exit
from optimizer.workbook.template.input_sheets import SCHOOLS

COLUMNS = ("ICT-punten berekend", "Berekening ICT-punten")
FIRST = len(SCHOOLS.columns) - 1
"""Number of the first result column of the template."""
COUNTED = (("Scholen!R4", 60), ("Scholen!S4", 40), (setting("punten_coefficient"), 0.05))
"""Pupils per weight and a coefficient, which no law gives: for the test alone."""
GRID = re.compile(rb' spans="[0-9:]*"|<dimension [^>]*>')
"""What says how far cells reach; it follows the cells that were added."""
SUM = (
    "60 lln A-stroom ASO KSO TSO × 0,97368015 + 40 lln B-stroom BSO OKAN BuSO × 1,153471682 "
    "= 104,56 gewogen × coëfficiënt 0,05 = 5,23 punten (afgerond op 0,01)"
)


def bare(book: Workbook) -> None:
    """The small school with the sheet of schools as it was before the result columns."""
    book["Scholen"].delete_cols(FIRST, 2)
    for letter in "VW":
        del book["Scholen"].column_dimensions[letter]


def planned(path: Path, name: str = "plan.xlsx") -> Path:
    """The plan for a workbook."""
    target = path.with_name(name)
    done = run("optimize", path, "-o", target)
    assert done.code == Exit.DONE, done.text
    return target


def schools(path: Path) -> Worksheet:
    sheet = load_workbook(path)["Scholen"]
    assert isinstance(sheet, Worksheet)
    return sheet


def results(path: Path, row: int = 4) -> dict[str, object]:
    """What stands under the headers of the results."""
    sheet = schools(path)
    places = {sheet.cell(3, n).value: n for n in range(1, sheet.max_column + 1)}
    return {name: sheet.cell(row, places[name]).value for name in COLUMNS}


def sheet_parts(path: Path) -> bytes:
    content = path.read_bytes()
    return parts_of(content)[part_of(content, "Scholen")]


def test_the_points_and_their_computation_stand_beside_the_school(tmp_path: Path) -> None:
    path = planned(small_school(tmp_path / "school.xlsx", cells(*COUNTED)))
    assert results(path) == {COLUMNS[0]: 5.23, COLUMNS[1]: SUM}
    assert all(cell.data_type != "f" for row in schools(path) for cell in row)


def test_what_lacks_is_said_and_no_number_is_written(tmp_path: Path) -> None:
    path = planned(small_school(tmp_path / "school.xlsx"))
    found = results(path)
    assert found[COLUMNS[0]] is None
    assert str(found[COLUMNS[1]]).startswith("Niet berekend: vul eerst in: lln A-stroom")
    assert "punten_coefficient" in str(found[COLUMNS[1]])


def test_a_number_of_the_user_stays_beside_another_computed_one(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx", cells(*COUNTED, ("Scholen!H4", 40)))
    done = run("check", source)
    assert (done.code, "punten" in done.text) == (Exit.DONE, False)
    path = planned(source)
    assert (schools(path)["H4"].value, results(path)[COLUMNS[0]]) == (40, 5.23)


def test_the_word_makes_the_computed_points_the_envelope(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx", cells(*COUNTED, ("Scholen!H4", "berekend")))
    assert run("check", source).code == Exit.DONE
    path = planned(source)
    assert schools(path)["H4"].value == "berekend"
    used = load_workbook(path)["Per school"]
    rows = {row[2]: row[3] for row in used.iter_rows(values_only=True)}
    assert rows["bron ICT"] == 5.23


def test_a_stale_result_is_wiped(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx", cells(("Scholen!V4", 99)))
    assert results(planned(source))[COLUMNS[0]] is None


def test_the_pool_has_no_result(tmp_path: Path) -> None:
    change = cells(("Scholen!A5", "GROEP"), ("Scholen!V5", 9), ("Scholen!W5", "oud"))
    path = planned(small_school(tmp_path / "school.xlsx", change))
    assert results(path, 5) == dict.fromkeys(COLUMNS)


def test_absent_columns_are_made_right_of_the_last_header(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        bare(book)
        cells(*COUNTED)(book)
        book["Scholen"]["U3"].font = Font(bold=True, color="FF0000")

    sheet = schools(planned(small_school(tmp_path / "school.xlsx", change)))
    assert [sheet.cell(3, FIRST + n).value for n in (0, 1)] == list(COLUMNS)
    assert [sheet.cell(4, FIRST + n).value for n in (0, 1)] == [5.23, SUM]
    for n in (0, 1):
        assert sheet.cell(3, FIRST + n).style_id == sheet["U3"].style_id


def test_only_the_made_cells_and_widths_change(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx", bare)
    old, new = sheet_parts(source), sheet_parts(planned(source))
    widths = b"".join(
        b'<col min="%d" max="%d" width="%d" customWidth="1"/>' % (FIRST + n, FIRST + n, width)
        for n, width in enumerate((11, 90))
    )
    assert (old.count(widths), new.count(widths)) == (0, 1)
    rest = without_cells(new, "V3", "W3", "W4").replace(widths, b"")
    assert GRID.sub(b"", rest) == GRID.sub(b"", old)


def test_made_columns_are_filled_again_by_the_next_run(tmp_path: Path) -> None:
    first = planned(small_school(tmp_path / "school.xlsx", bare))
    second = planned(first, "opnieuw.xlsx")
    assert schools(second).max_column == schools(first).max_column == FIRST + 1
    assert results(second) == results(first)
    assert sheet_parts(second) == sheet_parts(first)


@pytest.mark.parametrize(
    ("obstacle", "place"),
    [
        ("V3", FIRST + 1),
        ("V40", FIRST + 1),
        ("W1", FIRST + 2),
        ("X9", FIRST),
    ],
)
def test_columns_are_made_where_nothing_stands(obstacle: str, place: int, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        bare(book)
        book["Scholen"][obstacle] = "van mij"

    sheet = schools(planned(small_school(tmp_path / "school.xlsx", change)))
    assert sheet[obstacle].value == "van mij"
    assert [sheet.cell(3, place + n).value for n in (0, 1)] == list(COLUMNS)


def test_columns_are_made_beside_a_merged_block(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        bare(book)
        book["Scholen"].merge_cells("V1:X2")

    sheet = schools(planned(small_school(tmp_path / "school.xlsx", change)))
    assert [sheet.cell(3, FIRST + 3 + n).value for n in (0, 1)] == list(COLUMNS)


def test_one_absent_column_is_made_beside_the_other(tmp_path: Path) -> None:
    change = cells(("Scholen!V3", None))
    sheet = schools(planned(small_school(tmp_path / "school.xlsx", change)))
    assert (sheet["W3"].value, sheet["X3"].value) == (COLUMNS[1], COLUMNS[0])


def test_results_may_stand_anywhere(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        cells(*COUNTED)(book)
        sheet = book["Scholen"]
        sheet["B3"], sheet["V3"] = sheet["V3"].value, sheet["B3"].value
        sheet["B4"], sheet["V4"] = None, "Kleine school De Els"

    path = planned(small_school(tmp_path / "school.xlsx", change))
    assert (schools(path)["B4"].value, schools(path)["V4"].value) == (5.23, "Kleine school De Els")


@pytest.mark.parametrize(("last", "made"), [("XFB", True), ("XFC", False), ("XFD", False)])
def test_columns_are_made_as_far_as_a_sheet_reaches(last: str, made: bool, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        bare(book)
        book["Scholen"][f"{last}3"] = "laatste"

    sheet = schools(planned(small_school(tmp_path / "school.xlsx", change)))
    assert (sheet["XFC3"].value == COLUMNS[0]) is made
    assert sheet[f"{last}3"].value == "laatste"
