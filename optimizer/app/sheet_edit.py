"""What is typed in a grid of a sheet, as edits of its cells."""

from collections.abc import Iterable, Mapping, Sequence

from optimizer.app.grid import Typed
from optimizer.app.program import Program
from optimizer.app.sheet_grid import SheetView, ShownColumn, shown_columns
from optimizer.app.web import Reply
from optimizer.flows.checking import Checked
from optimizer.flows.typed_cells import next_code, only_school, setting_kind, typed_value
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.template.input_sheets import PERSONS, SCHOOLS, SETTINGS, TASKS
from optimizer.workbook.write.cell_edits import CellEdit

FIRST_CODES: Mapping[str, str] = {PERSONS.key: "P01", SCHOOLS.key: "S1", TASKS.key: "X1"}
"""The code of the first record on a sheet whose records have codes that the program can make."""


def edit_sheet(program: Program, view: SheetView, typed: Sequence[Typed], label: str) -> Reply:
    """Make edits in a sheet as one step; a record that begins gets a code of its own."""
    with program.desk.lock:
        checked = program.desk.checked
        located = locate(checked.raw, view.sheet)
        if located is None:
            raise LookupError(view.sheet.name)
        columns = {shown.key: shown for shown in shown_columns(located, view, checked)}
        edits = [_edit(located, view.sheet, columns[key], int(row), text)
                 for row, key, text in typed if columns[key].added is None]  # fmt: skip
        rows = {int(row) for row, _, text in typed if text.strip()}
        begun = _begun(located, view.sheet, checked, rows)
        own = {edit.where for edit in edits if edit.value is not None}
        fills = [edit for edit in begun if edit.where not in own]
        filled = {edit.where for edit in fills}
        program.desk.edit([*(e for e in edits if e.where not in filled), *fills], label)
    return Reply()


def _edit(located: Located, sheet: Sheet, shown: ShownColumn, row: int, text: str) -> CellEdit:
    cell = located.sheet.cell(row, shown.number)
    assert shown.column is not None
    kind = shown.column.kind
    if sheet is SETTINGS:
        kind = setting_kind(located.text(row, "key"))
    return CellEdit(cell.where, typed_value(kind, cell, text))


def _begun(located: Located, sheet: Sheet, checked: Checked, rows: Iterable[int]) -> list[CellEdit]:
    """What a new record needs and what goes without saying: a code, and the only school."""
    if sheet.key not in FIRST_CODES:
        return []
    key = "number" if sheet is TASKS else "code"
    codes = [located.text(row, key) for row in located.data_rows() if located.text(row, key)]
    found = []
    for row in sorted(rows):
        if located.is_filled(row):
            continue
        code = next_code(codes, FIRST_CODES[sheet.key])
        codes.append(code)
        found.append(CellEdit(located.sheet.cell(row, located.columns[key]).where, code))
        school = only_school(checked.data)
        if sheet is PERSONS and school:
            where = located.sheet.cell(row, located.columns["home"]).where
            found.append(CellEdit(where, school))
    return found
