"""Waiting for solvers that cannot be told to stop, and no longer than there is time for."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

OVERTIME = 1.0
"""Seconds that a solver is waited for beyond its limit."""
POLL_SECONDS = 0.05
T = TypeVar("T")


def begin(work: Callable[[], T]) -> Future[T]:
    """Some work in the background; its result comes when it comes."""
    future: Future[T] = Future()
    # Nobody can end it: it must not keep the program from ending.
    threading.Thread(target=fulfil, args=(future, work), daemon=True).start()
    return future


def wait_for(
    future: Future[T],
    stop: Stop,
    seconds: float | None = None,
    tell: Callable[[], None] = lambda: None,
) -> T | None:
    """The result of work in the background; `None` when it is no longer waited for.

    That is when a stop is asked for or, with `seconds`, when they are over. `tell` is called now
    and then. What the work raises is raised here.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    while not future.done() and not stop.requested:
        if deadline is not None and time.monotonic() >= deadline:
            break
        tell()
        wait([future], timeout=POLL_SECONDS)
    return future.result() if future.done() else None


def fulfil(future: Future[T], work: Callable[[], T]) -> None:
    """Do some work now; who waits for the future gets its result, or what it raises."""
    try:
        future.set_result(work())
    except BaseException as failure:  # handed to whoever waits
        future.set_exception(failure)


class Patience:
    """The time of a search that waits for solvers; `tell` gets the seconds left now and then."""

    def __init__(self, options: SolveOptions, stop: Stop, tell: Callable[[float], None]) -> None:
        self._options = options
        self._stop = stop
        self._tell = tell
        self._began = time.monotonic()

    @property
    def passed(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._began

    @property
    def left(self) -> float:
        """Seconds that are left; in deterministic mode none pass."""
        limit = self._options.time_limit
        return limit if self._options.deterministic else max(0.0, limit - self.passed)

    def share(self, turn: int, turns: int) -> float:
        """Seconds for the turn with this number, from 0, of so many that share what is left."""
        # In deterministic mode what is left does not get less.
        return self.left / (turns if self._options.deterministic else turns - turn)

    def wait(self, answer: Future[T], seconds: float) -> T | None:
        """An answer, when it comes within so many seconds; in deterministic mode when it comes."""
        limit = None if self._options.deterministic else seconds + OVERTIME
        return wait_for(answer, self._stop, limit, lambda: self._tell(self.left))
