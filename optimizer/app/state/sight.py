"""What follows from a state of the work, each worked out once for the very same objects."""

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from models.instance import build_instance
from models.plan import Plan
from optimizer.app.state.draft import Draft
from optimizer.app.state.opened import Opened
from optimizer.construct.by_hand import known_part
from optimizer.explain.answer import Answer
from optimizer.flows.checking import Checked
from optimizer.flows.judging import Judged, answer_to, judge
from optimizer.workbook.write.cell_edits import with_edits

T = TypeVar("T")


class Once(Generic[T]):
    """A value with what it was worked out for."""

    def __init__(self) -> None:
        self._about: tuple[object, ...] | None = None
        self._found: list[T] = []

    def of(self, about: tuple[object, ...], find: Callable[[], T]) -> T:
        """The value for these objects; equal ones count as others, they take long to compare."""
        known = self._about
        if known is None or any(a is not b for a, b in zip(known, about, strict=True)):
            self._found, self._about = [find()], about
        return self._found[0]


class Sight:
    """Looks at a file with the work on it."""

    def __init__(self) -> None:
        self._checked: Once[Checked] = Once()
        self._judged: Once[Judged | None] = Once()
        self._board: Once[Judged | None] = Once()
        self._answer: Once[Answer] = Once()

    def checked(self, opened: Opened, draft: Draft) -> Checked:
        """What is wrong with the cells."""
        return self._checked.of(
            (opened, draft.edits), lambda: opened.check(with_edits(opened.raw, draft.edits))
        )

    def judged(self, opened: Opened, draft: Draft) -> Judged | None:
        """The plan held against the cells; `None` without plan or with errors."""
        about = (opened, draft.edits, draft.plan)
        return self._judged.of(about, lambda: self._judge(opened, draft))

    def answer(self, opened: Opened, judged: Judged) -> Answer:
        """A plan that keeps every rule, as it is reported."""
        return self._answer.of((opened, judged), lambda: answer_to(judged, opened.input_hash))

    def board(self, opened: Opened, draft: Draft) -> Judged | None:
        """What the board shows: the trial, else the plan, else no hours; `None` with errors."""
        about = (opened, draft.edits, draft.plan, draft.trial)
        return self._board.of(about, lambda: self._judge_trial(opened, draft))

    def _judge(self, opened: Opened, draft: Draft) -> Judged | None:
        plan, checked = draft.plan, self.checked(opened, draft)
        if plan is None or not checked.is_usable:
            return None
        # Changes are counted against what stood there when the plan was made.
        data = replace(checked.usable().data, previous=plan.instance.data.previous)
        instance = plan.instance if data == plan.instance.data else build_instance(data)
        return judge(instance, plan.plan, plan.result.levels)

    def _judge_trial(self, opened: Opened, draft: Draft) -> Judged | None:
        judged, checked = self.judged(opened, draft), self.checked(opened, draft)
        if not checked.is_usable or (judged is not None and draft.trial is None):
            return judged
        instance = checked.usable() if judged is None else judged.instance
        known = () if judged is None else judged.levels
        plan = Plan() if draft.trial is None else draft.trial
        return judge(instance, known_part(instance, plan), known)
