"""A new workbook of one sheet, line by line: for papers that nobody reads back."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.addresses import column_letters

_SIZES = {"title": 16, "heading": 12}
_WIDEST = 60
"""Letters of the widest column: a page of A4 across holds some 110."""
_NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")
_LONGEST_NAME = 31
"""Letters that Excel allows in the name of a sheet, and the signs that it does not."""
_FILL = PatternFill("solid", fgColor="F0F0F0")


class Look(StrEnum):
    """How a line is shown."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    HEADERS = "headers"
    CELLS = "cells"


class Line(NamedTuple):
    """Cells beside one another."""

    cells: Sequence[str | float]
    look: Look = Look.TEXT


def plain_book(title: str, lines: Iterable[Line]) -> bytes:
    """The workbook as bytes; text that begins like a formula stays text."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title.translate(_NOT_IN_NAMES)[:_LONGEST_NAME] or "Blad"
    widths: dict[int, int] = {}
    for number, line in enumerate(lines, start=1):
        _write(sheet, number, line)
        if line.look in (Look.HEADERS, Look.CELLS):
            for column, value in enumerate(line.cells, start=1):
                widths[column] = max(widths.get(column, 0), len(str(value)))
    for column, width in widths.items():
        sheet.column_dimensions[column_letters(column)].width = min(width, _WIDEST) + 2
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.page_setup.fitToHeight = 0
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write(sheet: Worksheet, number: int, line: Line) -> None:
    for column, value in enumerate(line.cells, start=1):
        cell = sheet.cell(number, column, value)
        if isinstance(value, str):
            cell.data_type = "s"
        bold = line.look is not Look.TEXT and line.look is not Look.CELLS
        cell.font = Font(bold=bold, size=_SIZES.get(line.look, 11))
        if line.look is Look.HEADERS:
            cell.fill = _FILL
        if line.look in (Look.HEADERS, Look.CELLS):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
