"""Branch and cut on the whole, with another search beside it on a core of its own.

Which is quicker hangs on the machine, and the plan must not. So both are counted in work, and what
the other one finds counts as far as it took no more work than branch and cut used.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import inf

from optimizer.run.clock import Clock
from optimizer.run.stop import Until
from optimizer.solver.matrix.branch_and_cut import Found, branch_and_cut, whole_bound
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.search.lns import OnBetter

Find = Callable[[Clock, OnBetter], None]
"""A search by a clock that tells what it finds."""


@dataclass(frozen=True)
class Searched:
    """What the search of a level came to: values that are no worse, and what is proven so far."""

    values: Numbers
    bound: int


class _Other:
    """The search beside, and what it found after how much work."""

    def __init__(self, clock: Clock) -> None:
        self._end = inf
        self._clock = clock.apart(Until(clock.stop, lambda: self._clock.used >= self._end))
        self._found: list[tuple[float, Numbers]] = []

    def search(self, find: Find) -> None:
        """Search until the clock or somebody ends it."""
        find(self._clock, lambda better: self._found.append((self._clock.used, better)))

    def end_at(self, used: float) -> None:
        """Nothing counts that is found after so much work."""
        self._end = used

    def best(self) -> list[Numbers]:
        """The last that counts, if there is any."""
        return [values for used, values in self._found if used <= self._end][-1:]


def raced(model: LinearModel, values: Numbers, find: Find | None, limits: Limits) -> Searched:
    """The best of branch and cut and of a search beside it, and what is proven.

    Both begin with values that keep every rule. What branch and cut proves to be the best is the
    answer, and the other search is ended; perhaps there is none.
    """
    other = _Other(limits.clock)
    with ThreadPoolExecutor(1) as pool:
        beside = pool.submit(other.search, find) if find else None
        counted = 0.0
        try:
            began = limits.clock.used
            whole = branch_and_cut(model, values, limits)
            counted = _counted(model, whole, limits.clock, began)
        finally:
            other.end_at(counted)
    if beside is not None:
        beside.result()
    found = [values, *other.best(), *([] if whole.values is None else [whole.values])]
    return Searched(min(found, key=model.value), whole_bound(whole.bound))


def _counted(model: LinearModel, whole: Found, clock: Clock, began: float) -> float:
    """How much work of the other search counts."""
    if whole.values is not None and model.value(whole.values) <= whole_bound(whole.bound):
        return 0.0
    # Ended by seconds or by somebody it depends on the machine anyway.
    return inf if clock.has_braked or clock.stop.requested else clock.used - began
