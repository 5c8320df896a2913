"""Row heights that show all of a wrapped text; spreadsheet programs do not always work them out."""

import textwrap
from collections.abc import Iterable, Mapping

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.read.columns import Sheet

LINE = 15.0
"""Height of one line in points."""


def fit_row(
    sheet: Worksheet, row: int, entries: Iterable[tuple[object, float]], least: int = 1
) -> None:
    """Make a row high enough for its texts, each given with the width of its column.

    `least` lines are kept free for texts that are still to come.
    """
    lines = max(count_lines(entry, width) for entry, width in entries)
    sheet.row_dimensions[row].height = LINE * max(lines, least)


def row_height(sheet: Sheet, row: Mapping[str, object]) -> float:
    """Height in points that shows all texts of a row in the columns of a known sheet."""
    return LINE * max(count_lines(row.get(each.key), each.width) for each in sheet.columns)


def count_lines(entry: object, width: float) -> int:
    """Lines that a text takes in a column of `width` characters; at least 1."""
    if not isinstance(entry, str) or len(entry) <= int(width):
        return 1
    return max(1, len(textwrap.wrap(entry, max(1, int(width)))))
