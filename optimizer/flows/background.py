"""Work in a process of its own, so that whoever asked it can go on and never waits for a core."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from typing import Protocol

from optimizer.report.failure_text import INTERNAL, failure_lines
from optimizer.run.solve_options import OnProgress, Progress
from optimizer.run.stop import Stop, Until

LAST_SECONDS = 2.0
"""What a process that closed its end may take to end itself."""
BROKEN = INTERNAL.format(kind="het rekenproces is gestopt")


@dataclass(frozen=True)
class Failed:
    """Work that did not succeed, in sentences for the user."""

    lines: tuple[str, ...]


class Work(Protocol):
    """What is done there: a function of a module, or a frozen object that can be pickled."""

    def __call__(self, stop: Stop, on_progress: OnProgress) -> object:
        """Do it; the result must be picklable."""
        ...


class Worker:
    """One process that does one piece of work at a time; it ends with the program.

    It is spawned: a fork would take the threads and the sockets of the program along.
    """

    def __init__(self) -> None:
        context = get_context("spawn")
        self._stop: Event = context.Event()
        self._here, there = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(there, self._stop), daemon=True, name="taakverdeler-rekenen"
        )
        self._process.start()
        there.close()
        self._lock = threading.Lock()

    def run(self, work: Work, on_progress: OnProgress) -> object:
        """The result of the work, or `Failed`; blocks, so call it from a thread."""
        with self._lock:
            self._stop.clear()
            try:
                self._here.send(work)
                while isinstance(told := self._here.recv(), Progress):
                    on_progress(told)
            except (EOFError, OSError):
                self._process.join(LAST_SECONDS)
                return Failed((BROKEN,))
            result: object = told
            return result

    @property
    def is_alive(self) -> bool:
        """Whether it can still do work."""
        return self._process.is_alive()

    def stop(self) -> None:
        """Ask for the best so far."""
        self._stop.set()

    def close(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._here.close()


def _serve(connection: Connection, asked: Event) -> None:
    """The life of the process: work after work until the other end is gone."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            work: Work = connection.recv()
        except EOFError:
            return
        connection.send(_done(work, Until(Stop(), asked.is_set), connection.send))


def _done(work: Work, stop: Stop, tell: Callable[[Progress], None]) -> object:
    try:
        return work(stop, tell)
    except Exception as failure:
        return Failed(failure_lines(failure))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
