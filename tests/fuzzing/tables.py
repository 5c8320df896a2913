"""Mutations of rows, columns, headers and sheets, as a user makes them in his spreadsheet."""

import io
import warnings
from collections.abc import Callable, Mapping
from random import Random
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from fuzzing.packages import Mutate
from fuzzing.values import typed

if TYPE_CHECKING:
    from openpyxl.cell import _CellSetValue

Change = Callable[[Worksheet, Random], None]
_TITLES = ("Taken", "taken ", "Personen", "Blad1", "Verdeling", "Hiaten (2)", "Overzicht", "😀")
_KINDS = ("uren", "minimum", "niet van toepassing", "prioriteit", "vast", "nooit", "voorkeur",
          "verantwoordelijke", "back-up", "soms", None)  # fmt: skip
_PLACES = (("T1", "T2", "D1", "A1", "*", "T9", None), ("S1", "*", "GROEP", "S9", None),
           ("P1", "P2", "P3", "P9", None))  # fmt: skip
_VALUES = (0, 1, 2, 4, 8, 10, 40, 50, 100, 1000, -1, -2, 0.5, 3.3, None, "gewenst", "x", "max")
_MARKS = ("x", "X", "ja", "nee", "?", 1, True, None)


def _edited(change: Callable[[Workbook, Random], None]) -> Mutate:
    def mutate(data: bytes, rng: Random) -> bytes:
        with warnings.catch_warnings():
            # What openpyxl cannot keep is lost here, as it is for its users.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data))
        change(book, rng)
        if all(sheet.sheet_state != "visible" for sheet in book.worksheets):
            # Neither a user nor openpyxl can hide the last sheet.
            book.worksheets[0].sheet_state = "visible"
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return mutate


def _on_sheet(change: Change) -> Mutate:
    """A change of one sheet; it may come out empty, but it stays."""

    def on_one(book: Workbook, rng: Random) -> None:
        change(rng.choice(book.worksheets), rng)

    return _edited(on_one)


def _row(sheet: Worksheet, rng: Random) -> int:
    return rng.randint(1, min(sheet.max_row, 40))


def _column(sheet: Worksheet, rng: Random) -> int:
    return rng.randint(1, min(sheet.max_column, 40))


def _delete_rows(sheet: Worksheet, rng: Random) -> None:
    sheet.delete_rows(_row(sheet, rng), rng.choice((1, 1, 2, 5, 100)))


def _insert_rows(sheet: Worksheet, rng: Random) -> None:
    sheet.insert_rows(_row(sheet, rng), rng.choice((1, 1, 3, 35)))


def _duplicate_row(sheet: Worksheet, rng: Random) -> None:
    source, target = _row(sheet, rng), rng.choice((_row(sheet, rng), sheet.max_row + 1))
    for column in range(1, sheet.max_column + 1):
        _type(sheet, target, column, sheet.cell(source, column).value)


def _delete_columns(sheet: Worksheet, rng: Random) -> None:
    sheet.delete_cols(_column(sheet, rng), rng.choice((1, 1, 3)))


def _insert_columns(sheet: Worksheet, rng: Random) -> None:
    sheet.insert_cols(_column(sheet, rng), rng.choice((1, 2, 60)))


def _shift_column(sheet: Worksheet, rng: Random) -> None:
    """The values of a column some rows up or down, the headers with them at times."""
    column, by = _column(sheet, rng), rng.choice((-2, -1, 1, 2))
    values = [sheet.cell(row, column).value for row in range(1, sheet.max_row + 1)]
    for row, value in enumerate(values, start=1 + by):
        if row >= 1:
            _type(sheet, row, column, value)


def _change_headers(sheet: Worksheet, rng: Random) -> None:
    """Among the first rows: a text that is gone, twice there, misspelt, or another value."""
    cells = [cell for row in sheet.iter_rows(max_row=4) for cell in row if cell.value is not None]
    for cell in rng.sample(cells, min(len(cells), rng.randint(1, 3))):
        text = str(cell.value)
        new = (None, str(rng.choice(cells).value), text[:-1], text.upper(), f"{text}\n(x)",
               text[1:] + text[:1], typed(rng))  # fmt: skip
        _type(sheet, cell.row, cell.column, rng.choice(new))


def _fill_column(sheet: Worksheet, rng: Random) -> None:
    column, value, first = _column(sheet, rng), typed(rng), rng.choice((1, 4, 5))
    for row in range(first, min(sheet.max_row, 60) + 1):
        _type(sheet, row, column, value)


