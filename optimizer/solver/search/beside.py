"""Bounds that are proven beside the search: one after the other, in a thread of their own."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from models.settings import Level
from optimizer.run.clock import Clock
from optimizer.run.stop import Until
from optimizer.run.watched import POLL_SECONDS

Proof = Callable[[Clock], int]
"""What proves a bound within the limits of a clock."""


class Beside:
    """Proofs of levels, in the order in which they are asked for.

    Where work is counted they are done after the search: what is proven by the time that somebody
    looks must not depend on the machine.
    """

    def __init__(self, clock: Clock, *, is_counted: bool) -> None:
        self._clock = clock
        self._is_over = False
        self._pool = None if is_counted else ThreadPoolExecutor(1)
        self._asked: list[Future[None]] = []
        self._waiting: list[tuple[Level, Proof]] = []
        self._bounds: dict[Level, int] = {}

    @property
    def has_to_wait(self) -> bool:
        """Whether proofs wait for the end of the search."""
        return bool(self._waiting)

    def ask(self, level: Level, proof: Proof) -> None:
        """Have a bound of a level proven; the best one counts."""
        if self._pool is None:
            self._waiting.append((level, proof))
        else:
            self._asked.append(self._pool.submit(self._prove, level, proof))

    def _prove(self, level: Level, proof: Proof) -> None:
        stop = Until(self._clock.stop, lambda: self._is_over)
        self._note(level, proof(Clock(stop, seconds=self._clock.seconds_left).half()))

    def _note(self, level: Level, bound: int) -> None:
        self._bounds[level] = max(self.bound(level), bound)

    def bound(self, level: Level) -> int:
        """The bound of a level so far; 0 when there is none."""
        return self._bounds.get(level, 0)

    def finish(self) -> None:
        """Have all proofs done that were asked for, as long as there is time."""
        for number, (level, proof) in enumerate(self._waiting):
            if not self._clock.is_over:
                share = 1 / (len(self._waiting) - number)
                self._note(level, proof(self._clock.part(share)))
        if self._pool is None:
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
