"""Outline, page breaks and heading of an owned sheet; the print settings of the user stay."""

import pytest
from package_files import opened, sheet_xml

from optimizer.workbook.xlsx.sheet_pages import MAX_BREAKS, PageHeading, Pages

ROWS = (
    '<row r="1"><c r="A1"/></row><row r="2" outlineLevel="3" collapsed="1"/><row r="3"/>'
    '<row r="4" hidden="1" outlineLevel="1"/>'
)
OUTLINED = '<row r="1"><c r="A1"/></row><row r="2"/><row r="3" outlineLevel="1"/><row r="4"/>'
SUMS_ABOVE = '<outlinePr summaryBelow="0"/>'
TAIL = "<pageMargins/><pageSetup/><headerFooter/>"
BREAK = '<brk id="{}" max="16383" man="1"/>'


def breaks(*rows: int) -> str:
    """The page breaks before these rows."""
    inside = "".join(BREAK.format(row - 1) for row in rows)
    return f'<rowBreaks count="{len(rows)}" manualBreakCount="{len(rows)}">{inside}</rowBreaks>'


def paged(pages: Pages, rows: str = ROWS, *, before: str = "", after: str = "") -> str:
    """The sheet after its data rows, from row 2 on, got these pages."""
    sheet = opened(rows, before=before, after=after)
    sheet.fit_ranges(2, 3)
    sheet.pages = pages
    return sheet.render().decode()


def test_every_data_row_gets_its_own_depth_and_no_other() -> None:
    before = f"<sheetPr>{SUMS_ABOVE}</sheetPr>"
    assert paged(Pages(depths={3: 1}), before=before) == sheet_xml(OUTLINED, before=before)


def test_groups_of_the_user_stay_where_the_outline_is_not_ours() -> None:
    assert paged(Pages()) == sheet_xml(ROWS)


def test_rows_above_the_data_stay_as_they_are() -> None:
    rows = '<row r="1" outlineLevel="2" collapsed="1"/>'
    assert rows in paged(Pages(depths={}), rows)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"<sheetPr>{SUMS_ABOVE}</sheetPr>"),
        ("<sheetPr/>", f"<sheetPr>{SUMS_ABOVE}</sheetPr>"),
        ('<sheetPr codeName="b"/>', f'<sheetPr codeName="b">{SUMS_ABOVE}</sheetPr>'),
        (
            "<sheetPr><pageSetUpPr/></sheetPr>",
            f"<sheetPr>{SUMS_ABOVE}<pageSetUpPr/></sheetPr>",
        ),
        (
            '<sheetPr><tabColor rgb="1"/><pageSetUpPr/></sheetPr>',
            f'<sheetPr><tabColor rgb="1"/>{SUMS_ABOVE}<pageSetUpPr/></sheetPr>',
        ),
        (
            '<sheetPr><outlinePr summaryBelow="1" summaryRight="0"/></sheetPr>',
            '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr>',
        ),
    ],
)
def test_sums_stand_above_what_they_sum_up(before: str, after: str) -> None:
    assert paged(Pages(depths={3: 1}), before=before) == sheet_xml(OUTLINED, before=after)


def test_a_filter_mode_goes_while_the_outline_comes() -> None:
    criteria = '<filterColumn colId="0"><filters/></filterColumn>'
    found = paged(
        Pages(depths={3: 1}),
        before='<sheetPr filterMode="1"/>',
        after=f'<autoFilter ref="A1:B3">{criteria}</autoFilter>',
    )
    assert f"<sheetPr>{SUMS_ABOVE}</sheetPr>" in found
    assert '<autoFilter ref="A1:B3"></autoFilter>' in found


def test_an_outline_without_depth_leaves_the_properties_alone() -> None:
    before = '<sheetPr codeName="b"/><sheetFormatPr defaultRowHeight="15" outlineLevelRow="2"/>'
    found = paged(Pages(depths={}), before=before)
    assert '<sheetPr codeName="b"/><sheetFormatPr defaultRowHeight="15"/>' in found
    assert "outlineLevel=" not in found


def test_the_number_of_levels_is_stated() -> None:
    before = '<sheetFormatPr defaultRowHeight="15" outlineLevelRow="7" outlineLevelCol="1"/>'
    found = paged(Pages(depths={2: 2, 3: 1}), before=before)
    assert '<sheetFormatPr defaultRowHeight="15" outlineLevelRow="2" outlineLevelCol="1"/>' in found


def test_page_breaks_come_after_the_page_setup_and_before_drawings() -> None:
    found = paged(Pages(starts=[3, 9]), after=f'{TAIL}<drawing id="1"/>')
    assert found.endswith(f'{TAIL}{breaks(3, 9)}<drawing id="1"/></worksheet>')


def test_page_breaks_come_right_after_the_rows_when_nothing_else_follows() -> None:
    assert paged(Pages(starts=[3])).endswith(f"</sheetData>{breaks(3)}</worksheet>")


def test_old_breaks_between_the_data_go_and_those_above_the_headers_stay() -> None:
    rows = '<row r="5"/><row r="6"/>'
    sheet = opened(rows, after=breaks(3, 5, 6, 40))
    sheet.fit_ranges(6, 6)
    sheet.pages = Pages(starts=[8])
    assert sheet.render().decode() == sheet_xml(rows, after=breaks(3, 8))


def test_without_pages_the_old_breaks_go_and_nothing_comes() -> None:
    assert paged(Pages(starts=[]), "", after=breaks(3, 4)) == sheet_xml("")
    assert paged(Pages(starts=[]), "", after=TAIL) == sheet_xml("", after=TAIL)


def test_breaks_of_the_user_stay_where_pages_are_not_ours() -> None:
    assert paged(Pages(), "", after=breaks(3, 4)) == sheet_xml("", after=breaks(3, 4))


def test_excel_gets_no_more_breaks_than_it_takes() -> None:
    found = paged(Pages(starts=range(3, 3 + 2 * MAX_BREAKS)), "")
    assert found.count("<brk ") == MAX_BREAKS


HEADER = "<headerFooter><oddHeader>{}</oddHeader><oddFooter>&amp;L&amp;F</oddFooter></headerFooter>"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("&amp;LPlan 2026-2027&amp;R&amp;A", "&amp;LPlan 2027 &amp;&amp; later&amp;R&amp;A"),
        ("&amp;LPlan ", "&amp;LPlan 2027 &amp;&amp; later"),
        ("&amp;LOns plan 2026-2027", "&amp;LOns plan 2026-2027"),
        ("", ""),
    ],
)
def test_the_end_of_our_heading_follows_and_another_heading_stays(old: str, new: str) -> None:
    found = paged(Pages(heading=PageHeading("Plan ", "2027 & later")), "", after=HEADER.format(old))
    assert found == sheet_xml("", after=HEADER.format(new))
