"""The scenarios that are kept beside each other, and the one that is being put together."""

import threading
from dataclasses import dataclass, replace

from optimizer.app.state.desk import Desk
from optimizer.explain.answer import Answer
from optimizer.flows.alternatives import AlternativesWork
from optimizer.flows.background import Failed, Work, Worker
from optimizer.flows.planning import PlanWork
from optimizer.flows.scenarios import Scenario, problem_in
from optimizer.run.solve_options import SolveOptions

OTHERS = "Andere plannen"
NO_OTHERS = "Er is geen ander plan gevonden dat even goed is."
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

    def look_for_others(self, before: Answer, seconds: float) -> None:
        """Look for plans that are as good as the one at hand, as many as there is room for."""
        room = MOST - len(self.kept)
        waiting = Imagined(OTHERS, Scenario(), before)
        self.kept = (*self.kept, waiting)
        options = replace(SolveOptions.of(before.instance.settings), time_limit=seconds)
        work = AlternativesWork(before, room, options)
        threading.Thread(target=self._look, args=(waiting, work), daemon=True).start()
        self._desk.tell("vraag")

    def _look(self, waiting: Imagined, work: AlternativesWork) -> None:
        done = self._done(work)
        if isinstance(done, Failed):
            found = [replace(waiting, lines=done.lines)]
        else:
            assert isinstance(done, tuple)
            found = [replace(waiting, name=name, answer=answer) for name, answer in done]
        if not found:
            found = [replace(waiting, lines=(NO_OTHERS,))]
        self._put(waiting, found)

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
        done = self._done(work)
        if isinstance(done, Failed):
            after = replace(made, lines=done.lines)
        else:
            assert isinstance(done, Answer)
            after = replace(made, answer=done)
        self._put(made, [after])

    def _done(self, work: Work) -> object:
        if self._worker is None or not self._worker.is_alive:
            self._worker = Worker()
        return self._worker.run(work, lambda progress: None)

    def _put(self, waiting: Imagined, found: list[Imagined]) -> None:
        """What came of it takes the place of what waited, unless that was taken away."""
        with self._desk.lock:
            self.kept = tuple(
                each for known in self.kept for each in (found if known is waiting else [known])
            )[:MOST]
        self._desk.tell("vraag")
