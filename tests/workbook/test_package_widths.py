"""Widths of columns: given where the sheet says nothing, in order, and nothing else changes."""

import pytest
from package_files import cells_of, hand_made, parts_of, sheet_xml

from optimizer.workbook.write.package import Package

SHEET = "xl/worksheets/sheet1.xml"
ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'


def col(first: int, last: int, width: float) -> str:
    return f'<col min="{first}" max="{last}" width="{width:g}" customWidth="1"/>'


def widened(before: str, *columns: int) -> str:
    package = Package(hand_made(sheet_xml(ROWS, before=before)))
    for column in columns:
        package.sheet("Blad").set_width(column, 80.5)
    return parts_of(package.to_bytes())[SHEET].decode()


def test_a_sheet_without_widths_gets_them_before_its_rows() -> None:
    added = f"<cols>{col(2, 2, 80.5)}{col(3, 3, 80.5)}</cols>"
    assert widened("<sheetFormatPr/>", 3, 2) == sheet_xml(ROWS, before=f"<sheetFormatPr/>{added}")


@pytest.mark.parametrize(
    ("column", "stated"),
    [
        (1, [(1, 1, 80.5), (2, 3, 9), (6, 7, 9)]),
        (4, [(2, 3, 9), (4, 4, 80.5), (6, 7, 9)]),
        (5, [(2, 3, 9), (5, 5, 80.5), (6, 7, 9)]),
        (8, [(2, 3, 9), (6, 7, 9), (8, 8, 80.5)]),
    ],
)
def test_a_width_stands_in_its_place(column: int, stated: list[tuple[int, int, float]]) -> None:
    before = f"<cols>{col(2, 3, 9)}{col(6, 7, 9)}</cols>"
    after = f"<cols>{''.join(col(*each) for each in stated)}</cols>"
    assert widened(before, column) == sheet_xml(ROWS, before=after)


@pytest.mark.parametrize("column", [2, 3, 6, 7])
def test_a_width_that_the_sheet_states_stays(column: int) -> None:
    before = f"<cols>{col(2, 3, 9)}{col(6, 7, 9)}</cols>"
    assert widened(before, column) == sheet_xml(ROWS, before=before)


def test_an_independent_reader_sees_the_width() -> None:
    package = Package(hand_made(sheet_xml(ROWS)))
    package.sheet("Blad").set_width(4, 80.5)
    assert cells_of(package.to_bytes(), "Blad").column_dimensions["D"].width == 80.5
