"""Output sheets that a workbook did not have: readable at once, and refilled like any other."""

from pathlib import Path

import pytest
from answers import greedy_answer
from easy_books import minimal, save
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from package_files import hand_made, inject, parts_of, sheet_xml

from optimizer.flows.checking import check_workbook
from optimizer.report.tables import all_rows
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.template.output_print import VIEWS, heading
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS, PER_PERSON, PER_SCHOOL, SUMMARY
from optimizer.workbook.write.package import Difference, NewSheet, Package
from optimizer.workbook.write.writer import write_result
from optimizer.workbook.xlsx.page_setup import PageSetup


def written(folder: Path, source: Path) -> Path:
    """The plan, in a workbook without any output sheet."""
    checked = check_workbook(source)
    assert checked.data is not None
    target = folder / f"plan van {source.name}"
    write_result(checked.raw, checked.data, all_rows(greedy_answer(checked.data)), target)
    return target


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of two schools that one person serves."""
    book = minimal()
    book["Scholen"].append(["S2", "De Els", 40])
    book["Personen"][0].append("bereik")
    book["Personen"][1].append("alle")
    folder = tmp_path_factory.mktemp("kaal")
    return written(folder, save(folder / "boek.xlsx", book))


@pytest.fixture(scope="module")
def book(first: Path) -> Workbook:
    """The same, read by openpyxl."""
    return load_workbook(first)


@pytest.mark.parametrize("sheet", OUTPUT_SHEETS, ids=lambda sheet: sheet.key)
def test_headers_stay_in_view_and_are_repeated_on_every_page(book: Workbook, sheet: Sheet) -> None:
    found = book[sheet.name]
    letters = "ABCDE"[VIEWS[sheet.key].frozen]
    assert found.freeze_panes == f"{letters}2"
    assert found.print_title_rows == "$1:$1"
    above, below = found.HeaderFooter.oddHeader, found.HeaderFooter.oddFooter
    assert above.left.text == heading("2026-2027")
    assert (above.right.text, below.right.text) == ("&A", "Blz. &P van &N")


@pytest.mark.parametrize("sheet", OUTPUT_SHEETS, ids=lambda sheet: sheet.key)
def test_pages_are_as_wide_as_in_the_template(book: Workbook, sheet: Sheet) -> None:
    template = load_workbook(Path(__file__).parents[2] / "inputs" / "sjabloon.xlsx")[sheet.name]
    facts = [
        (
            each.page_setup.paperSize,
            each.page_setup.orientation,
            each.page_setup.scale,
            each.sheet_properties.pageSetUpPr,
            each.page_margins.left,
        )
        for each in (book[sheet.name], template)
    ]
    assert facts[0] == facts[1]


@pytest.mark.parametrize("sheet", OUTPUT_SHEETS[:-1], ids=lambda sheet: sheet.key)
def test_the_filter_reaches_the_last_row(book: Workbook, sheet: Sheet) -> None:
    found = book[sheet.name]
    last = get_column_letter(len(sheet.columns))
    assert found.auto_filter.ref == f"A1:{last}{max(2, found.max_row)}"


def test_the_summary_has_no_filter(book: Workbook) -> None:
    assert book[SUMMARY.name].auto_filter.ref is None


def test_rows_and_columns_are_grouped(book: Workbook) -> None:
    schools, people = book[PER_SCHOOL.name], book[PER_PERSON.name]
    groups = {row: d.outlineLevel for row, d in schools.row_dimensions.items() if d.outlineLevel}
    assert set(groups.values()) == {1, 2}
    assert [brk.id for brk in schools.row_breaks.brk] == [
        row for row in range(2, schools.max_row) if schools.cell(row + 1, 1).value == "S2"
    ][:1]
    folded = [key for key, d in people.column_dimensions.items() if d.outlineLevel]
    assert len(folded) >= 1
    outline = people.sheet_properties.outlinePr
    assert outline is not None
    assert (outline.summaryBelow, outline.summaryRight) == (False, False)


def test_the_row_of_a_school_stands_out(book: Workbook) -> None:
    formats = book[PER_SCHOOL.name].conditional_formatting
    (rules,) = ([*each.rules] for each in formats)
    assert [str(each.sqref) for each in formats] == [f"A2:L{book[PER_SCHOOL.name].max_row}"]
    assert rules[0].formula == ['AND($A2<>"",$A2<>$A1)']
    assert rules[0].dxf.font.b


def test_names_belong_to_the_added_sheets(first: Path) -> None:
    names = parts_of(first.read_bytes())["xl/workbook.xml"]
    assert names.count(b'name="_xlnm.Print_Titles"') == len(OUTPUT_SHEETS)
    assert names.count(b'name="_xlnm._FilterDatabase"') == len(OUTPUT_SHEETS) - 1
    assert b"'Per school'!$A$1:$L$" in names


def test_a_run_on_top_gives_the_same_sheets(first: Path, tmp_path: Path) -> None:
    # What changed against the plan that stood there is told from the second run on.
    second = written(tmp_path, first)
    one, other = (parts_of(p.read_bytes()) for p in (second, written(tmp_path, second)))
    assert [part for part in one if "sheet" in part and one[part] != other[part]] == []


STYLES = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}'
STYLES_RELATIONSHIP = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/styles" Target="styles.xml"/>'
)
RED = '<dxf><font><color rgb="FFFF0000"/></font></dxf>'
BOLD = (
    '<dxf><font><b/><color rgb="FF000000"/></font><fill><patternFill patternType="solid">'
    '<fgColor rgb="FF00FF00"/><bgColor rgb="FF00FF00"/></patternFill></fill></dxf>'
)


@pytest.mark.parametrize(
    ("before", "after", "number"),
    [
        ('<dxfs count="0"/>', f'<dxfs count="1">{RED}</dxfs>', 0),
        (f'<dxfs count="1">{BOLD}</dxfs>', f'<dxfs count="2">{BOLD}{RED}</dxfs>', 1),
        (f'<dxfs count="1">{RED}</dxfs>', f'<dxfs count="1">{RED}</dxfs>', 0),
        ("", f'<dxfs count="1">{RED}</dxfs>', 0),
    ],
)
def test_differential_styles_are_appended_once(before: str, after: str, number: int) -> None:
    frame = "<cellStyles/>{}<colors/></styleSheet>"
    styles = STYLES.format(frame.format(before)).encode()
    package = Package(
        inject(hand_made(sheet_xml(""), rels_tail=STYLES_RELATIONSHIP), {"xl/styles.xml": styles})
    )
    assert package.add_difference(Difference("FF0000")) == number
    found = parts_of(package.to_bytes())["xl/styles.xml"].decode()
    assert found == STYLES.format(frame.format(after))


def test_a_workbook_without_styles_gets_no_formats() -> None:
    assert Package(hand_made(sheet_xml(""))).add_difference(Difference("FF0000")) is None


def test_a_sheet_name_with_a_quote_is_quoted_and_a_heading_keeps_its_ampersand() -> None:
    package = Package(hand_made(sheet_xml("")))
    page = PageSetup("R&D", portrait=True, scale=70)
    package.add_sheet("zo'n plan", NewSheet(headers=["a"], page=page, filtered=True))
    parts = parts_of(package.to_bytes())
    assert b"'zo''n plan'!$A$1:$A$2</definedName>" in parts["xl/workbook.xml"]
    added = parts["xl/worksheets/sheet2.xml"]
    assert b"<oddHeader>&amp;LR&amp;&amp;D&amp;R&amp;A</oddHeader>" in added
    assert b'scale="70" orientation="portrait"' in added
    assert b"fitToPage" not in added
