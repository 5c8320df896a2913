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

from optimizer.cpsat.block_search import BlockSearch, otherwise
from optimizer.cpsat.field import WHOLE
from optimizer.cpsat.linear import LinearModel, Numbers

OVERPRICE = 2.0
"""What exceeding costs, in prices of the relaxation: below one of these it would pay."""
AWAY_SHARE = 0.6
"""Part of the time to find values that may exceed what is held; the rest is for the way back."""
ENOUGH = 0.002
"""What need not be gained on the way back, as a part of what the values are worth."""


@dataclass(frozen=True)
class Detour:
    """A way to better values, in a block of which one row may be exceeded meanwhile."""

    search: BlockSearch
    seconds: float
    seed: int

    def taken(self, block: LinearModel, row: int, values: Numbers) -> Numbers:
        """Values that keep every rule and are no worse."""
        relaxation = self.search.relaxation(block, self.seconds)
        if relaxation is None:
            return values
        free = otherwise(relaxation.columns, values)
        price = max(1, ceil(OVERPRICE * abs(relaxation.prices[row])))
        away = self._away(block.loosened(row, price), values, free)
        return self._back(block, values, away)

    def _away(self, loosened: LinearModel, values: Numbers, free: Numbers) -> Numbers:
        """Values that may exceed the row: only where the relaxation does otherwise, they differ."""
        before = np.append(values, 0)
        found = self._best(loosened, before, np.append(free, len(values)), AWAY_SHARE, WHOLE)
        return found[:-1]

    def _back(self, block: LinearModel, values: Numbers, away: Numbers) -> Numbers:
        """The best of what lies between."""
        is_better = block.value(away) < block.value(values) and block.allows(away)
        start, apart = away if is_better else values, np.flatnonzero(away != values)
        gap = max(WHOLE, ENOUGH * abs(block.value(start)))
        return self._best(block, start, apart, 1 - AWAY_SHARE, gap)

    def _best(
        self, model: LinearModel, values: Numbers, free: Numbers, share: float, gap: float
    ) -> Numbers:
        """The values with the best found for some columns; as they are when none are found."""
        seconds = share * self.seconds
        found = self.search.among(model, values, free, seconds, self.seed, gap)
        return values if found is None else found
