"""Results are put beside pictures, charts and sparklines, not under them."""

from pathlib import Path

import pytest
import xlsxwriter
from command_line import run
from easy_books import minimal
from package_files import hand_made, sheet_xml
from written import opened

from optimizer.cli.exits import Exit
from optimizer.workbook.write.package import Package

DRAWING = "xl/drawings/drawing1.xml"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
)


def corner(name: str, column: str, offset: str = "0") -> str:
    return f"<{name}><col>{column}</col><colOff>{offset}</colOff></{name}>"


def covered(drawing: str, extra: str = "") -> set[int]:
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": RELS.encode(), DRAWING: drawing.encode()}
    return set(Package(hand_made(sheet_xml("", after=extra), parts)).drawn_columns("Blad"))


@pytest.mark.parametrize(
    ("anchor", "columns"),
    [
        (
            f"<twoCellAnchor>{corner('from', '3')}{corner('to', '5', '9')}</twoCellAnchor>",
            {4, 5, 6},
        ),
        (f"<twoCellAnchor>{corner('from', '3')}{corner('to', '5')}</twoCellAnchor>", {4, 5}),
        (f"<twoCellAnchor>{corner('from', '3')}{corner('to', '3')}</twoCellAnchor>", {4}),
        (f"<oneCellAnchor>{corner('from', '1')}<ext cx='1219200'/></oneCellAnchor>", {2, 3, 4}),
        (f"<oneCellAnchor>{corner('from', '1')}<ext cx='9525'/></oneCellAnchor>", {2}),
        (f"<oneCellAnchor>{corner('from', 'x')}</oneCellAnchor>", {1}),
        ("<absoluteAnchor><ext cx='99'/></absoluteAnchor>", set()),
    ],
)
def test_columns_under_an_anchor(anchor: str, columns: set[int]) -> None:
    assert covered(f"<wsDr>{anchor}</wsDr>") == columns


def test_a_drawing_that_is_damaged_covers_nothing() -> None:
    assert covered("<wsDr><twoCellAnchor>") == set()


def test_columns_under_a_sparkline() -> None:
    sparkline = '<extLst xmlns:x="urn:x"><x:sparkline><x:sqref>{}</x:sqref></x:sparkline></extLst>'
    assert covered("<wsDr/>", sparkline.format("F2")) == {6}
    assert covered("<wsDr/>", sparkline.format("nergens")) == set()


@pytest.mark.parametrize(("place", "first"), [("D1", "F"), ("G1", "D")])
def test_results_that_are_made_avoid_a_picture(place: str, first: str, tmp_path: Path) -> None:
    source, target = tmp_path / "school.xlsx", tmp_path / "plan.xlsx"
    book = xlsxwriter.Workbook(str(source))
    for name, lines in minimal().items():
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
        if name == "Scholen":
            sheet.insert_textbox(place, "kader", {"width": 100})
    book.close()
    assert run("optimize", source, "-o", target, "--tijd", "1").code == Exit.DONE
    assert opened(target)["Scholen"][f"{first}1"].value == "ICT-punten berekend"
