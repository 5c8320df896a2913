"""A model too large for one kernel: a kernel for each district.

The relaxation of the outline sets a price on what districts share: people who work everywhere,
pooled money. At these prices every district is a problem of its own, as large as a group of
schools, whose relaxation tells which pairs matter there (Lagrangian decomposition; Geoffrion,
1974). District by district the plan is improved, each time whole and allowed, at the prices, so
that a district leaves what is worth more to another. Meanwhile the whole is priced, beginning with
these pairs; the plan is then searched where its relaxation does otherwise.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from optimizer.solver.matrix.linear import ROUNDING, LinearModel, Numbers
from optimizer.solver.patience import Patience, begin
from optimizer.solver.search.field import Field
from optimizer.solver.search.kernel_search import KernelSearch
from optimizer.solver.search.pricing import Pricing
from optimizer.solver.search.relaxation import Prices, Relaxed, proven_by, reduced_costs

MOST_PAIRS = 26_000
"""Eligible pairs of a district, about; an area of 25 schools with people of its own has fewer."""
OUTLINE_SHARE = 0.5
"""Part of the time after which the outline is no longer waited for."""
PRICING_SHARE = 0.3
"""Part of what is left then for the relaxations of the districts."""
CLOSE = 0.02
"""How near a bound must be to what its relaxation is worth: only the pairs are wanted."""
PENNIES = 100
"""Objectives with prices are in so many parts of a point, as whole numbers."""
PRESSURE = 1.05
"""What is asked above the price: who gains nothing at the price itself must let go as well."""


@dataclass(frozen=True)
class _District:
    """What is known of a district at the prices: the pairs that matter and the prices of its rows.

    The rows are numbers of rows of the whole.
    """

    pairs: Numbers
    rows: Numbers
    prices: Prices


class Survey:
    """A look at all districts.

    `fill` gives values with what there is still room for; they may break rules or be worse.

    Attributes
    ----------
    bound
        What no plan goes below: proven.
    pairs
        The pairs that matter.
    spent
        Seconds that it has taken; in deterministic mode what its searches took of the limit.
    """

    def __init__(self, field: Field, fill: Callable[[Numbers], Numbers]) -> None:
        self._field = field
        self._fill = fill
        self._patience = Patience(field.options, field.stop, field.tell)
        self.bound = 0
        self.pairs = field.landscape.in_use(field.values)
        self.spent = 0.0

    def draft(self) -> Numbers:
        """Values that are no worse than those at the start; these without an outline in time."""
        sketch, values = self._field.sketch, self._field.values
        assert sketch is not None
        outline = self._patience.wait(sketch.answer, self._patience.left * OUTLINE_SHARE)
        if outline is not None:
            self.bound = max(0, proven_by(sketch.outline, outline.prices))
            values = self._improved(sketch.outline, outline)
        if not self._field.options.deterministic:
            self.spent = self._patience.passed
        return values

    def _improved(self, outline: LinearModel, found: Relaxed) -> Numbers:
        """The values after all rounds over the districts."""
        landscape, model, values = self._field.landscape, self._field.model, self._field.values
        districts = landscape.blocks(np.arange(len(landscape.tasks)), MOST_PAIRS)
        frees = [landscape.free(district, len(values)) for district in districts]
        member = np.full(len(values), -1)
        for number, free in enumerate(frees):
            member[free] = number
        is_shared = ~outline.rows.of_one(member)
        shared, prices = outline.only(is_shared), found.prices[is_shared]
        own = model.only(model.rows.of_one(member))
        known = landscape.in_use(found.columns, above=ROUNDING)
        apart = own.with_objective(_at_prices(shared, prices), 0)
        answers = self._districts(apart, known, districts, frees)
        self.bound = max(self.bound, _proven(own, shared, prices, answers))
        kernels = [answer.pairs for answer in answers]
        self.pairs = np.unique(np.concatenate([self.pairs, *kernels]))
        priced = begin(self._priced)
        pressed = model.with_objective(_at_prices(shared, PRESSURE * prices), 0)
        values = self._filled(self._round(pressed, values, kernels))
        return self._neared(values, priced)

    def _filled(self, values: Numbers) -> Numbers:
        """Values with what there is still room for, when that is better and allowed."""
        if self._field.stop.requested:
            return values
        model, after = self._field.model, self._fill(values)
        is_better = model.value(after) < model.value(values)
        return after if is_better and model.allows(after) else values

    def _districts(
        self, apart: LinearModel, known: Numbers, districts: list[Numbers], frees: list[Numbers]
    ) -> list[_District]:
        """What matters in each district, looked for side by side."""
        seconds = self._patience.left * PRICING_SHARE
        threads = self._field.options.threads
        each = seconds * threads / (len(districts) + threads)
        with ThreadPoolExecutor(threads) as pool:
            asked = [
                pool.submit(self._district, apart, known, district, free, each)
                for district, free in zip(districts, frees, strict=True)
            ]
            return [
                answer for one in asked if (answer := self._patience.wait(one, seconds)) is not None
            ]

    def _district(
        self, apart: LinearModel, known: Numbers, district: Numbers, free: Numbers, seconds: float
    ) -> _District:
        """What matters in a district, beginning with the pairs that are known to."""
        landscape, values = self._field.landscape, self._field.values
        inner, rows = apart.around(values, free)
        pairs = np.intersect1d(district, landscape.owners)
        options = replace(self._field.options, time_limit=seconds, threads=1)
        field = replace(
            self._field,
            model=_from_nothing(inner),
            sketch=None,
            landscape=landscape.within(free),
            values=values[free],
            options=options,
            pairs=np.flatnonzero(np.isin(pairs, known)),
            close=CLOSE,
        )
        pricing = Pricing(field, Patience(options, field.stop, lambda left: None))
        return _District(pairs[pricing.pairs], rows, pricing.prices / PENNIES)

    def _round(self, model: LinearModel, values: Numbers, kernels: list[Numbers]) -> Numbers:
        """The values after every district has been improved at the prices: half of the time."""
        field = self._field
        gap = None if field.gap is None else PENNIES * field.gap
        for number, pairs in enumerate(kernels):
            if field.stop.requested:
                break
            seconds = self._patience.share(number, 2 * len(kernels))
            search = self._search(model, replace(field, gap=gap), seconds)
            values = search.improved(values, pairs)
            self.spent += search.spent
        return values

    def _priced(self) -> Pricing:
        """What matters in the whole, beginning with what matters in the districts."""
        # The search has the other threads.
        options = replace(self._field.options, time_limit=self._patience.left, threads=1)
        field = replace(self._field, sketch=None, options=options, pairs=self.pairs, close=CLOSE)
        return Pricing(field, Patience(options, field.stop, lambda left: None))

    def _neared(self, values: Numbers, priced: Future[Pricing]) -> Numbers:
        """The values after a search where the relaxation does otherwise: all that is left."""
        field = self._field
        pricing = self._patience.wait(priced, self._patience.left)
        if pricing is None:
            return values
        self.bound, self.pairs = max(self.bound, pricing.bound), pricing.pairs
        search = self._search(field.model, field, self._patience.share(1, 2))
        values = search.neared(values, lambda: pricing.guess, lambda: pricing.guess)
        self.spent += search.spent
        return values

    def _search(self, model: LinearModel, field: Field, seconds: float) -> KernelSearch:
        """A search of so many seconds."""
        options = replace(field.options, time_limit=seconds)
        patience = Patience(options, field.stop, lambda _: field.tell(self._patience.left))
        return KernelSearch(model, replace(field, options=options), patience)


def _at_prices(shared: LinearModel, prices: Prices) -> Numbers:
    """What columns cost, in pennies, when what districts share has a price."""
    return np.rint(PENNIES * reduced_costs(shared, prices)).astype(np.int64)


def _proven(
    own: LinearModel, shared: LinearModel, prices: Prices, districts: list[_District]
) -> int:
    """What the prices of shared rows prove together with those of each district's own rows."""
    of_own = np.zeros(len(own.rows.lower))
    for district in districts:
        of_own[district.rows] = district.prices
    return proven_by(own.with_rows(shared.rows), np.concatenate([of_own, prices]))


def _from_nothing(linear: LinearModel) -> LinearModel:
    """The model with an objective that no values take below 0."""
    ends = np.minimum(linear.cost * linear.lower, linear.cost * linear.upper)
    return replace(linear, offset=-int(ends.sum()))
