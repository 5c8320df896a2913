"""The best plan among the pairs of a kernel: at once, or in blocks of places one by one.

A MIP solver manages some thousand pairs. Of more, every block gets the pairs of some places, and of
the hours and the money what the relaxation would spend there.
"""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from optimizer.solver.matrix.linear import ROUNDING, LinearModel, Numbers
from optimizer.solver.patience import Patience
from optimizer.solver.search.block_search import BlockSearch
from optimizer.solver.search.detour import Detour
from optimizer.solver.search.field import Field

MOST_PAIRS = 1500
"""Pairs that are searched at once; more are cut into blocks."""
MOST_NEAR = 10_000
"""The same where the relaxation does otherwise: it is nearly a plan there."""
FIRST_SHARE = 0.3
"""Part of the time for the places one by one, before all of them are searched at once."""
DETOURS = (0.9, 1.0)
"""Parts of what is left for searches of all of them by way of values that exceed what is held."""
FIRST_TIMES, MORE_TIMES = 10, 3
"""What values are worth counts so many times as much as that a relaxation differs from those at
hand, on the first detour; and so many times more on every other."""
Amounts = NDArray[np.float64]


class KernelSearch:
    """A search of a model on a field in the time that is left, from a guide or a price apart.

    It goes on until no more than the field's gap is to be gained.
    """

    def __init__(self, model: LinearModel, field: Field, patience: Patience) -> None:
        self._model = model
        self._field = field
        self._options = field.options
        self._landscape = field.landscape
        self._patience = patience
        self._blocks = BlockSearch(field.options, patience)

    @property
    def spent(self) -> float:
        """In deterministic mode, what it took of the limit."""
        return self._blocks.spent

    def improved(self, values: Numbers, pairs: Numbers) -> Numbers:
        """Values that keep every rule and are no worse, with other values for these pairs."""
        return self._after(values, self._turns(pairs, MOST_PAIRS))

    def polished(self, values: Numbers, pairs: Numbers) -> Numbers:
        """The same from values that are nearly the best: in one block, however many pairs."""
        free = self._landscape.free(pairs, len(values))
        block, _ = self._model.around(values, free)
        left, field = self._patience.left, self._field
        found = self._blocks.polished(block, values[free], left, field.options.seed, field.gap)
        return values if found is None else self._accepted(values, free, found)

    def neared(
        self, values: Numbers, guess: Callable[[], Amounts], known: Callable[[], Amounts]
    ) -> Numbers:
        """The same for the pairs with other hours than guessed: by place, then all at once.

        A place by itself is soon done, and what it gives is certain. Meanwhile the guess may get
        better: all at once is worth waiting for what is `known` in the end.
        """
        values = self._after(values, self._turns(self._moves(values, guess()), 1, FIRST_SHARE))
        # Seconds pass by themselves; what is counted in deterministic mode does not.
        rest = 1 - FIRST_SHARE if self._options.deterministic else 1.0
        if self._field.loose is not None:
            return self._detoured(values, known, self._field.loose, rest)
        return self._after(values, self._turns(self._moves(values, known()), MOST_NEAR, rest))

    def _detoured(
        self, values: Numbers, known: Callable[[], Amounts], loose: int, rest: float
    ) -> Numbers:
        """Values no worse, for all of those pairs, by ways on which a row may be exceeded."""
        for turn, share in enumerate(DETOURS):
            free = self._landscape.free(self._moves(values, known()), len(values))
            block, rows = self._model.around(values, free)
            row = int(np.searchsorted(rows, loose))
            if row == len(rows) or rows[row] != loose:
                return values
            part = rest / len(DETOURS) if self._options.deterministic else share
            detour = Detour(
                self._blocks,
                part * self._patience.left,
                self._options.seed + turn,
                FIRST_TIMES * MORE_TIMES**turn,
            )
            values = self._accepted(values, free, detour.taken(block, row, values[free]))
        return values

    def _moves(self, values: Numbers, guess: Amounts) -> Numbers:
        return self._landscape.in_use(np.abs(guess - values), above=ROUNDING)

    def _after(self, values: Numbers, turns: Iterable[tuple[Numbers, float]]) -> Numbers:
        """The values after each turn has been taken, as far as that helps and is allowed."""
        for free, seconds in turns:
            found = self._answer(values, values[free], free, seconds)
            values = values if found is None else self._accepted(values, free, found)
        return values

    def _accepted(self, values: Numbers, free: Numbers, found: Numbers) -> Numbers:
        """The values with others for some columns, when that helps and is allowed."""
        after = self._with(values, free, found)
        is_better = self._model.value(after) < self._model.value(values)
        return after if is_better and self._model.allows(after) else values

    def drafted(self, values: Numbers, guess: Amounts, pairs: Numbers) -> Numbers:
        """Values with others for these pairs; each block finds the later ones doing `guess`.

        They keep every rule when every block has an answer.
        """
        state = guess.copy()
        for free, seconds in self._turns(pairs, MOST_PAIRS):
            found = self._answer(state, values[free], free, seconds)
            if found is not None:
                values = self._with(values, free, found)
            state[free] = values[free]
        return values

    def _with(self, values: Numbers, free: Numbers, found: Numbers) -> Numbers:
        after = values.copy()
        after[free] = found
        return self._landscape.settled(after, free)

    def _turns(
        self, pairs: Numbers, most: int, share: float = 1.0
    ) -> Iterator[tuple[Numbers, float]]:
        """The columns of each block, and the seconds for it: together a share of what is left."""
        blocks = self._landscape.blocks(pairs, most)
        for number, block in enumerate(blocks):
            seconds = share * self._patience.share(number, len(blocks))
            yield self._landscape.free(block, len(self._field.values)), seconds

    def _answer(
        self, state: Numbers | Amounts, values: Numbers, free: Numbers, seconds: float
    ) -> Numbers | None:
        """The best values of a block while all else does as in a state; `None` without any."""
        block, _ = self._model.around(state, free)
        return self._blocks.focused(block, values, seconds, self._options.seed, self._field.gap)
