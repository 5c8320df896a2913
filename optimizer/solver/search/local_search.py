"""Neighbourhood search: parts of a large plan are freed and solved, several at a time."""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from random import Random

import numpy as np

from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.landscape import Landscape
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.part import Part, cut, solve_part
from optimizer.solver.search.guides import Guide, guided
from optimizer.solver.search.neighbourhoods import Neighbourhoods

THREADS = 2
"""Parts that are solved side by side at the most."""
AHEAD = 3
"""Parts under way at a time, in any mode: the search is the same on any number of cores."""
PART_LIMIT = 0.05
"""Deterministic time that one part may take, about a second."""
PLACE_LIMIT = 0.15
"""The same for a whole place."""
ROUNDS_PER_SECOND = 3
"""Rounds that a second of the time limit buys in deterministic mode."""


@dataclass(frozen=True)
class Found:
    """What solving one part gave; `values` is `None` without an answer.

    Of a whole place nothing is learned about how large a part can be.
    """

    values: Numbers | None
    before: Numbers
    is_complete: bool
    is_place: bool


@dataclass(frozen=True)
class Terrain:
    """What is searched: a model, what moves together in it, and what tells equal values apart.

    With `by_place`, every place is searched once with all its pairs before the smaller parts, the
    easiest ones first: that pays where every pair counts.
    """

    model: LinearModel
    landscape: Landscape
    guide: Guide | None = None
    by_place: bool = False


def improve(
    terrain: Terrain,
    values: Numbers,
    options: SolveOptions,
    stop: Stop,
    report: Callable[[int, float], None],
    least: int = 0,
) -> Numbers:
    """Values that are no worse, after search within `options.time_limit`.

    It ends early when the objective reaches `least`. Parts are chosen and taken over in one order,
    so that with `deterministic` the same seed gives the same values, however fast the parts are.
    """
    search = _Search(terrain, values, options)
    with ThreadPoolExecutor(min(THREADS, options.threads)) as pool:
        while search.goes_on(least) and not stop.requested:
            search.fill(pool)
            search.take()
            report(terrain.model.value(search.values), search.left)
    return search.values


class _Search:
    """The state of one search."""

    def __init__(self, terrain: Terrain, values: Numbers, options: SolveOptions) -> None:
        self._linear = terrain.model
        self._landscape = terrain.landscape
        self._guide = terrain.guide
        self._options = options
        self._neighbourhoods = Neighbourhoods(terrain.landscape, Random(options.seed))
        self._unseen = deque(terrain.landscape.by_place() if terrain.by_place else ())
        self._waiting: deque[Future[Found]] = deque()
        self._started = time.monotonic()
        self._number = 0
        self.values = values

    @property
    def left(self) -> float:
        """Seconds that are left; in deterministic mode counted in rounds."""
        if self._options.deterministic:
            return self._options.time_limit - self._number / ROUNDS_PER_SECOND
        return self._options.time_limit - (time.monotonic() - self._started)

    def goes_on(self, least: int) -> bool:
        """Whether there is time left and something to gain."""
        has_pairs = len(self._landscape.tasks) > 0
        return has_pairs and self.left > 0 and self._linear.value(self.values) > least

    def fill(self, pool: ThreadPoolExecutor) -> None:
        """Have as many parts under way as there may be."""
        while len(self._waiting) < AHEAD:
            is_place = len(self._unseen) > 0
            seen = guided(self._linear, self._guide, self.values)
            part = cut(seen, self.values, self._next())
            seed = self._options.seed + self._number
            self._waiting.append(pool.submit(_solve, part, seed, is_place))
            self._number += 1

    def _next(self) -> Numbers:
        """The columns of the next part."""
        if self._unseen:
            return self._landscape.free(self._unseen.popleft(), len(self.values))
        return self._neighbourhoods.choose(self._linear, self.values)

    def _worth(self, values: Numbers) -> tuple[int, float]:
        """The level's value first, then the guide's."""
        potential = self._guide.potential(values) if self._guide else 0.0
        return self._linear.value(values), potential

    def take(self) -> None:
        """Take over the oldest part under way, where it still fits and is no worse."""
        found = self._waiting.popleft().result()
        if not found.is_place:
            self._neighbourhoods.learn(found.is_complete)
        if found.values is None:
            return
        after = self._merged(found)
        is_no_worse = self._worth(after) <= self._worth(self.values)
        if is_no_worse and self._linear.rows.are_kept_by(after):
            self.values = after

    def _merged(self, found: Found) -> Numbers:
        """The present values with what a part has changed since it was cut."""
        assert found.values is not None
        changed = np.flatnonzero(found.values != found.before)
        if np.array_equal(found.before, self.values):
            return found.values
        after = self.values.copy()
        after[changed] = found.values[changed]
        return self._landscape.settled(after, changed)


def _solve(part: Part, seed: int, is_place: bool) -> Found:
    solved = solve_part(part, seed, PLACE_LIMIT if is_place else PART_LIMIT)
    return Found(solved.values, part.before, solved.is_complete, is_place)
