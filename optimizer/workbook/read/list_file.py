"""A new workbook with one list: the rows of a table, for reading."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.record_cells import CellValue
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.row_heights import fit_row
from optimizer.workbook.template.sheet_layout import (
    Layout,
    add_filter,
    set_up_page,
    style_columns,
    write_cell,
    write_headers,
    write_title,
)

_HEADER_ROW = 3
_HEADER_HEIGHT = 48


def list_workbook(schema: Sheet, rows: Sequence[Mapping[str, CellValue]]) -> bytes:
    """The file: a title, the headers of the columns and a row of cells, by key, each.

    A text that begins with `=` stays a text.
    """
    workbook = Workbook()
    sheet: Worksheet = workbook.worksheets[0]
    sheet.title = schema.name
    layout = Layout(schema, schema.columns, _HEADER_ROW)
    write_title(sheet, schema.name, schema.help)
    write_headers(sheet, layout, lambda column: look.RESULT_HEADER, height=_HEADER_HEIGHT)
    style_columns(sheet, layout, lambda column: look.OUTPUT_FORMATS[column.kind])
    for number, row in enumerate(rows, start=layout.first_row):
        _write_row(sheet, layout, number, row)
    add_filter(sheet, layout, _HEADER_ROW + max(1, len(rows)))
    set_up_page(sheet, _HEADER_ROW, schema.name, freeze=f"B{layout.first_row}")
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def _write_row(sheet: Worksheet, layout: Layout, number: int, row: Mapping[str, CellValue]) -> None:
    entries = [row.get(column.key) for column in layout.columns]
    for place, (column, entry) in enumerate(zip(layout.columns, entries, strict=True), start=1):
        cell = write_cell(sheet, number, place, entry)
        look.style_body(cell, column, look.OUTPUT_FORMATS[column.kind])
    widths = (column.width for column in layout.columns)
    fit_row(sheet, number, zip(entries, widths, strict=True))
