"""Even loads from both ends: more for whoever has least, and what neither end can do better.

The distance between the most and the least loaded is a poor goal for a solver: few plans are better
and nothing points to them. One end is a good one: all the hours that the least loaded person can
get. When that has been found, the next is the least loaded. What she can get at most and what the
most loaded has at least bound the distance, in whole per mille.
"""

from dataclasses import replace

import numpy as np

from optimizer.cpsat.field import HIGHS, WHOLE, Field
from optimizer.cpsat.guides import LoadGuide
from optimizer.cpsat.kernel_search import KernelSearch
from optimizer.cpsat.linear import FREE, LinearModel, Rows
from optimizer.cpsat.mip import Limits, solve_mip
from optimizer.cpsat.objectives.fairness import PER_MILLE
from optimizer.cpsat.patience import Patience
from optimizer.cpsat.pricing import Pricing

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
        self._most = int(np.argmax(field.model.cost))
        self._top = self._estimate = 0
        self._apart: Pricing | None = None
        self.values = field.values

    def search(self) -> None:
        """Give the least loaded what she can get, as long as that helps and there is time."""
        while self._patience.left > 0 and not self._field.stop.requested:
            before, field = self._worth, self._looking_for(self._missing())
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

    def _missing(self) -> LinearModel:
        """The grains that the least loaded could work more, of plans that are no worse."""
        person = self._loads.least(self.values)
        cost = np.zeros(len(self.values), dtype=np.int64)
        cost[self._loads.columns[person]] = -1
        held = self._field.model.held(self._worth)
        return held.with_objective(cost, self._loads.capacities[person])

    def _looking_for(self, model: LinearModel) -> Field:
        """The field with another goal, from here, for part of the time that is left."""
        left = self._patience.left
        options = replace(self._field.options, time_limit=left * SHARE)

        def tell(seconds: float) -> None:
            self._field.tell(seconds + left * (1 - SHARE))

        return replace(
            self._field, model=model, values=self.values, options=options, tell=tell, gap=WHOLE
        )

    def estimate(self, seconds: float | None) -> int:
        """What the distance is at least, from the relaxation.

        This, `count` and `prove` are meant to go on beside other searches, in that order.
        """
        # One thread: the search has the others.
        limit = self._field.options.time_limit if seconds is None else seconds
        options = replace(self._field.options, time_limit=limit, threads=1)
        field = replace(self._field, values=self.values, options=options, tell=lambda left: None)
        self._top = self._least_top(field)
        self._apart = _priced(field, self._missing())
        self._estimate = self._distance(self._apart.bound)
        return self._estimate

    def count(self, seconds: float | None) -> int:
        """The same from whole numbers in each place; it takes its share of the estimate's time."""
        if self._apart is not None and self._worth > self._estimate:
            counted = self._apart.count().result()
            self._estimate = max(self._estimate, self._distance(counted))
        return self._estimate

    def prove(self, seconds: float | None) -> int:
        """The same from a MIP solver on the whole; it takes long, so not without a clock."""
        if seconds is None or self._worth <= self._estimate:
            return self._estimate
        limits = Limits(seconds, WHOLE, self._field.options.seed)
        return self._distance(solve_mip(self._missing(), HIGHS, self.values, limits)[1])

    def _least_top(self, field: Field) -> int:
        """What the most loaded has at least, in per mille: what it is now, or what is proven."""
        top = int(self.values[self._most])
        cost = np.zeros(len(self.values), dtype=np.int64)
        cost[self._most] = 1
        model = self._field.model.with_objective(cost, 0)
        if _priced(field, _with_steps(model, self._loads, self._most, top)).bound >= top:
            return top
        return _priced(field, model).bound

    def _distance(self, missing: int) -> int:
        """The distance, when the least loaded misses at least so many grains.

        That is not believed when she misses less.
        """
        person = self._loads.least(self.values)
        capacity = self._loads.capacities[person]
        misses = capacity - int(self.values[self._loads.columns[person]].sum())
        if missing > misses:
            return 0
        return max(0, self._top - PER_MILLE * (capacity - missing) // capacity)


def _priced(field: Field, model: LinearModel) -> Pricing:
    """What the relaxation of a model proves, whose columns are those of the field."""
    seen = replace(field, model=model)
    return Pricing(seen, Patience(seen.options, seen.stop, seen.tell))


def _with_steps(linear: LinearModel, loads: LoadGuide, most: int, top: int) -> LinearModel:
    """The model of the plans in which the most loaded has no more than `top` per mille.

    One per mille less leaves most people a whole grain less. That has to be a row: as a part of
    their hours it is next to nothing.
    """
    capacities = np.array(loads.capacities, dtype=np.int64)
    below = (top - 1) * capacities // PER_MILLE
    step = top * capacities // PER_MILLE - below
    lengths = [len(own) + 1 for own in loads.columns]
    rows = Rows(
        starts=np.concatenate([[0], np.cumsum(lengths)]),
        columns=np.concatenate([np.append(own, most) for own in loads.columns]),
        factors=np.concatenate(
            [
                np.append(np.ones(len(own), dtype=np.int64), -factor)
                for own, factor in zip(loads.columns, step, strict=True)
            ]
        ),
        lower=np.full(len(lengths), -FREE),
        upper=below - step * (top - 1),
    )
    lower, upper = linear.lower.copy(), linear.upper.copy()
    lower[most], upper[most] = max(0, top - 1), top
    return replace(linear, lower=lower, upper=upper, rows=linear.rows.followed_by(rows))
