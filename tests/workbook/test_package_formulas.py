"""Formulas, merges and rows that are overwritten."""

import pytest
from package_files import MAIN, hand_made, inside, opened, parts_of, sheet_xml

from models.errors import WorkbookError
from optimizer.workbook.write.package import Package


def test_a_covered_cell_of_a_merge_is_refused_and_its_top_left_is_not() -> None:
    sheet = opened("", after='<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>')
    with pytest.raises(WorkbookError) as caught:
        sheet.set("C2", 1)
    assert caught.value.code == "merged-cell"
    assert caught.value.facts == {"sheet": "Blad", "cell": "C2", "range": "B2:C3"}
    sheet.set("B2", 1)
    assert '<c r="B2"><v>1</v></c>' in inside(sheet.render())


def test_a_cell_of_an_array_is_refused_and_a_single_one_is_not() -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c>'
        '<c r="C1" cm="1"><f t="array" ref="C1">SUM(B1:B3)</f><v>1</v></c></row>'
    )
    sheet = opened(rows)
    for ref in ("A1", "A3"):
        with pytest.raises(WorkbookError) as caught:
            sheet.set(ref, 1)
        assert (caught.value.code, caught.value.facts["cell"]) == ("array-cell", ref)
    sheet.set("A4", 1)
    sheet.set("C1", 5)
    assert '<c r="C1"><v>5</v></c>' in inside(sheet.render())


SHARED = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1&amp;"&lt;"'
    '</f><v>1</v></c></row><row r="2"><c r="B2" s="2"><f t="shared" si="0"/><v>8</v></c></row>'
    '<row r="3"><c r="B3"><f ca="1" t="shared" si="0"></f></c></row>'
)


def test_overwriting_a_shared_master_gives_the_others_their_own_formula() -> None:
    sheet = opened(SHARED)
    sheet.set("B1", 5)
    assert inside(sheet.render()) == (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c></row>'
        '<row r="2"><c r="B2" s="2"><f>A2*$A$1&amp;"&lt;"</f><v>8</v></c></row>'
        '<row r="3"><c r="B3"><f ca="1">A3*$A$1&amp;"&lt;"</f></c></row>'
    )


def test_overwriting_a_shared_dependant_leaves_the_master() -> None:
    sheet = opened(SHARED)
    sheet.set("B2", 5)
    kept = '<c r="B2" s="2"><f t="shared" si="0"/><v>8</v></c>'
    assert inside(sheet.render()) == SHARED.replace(kept, '<c r="B2" s="2"><v>5</v></c>')


_RELS = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/calcChain" Target="calcChain.xml"/>'
)
_TYPE = '<Override PartName="/xl/calcChain.xml" ContentType="calc+xml"/>'


def chained(entries: str) -> Package:
    chain = f'<calcChain xmlns="{MAIN}">{entries}</calcChain>'.encode()
    extra = {"xl/calcChain.xml": chain}
    return Package(hand_made(sheet_xml(SHARED), extra, rels_tail=_RELS, types_tail=_TYPE))


def test_the_calculation_chain_loses_the_overwritten_cells_only() -> None:
    package = chained('<c r="B1" i="7"/><c r="B2" l="1"/><c r="B1" i="8"/><c r="B3" i="7"/>')
    package.sheet("Blad").set("B1", 1)
    package.sheet("Blad").set("A1", 1)
    xml = parts_of(package.to_bytes())["xl/calcChain.xml"].decode()
    assert '<c r="B2" l="1" i="7"/><c r="B1" i="8"/><c r="B3" i="7"/>' in xml


def test_an_empty_calculation_chain_leaves_the_package() -> None:
    package = chained('<c r="B1" i="7"/>')
    package.sheet("Blad").set("B1", None)
    parts = parts_of(package.to_bytes())
    assert "xl/calcChain.xml" not in parts
    assert not any(b"calcChain" in content for content in parts.values())


def test_clearing_rows_spares_headers_other_columns_and_styles() -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="3"><v>1</v></c>'
        '<c r="B2"><v>2</v></c></row><row r="9"><c r="A9"><f>1+1</f></c></row>'
    )
    sheet = opened(rows)
    sheet.set("A3", 4)
    sheet.clear_rows(2, columns=[1])
    assert inside(sheet.render()) == (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="3"/><c r="B2"><v>2</v></c>'
        '</row><row r="3"><c r="A3" s="3"/></row><row r="9"><c r="A9"/></row>'
    )
    sheet.clear_rows(2)
    assert '<c r="B2"/>' in inside(sheet.render())
    assert sheet.removed_formulas() == {"A9"}
