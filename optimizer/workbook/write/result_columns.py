"""The results that stand beside the records of the user: columns on the input sheets."""

from collections.abc import Mapping, Sequence
from itertools import count, takewhile
from typing import NamedTuple

from models.problem import ProblemData
from optimizer.workbook.addresses import MAX_COLUMN, Position
from optimizer.workbook.read.columns import Column, Sheet
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.reader import RawSheet, RawWorkbook
from optimizer.workbook.template.input_sheets import SCHOOLS, TASKS
from optimizer.workbook.template.year_sheet import YEAR
from optimizer.workbook.write.package import Package, SheetEditor
from optimizer.workbook.xlsx.cell_range import parse_cell
from optimizer.workbook.xlsx.cell_xml import CellValue

Rows = Sequence[Mapping[str, CellValue]]


class _Beside(NamedTuple):
    """A sheet with results: whose rows, by which key, and whether absent columns are made."""

    sheet: Sheet
    record: str
    key: str
    made: bool


_SHEETS = (
    _Beside(TASKS, "task", "number", False),
    _Beside(SCHOOLS, "school", "code", True),
    _Beside(YEAR, "year", "code", False),
)


def write_result_columns(
    package: Package, raw: RawWorkbook, data: ProblemData, tables: Mapping[str, Rows]
) -> dict[str, frozenset[Position]]:
    """Fill the result columns of the input sheets, on the row of each record.

    Columns of the tasks that the user removed do not come back. Those of the schools are made
    when they are absent, right of the headers where the sheet is empty from top to bottom and
    nothing is drawn.

    Returns
    -------
    dict
        Per sheet the cells that are the program's own.

    Raises
    ------
    WorkbookError
        `merged-cell` or `array-cell`: a result cannot be put in its cell.
    """
    owned = {}
    for beside in _SHEETS:
        located = locate(raw, beside.sheet)
        if located is not None:
            editor = package.sheet(located.sheet.name)
            columns = _columns(package, located, beside)
            cells = _fill(editor, data, beside, columns, tables[beside.sheet.key])
            made = set(columns.values()) - set(located.columns.values())
            owned[located.sheet.name] = cells | {(located.header_row, place) for place in made}
    return owned


def _fill(
    editor: SheetEditor, data: ProblemData, beside: _Beside, columns: Mapping[str, int], rows: Rows
) -> frozenset[Position]:
    filled = set()
    for row in rows:
        where = data.where(beside.record, str(row[beside.key]))
        if where is None:
            continue
        line, _ = parse_cell(where.cell)
        for key, column in columns.items():
            editor.set((line, column), row[key])
            filled.add((line, column))
    return frozenset(filled)


def _columns(package: Package, located: Located, beside: _Beside) -> dict[str, int]:
    """Column number per result that is there, or was made."""
    results = [column for column in beside.sheet.columns if column.result]
    found = {c.key: located.columns[c.key] for c in results if c.key in located.columns}
    absent = [column for column in results if column.key not in found]
    return found | (_make(package, located, absent) if absent and beside.made else {})


def _make(package: Package, located: Located, absent: Sequence[Column]) -> dict[str, int]:
    """Put the headers in free columns, in the style of the last header; none when none is free."""
    last = max((*located.columns.values(), *located.extra))
    taken = _taken_columns(located.sheet) | package.drawn_columns(located.sheet.name)
    first = _free_column(taken, last + 1, len(absent))
    if first is None:
        return {}
    editor = package.sheet(located.sheet.name)
    editor.header_row = located.header_row
    style = editor.style((located.header_row, last))
    made = {column.key: number for number, column in enumerate(absent, start=first)}
    for column in absent:
        number = made[column.key]
        editor.set((located.header_row, number), column.header, style)
        editor.set_width(number, column.width)
    return made


def _taken_columns(sheet: RawSheet) -> frozenset[int]:
    """The columns in which something stands, merged blocks included."""
    filled = {column for cells in sheet.rows.values() for column in cells}
    for _, left, _, right in sheet.merges:
        filled.update(range(left, right + 1))
    return frozenset(filled)


def _free_column(taken: frozenset[int], start: int, wanted: int) -> int | None:
    """The first of `wanted` columns side by side, from `start` on, of which none is taken."""
    places = takewhile(lambda place: place + wanted - 1 <= MAX_COLUMN, count(start))
    return next((p for p in places if taken.isdisjoint(range(p, p + wanted))), None)
