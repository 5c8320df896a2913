"""How rows are grouped and printed, as rules over the rows of a table."""

import pytest

from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.template.output_print import (
    VIEWS,
    Outline,
    heading,
    page_scale,
    pages_of,
    shown_rows,
)
from optimizer.workbook.template.output_sheets import (
    ALLOCATION,
    OUTPUT_SHEETS,
    PER_PERSON,
    PER_SCHOOL,
)
from optimizer.workbook.template.sheet_layout import column_width
from optimizer.workbook.xlsx.page_setup import SIDE_MARGIN

SCHOOLS: list[dict[str, str]] = [
    {"unit": "S1", "item": "De Linde"},
    {"unit": "S1", "item": "technisch"},
    {"unit": "S1", "task": "T1", "item": "Netwerk"},
    {"unit": "S2", "item": "De Els"},
    {"unit": "S2", "item": "bezoeken"},
]
A3_WIDTH_INCHES = 11.69
DIGIT_INCHES = 11 * 0.636 / 72
"""Width of a digit of DejaVu Sans, 0.636 em, at 11 points: wider than one of Calibri (0.507)."""


def test_the_first_row_of_a_block_sums_up_the_rest_and_details_are_deepest() -> None:
    outline = Outline(block="unit", detail="task", deepest=2)
    assert outline.depths(SCHOOLS) == [0, 1, 2, 0, 1]
    assert outline.starts(SCHOOLS) == [0, 3]


def test_no_rows_have_no_outline() -> None:
    outline = Outline(block="unit", detail="task", deepest=2)
    assert (outline.depths([]), outline.starts([])) == ([], [])


def test_every_school_begins_a_page_and_no_person_does() -> None:
    schools = pages_of(PER_SCHOOL, SCHOOLS, 5, "2030")
    assert (schools.depths, schools.starts) == ({6: 1, 7: 2, 9: 1}, [8])
    people = pages_of(PER_PERSON, [{"person": "P1"}, {"person": "P1", "unit": "S1"}], 2, "")
    assert (people.depths, people.starts) == ({3: 1}, None)


def test_a_sheet_that_is_not_grouped_keeps_the_groups_and_breaks_of_its_user() -> None:
    pages = pages_of(ALLOCATION, [{"task": "T1"}], 2, "2030-2031")
    assert (pages.depths, pages.starts) == (None, None)
    assert pages.heading is not None
    assert pages.heading.start + pages.heading.end == heading("2030-2031")


@pytest.mark.parametrize("sheet", OUTPUT_SHEETS, ids=lambda sheet: sheet.key)
def test_every_output_sheet_has_a_view_of_its_own_columns(sheet: Sheet) -> None:
    view = VIEWS[sheet.key]
    keys = [column.key for column in sheet.columns]
    assert view.frozen < len(keys)
    places = [keys.index(key) for key in view.folding]
    first = min(places, default=0)
    assert places == list(range(first, first + len(places)))
    if view.outline:
        assert {view.outline.block, view.outline.detail} <= set(keys)
    assert heading("x") == f"{labels.PLAN_HEADING}x"


def test_details_are_left_out_where_a_column_to_tell_them_apart_is_missing() -> None:
    assert shown_rows(PER_SCHOOL, ("unit", "task", "item"), SCHOOLS) == SCHOOLS
    assert shown_rows(PER_SCHOOL, ("unit", "item"), SCHOOLS) == [*SCHOOLS[:2], *SCHOOLS[3:]]
    assert shown_rows(ALLOCATION, ("task",), [{"unit": "S1"}]) == [{"unit": "S1"}]


def test_the_page_of_a_school_is_as_wide_as_its_paper_and_no_wider() -> None:
    width = sum(map(column_width, PER_SCHOOL.columns)) * DIGIT_INCHES
    room = A3_WIDTH_INCHES - 2 * SIDE_MARGIN
    assert 0.9 * room < width * page_scale(PER_SCHOOL) / 100 <= room
