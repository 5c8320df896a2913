"""On owned sheets the ranges follow the data rows; what did not cover them stays."""

import pytest
from package_files import MAIN, cells_of, hand_made, parts_of, sheet_xml

from optimizer.workbook.write.package import Package

SHEET = "xl/worksheets/sheet1.xml"
ROWS = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (1, 2, 3, 4, 8))
AFTER = (
    '<autoFilter ref="A1:D4"><sortState ref="A2:D4"/></autoFilter>'
    '<conditionalFormatting sqref="B2:B4 H1"/><conditionalFormatting sqref="C3:C4"/>'
    '<dataValidations count="2"><dataValidation sqref="D2:D4"/><dataValidation sqref="E2:E900"/>'
    "</dataValidations>"
    '<extLst><ext xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:dataValidation>'
    "<xm:sqref>F1:F4</xm:sqref></x14:dataValidation><x14:sparkline><xm:sqref>G2:G4</xm:sqref>"
    "</x14:sparkline></ext></extLst>"
)
NAMES = (
    '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'
    "Blad!$A$1:$D$4</definedName><definedName name='Vrij'>Blad!$A$1:$D$4</definedName>"
    "</definedNames>"
)
TABLE = (
    f'<table xmlns="{MAIN}" id="1" ref="A1:D5" totalsRowCount="1"><autoFilter ref="A1:D4"/>'
    '<tableColumns count="1"><tableColumn id="1" totalsRowFunction="sum"/></tableColumns></table>'
)
SHEET_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="../tables/table1.xml" Type="http://schemas.openxmlformats'
    '.org/officeDocument/2006/relationships/table"/></Relationships>'
)


def fitted(last: int, table: str = TABLE, rows: str = ROWS) -> dict[str, str]:
    extra = {
        "xl/worksheets/_rels/sheet1.xml.rels": SHEET_RELS.encode(),
        "xl/tables/table1.xml": table.encode(),
    }
    data = hand_made(sheet_xml(rows, after=AFTER), extra, workbook_tail=NAMES)
    package = Package(data)
    package.sheet("Blad").fit_ranges(2, last)
    return {name: content.decode() for name, content in parts_of(package.to_bytes()).items()}


def test_ranges_that_covered_the_data_reach_the_last_row() -> None:
    expected = (
        AFTER.replace("A1:D4", "A1:D20")
        .replace("A2:D4", "A2:D20")
        .replace("B2:B4 H1", "B2:B20 H1")
        .replace("D2:D4", "D2:D20")
        .replace("F1:F4", "F1:F20")
    )
    expected = expected.replace('ref="A2:D4"', 'ref="A2:D20"')
    assert fitted(20)[SHEET] == sheet_xml(ROWS, after=expected)


def test_filters_shrink_and_validations_do_not() -> None:
    expected = AFTER.replace("A1:D4", "A1:D2").replace('ref="A2:D4"', 'ref="A2:D2"')
    assert fitted(2)[SHEET] == sheet_xml(ROWS, after=expected)


def test_without_data_rows_the_first_one_stays_in_the_ranges() -> None:
    assert fitted(1)[SHEET] == fitted(2)[SHEET]


def test_the_filter_name_follows_and_other_names_stay() -> None:
    expected = NAMES.replace("$D$4", "$D$20", 1)
    assert expected in fitted(20)["xl/workbook.xml"]


def test_a_table_follows_and_its_total_row_is_switched_off() -> None:
    expected = (
        TABLE.replace("A1:D5", "A1:D20").replace("A1:D4", "A1:D20")
        .replace(' totalsRowCount="1"', "")
    )  # fmt: skip
    assert fitted(20)["xl/tables/table1.xml"] == expected


def test_a_table_elsewhere_on_the_sheet_stays() -> None:
    elsewhere = TABLE.replace("A1:D5", "J30:L40")
    assert fitted(20, elsewhere)["xl/tables/table1.xml"] == elsewhere


