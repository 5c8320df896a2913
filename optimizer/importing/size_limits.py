"""How large a sheet may be that is looked through for tasks."""

from optimizer.workbook.read.reader import RawSheet

_MOST_ROWS, _MOST_COLUMNS = 5_000, 500
"""Filled ones, of a sheet that may be an overview: the program takes no more than 2000 tasks, and
looking for them among a million cells would take minutes."""
_MOST_CHARACTERS = 2 * 2**20
"""Of all its texts, each as often as cells show it: 2000 tasks with a page of text each."""


def overseen(sheet: RawSheet) -> RawSheet:
    """The sheet, without its cells when there are far more than an overview of tasks has."""
    columns = max((len(cells) for cells in sheet.rows.values()), default=0)
    is_small = len(sheet.rows) <= _MOST_ROWS and columns <= _MOST_COLUMNS
    if is_small and _characters(sheet) <= _MOST_CHARACTERS:
        return sheet
    return RawSheet(sheet.name, hidden=sheet.hidden, unread="too-large")


def _characters(sheet: RawSheet) -> int:
    values = (cell.value for cells in sheet.rows.values() for cell in cells.values())
    return sum(len(value) for value in values if isinstance(value, str))
