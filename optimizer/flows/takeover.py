"""Somebody who drops out, and the plan without her: what is asked, and what came of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.issues import CellRef, Issue
from models.problem import PersonCode
from optimizer.explain.answer import Answer
from optimizer.explain.taken_over import TakenOver
from optimizer.run.solve_options import OnProgress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.workbook.read.raw import OwnNames
from optimizer.workbook.write.cell_edits import CellEdit


@dataclass(frozen=True)
class Absence:
    """Who drops out, from which day on, and who comes instead, if anybody is named."""

    person: PersonCode
    since: date
    by: PersonCode | None = None


@dataclass(frozen=True)
class Takeover:
    """The plan without somebody; nothing is written.

    Attributes
    ----------
    edits
        The cells that go with the plan.
    released
        Those of them that let her go where she was pinned.
    tasks
        Who takes over what.
    """

    absence: Absence
    edits: tuple[CellEdit, ...]
    released: tuple[CellRef, ...]
    tasks: tuple[TakenOver, ...]
    answer: Answer
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class TakeoverWork:
    """Planning the rest of the year without somebody, of a workbook as it stands on disk."""

    path: Path
    names: OwnNames
    absence: Absence
    options: SolveOptions

    def __call__(self, stop: Stop, on_progress: OnProgress) -> Takeover:
        """The plan, checked; the errors are those of `optimizer.flows.replacing.plan_without`."""
        # They load the solvers: there, not here.
        from optimizer.flows.checking import check_raw
        from optimizer.flows.replacing import plan_without
        from optimizer.workbook.read.reader import read_workbook

        checked = check_raw(read_workbook(self.path), self.names)
        return plan_without(checked, self.absence, lambda _: self.options, stop, on_progress)