def test_openpyxl_reads_the_fitted_filter() -> None:
    package = Package(hand_made(sheet_xml(ROWS, after='<autoFilter ref="A1:D4"/>')))
    package.sheet("Blad").fit_ranges(2, 30)
    assert cells_of(package.to_bytes(), "Blad").auto_filter.ref == "A1:D30"


HIDDEN = (
    '<row r="1" hidden="1"/><row r="2" spans="1:1" hidden="1" ht="9"><c r="A2"><v>2</v></c></row>'
    '<row r="3" hidden="1"/>'
)
FILTERED = (
    '<autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="7"/></filters>'
    '</filterColumn><filterColumn colId="1" hiddenButton="1"/></autoFilter>'
)


def test_no_data_row_stays_hidden_by_an_old_filter() -> None:
    mode = '<sheetPr codeName="b" filterMode="1"/>'
    data = hand_made(sheet_xml(HIDDEN, before=mode, after=FILTERED))
    sheet = Package(data).sheet("Blad")
    sheet.set("B2", 5)
    sheet.fit_ranges(2, 3)
    rows = (
        '<row r="1" hidden="1"/><row r="2" spans="1:2" ht="9"><c r="A2"><v>2</v></c>'
        '<c r="B2"><v>5</v></c></row><row r="3"/>'
    )
    after = '<autoFilter ref="A1:B3"><filterColumn colId="1" hiddenButton="1"/></autoFilter>'
    expected = sheet_xml(rows, before='<sheetPr codeName="b"/>', after=after)
    assert sheet.render().decode() == expected


def test_a_filter_elsewhere_and_hidden_rows_of_other_sheets_stay() -> None:
    elsewhere = FILTERED.replace("A1:B3", "A7:B9")
    sheet = Package(hand_made(sheet_xml(HIDDEN, after=elsewhere))).sheet("Blad")
    sheet.set("A2", 2)
    assert sheet.render().decode() == sheet_xml(HIDDEN, after=elsewhere)
    sheet.fit_ranges(2, 3)
    assert elsewhere in sheet.render().decode()


@pytest.mark.parametrize("after", ["", FILTERED])
def test_rows_that_the_user_hid_stay_hidden(after: str) -> None:
    rows = '<row r="2"><c r="A2"><v>2</v></c></row><row r="30" hidden="1"/>'
    sheet = Package(hand_made(sheet_xml(rows, after=after))).sheet("Blad")
    sheet.fit_ranges(2, 29)
    assert rows in sheet.render().decode()


def test_a_hidden_row_in_which_the_plan_now_stands_is_shown() -> None:
    rows = '<row r="2"><c r="A2"><v>2</v></c></row><row r="30" hidden="1"/>'
    sheet = Package(hand_made(sheet_xml(rows))).sheet("Blad")
    sheet.fit_ranges(2, 30)
    assert rows.replace(' hidden="1"', "") in sheet.render().decode()


def test_rows_that_the_filter_of_a_table_hid_are_shown() -> None:
    hidden = ROWS.replace('<row r="3"', '<row r="3" hidden="1"')
    criterion = '<filterColumn colId="0"><filters/></filterColumn>'
    table = TABLE.replace(
        '<autoFilter ref="A1:D4"/>', f'<autoFilter ref="A1:D4">{criterion}</autoFilter>'
    )
    assert 'hidden="1"' in fitted(20, rows=hidden)[SHEET]
    assert 'hidden="1"' not in fitted(20, table, hidden)[SHEET]


WITH_TOTALS = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 6))


@pytest.mark.parametrize(
    ("table", "stretched"), [(TABLE, True), (TABLE.replace(' totalsRowCount="1"', ""), False)]
)
def test_the_total_row_of_a_table_was_no_data_row(table: str, stretched: bool) -> None:
    sheet = fitted(20, table, WITH_TOTALS)[SHEET]
    assert ('sqref="B2:B20 H1"' in sheet) is stretched
    assert ('sqref="B2:B4 H1"' in sheet) is not stretched
