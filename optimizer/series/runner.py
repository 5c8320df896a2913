"""Works through a series of units: each once, wherever workers are, whatever happens to them."""

import json
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from optimizer.run.series_errors import SeriesError
from optimizer.run.stop import Stop
from optimizer.series.executors import Workers, stop_request
from optimizer.series.journal import Entry, Journal, JournalState, Json

P = TypeVar("P")
MOST_DEATHS = 3
"""Workers that may die on a unit before it counts as failed; after the first it runs alone."""
MOST_LOSSES = 5
"""Times in a row that all units in flight may be lost, before the series is given up."""
_LOSSES = (BrokenExecutor, CancelledError, OSError)
"""How a unit ends when the executor goes, or the line to it: what the work itself raises is caught
where it is done."""
_POLL_SECONDS = 0.2
_GRACE_SECONDS = 5.0
_FRAMES = 3


@dataclass(frozen=True)
class Unit(Generic[P]):
    """A piece of work that can be done anywhere, again and again, with the same result.

    Attributes
    ----------
    key
        Names the unit in the journal: two with the same key are the same work.
    payload
        What the work needs; small, and picklable.
    """

    key: str
    payload: P


@dataclass(frozen=True)
class Counts:
    """How the units of a series ended so far; `skipped` were done in an earlier run."""

    done: int = 0
    skipped: int = 0
    failed: int = 0
    cut_short: int = 0

    @property
    def total(self) -> int:
        """Units that are behind."""
        return self.done + self.skipped + self.failed + self.cut_short


class UnfinishedError(Exception):
    """Raised by the work of a unit that may go better at another attempt.

    Its result is entered as that of a failure: shown, and worked on again in a later run.
    """

    def __init__(self, result: Json) -> None:
        super().__init__(result)
        self.result = result


Outcome = tuple[JournalState, Json]


def run_units(
    units: Iterable[Unit[P]],
    work: Callable[[P], Mapping[str, Any]],
    workers: Workers,
    journal: Journal,
    stop: Stop | None = None,
    on_progress: Callable[[Counts], None] = lambda counts: None,
) -> Counts:
    """Have every unit worked on that the open journal does not have as done.

    Units are taken only when there is room for them, so a generator of any length will do. Each
    result is in the journal before the next is looked at, in the order in which they come.

    Parameters
    ----------
    units
        In the order in which they are to be begun.
    work
        A function of a module, as processes need; what it returns must be JSON. What it raises is
        entered as a failure and stops nothing; see `UnfinishedError`.
    workers
        Where the work is done; closed at the end.
    journal
        Open; tells what is done and takes what gets done.
    stop
        When requested, nothing more begins; what runs is asked to end, and counts as cut short.
    on_progress
        Told the counts whenever they change.

    Raises
    ------
    SeriesError
        When there are no workers, or no longer; what was done is in the journal.
    """
    run = _Run(work, workers, journal, stop or Stop(), on_progress)
    try:
        run.through(units)
    except BaseException:
        workers.close(at_once=True)
        raise
    workers.close(at_once=False)
    return run.counts


