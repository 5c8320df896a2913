"""Bounds that are proven beside the search: one after the other, in a thread of their own.

The level that was asked for last goes first: it is the one that is searched. The last of all gets
all the time that is left, and what is proven then is left for it.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from models.settings import Level
from optimizer.run.clock import Clock
from optimizer.run.stop import Until
from optimizer.run.watched import POLL_SECONDS

Proof = Callable[[Clock], int]
"""What proves a bound within the limits of a clock."""


class Beside:
    """Proofs of levels.

    Where work is counted they are done after the search: what is proven by the time that somebody
    looks must not depend on the machine.
    """

    def __init__(self, clock: Clock, *, is_counted: bool) -> None:
        self._clock = clock
        self._is_over = False
        self._is_last_waiting = False
        self._pool = None if is_counted else ThreadPoolExecutor(1)
        self._asked: list[Future[None]] = []
        self._waiting: list[tuple[Level, Proof]] = []
        self._bounds: dict[Level, int] = {}

    @property
    def has_to_wait(self) -> bool:
        """Whether proofs wait for the end of the search."""
        return self._pool is None and bool(self._waiting)

    def ask(self, level: Level, proof: Proof, *, is_last: bool = False) -> None:
        """Have a bound of a level proven, perhaps of the last level; the best one counts."""
        self._is_last_waiting = is_last
        self._waiting.append((level, proof))
        if self._pool is not None:
            self._asked.append(self._pool.submit(self._prove))

    def _prove(self) -> None:
        level, proof = self._waiting.pop()
        share = 1 if self._is_last_waiting else 1 / 2
        self._is_last_waiting = False
        stop = Until(self._clock.stop, lambda: self._is_over or self._is_last_waiting)
        self._note(level, proof(Clock(stop, seconds=share * self._clock.seconds_left)))

    def _note(self, level: Level, bound: int) -> None:
        self._bounds[level] = max(self.bound(level), bound)

    def bound(self, level: Level) -> int:
        """The bound of a level so far; 0 when there is none."""
        return self._bounds.get(level, 0)

    def finish(self) -> None:
        """Have all proofs done that were asked for, as long as there is time."""
        if self._pool is None:
            while self._waiting and not self._clock.is_over:
                clock = self._clock.part(1 / len(self._waiting))
                level, proof = self._waiting.pop()
                self._note(level, proof(clock))
            return
        try:
            while not self._clock.is_over and wait(self._asked, timeout=POLL_SECONDS).not_done:
                continue
        finally:
            self._is_over = True
            self._pool.shutdown(cancel_futures=True)
        for each in self._asked:
            if not each.cancelled():
                each.result()
