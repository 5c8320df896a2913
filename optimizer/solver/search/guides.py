"""What tells two plans apart that are worth the same on a level: which way to go from here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from optimizer.solver.matrix.linear import LinearModel, Numbers

OVER_GUIDE = 1000
"""What one point of the level is worth in points of its guide."""
STEEPNESS = 50.0
"""Per mille of load over which a person's pull on the fairness guide doubles."""
MOST_PULL = 100
"""Cost of a grain of whoever is furthest from the others."""


class Guide(Protocol):
    """A second goal of the search, after the level's own value."""

    def cost(self, values: Numbers) -> Numbers:
        """What a unit of every column costs, seen from some values."""

    def potential(self, values: Numbers) -> float:
        """What values are worth; less is better."""


def guided(model: LinearModel, guide: Guide | None, values: Numbers) -> LinearModel:
    """The model with the guide below its objective, seen from some values."""
    if guide is None:
        return model
    return model.with_objective(OVER_GUIDE * model.cost + guide.cost(values), 0)


@dataclass(frozen=True)
class LevelGuide:
    """Later levels: what a level has no need of must not be spoilt for them."""

    objective: Numbers

    def cost(self, values: Numbers) -> Numbers:
        """The weighted sum of those levels, whatever the values."""
        return self.objective

    def potential(self, values: Numbers) -> float:
        """That sum, but for a constant."""
        return float(self.objective @ values)


@dataclass(frozen=True)
class LoadGuide:
    """Even loads: the range counts only the extremes, this pulls on everyone who is far off.

    `columns[i]` hold the grains of a person with `capacities[i]` grains in all.
    """

    columns: Sequence[Numbers]
    capacities: Sequence[int]

    def least(self, values: Numbers) -> int:
        """The number of the least loaded person."""
        return int(np.argmin(self._loads(values)))

    def _loads(self, values: Numbers) -> NDArray[np.float64]:
        """What everyone has, in per mille of capacity."""
        pairs = zip(self.columns, self.capacities, strict=True)
        return np.array([1000.0 * values[own].sum() / capacity for own, capacity in pairs])

    def _pulls(self, values: Numbers) -> NDArray[np.float64]:
        loads = self._loads(values)
        middle = (loads.min() + loads.max()) / 2
        pulls: NDArray[np.float64] = np.sinh(np.log(2) * (loads - middle) / STEEPNESS)
        return pulls

    def cost(self, values: Numbers) -> Numbers:
        """Positive for grains of people above the middle, negative for those below."""
        pulls = self._pulls(values) / np.array(self.capacities)
        scaled = np.rint(pulls * (MOST_PULL / max(1e-9, np.abs(pulls).max()))).astype(np.int64)
        cost = np.zeros(len(values), dtype=np.int64)
        for own, pull in zip(self.columns, scaled.tolist(), strict=True):
            cost[own] += pull
        return cost

    def potential(self, values: Numbers) -> float:
        """The sum of all pulls, whichever way."""
        return float(np.abs(self._pulls(values)).sum())