class _Run(Generic[P]):
    """One series under way."""

    def __init__(
        self,
        work: Callable[[P], Mapping[str, Any]],
        workers: Workers,
        journal: Journal,
        stop: Stop,
        on_progress: Callable[[Counts], None],
    ) -> None:
        self.counts = Counts()
        self._work = work
        self._workers = workers
        self._journal = journal
        self._stop = stop
        self._on_progress = on_progress
        self._executor: Executor | None = None
        self._flying: dict[Future[Outcome | None], Unit[P]] = {}
        self._again: deque[Unit[P]] = deque()
        self._deaths: dict[str, int] = {}
        self._losses = 0

    def through(self, units: Iterable[Unit[P]]) -> None:
        """All units, until they are done or the stop is requested."""
        left = self._not_done(units)
        self._fill(left)
        while self._flying:
            ended = wait_for(self._flying, _POLL_SECONDS, FIRST_COMPLETED).done
            if self._stop.requested:
                self._end_early()
            lost = [self._settle(future, self._flying.pop(future)) for future in ended]
            if any(lost):
                self._begin_again()
            if ended:
                self._fill(left)

    def _not_done(self, units: Iterable[Unit[P]]) -> Iterator[Unit[P]]:
        """The units that still have to be worked on, one at a time."""
        for unit in units:
            if unit.key in self._journal:
                self._count("skipped")
            elif unit.key not in {each.key for each in (*self._flying.values(), *self._again)}:
                yield unit

    def _fill(self, left: Iterator[Unit[P]]) -> None:
        """Begin units as long as there is room; one that a worker died on is begun alone."""
        while not self._stop.requested and len(self._flying) < self._room():
            unit = self._again.popleft() if self._again else next(left, None)
            if unit is None:
                return
            self._begin(unit)

    def _room(self) -> int:
        """How many units may be in flight: one, while it is not known on which a worker died."""
        suspects = any(unit.key in self._deaths for unit in (*self._flying.values(), *self._again))
        return 1 if suspects else self._workers.room

    def _begin(self, unit: Unit[P]) -> None:
        """Hand a unit to the executor; when that has just gone, to a new one."""
        if self._executor is None:
            self._executor = self._workers.open()
        try:
            future = self._executor.submit(_attempt, self._work, unit.payload)
        except RuntimeError:
            self._again.appendleft(unit)
            self._begin_again()
        else:
            self._flying[future] = unit

    def _settle(self, future: "Future[Outcome | None]", unit: Unit[P]) -> bool:
        """Enter how a unit ended; true when it was lost with its executor and must be redone."""
        error = CancelledError() if future.cancelled() else future.exception()
        if error is None:
            self._losses = 0
            self._enter(unit, future.result())
            return False
        if self._stop.requested:
            return False
        died = self._workers.is_death(error)
        if died and self._die(unit) >= MOST_DEATHS:
            self._enter(unit, (JournalState.FAILED, {"error": type(error).__name__}))
        elif died or isinstance(error, _LOSSES):
            self._again.append(unit)
        else:
            self._enter(unit, (JournalState.FAILED, {"error": type(error).__name__}))
        return isinstance(error, _LOSSES)

    def _die(self, unit: Unit[P]) -> int:
        """Count a worker that died on a unit."""
        self._deaths[unit.key] = self._deaths.get(unit.key, 0) + 1
        return self._deaths[unit.key]

    def _enter(self, unit: Unit[P], outcome: Outcome | None) -> None:
        if outcome is None:
            return
        standing, result = outcome
        if standing is JournalState.DONE and self._stop.requested:
            standing = JournalState.CUT_SHORT
        self._deaths.pop(unit.key, None)
        self._journal.append(Entry(unit.key, standing, result))
        self._count(standing)

    def _count(self, name: str) -> None:
        self.counts = replace(self.counts, **{name: getattr(self.counts, name) + 1})
        self._on_progress(self.counts)

    def _begin_again(self) -> None:
        """Give up the executor; what it had in flight ended with it, or is taken back."""
        self._losses += 1
        if self._losses > MOST_LOSSES:
            raise SeriesError("lost")
        for future in wait_for(self._flying, _GRACE_SECONDS).done:
            self._settle(future, self._flying.pop(future))
        self._again.extend(self._flying.values())
        self._flying.clear()
        self._executor = None

    def _end_early(self) -> None:
        """Drop what was not begun, and ask what runs to end."""
        self._workers.ask_stop()
        for future in self._flying:
            future.cancel()


def _attempt(work: Callable[[P], Json], payload: P) -> Outcome | None:
    """Runs in the worker; nothing when it was asked to stop before it began."""
    if stop_request().requested:
        return None
    try:
        result = work(payload)
        json.dumps(result, allow_nan=False)
        return JournalState.DONE, result
    except UnfinishedError as failure:
        return JournalState.FAILED, failure.result
    except Exception as failure:
        return JournalState.FAILED, {"error": _trace(failure)}


def _trace(failure: Exception) -> str:
    """The kind of error and where it arose, without any content of what was worked on."""
    frames = traceback.extract_tb(failure.__traceback__)[-_FRAMES:]
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
    return f"{type(failure).__name__} ({places})"
