"""How even loads can be at most: what neither end can do better.

What the least loaded person can get at most and what the most loaded has at least bound the
distance, in whole per mille.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from optimizer.solver.matrix.linear import FREE, LinearModel, Numbers, Rows
from optimizer.solver.model.objectives.fairness import PER_MILLE
from optimizer.solver.patience import Patience
from optimizer.solver.search.extremes import missing
from optimizer.solver.search.field import Field
from optimizer.solver.search.guides import LoadGuide
from optimizer.solver.search.pricing import Pricing

PLACE_SECONDS = 2.0
"""How long one place is thought about when plans are ruled out."""
RulesOut = Callable[[Rows, float | None], bool]
"""Whether it is known that no plan keeps these rows; with how long to think about one place."""
RulesOutOnWhole = Callable[[Rows, float], bool]
"""The same, with how long to think about the whole."""


class EvenProof:
    """What the distance between the most and the least loaded is at least.

    The field has the distance as its objective, and its values are a plan. `rules_out` and
    `rules_out_on_whole` say which plans cannot be worth what earlier levels are held to.

    Its methods are meant to go on beside other searches, each for what those before it leave open.
    """

    def __init__(
        self,
        field: Field,
        loads: LoadGuide,
        rules_out: RulesOut,
        rules_out_on_whole: RulesOutOnWhole,
    ) -> None:
        self._field = field
        self._loads = loads
        self._rules_out = rules_out
        self._rules_out_on_whole = rules_out_on_whole
        self._worth = field.model.value(field.values)
        self._most = int(np.argmax(field.model.cost))
        least = loads.least(field.values)
        self._own, self._capacity = loads.columns[least], loads.capacities[least]
        self._misses = self._capacity - int(field.values[self._own].sum())
        self._top = self._estimate = 0
        self._apart: Pricing | None = None
        self._is_asked = False

    def rule_out(self, seconds: float | None) -> int:
        """What the distance is at least, from what is ruled out: a matter of seconds."""
        each = None if seconds is None else min(seconds, PLACE_SECONDS)
        if not self._rules_out(_at_most(self._loads, self._present_top - 1), each):
            return 0
        self._top = self._present_top
        for fewer in range(self._misses - 1, -1, -1):
            if self._rules_out(_at_least(self._own, self._capacity - fewer), each):
                self._estimate = self._distance(fewer + 1)
                break
        return self._estimate

    def estimate(self, seconds: float | None) -> int:
        """The same from the relaxation, where nothing was ruled out."""
        if self._estimate:
            return self._estimate
        # One thread: the search has the others.
        limit = self._field.options.time_limit if seconds is None else seconds
        options = replace(self._field.options, time_limit=limit, threads=1)
        field = replace(self._field, options=options, tell=lambda left: None)
        self._top = self._top or self._least_top(field)
        self._apart = _priced(field, missing(field.model, self._loads, field.values))
        self._estimate = self._distance(self._apart.bound)
        return self._estimate

    def count(self, seconds: float | None) -> int:
        """The same from whole numbers in each place; it takes its share of the estimate's time."""
        if self._apart is not None and self._worth > self._estimate:
            counted = self._apart.count().result()
            self._estimate = max(self._estimate, self._distance(counted))
        return self._estimate

    def prove(self, seconds: float | None) -> int:
        """The same, when all places at once rule out that everyone has more than the least now.

        It takes long: so not without a clock, not twice, and not as long as the most loaded may
        have less.
        """
        is_open = self._top == self._present_top and self._worth > self._estimate
        if seconds is not None and is_open and not self._is_asked:
            self._is_asked = True
            if self._rules_out_on_whole(self._more_even, seconds):
                self._estimate = self._distance(self._misses)
        return self._estimate

    @property
    def _more_even(self) -> Rows:
        """Everyone has more than the least loaded has now, in whole per mille."""
        least = PER_MILLE * (self._capacity - self._misses) // self._capacity
        capacities = np.array(self._loads.capacities, dtype=np.int64)
        lower = -(-(least + 1) * capacities // PER_MILLE)
        return _between(self._loads.columns, lower, np.full(len(lower), FREE))

    @property
    def _present_top(self) -> int:
        """What the most loaded has now, in per mille."""
        return int(self._field.values[self._most])

    def _least_top(self, field: Field) -> int:
        """What the most loaded has at least, in per mille: what it is now, or what is proven."""
        top, cost = self._present_top, np.zeros(len(field.values), dtype=np.int64)
        cost[self._most] = 1
        model = self._field.model.with_objective(cost, 0)
        if _priced(field, _with_steps(model, self._loads, self._most, top)).bound >= top:
            return top
        return _priced(field, model).bound

    def _distance(self, missing: int) -> int:
        """The distance, when the least loaded misses at least so many grains.

        That is not believed when she misses less.
        """
        if missing > self._misses:
            return 0
        return max(0, self._top - PER_MILLE * (self._capacity - missing) // self._capacity)


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
    rows = Rows.of(
        [np.append(own, most) for own in loads.columns],
        [
            np.append(np.ones_like(own), -factor)
            for own, factor in zip(loads.columns, step, strict=True)
        ],
        lower=np.full(len(capacities), -FREE),
        upper=below - step * (top - 1),
    )
    lower, upper = linear.lower.copy(), linear.upper.copy()
    lower[most], upper[most] = max(0, top - 1), top
    return replace(linear, lower=lower, upper=upper).with_rows(rows)


def _at_most(loads: LoadGuide, per_mille: int) -> Rows:
    """Nobody has more than this part of her hours."""
    capacities = np.array(loads.capacities, dtype=np.int64)
    upper = per_mille * capacities // PER_MILLE
    return _between(loads.columns, np.full(len(upper), -FREE), upper)


def _at_least(columns: Numbers, grains: int) -> Rows:
    """Someone has so many grains or more."""
    return _between([columns], np.array([grains]), np.array([FREE]))


def _between(columns: Sequence[Numbers], lower: Numbers, upper: Numbers) -> Rows:
    """Each of some people, of whom these columns hold the grains, has so many."""
    return Rows.of(columns, [np.ones_like(own) for own in columns], lower, upper)
