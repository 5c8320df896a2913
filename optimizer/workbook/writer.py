"""The plan back into the workbook: our cells are set, everything else stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import WorkbookError
from models.problem import ProblemData
from optimizer.workbook.columns import Sheet
from optimizer.workbook.headers import locate
from optimizer.workbook.input_sheets import TASK_RESULT_KEYS, TASKS
from optimizer.workbook.new_output import add_output_sheet
from optimizer.workbook.ooxml.cell_range import parse_cell
from optimizer.workbook.ooxml.cell_xml import CellValue
from optimizer.workbook.output_sheets import OUTPUT_SHEETS
from optimizer.workbook.package import Package
from optimizer.workbook.reader import RawWorkbook
from optimizer.workbook.row_heights import row_height
from optimizer.workbook.user_columns import UserColumns

Rows = Sequence[Mapping[str, CellValue]]


@dataclass(frozen=True)
class Written:
    """What a write changed: the parts of the package that differ, out of how many."""

    path: Path
    changed: tuple[str, ...]
    parts: int


def write_result(
    raw: RawWorkbook, data: ProblemData, tables: Mapping[str, Rows], target: Path
) -> Written:
    """Write the tables, by key of their sheet, into a copy of the workbook that was read.

    Raises
    ------
    WorkbookError
        When the file cannot be edited safely or the target cannot be written; nothing is then
        left behind.
    """
    package = Package.open(raw.path)
    _write_task_results(package, raw, data, tables[TASKS.key])
    for sheet in OUTPUT_SHEETS:
        _write_output(package, raw, sheet, tables[sheet.key])
    package.set_full_calc_on_load()
    changed, parts = package.changed_parts(), len(package.parts())
    package.save(target)
    return Written(target, changed, parts)


def check_editable(path: Path) -> None:
    """Refuse a workbook that cannot be edited without harm, before any time is spent on it.

    Raises
    ------
    WorkbookError
        `signed`: writing would break its digital signature; and all that opening can raise.
    """
    if Package.open(path).has_signature:
        raise WorkbookError("signed", path=path)


def _write_task_results(package: Package, raw: RawWorkbook, data: ProblemData, rows: Rows) -> None:
    """Fill the result columns that the task sheet has, on the row of each task."""
    located = locate(raw, TASKS)
    if located is None:
        return
    editor = package.sheet(located.sheet.name)
    for row in rows:
        where = data.where("task", str(row["number"]))
        if where is None:
            continue
        line, _ = parse_cell(where.cell)
        for key in TASK_RESULT_KEYS:
            if key in located.columns:
                editor.set((line, located.columns[key]), row[key])


def _write_output(package: Package, raw: RawWorkbook, sheet: Sheet, rows: Rows) -> None:
    """Refill an output sheet, or add it; the user's own columns follow the key of their row."""
    located = locate(raw, sheet)
    if located is None:
        add_output_sheet(package, sheet, rows)
        return
    editor = package.sheet(located.sheet.name)
    editor.header_row = located.header_row
    first = located.header_row + 1
    own = UserColumns(located, sheet)
    kept = own.kept_rows(rows)
    filled = [*rows, *kept]
    editor.clear_rows(first, located.columns.values())
    for line, row in enumerate(filled, start=first):
        for key, column in located.columns.items():
            place = (line, column)
            # With its style, so that an empty cell is drawn like the others of its row.
            editor.set(place, row.get(key), editor.style(place))
        editor.set_height(line, row_height(sheet, row))
    for move in own.moves(filled, first):
        style = None if move.formatted_like is None else editor.style(move.formatted_like)
        editor.set(move.position, move.value, style)
    editor.fit_ranges(first, first + len(filled) - 1)
