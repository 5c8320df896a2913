"""Cells: values, text, styles, order, odd XML, formulas, merges."""

import math
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from package_files import (
    MAIN,
    STRICT,
    cells_of,
    hand_made,
    inside,
    opened,
    parts_of,
    sheet_xml,
    without_cells,
)

from optimizer.workbook.write.package import Package
from optimizer.workbook.xlsx.cell_xml import MAX_TEXT, clean_text, format_number

SHEET = "xl/worksheets/sheet1.xml"
TWO_ROWS = (
    '<row r="2" spans="1:2"><c r="A2" s="1"><v>1</v></c><c r="C2"/></row>\n<row r="5" ht="30"/>'
)


def test_cells_and_rows_are_inserted_in_order() -> None:
    sheet = opened(TWO_ROWS)
    for ref in ("E2", "B2", "D3", "A3", "B5", "A9", "A1"):
        sheet.set(ref, 7)
    assert inside(sheet.render()) == (
        '<row r="1"><c r="A1"><v>7</v></c></row>'
        '<row r="2" spans="1:5"><c r="A2" s="1"><v>1</v></c><c r="B2"><v>7</v></c><c r="C2"/>'
        '<c r="E2"><v>7</v></c></row>\n'
        '<row r="3"><c r="A3" s="1"><v>7</v></c><c r="D3"><v>7</v></c></row>'
        '<row r="5" ht="30"><c r="B5"><v>7</v></c></row>'
        '<row r="9"><c r="A9" s="1"><v>7</v></c></row>'
    )


def test_an_empty_sheet_takes_cells_and_the_dimension_widens() -> None:
    xml = f'<worksheet xmlns="{MAIN}"><dimension ref="B2"/><sheetData/></worksheet>'
    sheet = Package(hand_made(xml)).sheet("Blad")
    sheet.set("D3", True)
    assert sheet.render().decode() == (
        f'<worksheet xmlns="{MAIN}"><dimension ref="B2:D3"/><sheetData><row r="3"><c r="D3" t="b">'
        "<v>1</v></c></row></sheetData></worksheet>"
    )


