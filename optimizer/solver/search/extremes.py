"""Even loads from both ends: more for whoever has least.

The distance between the most and the least loaded is a poor goal for a solver: few plans are better
and nothing points to them. One end is a good one: all the hours that the least loaded person can
get. When that has been found, the next is the least loaded.
"""

from dataclasses import replace

import numpy as np

from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.patience import Patience
from optimizer.solver.search.field import WHOLE, Field
from optimizer.solver.search.guides import LoadGuide
from optimizer.solver.search.kernel_search import KernelSearch
from optimizer.solver.search.pricing import Pricing

SHARE = 0.6
"""Part of the time that is left for one person."""


class Extremes:
    """A search for even loads on a field whose model has the distance as its objective.

    Attributes
    ----------
    values
        The best so far.
    """

    def __init__(self, field: Field, loads: LoadGuide) -> None:
        self._field = field
        self._loads = loads
        self._patience = Patience(field.options, field.stop, field.tell)
        self.values = field.values

    def search(self) -> None:
        """Give the least loaded what she can get, as long as that helps and there is time."""
        while self._patience.left > 0 and not self._field.stop.requested:
            before = self._worth
            field = self._looking_for(missing(self._field.model, self._loads, self.values))
            patience = Patience(field.options, field.stop, field.tell)
            pricing = Pricing(field, patience)
            # Soon searched, so with the pairs that mattered before as well.
            pairs = np.union1d(pricing.pairs, [] if field.pairs is None else field.pairs)
            search = KernelSearch(field.model, field, patience)
            self.values = search.improved(self.values, pairs.astype(np.int64))
            if self._worth >= before:
                return

    @property
    def _worth(self) -> int:
        return self._field.model.value(self.values)

    def _looking_for(self, model: LinearModel) -> Field:
        """The field with another goal, from here, for part of the time that is left."""
        left = self._patience.left
        options = replace(self._field.options, time_limit=left * SHARE)

        def tell(seconds: float) -> None:
            self._field.tell(seconds + left * (1 - SHARE))

        return replace(
            self._field, model=model, values=self.values, options=options, tell=tell, gap=WHOLE
        )


def missing(model: LinearModel, loads: LoadGuide, values: Numbers) -> LinearModel:
    """The grains that the least loaded could work more, of plans that are no worse."""
    person = loads.least(values)
    cost = np.zeros(len(values), dtype=np.int64)
    cost[loads.columns[person]] = -1
    return model.held(model.value(values)).with_objective(cost, loads.capacities[person])
