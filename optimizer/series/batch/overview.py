"""The overview of a batch on disk: a workbook to read, and a text file for other programs."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from optimizer.explain.answer import Cell
from optimizer.report.batch_row import Json
from optimizer.report.batch_table import overview_rows
from optimizer.report.batch_text import OVERVIEW
from optimizer.workbook.read.csv_text import FORMULA_SIGNS, TEXT_SIGN
from optimizer.workbook.read.list_file import list_workbook
from optimizer.workbook.write.storage import write_file

WORKBOOK, TEXT = "overzicht.xlsx", "overzicht.csv"


def write_overview(folder: Path, rows: Iterable[Json]) -> None:
    """Write both files whole, over those of an earlier run.

    Raises
    ------
    WorkbookError
        `not-writable`, as when one is open in Excel.
    """
    cells = overview_rows(rows)
    columns = OVERVIEW.columns
    lines = [[column.header for column in columns]]
    lines += [[_text(row.get(column.key)) for column in columns] for row in cells]
    stream = StringIO()
    csv.writer(stream, delimiter=";").writerows(lines)
    write_file(folder / TEXT, stream.getvalue().encode("utf-8-sig"))
    write_file(folder / WORKBOOK, list_workbook(OVERVIEW, cells))


def _text(cell: Cell) -> str:
    """A cell as Excel with Dutch settings reads it; a text is never taken for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"{TEXT_SIGN}{cell}" if cell.startswith(FORMULA_SIGNS) else cell
    return str(cell).replace(".", ",")
