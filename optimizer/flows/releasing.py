"""Everything that holds one person to her tasks let go, in a copy of the workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.issues import CellRef
from models.problem import Deviation, PersonCode, ProblemData
from models.validation.pinned_pairs import PIN_ROLES
from optimizer.flows.checking import Checked
from optimizer.workbook import labels
from optimizer.workbook.read.record_cells import joined
from optimizer.workbook.write.cell_edits import CellEdit, write_edits
from optimizer.workbook.write.writer import Written


@dataclass(frozen=True)
class Released:
    """What was let go: the cells of marks and exceptions, and the copy; none when nothing was."""

    cells: tuple[CellRef, ...]
    written: Written | None


def release_pins(checked: Checked, person: PersonCode, target: Path) -> Released:
    """Write a copy in which no row of the plan and no exception pins a person.

    The workbook may have errors: a person without hours who is pinned is one. A row of exceptions
    that names others as well stays, without her.

    Raises
    ------
    WorkbookError, VerificationError
        As `optimizer.workbook.write.cell_edits.write_edits`.
    InvalidProblemError
        When the workbook cannot be read at all.
    """
    edits = release_edits(checked.stated(), person)
    if not edits:
        return Released((), None)
    written = write_edits(checked.raw, edits, target)
    return Released(tuple(edit.where for edit in edits), written)


def release_edits(data: ProblemData, person: PersonCode) -> list[CellEdit]:
    """The cells of marks and exceptions that pin a person, as they are when these are let go."""
    return [*_marks(data, person), *_exceptions(data, person)]


def _marks(data: ProblemData, person: PersonCode) -> Iterator[CellEdit]:
    """The marks of the rows of the plan that are pinned."""
    for row in data.previous:
        if row.pinned and row.person == person and row.where is not None:
            yield CellEdit(row.where, None)


def _exceptions(data: ProblemData, person: PersonCode) -> Iterator[CellEdit]:
    """The rows of exceptions that pin her: out of use, or with the others alone."""
    rows: dict[CellRef, list[Deviation]] = {}
    for deviation in data.deviations:
        if deviation.kind in PIN_ROLES and deviation.where is not None:
            rows.setdefault(deviation.where, []).append(deviation)
    for where, row in rows.items():
        people = list(dict.fromkeys(code for each in row for code in each.people))
        others = [code for code in people if code != person]
        if others and others != people:
            yield CellEdit(data.sources["deviation", where.row, "person"], joined(others))
        elif others != people:
            yield CellEdit(where, labels.NONE)
