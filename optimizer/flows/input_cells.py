"""Cells of the input sheets to edit by field, also in a workbook that lacks the row or column."""

from collections.abc import Iterator, Mapping

from models.errors import WorkbookError
from models.problem import ProblemData
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.read.record_cells import CellValue
from optimizer.workbook.template.input_sheets import SETTINGS
from optimizer.workbook.template.setting_rows import SETTING_ROWS
from optimizer.workbook.write.cell_edits import CellEdit


def setting_edits(
    raw: RawWorkbook, data: ProblemData, path: str, value: CellValue
) -> Iterator[CellEdit]:
    """The cell of a setting, in a row of its own below the last one when there is none yet.

    Raises
    ------
    WorkbookError
        `no-settings` when the workbook has no sheet of settings.
    """
    where = data.sources.get(("setting", path, ""))
    if where is not None:
        yield CellEdit(where, value)
        return
    located = locate(raw, SETTINGS)
    if located is None:
        raise WorkbookError("no-settings", path=raw.path, sheet=SETTINGS.name)
    line = max(located.data_rows(), default=located.header_row) + 1
    row = next(row for row in SETTING_ROWS if row.path == path)
    yield CellEdit(located.cell(line, "key").where, row.key)
    yield CellEdit(located.cell(line, "value").where, value)
    if "explanation" in located.columns:
        yield CellEdit(located.cell(line, "explanation").where, row.help)


def field_edits(
    raw: RawWorkbook,
    data: ProblemData,
    sheet: Sheet,
    record: str,
    changes: Mapping[str, Mapping[str, CellValue]],
) -> Iterator[CellEdit]:
    """The cells of fields of records; a column that is absent comes right of all others."""
    located = locate(raw, sheet)
    if located is None:
        return
    absent = [
        column
        for column in sheet.columns
        if column.key not in located.columns
        and any(column.key in values for values in changes.values())
    ]
    first = _free_column(located)
    places = {**located.columns, **{c.key: n for n, c in enumerate(absent, start=first)}}
    for column in absent:
        cell = located.sheet.cell(located.header_row, places[column.key])
        yield CellEdit(cell.where, column.header)
    for code, values in changes.items():
        where = data.where(record, code)
        if where is not None:
            cells = {key: located.sheet.cell(int(where.row), places[key]) for key in values}
            yield from (CellEdit(cells[key].where, value) for key, value in values.items())


def _free_column(located: Located) -> int:
    """The first column right of everything that stands on the sheet."""
    return max(column for cells in located.sheet.rows.values() for column in cells) + 1
