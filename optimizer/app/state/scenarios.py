"""The scenarios that are kept beside each other, and the one that is being put together."""

import threading
from dataclasses import dataclass, replace

from optimizer.app.state.desk import Desk
from optimizer.explain.answer import Answer
from optimizer.flows.background import Failed, Worker
from optimizer.flows.planning import PlanWork
from optimizer.flows.scenarios import Scenario, problem_in
from optimizer.run.solve_options import SolveOptions

MOST = 4
"""Scenarios that can be read beside each other."""


@dataclass(frozen=True)
class Imagined:
    """A scenario with its plan, against the plan from which it began.

    `answer` is `None` while it is being made; `lines` say what went wrong.
    """

    name: str
    scenario: Scenario
    before: Answer
    answer: Answer | None = None
    lines: tuple[str, ...] = ()

    @property
    def is_busy(self) -> bool:
        """Whether its plan is being made."""
        return self.answer is None and not self.lines


class Scenarios:
    """Kept for as long as the program runs; nothing of them stands in the workbook."""

    def __init__(self, desk: Desk) -> None:
        self.composed = Scenario()
        self.kept: tuple[Imagined, ...] = ()
        self._desk = desk
        self._worker: Worker | None = None
        self._count = 0

    @property
    def is_full(self) -> bool:
        """Whether one must go before another is made."""
        return len(self.kept) >= MOST

    @property
    def is_busy(self) -> bool:
        """Whether a plan is being made."""
        return any(each.is_busy for each in self.kept)

    def compose(self, scenario: Scenario) -> None:
        """Put the next scenario together."""
        self.composed = scenario
        self._desk.tell("vraag")

    def begin(self) -> None:
        """Forget everything: another workbook is open."""
        self.kept, self.composed = (), Scenario()

    def make(self, before: Answer, name: str, seconds: float) -> None:
        """Make the plan of what was put together.

        Raises
        ------
        InvalidProblemError, LookupError
            When the workbook would have errors, or something is no longer there.
        """
        data = problem_in(self._desk.data, self.composed)
        self._count += 1
        made = Imagined(name or f"Scenario {self._count}", self.composed, before)
        options = replace(SolveOptions.of(data.settings), time_limit=seconds)
        self.kept, self.composed = (*self.kept, made), Scenario()
        work = PlanWork(data, options)
        threading.Thread(target=self._run, args=(made, work), daemon=True).start()
        self._desk.tell("vraag")

    def stop(self) -> None:
        """Ask for the best plan so far."""
        if self._worker is not None:
            self._worker.stop()

    def drop(self, place: int) -> None:
        """Take one away."""
        self.kept = tuple(each for number, each in enumerate(self.kept) if number != place)
        self._desk.tell("vraag")

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._worker is not None:
            self._worker.close()

    def _run(self, made: Imagined, work: PlanWork) -> None:
        if self._worker is None or not self._worker.is_alive:
            self._worker = Worker()
        done = self._worker.run(work, lambda progress: None)
        if isinstance(done, Failed):
            after = replace(made, lines=done.lines)
        else:
            assert isinstance(done, Answer)
            after = replace(made, answer=done)
        self.kept = tuple(after if each is made else each for each in self.kept)
        self._desk.tell("vraag")