def _scatter(sheet: Worksheet, rng: Random) -> None:
    for _ in range(rng.randint(1, 12)):
        _type(sheet, _row(sheet, rng), _column(sheet, rng), typed(rng))


def _exchange(sheet: Worksheet, rng: Random) -> None:
    """Values that change places: each is of the file itself, and now in another's column."""
    cells = [cell for row in sheet.iter_rows(max_row=60) for cell in row if cell.value is not None]
    for cell in rng.sample(cells, min(len(cells), rng.randint(1, 6))):
        _type(sheet, cell.row, cell.column, rng.choice(cells).value)


def _merge(sheet: Worksheet, rng: Random) -> None:
    row, column = _row(sheet, rng), _column(sheet, rng)
    sheet.merge_cells(start_row=row, start_column=column, end_row=row + rng.randint(0, 3),
                      end_column=column + rng.randint(0, 3))  # fmt: skip


def _empty(sheet: Worksheet, _rng: Random) -> None:
    sheet.delete_rows(1, sheet.max_row)


def _rename(sheet: Worksheet, rng: Random) -> None:
    sheet.title = rng.choice(_TITLES)


def _hide(sheet: Worksheet, rng: Random) -> None:
    for row in range(1, _row(sheet, rng)):
        sheet.row_dimensions[row].hidden = True
    sheet.sheet_state = rng.choice(("visible", "hidden"))


def _far_cell(sheet: Worksheet, rng: Random) -> None:
    _type(sheet, rng.choice((500, 70_000, 1_048_576)), rng.choice((1, 3, 16_384)), typed(rng))


def _remove_sheet(book: Workbook, rng: Random) -> None:
    if len(book.worksheets) > 1:
        book.remove(rng.choice(book.worksheets))


def _copy_sheet(book: Workbook, rng: Random) -> None:
    book.copy_worksheet(rng.choice(book.worksheets))


def _deviations(book: Workbook, rng: Random) -> None:
    """Rows on the sheet of exceptions: known words in any combination."""
    sheet = book["Uitzonderingen"] if "Uitzonderingen" in book.sheetnames else book.worksheets[0]
    for line in range(rng.randint(1, 6)):
        words = [rng.choice(place) for place in _PLACES]
        for column, value in enumerate([*words, rng.choice(_KINDS), rng.choice(_VALUES)], start=1):
            _type(sheet, 4 + line, column, value)


def _plan(book: Workbook, rng: Random) -> None:
    """Hours and pins changed in the plan that stands there."""
    sheet = book["Verdeling"] if "Verdeling" in book.sheetnames else book.worksheets[-1]
    for _ in range(rng.randint(1, 6)):
        row = rng.randint(2, max(2, min(sheet.max_row, 12)))
        _type(sheet, row, 11, rng.choice(_MARKS))
        _type(sheet, row, rng.choice((1, 4, 5, 6, 7, 8, 9)), rng.choice((*_VALUES, *_PLACES[2])))


def _type(sheet: Worksheet, row: int, column: int, value: "_CellSetValue") -> None:
    cell = sheet.cell(row, column)
    if isinstance(cell, Cell):
        cell.value = value


TABLES: Mapping[str, Mutate] = {
    "delete-rows": _on_sheet(_delete_rows),
    "insert-rows": _on_sheet(_insert_rows),
    "duplicate-row": _on_sheet(_duplicate_row),
    "delete-columns": _on_sheet(_delete_columns),
    "insert-columns": _on_sheet(_insert_columns),
    "shift-column": _on_sheet(_shift_column),
    "change-headers": _on_sheet(_change_headers),
    "fill-column": _on_sheet(_fill_column),
    "scatter-values": _on_sheet(_scatter),
    "exchange-values": _on_sheet(_exchange),
    "merge-cells": _on_sheet(_merge),
    "empty-sheet": _on_sheet(_empty),
    "rename-sheet": _on_sheet(_rename),
    "hide-rows": _on_sheet(_hide),
    "remove-sheet": _edited(_remove_sheet),
    "copy-sheet": _edited(_copy_sheet),
    "add-exceptions": _edited(_deviations),
    "change-plan": _edited(_plan),
    "far-cell": _on_sheet(_far_cell),
}
"""What a user does to rows, columns and sheets; the far cell last, for the others walk to it."""
