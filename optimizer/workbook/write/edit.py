"""One edit of the user's input, in a copy of the workbook: one cell, and nothing else."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from models.changes import Change, DeviationRemoved, RequirementChange, changed
from models.edits import cell_to_edit, value_after
from models.errors import VerificationError, WorkbookError
from models.issues import CellRef
from models.problem import ProblemData
from optimizer.workbook import labels
from optimizer.workbook.audit.certificate import certify
from optimizer.workbook.audit.owned import Owned, OwnedSheet
from optimizer.workbook.read.reader import RawCell, RawWorkbook
from optimizer.workbook.read.record_cells import CellValue, cell_value
from optimizer.workbook.write.package import Package
from optimizer.workbook.write.storage import replace_file
from optimizer.workbook.write.writer import Written
from optimizer.workbook.xlsx.cell_range import parse_cell

Reread = Callable[[Path], ProblemData | None]
"""Reads the problem of a workbook in the way in which the original was read."""


def write_change(
    raw: RawWorkbook, data: ProblemData, change: Change, target: Path, reread: Reread
) -> Written:
    """Write a copy of the workbook that was read, with one cell changed.

    The value is written like what stands there: a percentage as a percentage, a number that was
    typed as text as text. Before the copy takes its place it is read back: it must say exactly the
    changed problem.

    Raises
    ------
    WorkbookError
        `signed`, `merged-cell`, `array-cell` or `not-writable`; nothing is then left behind.
    VerificationError
        When the copy does not say the changed problem: an internal error.
    """
    where = cell_to_edit(data, change)
    if where is None:
        raise LookupError(change)
    if Package(raw.content).has_signature:
        raise WorkbookError("signed", path=raw.path)
    wanted = _statement(changed(data, change))
    owned = _owned(where)
    for value in _spellings(_cell(raw, where), data, change):
        content = _edited(raw, where, value)
        if _statement(_read_back(content, raw.path, reread)) == wanted:
            replaced = replace_file(target, content, lambda new: certify(raw.content, new, owned))
            return Written(target, replaced.finding, replaced.backup)
    raise VerificationError([f"edit of {where} is not read back"])


def _edited(raw: RawWorkbook, where: CellRef, value: CellValue) -> bytes:
    package = Package(raw.content)
    package.sheet(where.sheet).set(where.cell, value)
    package.set_full_calc_on_load()
    return package.to_bytes()


def _owned(where: CellRef) -> Owned:
    return Owned({where.sheet: OwnedSheet(cells=frozenset({parse_cell(where.cell)}))})


def _cell(raw: RawWorkbook, where: CellRef) -> RawCell:
    sheet = next(sheet for sheet in raw.sheets if sheet.name == where.sheet)
    return sheet.cell(*parse_cell(where.cell))


def _spellings(cell: RawCell, data: ProblemData, change: Change) -> Iterator[CellValue]:
    """What to write, the likeliest first; which one is right shows when it is read back."""
    if isinstance(change, DeviationRemoved):
        yield labels.NONE
        return
    value = cell_value(value_after(change))
    if isinstance(change, RequirementChange):
        after = changed(data, change)
        value = cell_value(next(t.required for t in after.tasks if t.number == change.task))
    if not isinstance(value, int | float):
        yield value
        return
    if isinstance(cell.value, str):
        yield str(value).replace(".", ",")
    plain, share = value, float(Decimal(str(value)) / 100)
    yield from (share, plain) if cell.is_percent else (plain, share)


def _read_back(content: bytes, path: Path, reread: Reread) -> ProblemData | None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(content)
        return reread(copy)


def _statement(data: ProblemData | None) -> ProblemData | None:
    """What a workbook says, apart from where it says it."""
    return None if data is None else replace(data, sources={}, duplicates=())
