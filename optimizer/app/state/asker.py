"""Questions to the solver about the plan that is looked at, one at a time."""

import threading
from dataclasses import dataclass

from models.plan import TaskKey
from models.why import TaskAnswer
from optimizer.app.state.desk import Desk
from optimizer.flows.background import Failed, Worker
from optimizer.flows.judging import Judged
from optimizer.flows.pricing import PriceWork


@dataclass(frozen=True)
class Asked:
    """A question about a task of a plan, and what became of it.

    `answer` is `None` while it is computed; `lines` say what went wrong.
    """

    judged: Judged
    task: TaskKey
    answer: TaskAnswer | None = None
    lines: tuple[str, ...] = ()


class Asker:
    """The last question that was asked."""

    def __init__(self, desk: Desk) -> None:
        self.asked: Asked | None = None
        self._desk = desk
        self._worker: Worker | None = None

    def price(self, task: TaskKey) -> None:
        """Ask what other choices for a task cost; nothing without a plan that keeps every rule."""
        judged = self._desk.board
        if judged is None or not judged.is_kept:
            return
        if self._worker is not None:
            self._worker.stop()
        asked = self.asked = Asked(judged, task)
        threading.Thread(target=self._run, args=(asked,), daemon=True).start()
        self._desk.tell("vraag")

    def about(self, task: TaskKey) -> Asked | None:
        """What was asked about a task of the plan as it is now."""
        asked, board = self.asked, self._desk.board
        is_current = asked is not None and asked.task == task
        if asked is None or not is_current or board is None or board.plan != asked.judged.plan:
            return None
        return asked

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._worker is not None:
            self._worker.close()

    def _run(self, asked: Asked) -> None:
        if self._worker is None or not self._worker.is_alive:
            self._worker = Worker()
        judged = asked.judged
        work = PriceWork(judged.instance, judged.plan, judged.levels, asked.task)
        done = self._worker.run(work, lambda progress: None)
        if self.asked is not asked:
            return
        if isinstance(done, Failed):
            self.asked = Asked(judged, asked.task, lines=done.lines)
        elif isinstance(done, TaskAnswer):
            self.asked = Asked(judged, asked.task, done)
        self._desk.tell("vraag")
