"""The best values of some thousand columns, by a MIP solver that begins with the values at hand.

It is quick where the relaxation does otherwise than those values: what both agree on mostly stays
as it is in better values as well (relaxation induced neighbourhood; Danna, Rothberg & Le Pape,
2005). So that is where a large block is searched, roughly and then to the point.

A MIP solver cannot be stopped after a fixed amount of work, so in deterministic mode CP-SAT takes
its place.
"""

from collections.abc import Iterator

import numpy as np

from optimizer.run.solve_options import SolveOptions
from optimizer.solver.matrix.linear import ROUNDING, LinearModel, Numbers
from optimizer.solver.matrix.mip import Limits, solve_mip
from optimizer.solver.matrix.part import cut, narrowed, solve_part
from optimizer.solver.parameters import DETERMINISTIC_PER_SECOND
from optimizer.solver.patience import Patience, begin
from optimizer.solver.search.field import HIGHS, relaxed
from optimizer.solver.search.relaxation import Prices, Relaxed

FEW = 2000
"""Columns that are soon searched all at once."""
ROUGH = 15
"""How many times the gap is left open at first: the last bit takes longest, and takes less time
where less is left that differs."""
FIRST_SHARE = 0.5
"""Part of the time for where the relaxation does otherwise than the first values."""


class BlockSearch:
    """Searches blocks in the time of a patience.

    Every search is seen from some values, which may break rules, and goes on until no more than a
    gap is to be gained.

    Attributes
    ----------
    spent
        In deterministic mode, what it took of the limit.
    """

    def __init__(self, options: SolveOptions, patience: Patience) -> None:
        self._options = options
        self._patience = patience
        self.spent = 0.0

    def focused(
        self, block: LinearModel, values: Numbers, seconds: float, seed: int, gap: float | None
    ) -> Numbers | None:
        """The best found in so many seconds where the relaxation does otherwise.

        What is found has more in common with the relaxation than the values had: so where that
        still does otherwise is searched again, as long as it helps.
        """
        if len(values) <= FEW:
            return self.best(block, values, seconds, seed, gap)
        limits = self._limits(seconds)
        limit = next(limits)
        relaxation = self.relaxation(block, limit)
        found = None
        if relaxation is not None:
            first = None if gap is None else ROUGH * gap
            found = self._near(block, values, relaxation, limit, seed, first)
        if found is None or relaxation is None:
            return self.best(block, values, limit, seed, gap)
        while (after := self._near(block, found, relaxation, next(limits), seed, gap)) is not None:
            if block.value(after) >= block.value(found):
                break
            found = after
        return found

    def polished(
        self, block: LinearModel, values: Numbers, seconds: float, seed: int, gap: float | None
    ) -> Numbers | None:
        """The same from good values: to the point at once."""
        relaxation = self.relaxation(block, seconds)
        if relaxation is None:
            return None
        return self._near(block, values, relaxation, seconds, seed, gap)

    def _limits(self, seconds: float) -> Iterator[float]:
        """Half of the time, then each time as long as all before took."""
        before = self._patience.left
        yield FIRST_SHARE * seconds
        while True:
            if self._options.deterministic:
                seconds *= 1 - FIRST_SHARE
                yield FIRST_SHARE * seconds
            else:
                passed = before - self._patience.left
                yield min(passed, seconds - passed)

    def _near(
        self,
        block: LinearModel,
        values: Numbers,
        relaxation: Relaxed,
        seconds: float,
        seed: int,
        gap: float | None,
    ) -> Numbers | None:
        """The best where the relaxation does otherwise than the values."""
        return self.among(block, values, otherwise(relaxation.columns, values), seconds, seed, gap)

    def relaxation(self, block: LinearModel, seconds: float) -> Relaxed | None:
        """The relaxation of a block, when it comes in time."""
        answer = begin(lambda: relaxed(block, self._options, seconds))
        return self._patience.wait(answer, seconds)

    def among(
        self,
        block: LinearModel,
        values: Numbers,
        free: Numbers,
        seconds: float,
        seed: int,
        gap: float | None,
    ) -> Numbers | None:
        """The best found with other values for some columns only; `None` without any."""
        if not len(free):
            return values
        inner, _ = block.around(values, free)
        found = self.best(inner, values[free], seconds, seed, gap)
        if found is None:
            return None
        after = values.copy()
        after[free] = found
        return after

    def best(
        self, block: LinearModel, values: Numbers, seconds: float, seed: int, gap: float | None
    ) -> Numbers | None:
        """The best values found in so many seconds; `None` without any."""
        seconds = min(seconds, self._patience.left)
        if seconds <= 0:
            return None
        answer = begin(lambda: self._solved(block, values, seconds, seed, gap))
        return self._patience.wait(answer, seconds)

    def _solved(
        self, block: LinearModel, values: Numbers, seconds: float, seed: int, gap: float | None
    ) -> Numbers | None:
        """What the solver of this mode finds."""
        free = np.arange(len(values))
        inner = narrowed(block, values, free)
        if np.any(inner.lower > inner.upper):
            return None
        if self._options.deterministic:
            limit = seconds * DETERMINISTIC_PER_SECOND
            solved = solve_part(cut(block, values, free), seed, limit)
            self.spent += solved.spent / DETERMINISTIC_PER_SECOND
            return solved.values
        slim = inner.without(np.flatnonzero(inner.lower == inner.upper))
        hint = values if inner.allows(values) else None
        return solve_mip(slim, HIGHS, hint, Limits(seconds, gap, seed, for_values=True))[0]


def otherwise(relaxation: Prices, values: Numbers) -> Numbers:
    """The columns to which a relaxation gives something else."""
    return np.flatnonzero(np.abs(relaxation - values) > ROUNDING)
