"""A relaxation with cutting planes: what it does, whole numbers can nearly do.

Without them half a person visits half a school: of 22 schools the relaxed coverage is 6 745, where
whole numbers come to 7 032, and a plan that follows it to 7 134. With a few hundred cuts that
branch and cut finds at its root it is 6 995 (cutting planes: Gomory, 1958; flow covers: Padberg,
Van Roy & Wolsey, 1985).
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from optimizer.run.clock import Clock
from optimizer.solver.matrix.cuts import Cuts, cuts_of
from optimizer.solver.matrix.linear import LinearModel, Numbers, Reals
from optimizer.solver.matrix.linear_program import LinearProgram
from optimizer.solver.matrix.pairs import Pairs

MOST_ENTRIES = 130_000
"""Non-zeros that cuts are looked for in: of 22 schools 116 000 take seven seconds, in which HiGHS
does not always look at the clock. Of 40 schools there are twice as many."""


class Tightened:
    """Relaxations with some pairs only, and with cuts.

    The cuts are found once: those of all leading levels together are good for each. What is better
    on an earlier level may break one, and so may a pair that they do not know: a relaxation with
    cuts shows where to search, and proves nothing.
    """

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self._cuts: Cuts | None = None
        self._has_looked = False
        self._program: LinearProgram | None = None
        self._free: Numbers = np.zeros(0, dtype=np.int64)

    def relax(
        self, model: LinearModel, values: Numbers, kernels: Sequence[Numbers], clock: Clock
    ) -> Reals | None:
        """Every column of the relaxation of a model; `None` without cuts, or without time.

        `kernels` are its pairs, and fewer of them, for cuts where these are too many.
        """
        free, *fewer = (self._pairs.free(pairs) for pairs in kernels)
        if not self._has_looked:
            self._cuts = _found(model, values, [free, *fewer], clock)
            self._has_looked = True
        if self._cuts is None:
            return None
        places = np.full(len(values), -1)
        places[free] = np.arange(len(free))
        self._program, self._free = LinearProgram(_part(model, values, free)), free
        self._program.add(self._cuts.at(places))
        return self.sketch(model, values, clock)

    def sketch(self, model: LinearModel, values: Numbers, clock: Clock) -> Reals | None:
        """The same for another objective, from where the last one ended."""
        if self._program is None:
            return None
        found = self._program.minimise(model.cost[self._free], clock)
        if found is None:
            return None
        columns = values.astype(float)
        columns[self._free] = found.columns
        return columns


def _found(
    model: LinearModel, values: Numbers, kernels: Sequence[Numbers], clock: Clock
) -> Cuts | None:
    """The cuts, of columns of the whole, with the first columns that are not too many."""
    for free in kernels:
        part = _part(model, values, free)
        if len(part.rows.columns) <= MOST_ENTRIES:
            cuts = cuts_of(part, values[free], clock)
            return None if cuts is None else replace(cuts, columns=free[cuts.columns])
    return None


def _part(model: LinearModel, values: Numbers, free: Numbers) -> LinearModel:
    return model.around(values, free)[0].without_idle_rows()
