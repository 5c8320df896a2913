"""What is not saved yet: edits of cells and a plan, step by step, so that each can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from models.issues import CellRef
from models.plan import Plan
from optimizer.explain.answer import Answer
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.read.record_cells import CellValue
from optimizer.workbook.write.cell_edits import CellEdit, with_edits
from optimizer.workbook.xlsx.cell_range import parse_cell

MOST_STEPS = 200
"""Steps that can be undone; each holds its edits, and the plan that it shares with others."""


@dataclass(frozen=True)
class Draft:
    """One state of the work, with how the step to it is called.

    Attributes
    ----------
    edits
        Cells that differ from the file, each once.
    plan
        The plan that is looked at; `None` when there is none.
    trial
        A plan that is being changed by hand and is not applied; `None` when there is none.
    label
        What was done, for who wants to undo it.
    moment
        When it was done.
    """

    edits: tuple[CellEdit, ...] = ()
    plan: Answer | None = None
    trial: Plan | None = None
    label: str = ""
    moment: datetime = field(default_factory=datetime.now)

    @property
    def shown(self) -> Plan | None:
        """What the board shows of it: the trial, else the plan."""
        return self.trial or (self.plan.plan if self.plan is not None else None)

    def edited(self, raw: RawWorkbook, edits: Iterable[CellEdit], label: str) -> "Draft":
        """With more edits; a cell that gets back what stands in the file is no edit."""
        cells = {edit.where: edit for edit in (*self.edits, *edits)}
        kept = (edit for edit in cells.values() if edit.value != value_at(raw, edit.where))
        return replace(self, edits=tuple(kept), label=label)

    def rebased(self, before: RawWorkbook, after: RawWorkbook, cells: set[CellRef]) -> "Draft":
        """The same state of the work on a file that was saved, or read again.

        `cells` are all that differ between the two files or were edited.
        """
        view = with_edits(before, self.edits)
        edits = (CellEdit(where, value_at(view, where)) for where in sorted(cells))
        kept = tuple(edit for edit in edits if edit.value != value_at(after, edit.where))
        return replace(self, edits=kept)


def value_at(raw: RawWorkbook, where: CellRef) -> CellValue:
    """What stands in a cell; `None` when it is empty."""
    for sheet in raw.sheets:
        if sheet.name == where.sheet:
            value = sheet.cell(*parse_cell(where.cell)).value
            return value if value is None or isinstance(value, str | int | float) else str(value)
    return None


class History:
    """The states of the work, and which of them counts now."""

    def __init__(self, first: Draft) -> None:
        self._states = [first]
        self._place = 0

    @property
    def now(self) -> Draft:
        """The state that counts."""
        return self._states[self._place]

    @property
    def so_far(self) -> list[Draft]:
        """The states up to the one that counts, the first one first."""
        return self._states[: self._place + 1]

    @property
    def undone(self) -> str | None:
        """What `undo` would undo; `None` when there is nothing."""
        return self.now.label if self._place else None

    @property
    def redone(self) -> str | None:
        """What `redo` would do again; `None` when there is nothing."""
        later = self._states[self._place + 1 :]
        return later[0].label if later else None

    def add(self, draft: Draft) -> None:
        """A new state, of this moment; what was undone before it cannot be done again."""
        draft = replace(draft, moment=datetime.now())
        self._states = [*self._states[: self._place + 1], draft][-MOST_STEPS:]
        self._place = len(self._states) - 1

    def undo(self) -> None:
        """Go back one state, if there is one."""
        self._place = max(0, self._place - 1)

    def redo(self) -> None:
        """Go forward one state, if there is one."""
        self._place = min(len(self._states) - 1, self._place + 1)

    def rebase(self, before: RawWorkbook, after: RawWorkbook) -> None:
        """Every state on a file that was saved, or read again."""
        cells = {edit.where for state in self._states for edit in state.edits}
        self._states = [state.rebased(before, after, cells) for state in self._states]
