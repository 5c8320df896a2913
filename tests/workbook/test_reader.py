"""Reading cells: values, formulas, styles, and files that are something else."""

import zipfile
from pathlib import Path

import pytest
from easy_books import found, minimal, read, save
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from models.errors import WorkbookError
from models.issues import CellRef
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import RawCell, read_workbook


def test_cells_carry_their_address_and_value(tmp_path: Path) -> None:
    raw = read(tmp_path, {"Scholen": [["code", None], [None, 4.5]]})
    (sheet,) = raw.sheets
    assert sheet.cell(2, 2) == RawCell(CellRef("Scholen", "B2"), 4.5, ink="000000")
    assert sheet.cell(30, 28) == RawCell(CellRef("Scholen", "AB30"))
    assert sheet.cell(30, 28).is_empty


def test_styles_of_a_cell(tmp_path: Path) -> None:
    def style(workbook: Workbook) -> None:
        sheet = workbook["Taken"]
        sheet["A1"].font = Font(strike=True)
        sheet["B1"].fill = PatternFill("solid", fgColor="FF8064A2")
        sheet["C1"].number_format = "0%"

    (sheet,) = read(tmp_path, {"Taken": [["a", "b", 0.6]]}, style).sheets
    struck, filled, percent = (sheet.cell(1, column) for column in (1, 2, 3))
    assert (struck.struck, filled.struck) == (True, False)
    assert (struck.fill, filled.fill) == (None, "8064A2")
    assert (percent.is_percent, filled.is_percent) == (True, False)


def test_formula_never_calculated_is_not_empty(tmp_path: Path) -> None:
    (sheet,) = read(tmp_path, {"Taken": [["=1+1", 2]]}).sheets
    assert not sheet.cell(1, 1).computed
    assert not sheet.cell(1, 1).is_empty
    assert sheet.cell(1, 2).computed


def _with_cached(path: Path, old: bytes, new: bytes) -> Path:
    """The workbook with a piece of its first sheet's XML replaced."""
    target = path.with_name("berekend.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert old in content
                content = content.replace(old, new)
            copy.writestr(name, content)
    return target


@pytest.mark.parametrize(
    ("cell", "value", "is_empty", "is_error"),
    [
        (b'<c r="A1"><f>1+1</f><v>2</v></c>', 2, False, False),
        (b'<c r="A1" t="str"><f>1+1</f><v></v></c>', None, True, False),
        (b'<c r="A1" t="e"><f>1+1</f><v>#N/A</v></c>', "#N/A", False, True),
    ],
)
def test_formula_with_cached_value(
    tmp_path: Path, cell: bytes, value: object, is_empty: bool, is_error: bool
) -> None:
    path = save(tmp_path / "boek.xlsx", {"Taken": [["=1+1"]]})
    plain = b'<c r="A1"><f>1+1</f><v></v></c>'
    with zipfile.ZipFile(path) as source:
        if plain not in source.read("xl/worksheets/sheet1.xml"):
            plain = b'<c r="A1"><f>1+1</f><v /></c>'
    raw = read_workbook(_with_cached(path, plain, cell))
    read_cell = raw.sheets[0].cell(1, 1)
    assert read_cell.computed
    assert read_cell.formula
    assert (read_cell.value, read_cell.is_empty) == (value, is_empty)
    assert read_cell.is_error is is_error


def test_merged_block_shows_its_top_left_value(tmp_path: Path) -> None:
    def merge(workbook: Workbook) -> None:
        workbook["Taken"].merge_cells("A1:A3")

    (sheet,) = read(tmp_path, {"Taken": [["technisch", 1], [None, 2]]}, merge).sheets
    assert sheet.cell(3, 1).is_empty
    assert sheet.merged_cell(3, 1).value == "technisch"
    assert sheet.merged_cell(2, 2).value == 2


def _refusal(path: Path) -> str:
    with pytest.raises(WorkbookError) as refused:
        read_workbook(path)
    return refused.value.code


def test_files_that_are_something_else(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)
    contents = {
        "oud.xls": (ole, "wrong-format"),
        "hernoemd.xlsx": (ole, "wrong-format"),
        "geheim.xlsx": (ole + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        "lijst.csv": (b"code;naam", "wrong-format"),
        "tekst.xlsx": (b"code;naam", "not-a-workbook"),
        "half.xlsx": (b"PK\x03\x04half", "truncated"),
    }
    for name, (content, code) in contents.items():
        (tmp_path / name).write_bytes(content)
        assert _refusal(tmp_path / name) == code, name
    assert _refusal(tmp_path / "afwezig.xlsx") == "not-found"


def test_open_document_is_named_as_another_format(tmp_path: Path) -> None:
    path = tmp_path / "blad.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert _refusal(path) == "wrong-format"


def test_xml_with_a_document_type_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "boek.xlsx", minimal())
    poisoned = _with_cached(path, b"<worksheet", b"<!DOCTYPE x><worksheet")
    assert _refusal(poisoned) == "unsafe-xml"


def test_a_damaged_sheet_of_the_program_is_an_error(tmp_path: Path) -> None:
    path = save(tmp_path / "boek.xlsx", minimal())
    raw = read_workbook(_with_cached(path, b"</sheetData>", b""))
    assert {sheet.name: sheet.unread for sheet in raw.sheets if sheet.unread} == {
        "Instellingen": "unreadable"
    }
    _, issues = parse_workbook(raw)
    assert ("sheet-unreadable", "Instellingen") in found(issues)


def test_a_workbook_with_nothing_but_damage_is_unreadable(tmp_path: Path) -> None:
    path = save(tmp_path / "boek.xlsx", {"Taken": [["nr"]]})
    assert _refusal(_with_cached(path, b"</sheetData>", b"")) == "unreadable"
