"""What the linear relaxation of a level would do, what its prices prove, and the pairs it uses.

Of one block it is solved as a whole. Of a group it is solved with some pairs only; at its prices of
what schools share, each school is asked apart which others pay, and these come in until none does
(column generation: Gilmore & Gomory, 1961; by school: Dantzig & Wolfe, 1960).
"""

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from optimizer.run.clock import Clock
from optimizer.solver.matrix.linear import ROUNDING, LinearModel, Numbers, Reals
from optimizer.solver.matrix.linear_program import LinearProgram, Relaxed
from optimizer.solver.matrix.pairs import Pairs
from optimizer.solver.search.blocks import Blocks
from optimizer.solver.search.duality import proven_by
from optimizer.solver.search.tightened import Tightened

CLOSE = 0.02
"""How near the bound must be to the value of the relaxation, as a part of it: that takes two or
three rounds, and the last bit as many more, each longer than all before it."""


@dataclass(frozen=True)
class Relaxation:
    """A relaxation: the value of every column, the price of every row, and what they prove.

    `pairs` are those that it uses.
    """

    columns: Reals
    prices: Reals
    bound: int
    pairs: Numbers

    def doing(self, columns: Reals, pairs: Pairs) -> "Relaxation":
        """One that proves the same and does something else."""
        return replace(self, columns=columns, pairs=pairs.in_use(columns, above=ROUNDING))

    def bounded(self, known: int) -> "Relaxation":
        """One that proves what is proven elsewhere, if that is more."""
        return replace(self, bound=max(self.bound, known))


class Relaxer(Protocol):
    """A way to relax the models of one instance, level after level."""

    def relax(self, model: LinearModel, values: Numbers, clock: Clock) -> Relaxation | None:
        """Relax a model, seen from some values; `None` when the clock ended it."""

    def sketch(self, model: LinearModel, values: Numbers, clock: Clock) -> Reals | None:
        """What a relaxation would do, near some values: a column each, that proves nothing."""


class OneBlock:
    """The relaxation of the whole, each time from where the last one ended."""

    def __init__(self, table: LinearModel, pairs: Pairs) -> None:
        self._program = LinearProgram(table)
        self._pairs = pairs
        self._num_rows = len(table.rows.lower)

    def relax(self, model: LinearModel, values: Numbers, clock: Clock) -> Relaxation | None:
        """Relax a model that has the rows of the last one, and perhaps more."""
        rows = model.rows
        for row in range(self._num_rows, len(rows.lower)):
            entries = slice(rows.starts[row], rows.starts[row + 1])
            self._program.hold(rows.columns[entries], rows.factors[entries], int(rows.upper[row]))
        self._num_rows = len(rows.lower)
        found = self._program.minimise(model.cost, clock)
        return None if found is None else _relaxation(model, found, found.prices, self._pairs)

    def sketch(self, model: LinearModel, values: Numbers, clock: Clock) -> Reals | None:
        """The relaxation itself."""
        found = self.relax(model, values, clock)
        return None if found is None else found.columns


class BySchool:
    """Column generation: some pairs, and others as long as they pay in their school.

    What proves the bound is that; what is shown to do has cutting planes as well.
    """

    def __init__(self, blocks: Blocks, pairs: Pairs) -> None:
        self._blocks = blocks
        self._pairs = pairs
        self._tightened = Tightened(pairs)
        self._known = np.zeros(0, dtype=np.int64)

    def relax(self, model: LinearModel, values: Numbers, clock: Clock) -> Relaxation | None:
        """Relax a model, beginning with the pairs in use and those of the last one."""
        first = self._first(values)
        others = self._pairs.any_of_others(first)
        pairs, best = np.union1d(first, others), None
        while not clock.is_over:
            found = self._together(model, values, pairs, clock)
            if found is None:
                break
            apart = self._blocks.relaxed(model, found.prices, clock)
            after = _relaxation(model, found, apart.prices, self._pairs)
            if best is None or after.bound >= best.bound:
                best = after
            target = model.offset + float(model.cost @ found.columns)
            new = np.setdiff1d(self._pairs.in_use(apart.columns, above=ROUNDING), pairs)
            is_close = target - after.bound <= CLOSE * abs(target)
            # The next round takes as long as all before it.
            if not len(new) or is_close or clock.used > clock.left:
                break
            pairs = np.union1d(pairs, new)
        if best is None:
            return None
        self._known = best.pairs
        used = np.union1d(self._pairs.in_use(values), best.pairs)
        paying = np.union1d(np.setdiff1d(pairs, others), used)
        columns = self._tightened.relax(model, values, [paying, used], clock)
        return best if columns is None else best.doing(columns, self._pairs)

    def sketch(self, model: LinearModel, values: Numbers, clock: Clock) -> Reals | None:
        """The relaxation with the pairs and the cuts of the last one, or without cuts."""
        columns = self._tightened.sketch(model, values, clock)
        if columns is not None:
            return columns
        first = self._first(values)
        pairs = np.union1d(first, self._pairs.any_of_others(first))
        found = self._together(model, values, pairs, clock)
        return None if found is None else found.columns

    def _first(self, values: Numbers) -> Numbers:
        """The pairs in use, and those of the last relaxation."""
        return np.union1d(self._pairs.in_use(values), self._known)

    def _together(
        self, model: LinearModel, values: Numbers, pairs: Numbers, clock: Clock
    ) -> Relaxed | None:
        """The relaxation with some pairs, as an answer for the whole."""
        free = self._pairs.free(pairs)
        inner, rows = model.around(values, free)
        found = LinearProgram(inner).minimise(inner.cost, clock)
        if found is None:
            return None
        columns, prices = values.astype(float), np.zeros(len(model.rows.lower))
        columns[free], prices[rows] = found.columns, found.prices
        return Relaxed(columns, prices)


def _relaxation(model: LinearModel, found: Relaxed, prices: Reals, pairs: Pairs) -> Relaxation:
    bound = max(0, proven_by(model, prices))
    return Relaxation(found.columns, prices, bound, pairs.in_use(found.columns, above=ROUNDING))