def test_prefixes_byte_order_mark_and_namespaces_are_kept() -> None:
    xml = (
        f'\ufeff<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="1"><x:c r="A1"/>'
        "</x:row></x:sheetData></x:worksheet>"
    )
    package = Package(hand_made(xml, strict=True, absolute=True))
    package.sheet("Blad").set("A1", "t")
    package.sheet("Blad").set("B2", 1)
    added = package.add_sheet("Extra")
    added.set("A1", 1)
    parts = parts_of(package.to_bytes())
    assert parts[SHEET].decode() == (
        f'\ufeff<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="1"><x:c r="A1" '
        't="inlineStr"><x:is><x:t>t</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="B2"><x:v>1</x:v>'
        "</x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert f'xmlns="{STRICT}"'.encode() in parts["xl/worksheets/sheet2.xml"]
    assert b'<sheet name="Extra" sheetId="8" xmlns:rel=' in parts["xl/workbook.xml"]
    assert b'rel:id="rId2"/></sheets>' in parts["xl/workbook.xml"]
    assert b"purl.oclc.org" in parts["xl/_rels/workbook.xml.rels"].rsplit(b"<Rel", 1)[1]


def test_cells_and_rows_without_address_count_on_from_the_one_before() -> None:
    rows = '<row><c><v>1</v></c><c/></row><row r="4"><c r="B4"/><c/></row><row><c/></row>'
    sheet = opened(rows)
    for ref in ("B1", "C4", "D4", "A5"):
        sheet.set(ref, 9)
    assert inside(sheet.render()) == (
        '<row><c><v>1</v></c><c><v>9</v></c></row><row r="4"><c r="B4"/><c><v>9</v></c>'
        '<c r="D4"><v>9</v></c></row><row><c><v>9</v></c></row>'
    )


def test_elements_of_other_namespaces_are_not_taken_for_cells() -> None:
    rows = '<row r="1"><c r="A1"/><z:c xmlns:z="anders" r="B1" z:n="a > b"/></row>'
    sheet = opened(rows)
    sheet.set("B1", 1)
    added = '<c r="B1"><v>1</v></c></row>'
    assert inside(sheet.render()) == rows.replace("</row>", added)


@pytest.mark.parametrize("old", ['t="s"><v>3</v>', 't="str"><v>a</v>', 't="e"><v>#N/A</v>',
                                 't="inlineStr"><is><t>q</t></is>', 't="d"><v>2026-01-01</v>',
                                 't="b"><v>1</v>',
                                 'cm="1" vm="2"><v>1</v>'])  # fmt: skip
def test_the_old_type_goes_and_the_style_stays(old: str) -> None:
    sheet = opened(f'<row r="1"><c r="A1" s="4" {old}</c></row>')
    sheet.set("A1", 2)
    assert inside(sheet.render()) == '<row r="1"><c r="A1" s="4"><v>2</v></c></row>'
    sheet.set("A1", None)
    assert inside(sheet.render()) == '<row r="1"><c r="A1" s="4"/></row>'
    sheet.set("A1", "x", style=6)
    assert '<c r="A1" s="6" t="inlineStr"><is><t>x</t></is></c>' in inside(sheet.render())


def test_emptying_what_is_empty_changes_nothing() -> None:
    sheet = opened(TWO_ROWS)
    sheet.set("C2", None)
    sheet.set("Z99", None)
    sheet.set("Z99", "")
    assert not sheet.is_changed()


def test_a_new_cell_takes_the_style_of_its_row_then_of_the_cell_above_then_of_its_column() -> None:
    rows = (
        '<row r="1"><c r="A1" s="9"/><c r="B1" s="9"/></row><row r="2"><c r="A2" s="3"/></row>'
        '<row r="4" s="5" customFormat="1"/>'
    )
    sheet = opened(rows, before='<cols><col min="2" max="3" width="9" style="7"/></cols>')
    styles = {ref: sheet.style(ref) for ref in ("A1", "A3", "A4", "B2", "C3", "D3")}
    assert styles == {"A1": 9, "A3": 3, "A4": 5, "B2": 7, "C3": 7, "D3": 0}
    sheet.set("A5", 1, style=8)
    assert sheet.style("A6") == 8
    sheet.header_row = 5
    assert sheet.style("A6") == 0


def test_a_style_that_the_workbook_lacks_is_never_taken_over() -> None:
    rows = (
        '<row r="1"><c r="A1" s="9"/><c r="B1" s="10"/><c r="C1" s="4294967295"/></row>'
        '<row r="2" s="10" customFormat="1"/>'
    )
    sheet = opened(rows, before='<cols><col min="4" max="4" width="9" style="10"/></cols>')
    sheet.header_row = 0
    styles = {ref: sheet.style(ref) for ref in ("A1", "B1", "C1", "D1", "A2", "A3", "B3")}
    assert styles == {"A1": 9, "B1": 0, "C1": 0, "D1": 0, "A2": 0, "A3": 9, "B3": 0}
    sheet.set("B1", "x")
    sheet.set("B3", "x")
    assert '<c r="B1" s="10" t="inlineStr">' in inside(sheet.render())
    assert '<c r="B3" t="inlineStr">' in inside(sheet.render())


@pytest.mark.parametrize("ref", ["A0", "XFE1", "A1048577", "a", "A1:B2", ""])
def test_addresses_outside_a_sheet_are_refused(ref: str) -> None:
    with pytest.raises(ValueError, match=r"cell address|outside"):
        opened("").set(ref, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1 + 0.2, "0.3"), (5.0, "5"), (-0.0, "0"), (1e300, "1E+300"), (1.5e-7, "0.00000015"),
     (Decimal("1.50"), "1.5"), (Decimal("1E+2"), "100"), (100, "100"), (10**20, "1" + "0" * 20),
     (Decimal("0.1000000000000000000001"), "0.1000000000000000000001")],
)  # fmt: skip
def test_numbers_are_short_and_exact(value: float | Decimal, text: str) -> None:
    assert format_number(value) == text


