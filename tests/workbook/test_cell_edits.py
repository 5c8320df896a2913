"""Cells edited by hand: read at once, written with a certificate, nothing else touched."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from package_files import changed_parts
from small_school import FIRST_ROW, small_school

from models.errors import WorkbookError
from models.issues import CellRef
from models.problem import ProblemData
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.write.cell_edits import CellEdit, with_edits, write_edits

NAME = CellRef("Personen", f"B{FIRST_ROW}")
BELOW = FIRST_ROW + 3
NEWCOMER = (
    CellEdit(CellRef("Personen", f"A{BELOW}"), "P4"),
    CellEdit(CellRef("Personen", f"B{BELOW}"), "Wim Gefingeerd"),
    CellEdit(CellRef("Personen", f"C{BELOW}"), "S1"),
    CellEdit(CellRef("Personen", f"D{BELOW}"), "leraar"),
    CellEdit(CellRef("Personen", f"G{BELOW}"), 1.5),
)


def reparse(raw: RawWorkbook) -> ProblemData | None:
    return parse_workbook(raw)[0]


def people(raw: RawWorkbook) -> dict[str, str]:
    data = reparse(raw)
    assert data is not None
    return {person.code: person.name for person in data.persons}


def test_an_edit_is_read_at_once_and_the_file_is_left_alone(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    before = path.read_bytes()
    raw = read_workbook(path)
    assert people(with_edits(raw, [CellEdit(NAME, "Ann Anders")]))["P1"] == "Ann Anders"
    assert people(with_edits(raw, NEWCOMER))["P4"] == "Wim Gefingeerd"
    row = [CellRef("Personen", f"{column}{FIRST_ROW}") for column in "ABCDEFMNP"]
    gone = with_edits(raw, [CellEdit(where, None) for where in row])
    assert list(people(gone)) == ["P2", "P3"]
    assert path.read_bytes() == before


def test_what_is_written_differs_in_the_edited_cells_alone(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    before = path.read_bytes()
    raw = read_workbook(path)
    edits = [CellEdit(NAME, "Ann Anders"), *NEWCOMER]
    written = write_edits(raw, edits, path)
    assert written.certificate.cells == {"Personen": 6}
    assert written.backup is not None
    changed = changed_parts(before, path.read_bytes())
    (part,) = changed - {"xl/workbook.xml"}
    assert part.startswith("xl/worksheets/")
    assert people(read_workbook(path)) == people(with_edits(raw, edits))


def test_a_number_in_an_empty_cell_that_shows_percentages_means_what_was_typed(
    tmp_path: Path,
) -> None:
    path = small_school(tmp_path / "school.xlsx")
    raw = read_workbook(path)
    schools = next(sheet for sheet in raw.sheets if sheet.name == "Scholen")
    header = next(c for c in schools.rows[3].values() if c.value == "pool %")
    where = CellRef("Scholen", f"{header.where.cell.rstrip('3')}{FIRST_ROW}")
    book = load_workbook(path)
    book["Scholen"][where.cell].number_format = "0%"
    book.save(path)
    raw = read_workbook(path)
    write_edits(raw, [CellEdit(where, 60)], path)
    data = reparse(read_workbook(path))
    assert data is not None
    assert data.schools[0].pool_pct == 60
    assert load_workbook(path)["Scholen"][where.cell].value == 0.6


def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    write_edits(read_workbook(path), [CellEdit(NAME, "=1+1")], path)
    assert people(read_workbook(path))["P1"] == "=1+1"
    assert load_workbook(path)["Personen"][NAME.cell].data_type == "s"


def test_a_workbook_that_was_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    raw = read_workbook(path)
    small_school(path, lambda book: book["Personen"].__setitem__("B5", "Van elders"))
    theirs = path.read_bytes()
    with pytest.raises(WorkbookError, match="changed-meanwhile"):
        write_edits(raw, [CellEdit(NAME, "Ann Anders")], path)
    assert path.read_bytes() == theirs
    copy = tmp_path / "kopie.xlsx"
    write_edits(raw, [CellEdit(NAME, "Ann Anders")], copy)
    assert people(read_workbook(copy))["P1"] == "Ann Anders"


def test_a_workbook_that_is_open_in_excel_is_not_written(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    (tmp_path / "~$school.xlsx").write_bytes(b"x")
    with pytest.raises(WorkbookError, match="locked"):
        write_edits(read_workbook(path), [CellEdit(NAME, "Ann Anders")], path)


def test_a_cell_of_a_merged_block_is_refused_and_nothing_is_left_behind(tmp_path: Path) -> None:
    def merged(book: Workbook) -> None:
        book["Personen"].merge_cells(f"A{BELOW}:B{BELOW}")

    path = small_school(tmp_path / "school.xlsx", merged)
    before = sorted(tmp_path.iterdir()), path.read_bytes()
    with pytest.raises(WorkbookError, match="merged-cell"):
        write_edits(read_workbook(path), NEWCOMER, path)
    assert (sorted(tmp_path.iterdir()), path.read_bytes()) == before


def test_a_new_row_is_as_high_as_its_texts_and_one_that_stood_there_stays(tmp_path: Path) -> None:
    path = small_school(tmp_path / "school.xlsx")
    raw = read_workbook(path)
    steps = next(sheet for sheet in raw.sheets if sheet.name == "Stappenplan")
    last = max(steps.rows)
    before = load_workbook(path)["Stappenplan"].row_dimensions[last].height
    question = "Welk deel van de middelen van de school gaat naar de pool? " * 4
    edits = [
        CellEdit(CellRef("Stappenplan", f"A{last + 1}"), "4"),
        CellEdit(CellRef("Stappenplan", f"B{last + 1}"), "S1"),
        CellEdit(CellRef("Stappenplan", f"C{last + 1}"), question),
        CellEdit(CellRef("Stappenplan", f"A{last + 2}"), "5a"),
        CellEdit(CellRef("Stappenplan", f"C{last}"), question),
    ]
    write_edits(raw, edits, path)
    rows = load_workbook(path)["Stappenplan"].row_dimensions
    assert rows[last].height == before
    assert rows[last + 1].height >= 4 * 15
    assert rows[last + 2].height is None
