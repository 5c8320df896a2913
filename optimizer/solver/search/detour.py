"""Better values by way of some that exceed what is held.

What an earlier level is held to ties everything down: next to nothing can be changed without
changing a lot at once, and a MIP solver finds no such change for a long time. When it may exceed
that at a price, it comes near the relaxation within seconds. Between what it then finds and the
values at hand there are others that exceed nothing: there only the columns are free in which the
two differ (path relinking; Glover, Laguna & Martí, 2000).
"""

from dataclasses import dataclass
from math import ceil

import numpy as np

from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.search.block_search import BlockSearch, otherwise
from optimizer.solver.search.field import WHOLE
from optimizer.solver.search.relaxation import Prices

OVERPRICE = 2.0
"""What exceeding costs, in prices of the relaxation: below one of these it would pay."""
SHARES = (0.15, 0.3, 0.55)
"""Parts of the time: for near and for further values that may exceed what is held, and back."""
ROUGH, ENOUGH, AT_LAST = 0.02, 0.002, 0.005
"""What need not be gained at each of these, as a part of what the values are worth."""
NEARER = 3
"""How many times less values count at first, where a relaxation is drawn to those at hand."""
MOST = 3000
"""Columns in which the relaxation may differ from values. Beyond, a MIP solver takes long to find
anything, and the relaxation is drawn to the values."""


@dataclass(frozen=True)
class Detour:
    """A way to better values, in a block of which one row may be exceeded meanwhile.

    Where a relaxation is drawn to values, what they are worth counts so many `times` as much as
    that it differs from them.
    """

    search: BlockSearch
    seconds: float
    seed: int
    times: int

    def taken(self, block: LinearModel, row: int, values: Numbers) -> Numbers:
        """Values that keep every rule and are no worse."""
        relaxation = self.search.relaxation(block, self.seconds)
        if relaxation is None:
            return values
        price = max(1, ceil(OVERPRICE * abs(relaxation.prices[row])))
        loosened = block.loosened(row, price)
        guess, away = np.append(relaxation.columns, 0), np.append(values, 0)
        near, far, back = (share * self.seconds for share in SHARES)
        first = self._drawn(loosened, away, guess, self.times // NEARER)
        away = self._best(loosened, away, first, near, ROUGH)
        away = self._best(
            loosened, away, self._drawn(loosened, away, guess, self.times), far, ENOUGH
        )
        return self._back(block, values, away[:-1], back)

    def _drawn(self, loosened: LinearModel, values: Numbers, guess: Prices, times: int) -> Numbers:
        """The columns in which the relaxation does otherwise, drawn to the values where it must."""
        if len(otherwise(guess, values)) > MOST:
            drawn = loosened.drawn_to(values, times)
            relaxation = self.search.relaxation(drawn, self.seconds)
            guess = guess if relaxation is None else relaxation.columns
        return np.union1d(otherwise(guess, values), [len(values) - 1])

    def _back(self, block: LinearModel, values: Numbers, away: Numbers, seconds: float) -> Numbers:
        """The best of what lies between."""
        is_better = block.value(away) < block.value(values) and block.allows(away)
        start, apart = away if is_better else values, np.flatnonzero(away != values)
        return self._best(block, start, apart, seconds, AT_LAST)

    def _best(
        self, model: LinearModel, values: Numbers, free: Numbers, seconds: float, enough: float
    ) -> Numbers:
        """The values with the best found for some columns; as they are when none are found."""
        gap = max(WHOLE, enough * abs(model.value(values)))
        found = self.search.among(model, values, free, seconds, self.seed, gap)
        return values if found is None else found
