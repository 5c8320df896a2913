"""Which pairs of a large model matter, and what no plan goes below: column generation.

The relaxation is solved with some pairs only. At its prices of what places share, each place is
asked apart which others pay; these come in, until none does (Gilmore & Gomory, 1961; by place:
Dantzig & Wolfe, 1960). The prices then prove the bound of the whole.
"""

from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property, partial
from math import ceil

import numpy as np

from optimizer.solver.matrix.linear import ROUNDING, Numbers, Rows
from optimizer.solver.matrix.mip import Limits, least_value
from optimizer.solver.patience import Patience, begin
from optimizer.solver.search.field import Field, relaxed
from optimizer.solver.search.places import Counted, Places
from optimizer.solver.search.relaxation import Relaxed, proven_by, solver_of_all_rules

ROUNDS = 8
"""Times that pairs may come in."""
PRICING_SHARE = 0.6
"""Part of the time after which no other pairs come in."""
COUNTING_SHARE = 0.5
"""Part of the time that is left for a bound with whole numbers in each place."""


class Pricing:
    """The pairs that a relaxation would use, and what its prices prove.

    `learnt` gets it after every relaxation: what is known by then may be used meanwhile.

    Attributes
    ----------
    pairs
        Those pairs and those in use; only these as long as nothing is known.
    guess
        What the relaxation would do, for every column; the values at the start without one.
    bound
        What no plan goes below: proven.
    target
        What the relaxation of these pairs is worth.
    prices
        Those of the rows of the model that prove most; 0 as long as none are known.
    ended
        Done when no other pairs come in.
    is_blind
        Whether there is a sketch that did not come in time.
    """

    def __init__(
        self,
        field: Field,
        patience: Patience,
        learnt: Callable[["Pricing"], None] = lambda pricing: None,
    ) -> None:
        self._field = field
        self._patience = patience
        self._learnt = learnt
        self.pairs = field.landscape.in_use(field.values)
        self.guess = field.values.astype(float)
        self.bound = self.target = 0
        self.prices = np.zeros(len(field.model.rows.lower))
        self.ended: Future[None] = Future()
        self._counted: Future[int] | None = None
        self._by_place: Counted | None = None
        self.is_blind = False
        try:
            self._run()
        except BaseException as failure:  # handed to whoever waits for the end
            self.ended.set_exception(failure)
            raise
        self.ended.set_result(None)

    def _run(self) -> None:
        """Find the first pairs and, unless a sketch of the whole has priced all, the others."""
        self.is_blind = not self._open()
        if not (self.is_blind or self._is_priced):
            self._price()

    @property
    def _is_priced(self) -> bool:
        """Whether the sketch knows the price of every pair."""
        sketch = self._field.sketch
        return sketch is not None and sketch.is_whole

    @cached_property
    def _places(self) -> Places:
        field = self._field
        return Places(field.model, field.landscape, field.options.threads)

    def _open(self) -> bool:
        """Take the pairs to begin with, and the bound of the sketch; whether there are any."""
        sketch, patience = self._field.sketch, self._patience
        if sketch is None:
            self._add(self._field.pairs if self._field.pairs is not None else self.pairs)
            return True
        found = patience.wait(sketch.answer, patience.left * PRICING_SHARE)
        if found is not None:
            self._learn(found, proven_by(sketch.outline, found.prices))
            self._add(self._used(found))
        return found is not None

    def _price(self) -> None:
        """Have pairs come in until none pays, or there is nothing left to prove."""
        in_use, known, most = self._field.landscape.in_use(self._field.values), self.pairs, 0
        self._add(self._field.landscape.any_of_others(self.pairs))
        for _ in range(ROUNDS):
            found = self._together()
            apart = None if found is None else self._apart(found)
            if found is None or apart is None:
                break
            proven = proven_by(self._field.model, apart.prices)
            if proven > most:
                most, self.prices = proven, apart.prices
            self._learn(found, proven)
            new = np.setdiff1d(self._used(apart), self.pairs)
            known = np.union1d(in_use, self._used(found))
            is_close = self.target - self.bound <= self._field.close * self.target
            if not len(new) or is_close or self._is_late:
                break
            self._add(new)
        self.pairs = known

    def _learn(self, found: Relaxed, proven: int) -> None:
        """What a relaxation proves, is worth, and would do."""
        self.bound = max(self.bound, proven)
        self.target = max(self.bound, ceil(found.value - ROUNDING))
        self.guess = found.columns
        self._learnt(self)

    def _add(self, pairs: Numbers) -> None:
        self.pairs = np.union1d(self.pairs, pairs)

    def _used(self, found: Relaxed) -> Numbers:
        return self._field.landscape.in_use(found.columns, above=ROUNDING)

    @property
    def _is_late(self) -> bool:
        return self._patience.left < (1 - PRICING_SHARE) * self._field.options.time_limit

    def _together(self) -> Relaxed | None:
        """The relaxation with the present pairs, as an answer for the whole."""
        field, free = self._field, self._free()
        inner, rows = field.model.around(field.values, free)
        seconds = self._patience.left * PRICING_SHARE
        solver = solver_of_all_rules(inner)
        answer = begin(lambda: relaxed(inner, field.options, seconds, solver))
        found = self._patience.wait(answer, seconds)
        if found is None:
            return None
        columns, prices = field.values.astype(float), np.zeros(len(field.model.rows.lower))
        columns[free], prices[rows] = found.columns, found.prices
        value = field.model.offset + float(field.model.cost @ columns)
        return Relaxed(value, columns, prices)

    def _free(self) -> Numbers:
        return self._field.landscape.free(self.pairs, len(self._field.values))

    def _apart(self, found: Relaxed) -> Relaxed | None:
        """Every place apart, at the prices of what they share."""
        seconds = self._patience.left
        each = partial(relaxed, options=self._field.options, seconds=seconds)
        answer = begin(lambda: self._places.relaxed(found.prices, each))
        return self._patience.wait(answer, seconds)

    def count(self) -> Future[int]:
        """The bound with whole numbers in each place: on its way once all is priced.

        It is as right as the MIP solver; 0 when places have not been priced.
        """
        if self._counted is None:
            self._counted = begin(self._count)
        return self._counted

    def _count(self) -> int:
        self.ended.result()
        if self.is_blind or self._is_priced:
            return 0
        is_clocked = not self._field.options.deterministic
        seconds = self._patience.left * COUNTING_SHARE if is_clocked else None
        self._by_place = self._places.counted(self.prices, seconds)
        return self._by_place.bound

    def exceeds(self, most: int, rows: Rows, seconds: float | None) -> bool:
        """Whether no plan that keeps these rows as well is worth `most` or less.

        That is asked of the places at the prices, when these have been counted; `False` means that
        it is not known. See `Counted.exceeds`.
        """
        return self._by_place is not None and self._by_place.exceeds(most, rows, seconds)

    def exceeds_on_whole(self, most: int, rows: Rows, seconds: float) -> bool:
        """The same, asked of a MIP solver and all places at once."""
        model = self._field.model.held(most).with_rows(rows)
        return least_value(model, Limits(seconds)) > most + ROUNDING
