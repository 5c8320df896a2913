"""Edits of single cells by hand: seen at once in what was read, written when it is saved."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from models.errors import VerificationError, WorkbookError
from models.issues import CellRef
from models.problem import ProblemData
from optimizer.workbook.audit.certificate import certify
from optimizer.workbook.audit.owned import Owned, OwnedSheet
from optimizer.workbook.read.own_names import rename
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import RawCell, RawSheet, RawWorkbook, read_workbook
from optimizer.workbook.read.record_cells import CellValue
from optimizer.workbook.write.new_rows import fit_new_rows
from optimizer.workbook.write.package import LIMITS, Package
from optimizer.workbook.write.result_columns import Rows
from optimizer.workbook.write.storage import find_lock, read_file, replace_file
from optimizer.workbook.write.writer import Written, write_sheets
from optimizer.workbook.xlsx.cell_range import parse_cell


@dataclass(frozen=True)
class CellEdit:
    """A cell that gets another value; `None` empties it."""

    where: CellRef
    value: CellValue


@dataclass(frozen=True)
class Grown:
    """What a workbook was before sheets were added to it, and their names."""

    before: RawWorkbook
    names: frozenset[str]


@dataclass(frozen=True)
class Filled:
    """A plan to write along: the problem that it solves and its tables, by key of their sheet."""

    data: ProblemData
    tables: Mapping[str, Rows]


def with_edits(raw: RawWorkbook, edits: Iterable[CellEdit]) -> RawWorkbook:
    """The workbook as it reads after some edits; its bytes stay those of the file."""
    by_sheet: dict[str, list[CellEdit]] = {}
    for edit in edits:
        by_sheet.setdefault(edit.where.sheet, []).append(edit)
    sheets = tuple(
        _edited(sheet, by_sheet[sheet.name]) if sheet.name in by_sheet else sheet
        for sheet in raw.sheets
    )
    return replace(raw, sheets=sheets)


def _edited(sheet: RawSheet, edits: Iterable[CellEdit]) -> RawSheet:
    rows = {**sheet.rows}
    ordered = sorted(edits, key=lambda edit: parse_cell(edit.where.cell)[0])
    for number, chosen in groupby(ordered, key=lambda edit: parse_cell(edit.where.cell)[0]):
        cells = {**rows.get(number, {})}
        for edit in chosen:
            column = parse_cell(edit.where.cell)[1]
            cells.pop(column, None)
            if edit.value is not None and edit.value != "":
                cells[column] = _cell(sheet.cell(number, column), edit)
        rows[number] = dict(sorted(cells.items()))
    return replace(sheet, rows={number: rows[number] for number in sorted(rows) if rows[number]})


def _cell(standing: RawCell, edit: CellEdit) -> RawCell:
    """The cell with its look, holding a plain value."""
    return replace(
        standing,
        where=edit.where,
        value=edit.value,
        formula=False,
        computed=True,
        is_error=False,
    )


def write_edits(
    raw: RawWorkbook,
    edits: Sequence[CellEdit],
    target: Path,
    filled: Filled | None = None,
    grown: Grown | None = None,
) -> Written:
    """Write the workbook that was read with some cells changed, and a plan when there is one.

    A file that stands at the target is kept beside it under a dated name. The written cells are
    read back first: they must say what the edits say. `grown` tells that `raw` has sheets that
    the file does not have yet.

    Raises
    ------
    WorkbookError
        `changed-meanwhile`, `locked`, `signed`, `merged-cell`, `array-cell`, `not-ours` or
        `not-writable`; nothing is then left behind.
    VerificationError
        When the written cells say something else: an internal error.
    """
    standing = grown.before if grown else raw
    check_free(standing, target)
    after = with_edits(raw, edits)
    content = _with_cells(raw, after, edits)
    sheets = {
        sheet: OwnedSheet(cells=frozenset(parse_cell(edit.where.cell) for edit in chosen))
        for sheet, chosen in _by_sheet(edits)
        if grown is None or sheet not in grown.names
    }
    owned = Owned(sheets, grown.names if grown else frozenset())
    if filled is not None:
        package = Package(content)
        results = write_sheets(package, replace(after, content=content), filled.data, filled.tables)
        package.set_full_calc_on_load()
        content, owned = package.to_bytes(), _together(owned, results)
    replaced = replace_file(target, content, lambda new: certify(standing.content, new, owned))
    return Written(target, replaced.finding, replaced.backup)


def check_free(raw: RawWorkbook, target: Path) -> None:
    """Refuse a target that is open elsewhere, that changed since it was read, or that is signed.

    Raises
    ------
    WorkbookError
        `locked`, `changed-meanwhile` or `signed`.
    """
    if Package(raw.content).has_signature:
        raise WorkbookError("signed", path=raw.path)
    lock = find_lock(target)
    if lock is not None:
        raise WorkbookError("locked", path=target, lock=lock.name)
    if has_changed(raw, target):
        raise WorkbookError("changed-meanwhile", path=target)


def has_changed(raw: RawWorkbook, target: Path) -> bool:
    """Whether the file to replace is the one that was read, and holds something else by now."""
    is_same = target.exists() and raw.path.exists() and target.samefile(raw.path)
    return is_same and read_file(target, LIMITS.file_bytes) != raw.content


def _by_sheet(edits: Iterable[CellEdit]) -> Iterable[tuple[str, list[CellEdit]]]:
    ordered = sorted(edits, key=lambda edit: edit.where.sheet)
    grouped = groupby(ordered, key=lambda edit: edit.where.sheet)
    return [(sheet, list(chosen)) for sheet, chosen in grouped]


def _with_cells(raw: RawWorkbook, after: RawWorkbook, edits: Sequence[CellEdit]) -> bytes:
    """The bytes with the cells set, in the spelling that reads back as the edits mean.

    An empty cell may show percentages: only the file that was written tells.
    """
    if not edits:
        return raw.content
    wanted = _statement(after)
    written = _spelt(raw, after, edits)
    standing = _read_back(written, raw)
    shown = [_as_percent(edit, _at(standing, edit), _at(after, edit)) for edit in edits]
    if shown != list(edits):
        written = _spelt(raw, after, shown)
        standing = _read_back(written, raw)
    if _statement(standing) != wanted:
        raise VerificationError(["edited cells are not read back"])
    return written


def _spelt(raw: RawWorkbook, after: RawWorkbook, edits: Sequence[CellEdit]) -> bytes:
    package = Package(raw.content)
    fit_new_rows(package, after, ((e.where.sheet, parse_cell(e.where.cell)[0]) for e in edits))
    for edit in edits:
        package.sheet(edit.where.sheet).set(edit.where.cell, edit.value)
    package.set_full_calc_on_load()
    return package.to_bytes()


def _as_percent(edit: CellEdit, standing: RawCell, meant: RawCell) -> CellEdit:
    is_number = isinstance(edit.value, int | float) and not isinstance(edit.value, bool)
    if not (is_number and standing.is_percent and not meant.is_percent):
        return edit
    return replace(edit, value=float(Decimal(str(edit.value)) / 100))


def _at(raw: RawWorkbook, edit: CellEdit) -> RawCell:
    sheet = next(sheet for sheet in raw.sheets if sheet.name == edit.where.sheet)
    return sheet.cell(*parse_cell(edit.where.cell))


def _read_back(content: bytes, raw: RawWorkbook) -> RawWorkbook:
    """What was written, read under the same names of sheets and columns."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / raw.path.name
        copy.write_bytes(content)
        return rename(read_workbook(copy), raw.names)[0]


def _statement(raw: RawWorkbook) -> ProblemData | None:
    """What a workbook says, apart from where it says it."""
    data, _ = parse_workbook(raw)
    return None if data is None else replace(data, sources={}, duplicates=())


def _together(cells: Owned, results: Owned) -> Owned:
    """What the edits and the plan own between them."""
    sheets = dict(results.sheets)
    for name, edited in cells.sheets.items():
        own = sheets.get(name, OwnedSheet())
        sheets[name] = replace(own, cells=own.cells | edited.cells)
    return Owned(sheets, results.addable | cells.addable)
