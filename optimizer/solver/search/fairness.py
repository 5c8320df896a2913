"""Even loads as two one-sided problems: more for the least loaded, less for the most loaded.

The distance between the two is a poor goal for a solver: few plans are better and nothing points to
them. Each end by itself is a good one.
"""

from dataclasses import dataclass

import numpy as np

from optimizer.solver.matrix.linear import LinearModel
from optimizer.solver.model.objectives.fairness import PER_MILLE


@dataclass(frozen=True)
class Ends:
    """The two problems: what the least loaded misses, and what the most loaded has, per mille."""

    least: LinearModel
    most: LinearModel

    @classmethod
    def of(cls, model: LinearModel, value: int) -> "Ends":
        """Of a model that minimises the distance; neither may make that more than `value`."""
        kept = model.held(value)
        return cls(
            least=kept.with_objective(np.minimum(model.cost, 0), PER_MILLE),
            most=kept.with_objective(np.maximum(model.cost, 0), 0),
        )

    @staticmethod
    def distance(missing: int, most: int) -> int:
        """The distance, from what the two are worth."""
        return missing + most - PER_MILLE
