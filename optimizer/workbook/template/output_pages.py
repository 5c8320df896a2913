"""The output sheets of the template: headers, formats and colours, still without a plan."""

from collections.abc import Callable, Mapping

from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet

from models.vocabulary import PlanRole
from optimizer.workbook import labels
from optimizer.workbook.addresses import column_letters
from optimizer.workbook.read.cell_colours import (
    add_bar,
    add_emphasis,
    add_positive_colour,
    add_word_colour,
)
from optimizer.workbook.read.columns import Column, Sheet
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.agreements_sheet import AGREEMENTS, EDITABLE
from optimizer.workbook.template.calendar_sheet import CALENDAR
from optimizer.workbook.template.cell_rules import add_suggested_words
from optimizer.workbook.template.output_emphasis import EMPHASES
from optimizer.workbook.template.output_print import VIEWS, View, heading, page_scale
from optimizer.workbook.template.output_sheets import (
    ALLOCATION,
    GAPS,
    PER_PERSON,
    PER_SCHOOL,
    SUMMARY,
)
from optimizer.workbook.template.sheet_layout import (
    Layout,
    add_filter,
    set_up_page,
    style_columns,
    write_headers,
)

_LEVEL, _UPRIGHT = 34, 126
"""Heights of headers, in points: two lines, and the longest header on its side."""


def build_output(sheet: Worksheet, schema: Sheet, school_year: str) -> None:
    """Lay out one output sheet; its first empty row carries the formats for the rows to come."""
    layout = Layout(schema, schema.columns)
    view = VIEWS[schema.key]
    height = _UPRIGHT if view.upright else _LEVEL
    write_headers(
        sheet,
        layout,
        lambda column: _header_colour(schema, column),
        height=height,
        upright=view.upright,
    )
    style_columns(sheet, layout, _number_format)
    for index, column in enumerate(layout.columns, start=1):
        look.style_body(sheet.cell(layout.first_row, index), column, _number_format(column))
    if schema is not SUMMARY:
        add_filter(sheet, layout, layout.first_row)
    _COLOURS[schema.key](sheet, layout)
    for emphasis in EMPHASES.get(schema.key, ()):
        add_emphasis(sheet, layout, emphasis)
    _add_outline(sheet, layout, view)
    set_up_page(
        sheet,
        layout.header_row,
        heading(school_year),
        freeze=f"{column_letters(view.frozen + 1)}{layout.first_row}",
        paper=str(view.paper),
        portrait=view.portrait,
        scale=page_scale(schema) if view.scaled else None,
    )


def _add_outline(sheet: Worksheet, layout: Layout, view: View) -> None:
    """Sums stand above and left of what they sum up; the rows are grouped with the plan."""
    if view.outline or view.folding:
        outline = Outline(summaryBelow=False, summaryRight=not view.folding)
        sheet.sheet_properties.outlinePr = outline
    for key in view.folding:
        sheet.column_dimensions[layout.letter(key)].outlineLevel = 1


def _header_colour(schema: Sheet, column: Column) -> str:
    is_yours = column.key == "pinned" or (schema is AGREEMENTS and column.key in EDITABLE)
    return look.INPUT_HEADER if is_yours else look.RESULT_HEADER


def _number_format(column: Column) -> str:
    return look.OUTPUT_FORMATS[column.kind]


def _colour_allocation(sheet: Worksheet, layout: Layout) -> None:
    add_suggested_words(sheet, layout.cells("pinned"), (labels.PIN_MARK,))
    add_word_colour(sheet, layout, "pinned", labels.PIN_MARK, look.ASK)
    colours = {labels.NEW: look.GOOD, labels.MORE: look.GOOD, labels.LESS: look.WORSE}
    for word, colour in (colours | {labels.GONE: look.BAD}).items():
        add_word_colour(sheet, layout, "change", word, colour)
    lead = labels.PLAN_ROLES[PlanRole.LEAD]
    add_word_colour(sheet, layout, "role", lead, look.RESULT_CELL)


def _colour_per_person(sheet: Worksheet, layout: Layout) -> None:
    add_bar(sheet, layout, "load_pct")


def _colour_per_school(sheet: Worksheet, layout: Layout) -> None:
    add_bar(sheet, layout, "coverage_pct")
    add_positive_colour(sheet, layout, "floor_short", look.BAD)


def _colour_nothing(sheet: Worksheet, layout: Layout) -> None:
    """Agreements have no better and worse."""


def _colour_gaps(sheet: Worksheet, layout: Layout) -> None:
    add_word_colour(sheet, layout, "core", labels.YES, look.CORE_TASK)


def _colour_summary(sheet: Worksheet, layout: Layout) -> None:
    add_word_colour(sheet, layout, "proven", labels.YES, look.GOOD)
    add_word_colour(sheet, layout, "proven", labels.NO, look.WORSE)


_COLOURS: Mapping[str, Callable[[Worksheet, Layout], None]] = {
    ALLOCATION.key: _colour_allocation,
    PER_PERSON.key: _colour_per_person,
    PER_SCHOOL.key: _colour_per_school,
    AGREEMENTS.key: _colour_nothing,
    GAPS.key: _colour_gaps,
    CALENDAR.key: _colour_nothing,
    SUMMARY.key: _colour_summary,
}
