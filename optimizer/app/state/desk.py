"""The one state of the program: the open workbook, the work on it, and the plan that is made."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from models.instance import Instance
from models.plan import Plan
from models.problem import ProblemData
from optimizer.app.state import recovery
from optimizer.app.state.draft import Draft, History
from optimizer.app.state.opened import Opened
from optimizer.app.state.recovery import Recovered, Unsaved
from optimizer.app.state.saving import filled, image
from optimizer.app.state.sight import Sight
from optimizer.explain.answer import Answer
from optimizer.flows.checking import Checked
from optimizer.flows.judging import Judged, answer_to, judge
from optimizer.flows.plan_rows import with_plan
from optimizer.workbook.write.cell_edits import (
    CellEdit,
    Filled,
    write_edits,
)
from optimizer.workbook.write.writer import Written

Tell = Callable[..., None]
"""Tells every window that something happened: a kind, and facts by name."""


class Desk:
    """What is open, one step after the other; every method may be called from any thread."""

    def __init__(self, tell: Tell) -> None:
        self.lock = threading.RLock()
        self.version = 0
        self.tell = tell
        self.recovered: Recovered | None = None
        self.kept = True
        """Whether what is not saved stands in the recovery file."""
        self._is_aside = False
        self._opened: Opened | None = None
        self.history = History(Draft())
        self._saved = Draft()
        self._sight = Sight()

    @property
    def is_open(self) -> bool:
        """Whether there is a workbook."""
        return self._opened is not None

    @property
    def opened(self) -> Opened:
        """The workbook as it was read.

        Raises
        ------
        LookupError
            When there is none.
        """
        if self._opened is None:
            raise LookupError("no workbook is open")
        return self._opened

    @property
    def draft(self) -> Draft:
        """The state of the work."""
        return self.history.now

    @property
    def is_dirty(self) -> bool:
        """Whether something is not saved."""
        return bool(self.draft.edits) or self.has_new_plan or self.draft.trial is not None

    @property
    def has_new_plan(self) -> bool:
        """Whether the plan is another one than the file holds."""
        return self.draft.plan is not None and self.draft.plan is not self._saved.plan

    @property
    def saved_plan(self) -> Answer | None:
        """The plan that the file holds, when it keeps every rule."""
        return self._saved.plan

    @property
    def checked(self) -> Checked:
        """What is wrong with the cells as they are now."""
        with self.lock:
            return self._sight.checked(self.opened, self.draft)

    @property
    def instance(self) -> Instance:
        """The problem as it is now.

        Raises
        ------
        InvalidProblemError
            When the cells have errors.
        """
        return self.checked.usable()

    @property
    def data(self) -> ProblemData:
        """The problem as it is now, in which the plan that is looked at stands; as `instance`."""
        data, plan = self.instance.data, self.draft.plan
        return data if plan is None else with_plan(data, plan.plan)

    @property
    def judged(self) -> Judged | None:
        """The plan held against the cells as they are now; `None` without plan or with errors."""
        with self.lock:
            return self._sight.judged(self.opened, self.draft)

    @property
    def board(self) -> Judged | None:
        """What the board shows: the trial, the plan, or no hours; `None` with errors."""
        with self.lock:
            return self._sight.board(self.opened, self.draft)

    def attempt(self, plan: Plan, label: str) -> None:
        """Change the plan by hand, as a trial."""
        with self.lock:
            self._step(replace(self.draft, trial=plan, label=label))

    def drop_trial(self) -> None:
        """Go back to the plan as it was before it was changed by hand."""
        with self.lock:
            self._step(replace(self.draft, trial=None, label="Proef weggooien"))

    def apply_trial(self, edits: Iterable[CellEdit] = ()) -> bool:
        """Take the trial for the plan, with cells that go along; not when it breaks a rule."""
        with self.lock:
            board = self.board
            if self.draft.trial is None or board is None or not board.is_kept:
                return False
            self.plan(answer_to(board, self.opened.input_hash), "Proef toepassen", edits)
            return True

    def open(self, opened: Opened) -> None:
        """Begin with a workbook; what was open and not saved stays in its recovery file."""
        with self.lock:
            self._opened = opened
            self.version += 1
            self._begin()
            self.recovered = recovery.find(opened.path)
            self._is_aside = False
            self.tell("werk", version=self.version)

    def _begin(self) -> None:
        first = Draft(plan=self.opened.plan())
        self.history, self._saved = History(first), first

    @property
    def answer(self) -> Answer:
        """The plan as it is reported, for the cells as they are now.

        Raises
        ------
        LookupError
            When there is no plan, or one that breaks a rule of the workbook as it is now.
        """
        judged, plan = self.judged, self.draft.plan
        if judged is None or plan is None or not judged.is_kept:
            raise LookupError("no plan that keeps every rule")
        if judged.instance is plan.instance:
            return plan
        with self.lock:
            return self._sight.answer(self.opened, judged)

    def edit(self, edits: Iterable[CellEdit], label: str) -> None:
        """Change cells, as one step."""
        with self.lock:
            self._step(self.draft.edited(self.opened.raw, edits, label))

    def plan(self, answer: Answer, label: str, edits: Iterable[CellEdit] = ()) -> None:
        """Take a plan, and the cells that go with it, as one step."""
        with self.lock:
            draft = self.draft.edited(self.opened.raw, edits, label)
            self._step(replace(draft, plan=answer, trial=None))

    def undo(self) -> None:
        """Take the last step back."""
        with self.lock:
            self.history.undo()
            self._changed()

    def redo(self) -> None:
        """Do again what was taken back."""
        with self.lock:
            self.history.redo()
            self._changed()

    def _step(self, draft: Draft) -> None:
        self.history.add(draft)
        self._changed()

    def _changed(self) -> None:
        self.version += 1
        if self.recovered is not None and not self._is_aside:
            recovery.set_aside(self.opened.path)
            self._is_aside = True
        self.kept = recovery.renew(self._unsaved())
        self.tell("werk", version=self.version)

    def _unsaved(self) -> Unsaved:
        opened = self.opened
        return Unsaved(opened.path, opened.input_hash, self.draft, self.is_dirty, self.has_new_plan)

    def recover(self) -> None:
        """Go on with what was not saved last time."""
        with self.lock:
            found, self.recovered = self.recovered, None
            if found is None:
                return
            recovery.drop_aside(self.opened.path)
            draft = self.draft.edited(self.opened.raw, found.edits, "Herstellen")
            self._step(draft)
            if found.plan is not None and self.checked.is_usable:
                judged = judge(self.instance, found.plan, found.levels)
                if judged.is_kept:
                    self.plan(answer_to(judged, self.opened.input_hash), "Plan herstellen")
            if found.trial is not None:
                self.attempt(found.trial, "Proef herstellen")

    def forget(self) -> None:
        """Throw away what was not saved last time."""
        with self.lock:
            self.recovered = None
            recovery.drop_aside(self.opened.path)
            self.kept = recovery.renew(self._unsaved())
            self.tell("werk", version=self.version)

    def save(self, target: Path | None = None) -> Written:
        """Write the cells, and the plan when it is new and keeps every rule.

        With another `target` that becomes the open workbook.

        Raises
        ------
        WorkbookError
            As `optimizer.workbook.write.cell_edits.write_edits`; nothing is lost then.
        """
        with self.lock:
            opened, before = self.opened, self.opened.raw
            path = target or opened.path
            along = self._filled()
            written = write_edits(opened.named, self.draft.edits, path, along)
            self._opened = replace(opened, raw=replace(before, path=path)).again()
            self.history.rebase(before, self.opened.raw)
            wrote_plan = along is not None or not self.has_new_plan
            self._saved = self.draft if wrote_plan else self._saved
            recovery.drop(opened.path)
            self._changed()
            return written

    def image(self) -> bytes:
        """The workbook as `save` would write it; nothing on disk changes.

        Raises
        ------
        WorkbookError
            As `save`.
        """
        with self.lock:
            return image(self.opened, self.draft, self._filled())

    def _filled(self) -> Filled | None:
        """The plan to write along, when it is another one than the file holds."""
        if not self.has_new_plan or not self.checked.is_usable:
            return None
        return filled(self.opened, self.draft, self.instance)

    def discard(self, opened: Opened) -> None:
        """Go on with the file as it is on disk, without what was not saved."""
        with self.lock:
            self._opened = opened
            self._begin()
            self._changed()

    @property
    def has_changed_on_disk(self) -> bool:
        """Whether somebody else saved the workbook since it was read."""
        return self._opened is not None and self._opened.has_changed

    def reload(self) -> None:
        """Take the file as it is on disk now, with the edits made again on top of it.

        Raises
        ------
        WorkbookError
            When it cannot be read.
        """
        with self.lock:
            opened = self.opened.again()
            edits = self.draft.edits
            self._opened = opened
            self._begin()
            self._step(self.draft.edited(opened.raw, edits, "Wijzigingen opnieuw aangebracht"))
