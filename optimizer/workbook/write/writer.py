"""The plan back into the workbook: our cells are set, everything else stays as it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from models.errors import WorkbookError
from models.problem import ProblemData
from optimizer.workbook import labels
from optimizer.workbook.audit.certificate import Certificate, certify
from optimizer.workbook.audit.owned import Owned, OwnedSheet
from optimizer.workbook.read.collection import without_collection
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import find_sheet, locate
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.template.input_sheets import TASKS
from optimizer.workbook.template.new_output import add_output_sheet
from optimizer.workbook.template.output_print import heading, pages_of, shown_rows
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS
from optimizer.workbook.template.row_heights import row_height
from optimizer.workbook.write.package import LIMITS, Package, SheetEditor
from optimizer.workbook.write.result_columns import Rows, write_result_columns
from optimizer.workbook.write.storage import find_lock, read_file, replace_file
from optimizer.workbook.write.user_columns import ColumnMove, UserColumns


@dataclass(frozen=True)
class Written:
    """A workbook that was written.

    Attributes
    ----------
    path
        Where it stands.
    certificate
        What changed against the workbook that was read, and that nothing else did.
    backup
        Where the file is kept that stood at `path`; None when there was none.
    """

    path: Path
    certificate: Certificate
    backup: Path | None


@without_collection()
def write_result(
    raw: RawWorkbook, data: ProblemData, tables: Mapping[str, Rows], target: Path
) -> Written:
    """Write the tables, by key of their sheet, into a copy of the workbook that was read.

    The target may be that workbook itself. What stood there is kept beside it.

    Raises
    ------
    WorkbookError
        `not-ours` when the written file differs in more than what is the program's own;
        `changed-meanwhile` when the workbook to replace was saved since it was read; or when it
        cannot be edited safely, or the target cannot be written. Nothing is then left behind.
    """
    package = Package(raw.content)
    owned = write_sheets(package, raw, data, tables)
    package.set_full_calc_on_load()
    edited = package.to_bytes()
    _check_unchanged(raw, target)
    replaced = replace_file(target, edited, lambda written: certify(raw.content, written, owned))
    return Written(target, replaced.finding, replaced.backup)


def check_editable(raw: RawWorkbook, target: Path) -> None:
    """Refuse what cannot be written without harm, before any time is spent on it.

    Raises
    ------
    WorkbookError
        `signed`: writing would break the digital signature; `sheet-name-taken`: a chart sheet
        has the name of a sheet to add; `locked`: the target is open in Excel or LibreOffice;
        or a sheet to write in is damaged.
    """
    package = Package(raw.content)
    if package.has_signature:
        raise WorkbookError("signed", path=raw.path)
    taken = {name.casefold() for name in package.sheet_names}
    for sheet in OUTPUT_SHEETS:
        if not sheet.yields and sheet.name.casefold() in taken and find_sheet(raw, sheet) is None:
            raise WorkbookError("sheet-name-taken", path=raw.path, sheet=sheet.name)
    _check_whole(package, raw)
    lock = find_lock(target)
    if lock is not None:
        raise WorkbookError("locked", path=target, lock=lock.name)


def _check_whole(package: Package, raw: RawWorkbook) -> None:
    """Refuse damage in the sheets to write in that a reader overlooks."""
    for sheet in (TASKS, *OUTPUT_SHEETS):
        standing = find_sheet(raw, sheet)
        try:
            if standing is not None and not standing.unread:
                package.sheet(standing.name)
        except WorkbookError as problem:
            raise WorkbookError(problem.code, **{"path": raw.path, **problem.facts}) from problem


def _check_unchanged(raw: RawWorkbook, target: Path) -> None:
    is_same = target.exists() and raw.path.exists() and target.samefile(raw.path)
    if is_same and read_file(target, LIMITS.file_bytes) != raw.content:
        raise WorkbookError("changed-meanwhile", path=target)


def write_sheets(
    package: Package, raw: RawWorkbook, data: ProblemData, tables: Mapping[str, Rows]
) -> Owned:
    """Set the cells of every sheet; what is the program's on each of them."""
    cells = write_result_columns(package, raw, data, tables)
    sheets = {name: OwnedSheet(cells=own) for name, own in cells.items()}
    for sheet in OUTPUT_SHEETS:
        rows = tables[sheet.key]
        sheets |= _write_output(package, raw, sheet, rows, data.settings.school_year)
    return Owned(sheets, frozenset(sheet.name for sheet in OUTPUT_SHEETS))


def _write_output(
    package: Package, raw: RawWorkbook, sheet: Sheet, rows: Rows, school_year: str
) -> dict[str, OwnedSheet]:
    """Refill an output sheet, or add it; the user's own columns follow the key of their row."""
    standing = locate(raw, sheet)
    taken = {name.casefold() for name in package.sheet_names}
    if sheet.yields and standing is None and sheet.name.casefold() in taken:
        return {}
    located = standing or add_output_sheet(package, sheet, heading(school_year))
    editor = package.sheet(located.sheet.name)
    editor.header_row = located.header_row
    first = located.header_row + 1
    own = UserColumns(located, sheet)
    shown = shown_rows(sheet, located.columns, rows)
    filled = [*shown, *own.kept_rows(shown)]
    editor.clear_rows(first + len(filled), located.columns.values())
    for line, row in enumerate(filled, start=first):
        for key, column in located.columns.items():
            place = (line, column)
            # With its style, so that an empty cell is drawn like the others of its row.
            editor.set(place, row.get(key), editor.style(place))
        editor.set_height(line, row_height(sheet, row))
    _move_notes(editor, own.moves(filled, first))
    editor.fit_ranges(first, first + len(filled) - 1)
    editor.pages = pages_of(sheet, shown, first, school_year)
    if standing is None:
        return {}
    columns = frozenset(located.columns.values())
    ours = OwnedSheet(
        columns=columns,
        first_row=first,
        notes=own.columns,
        refilled=True,
        heading=labels.PLAN_HEADING,
    )
    return {located.sheet.name: ours}


def _move_notes(editor: SheetEditor, moves: Iterable[ColumnMove]) -> None:
    for move in moves:
        if move.origin is None:
            editor.set(move.position, move.text)
        else:
            style = editor.style(move.origin) if move.keeps_format else None
            editor.copy(move.origin, move.position, style)
