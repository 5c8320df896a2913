"""What is typed in a cell, and what it shows: the same both ways."""

import pytest

from models.issues import CellRef
from optimizer.flows.typed_cells import next_code, setting_kind, shown_text, typed_value
from optimizer.workbook.read.columns import ColumnKind
from optimizer.workbook.read.reader import RawCell
from optimizer.workbook.read.record_cells import CellValue

HERE = CellRef("Personen", "A1")
EMPTY = RawCell(HERE)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (ColumnKind.HOURS, "1,5", 1.5),
        (ColumnKind.HOURS, " 12 ", 12),
        (ColumnKind.HOURS, "max", "max"),
        (ColumnKind.HOURS, "1.500", "1.500"),
        (ColumnKind.PERCENT, "60", 60),
        (ColumnKind.PERCENT, "60 %", 60),
        (ColumnKind.CODE, "007", "007"),
        (ColumnKind.TEXT, "12", "12"),
        (ColumnKind.TEXT, "   ", None),
        (ColumnKind.COUNT, "", None),
    ],
)
def test_a_text_becomes_what_the_column_holds(
    kind: ColumnKind, text: str, value: CellValue
) -> None:
    assert typed_value(kind, EMPTY, text) == value


def test_a_cell_in_per_cent_gets_the_part_of_a_hundred() -> None:
    cell = RawCell(HERE, 0.25, is_percent=True)
    assert typed_value(ColumnKind.PERCENT, cell, "60") == 0.6
    assert typed_value(ColumnKind.PERCENT, cell, "60 %") == 0.6


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (RawCell(HERE, 1.5), "1,5"),
        (RawCell(HERE, 12.0), "12"),
        (RawCell(HERE, 0.1 + 0.2), "0,3"),
        (RawCell(HERE, 0.6, is_percent=True), "60 %"),
        (RawCell(HERE, "een  tekst"), "een tekst"),
        (RawCell(HERE, "#N/A", is_error=True), "#N/A"),
        (RawCell(HERE, formula=True, computed=False), ""),
        (EMPTY, ""),
    ],
)
def test_a_cell_shows_what_can_be_typed_again(cell: RawCell, text: str) -> None:
    assert shown_text(cell) == text


def test_a_new_code_follows_the_last_one_and_is_free() -> None:
    assert next_code([], "P01") == "P01"
    assert next_code(["P01", "P07"], "P01") == "P08"
    assert next_code(["P09"], "P01") == "P10"
    assert next_code(["P11", "p12", "P10", "P11"], "P01") == "P13"
    assert next_code(["noor"], "P01") == "noor2"


def test_a_setting_has_the_kind_of_its_key() -> None:
    assert setting_kind("Weken_School") is ColumnKind.NUMBER
    assert setting_kind("van mij") is ColumnKind.TEXT