@pytest.mark.parametrize("value", [math.nan, math.inf, Decimal("NaN")])
def test_numbers_that_a_cell_cannot_hold_are_refused(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        opened("").set("A1", value)


@pytest.mark.parametrize("text", ["=1+1", "+32 2", "-x", "@som", "=cmd|' /c calc'!A1"])
def test_text_that_looks_like_a_formula_is_text(text: str) -> None:
    package = Package(hand_made(sheet_xml("")))
    package.sheet("Blad").set("A1", text)
    cell = cells_of(package.to_bytes(), "Blad")["A1"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert b"<f>" not in parts_of(package.to_bytes())[SHEET]


@pytest.mark.parametrize(
    ("text", "written"),
    [("a\x00b\x0bc", "<t>abc</t>"), (" a", '<t xml:space="preserve"> a</t>'),
     ("a\r\nb\rc", '<t xml:space="preserve">a\nb\nc</t>'), ("<&>", "<t>&lt;&amp;&gt;</t>"),
     ("_x0041_", "<t>_x005F_x0041_</t>"), ("_x0041_x0042_", "<t>_x005F_x0041_x005F_x0042_</t>"),
     ("_x41_ \ud800", '<t xml:space="preserve">_x41_ </t>'), ("_x00g1_", "<t>_x00g1_</t>")],
)  # fmt: skip
def test_text_is_escaped_as_excel_does(text: str, written: str) -> None:
    sheet = opened("")
    sheet.set("A1", text)
    assert f"<is>{written}</is>" in sheet.render().decode()


def test_text_at_the_limit_stays_and_above_it_is_cut() -> None:
    assert clean_text("a" * MAX_TEXT) == "a" * MAX_TEXT
    assert clean_text("a" * (MAX_TEXT + 1)) == "a" * (MAX_TEXT - 1) + "…"
    smileys = clean_text("😀" * MAX_TEXT)
    assert smileys.endswith("😀…")
    assert len(smileys.encode("utf-16-le")) // 2 <= MAX_TEXT


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).filter(
    lambda text: "_x" not in text and not {"\ufffe", "\uffff"} & set(text)
)
NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**6), 10**6, places=3),
    st.floats(-1e9, 1e9).map(lambda value: float(f"{value:.12g}")),
)
VALUES = st.one_of(st.none(), st.booleans(), TEXT, NUMBERS)
POSITIONS = st.tuples(st.integers(1, 12), st.integers(1, 30))
GRIDS = st.dictionaries(POSITIONS, VALUES, max_size=25)


def _sheet_of(grid: list[tuple[int, int]]) -> str:
    rows = ""
    for row in sorted({row for row, _ in grid}):
        columns = sorted(column for r, column in grid if r == row)
        cells = "".join(f'<c r="{get_column_letter(c)}{row}"><v>{row * c}</v></c>' for c in columns)
        rows += f'<row r="{row}">{cells}</row>'
    return sheet_xml(rows)


@settings(max_examples=60)
@given(st.lists(POSITIONS, unique=True, max_size=25), GRIDS)
def test_random_edits_are_read_back(
    standing: list[tuple[int, int]], edits: dict[tuple[int, int], str | int | float | None]
) -> None:
    package = Package(hand_made(_sheet_of(standing)))
    for position, value in edits.items():
        package.sheet("Blad").set(position, value)
    read = cells_of(package.to_bytes(), "Blad")
    for row, column in {*standing, *edits}:
        expected = edits.get((row, column), row * column)
        found = read.cell(row, column).value
        if isinstance(expected, Decimal | float):
            assert found == pytest.approx(float(expected), rel=1e-14)
        else:
            assert found == (None if expected == "" else expected)


@settings(max_examples=60)
@given(st.data(), st.lists(POSITIONS, unique=True, min_size=1, max_size=25))
def test_random_edits_leave_every_other_byte(
    data: st.DataObject, standing: list[tuple[int, int]]
) -> None:
    xml = _sheet_of(standing).encode()
    sheet = Package(hand_made(xml)).sheet("Blad")
    edited = data.draw(st.dictionaries(st.sampled_from(standing), VALUES))
    for position, value in edited.items():
        sheet.set(position, value)
    refs = [f"{get_column_letter(column)}{row}" for row, column in edited]
    assert without_cells(sheet.render(), *refs) == without_cells(xml, *refs)
