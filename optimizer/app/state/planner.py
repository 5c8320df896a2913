"""Making a plan in the background: one at a time, in a process that all plans share."""

import threading
import time
from dataclasses import replace

from models.problem import ProblemData
from optimizer.app.state.desk import Desk
from optimizer.app.state.job import Job, Phase
from optimizer.explain.answer import Answer
from optimizer.flows.background import Failed, Work, Worker
from optimizer.flows.planning import PlanWork
from optimizer.flows.takeover import Absence, Takeover, TakeoverWork
from optimizer.run.solve_options import Progress, SolveOptions

TELL_SECONDS = 0.3
"""Windows are told how far a level is about three times a second."""


class Planner:
    """The plan that is being made, or was made last."""

    def __init__(self, desk: Desk) -> None:
        self.job: Job | None = None
        self._desk = desk
        self._worker: Worker | None = None
        self._told = 0.0

    @property
    def is_running(self) -> bool:
        """Whether a plan is being made."""
        return self.job is not None and self.job.phase is Phase.RUNNING

    def start(self, seconds: float | None = None) -> None:
        """Begin a plan of the workbook as it is now; nothing when one is being made.

        Raises
        ------
        InvalidProblemError
            When the workbook has errors.
        """
        with self._desk.lock:
            if self.is_running:
                return
            data = self._desk.data
            work = PlanWork(data, _options(data, seconds), self._desk.opened.input_hash)
            self._begin(work)

    def replace(self, absence: Absence, seconds: float | None = None) -> None:
        """Begin a plan without somebody, of the workbook as it was saved.

        Raises
        ------
        InvalidProblemError
            When the workbook has errors.
        """
        with self._desk.lock:
            if self.is_running:
                return
            opened, options = self._desk.opened, _options(self._desk.data, seconds)
            self._begin(TakeoverWork(opened.path, opened.names, absence, options))

    def _begin(self, work: Work) -> None:
        self.job = Job(self._desk.version)
        threading.Thread(target=self._run, args=(self.job, work), daemon=True).start()
        self._desk.tell("rekenen")

    def stop(self) -> None:
        """Ask for the best plan so far."""
        if self.job is not None and self._worker is not None:
            self.job.stopping = True
            self._worker.stop()
            self._desk.tell("rekenen")

    def use(self) -> None:
        """Take the plan that waits, although cells were edited since."""
        job = self.job
        if job is not None and job.phase is Phase.WAITING and job.answer is not None:
            job.phase = Phase.DONE
            self._take(job.answer, job, "Plan van vóór de wijzigingen")

    def drop(self) -> None:
        """Throw the plan away that waits, or what went wrong."""
        if not self.is_running:
            self.job = None
            self._desk.tell("rekenen")

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._worker is not None:
            self._worker.close()

    def _run(self, job: Job, work: Work) -> None:
        if self._worker is None or not self._worker.is_alive:
            self._worker = Worker()
        done = self._worker.run(work, lambda progress: self._tell(job, progress))
        with self._desk.lock:
            self._finish(job, done)
        self._desk.tell("rekenen")

    def _finish(self, job: Job, done: object) -> None:
        if isinstance(done, Failed):
            job.phase, job.lines = Phase.FAILED, done.lines
        elif isinstance(done, Answer | Takeover):
            job.takeover = done if isinstance(done, Takeover) else None
            job.answer = done.answer if isinstance(done, Takeover) else done
            is_current = self._desk.is_open and self._desk.version == job.version
            job.phase = Phase.DONE if is_current else Phase.WAITING
            if is_current:
                label = "Iemand vervangen" if job.takeover else "Plan berekenen"
                self._take(job.answer, job, label)

    def _take(self, answer: Answer, job: Job, label: str) -> None:
        self._desk.plan(answer, label, job.takeover.edits if job.takeover else ())

    def _tell(self, job: Job, progress: Progress) -> None:
        # Another one, not the same one changed: a window may be reading it.
        job.progress = {**job.progress, progress.level: progress}
        if time.monotonic() >= self._told + TELL_SECONDS:
            self._told = time.monotonic()
            self._desk.tell("rekenen")


def _options(data: ProblemData, seconds: float | None) -> SolveOptions:
    options = SolveOptions.of(data.settings)
    return options if seconds is None else replace(options, time_limit=seconds)
