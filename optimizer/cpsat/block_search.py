"""The best values of some thousand columns, by a MIP solver that begins with the values at hand.

It is quick where the relaxation does otherwise than those values: what both agree on mostly stays
as it is in better values as well (relaxation induced neighbourhood; Danna, Rothberg & Le Pape,
2005). So that is where a block can be searched first.

A MIP solver cannot be stopped after a fixed amount of work, so in deterministic mode CP-SAT takes
its place.
"""

import numpy as np

from optimizer.cpsat.field import HIGHS, relaxed
from optimizer.cpsat.linear import ROUNDING, LinearModel, Numbers
from optimizer.cpsat.mip import Limits, solve_mip
from optimizer.cpsat.parameters import DETERMINISTIC_PER_SECOND
from optimizer.cpsat.part import cut, narrowed, solve_part
from optimizer.cpsat.patience import Patience, begin
from optimizer.cpsat.relaxation import Prices, Relaxed
from optimizer.solve_options import SolveOptions

FEW = 2000
"""Columns that are soon searched all at once."""
NEAR_SHARE = 0.5
"""Part of the time for where the relaxation does otherwise, before all columns are searched."""


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
        """The best found in so many seconds, first where the relaxation does otherwise.

        What that gives is mostly near the best: all columns are then searched as long again.
        """
        if len(values) <= FEW:
            return self.best(block, values, seconds, seed, gap)
        before = self._patience.left
        near = self._near(block, values, seconds, seed, gap)
        if self._options.deterministic:
            left = (1 - NEAR_SHARE) * seconds
        else:
            passed = before - self._patience.left
            left = seconds - passed if near is None else min(passed, seconds - passed)
        answers = [near, self.best(block, values if near is None else near, left, seed, gap)]
        return min((each for each in answers if each is not None), key=block.value, default=None)

    def _near(
        self, block: LinearModel, values: Numbers, seconds: float, seed: int, gap: float | None
    ) -> Numbers | None:
        """The best where the relaxation does otherwise than the values."""
        relaxation = self.relaxation(block, seconds)
        if relaxation is None:
            return None
        free = otherwise(relaxation.columns, values)
        return self.among(block, values, free, NEAR_SHARE * seconds, seed, gap)

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
