"""Rows that an edit begins get the height of their texts: not every program works it out."""

from collections.abc import Iterable

from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.own_names import KNOWN_SHEETS
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.template.registration_sheets import LINKS, REGISTERED
from optimizer.workbook.template.row_heights import LINE, row_height
from optimizer.workbook.template.steps_sheet import STEPS
from optimizer.workbook.write.package import Package
from optimizer.workbook.xlsx.sheet_editor import SheetEditor

_SHEETS = (*KNOWN_SHEETS, STEPS, REGISTERED, LINKS)


def fit_new_rows(package: Package, after: RawWorkbook, rows: Iterable[tuple[str, int]]) -> None:
    """Make rows of known sheets high enough, where the file has no such row yet.

    Parameters
    ----------
    package
        The file.
    after
        What its cells say after the edits.
    rows
        The rows with edits, by the name of their sheet.
    """
    edited = set(rows)
    for sheet in _SHEETS:
        located = locate(after, sheet)
        if located is not None:
            name = located.sheet.name
            for row in sorted(number for where, number in edited if where == name):
                _fit(package.sheet(name), located, sheet, row)


def _fit(editor: SheetEditor, located: Located, sheet: Sheet, row: int) -> None:
    height = row_height(sheet, {key: located.text(row, key) for key in located.columns})
    if height > LINE and not editor.has_row(row):
        editor.set_height(row, height)
