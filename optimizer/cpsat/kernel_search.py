"""The best plan among the pairs of a kernel: at once, or in blocks of places one by one.

A MIP solver manages some thousand pairs. Of more, every block gets the pairs of some places, and of
the hours and the money what the relaxation would spend there.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from optimizer.cpsat.field import HIGHS, Field
from optimizer.cpsat.linear import ROUNDING, LinearModel, Numbers
from optimizer.cpsat.mip import Limits, solve_mip
from optimizer.cpsat.parameters import DETERMINISTIC_PER_SECOND
from optimizer.cpsat.part import cut, narrowed, solve_part
from optimizer.cpsat.patience import Patience, begin

MOST_PAIRS = 1500
"""Pairs that are searched at once; more are cut into blocks."""
MOST_NEAR = 10_000
"""The same where the relaxation does otherwise: it is nearly a plan there."""
FIRST_SHARE = 0.3
"""Part of the time for the places one by one, before all of them are searched at once."""
Amounts = NDArray[np.float64]


class KernelSearch:
    """A search of a model on a field in the time that is left, from a guide or a price apart.

    It goes on until no more than the field's gap is to be gained, and takes the best of its runs
    side by side, each with a seed of its own.

    A MIP solver cannot be stopped after a fixed amount of work, so in deterministic mode CP-SAT
    takes its place.

    Attributes
    ----------
    spent
        In deterministic mode, what it took of the limit.
    """

    def __init__(self, model: LinearModel, field: Field, patience: Patience) -> None:
        self._model = model
        self._field = field
        self._options = field.options
        self._landscape = field.landscape
        self._patience = patience
        self.spent = 0.0

    def improved(self, values: Numbers, pairs: Numbers) -> Numbers:
        """Values that keep every rule and are no worse, with other values for these pairs."""
        return self._after(values, self._turns(pairs, MOST_PAIRS), self._field.runs)

    def neared(self, values: Numbers, guess: Callable[[], Amounts]) -> Numbers:
        """The same for the pairs with other hours than guessed: by place, then all at once.

        A place by itself is soon done, and what it gives is certain. Meanwhile the guess may get
        better.
        """
        turns = self._turns(self._moves(values, guess()), 1, FIRST_SHARE)
        values = self._after(values, turns, 1)
        # Seconds pass by themselves; what is counted in deterministic mode does not.
        rest = 1 - FIRST_SHARE if self._options.deterministic else 1.0
        turns = self._turns(self._moves(values, guess()), MOST_NEAR, rest)
        return self._after(values, turns, self._field.runs)

    def _moves(self, values: Numbers, guess: Amounts) -> Numbers:
        return self._landscape.in_use(np.abs(guess - values), above=ROUNDING)

    def _after(self, values: Numbers, turns: Iterable[tuple[Numbers, float]], runs: int) -> Numbers:
        """The values after each turn has been taken, as far as that helps and is allowed."""
        for free, seconds in turns:
            found = self._answer(values, values[free], free, seconds, runs)
            after = values if found is None else self._with(values, free, found)
            if self._model.value(after) < self._model.value(values) and self._model.allows(after):
                values = after
        return values

    def drafted(self, values: Numbers, guess: Amounts, pairs: Numbers) -> Numbers:
        """Values with others for these pairs; each block finds the later ones doing `guess`.

        They keep every rule when every block has an answer.
        """
        state = guess.copy()
        for free, seconds in self._turns(pairs, MOST_PAIRS):
            found = self._answer(state, values[free], free, seconds, self._field.runs)
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
        self, state: Numbers | Amounts, values: Numbers, free: Numbers, seconds: float, runs: int
    ) -> Numbers | None:
        """The best values of a block while all else does as in a state; `None` without any."""
        block, _ = self._model.around(state, free)
        seeds = range(self._options.seed, self._options.seed + runs)
        asked = [begin(partial(self._solved, block, values, seconds, seed)) for seed in seeds]
        answers = [self._patience.wait(answer, seconds) for answer in asked]
        return min((each for each in answers if each is not None), key=block.value, default=None)

    def _solved(
        self, block: LinearModel, values: Numbers, seconds: float, seed: int
    ) -> Numbers | None:
        """The best values of a block, seen from some that may break its rules."""
        free = np.arange(len(values))
        inner = narrowed(block, values, free)
        if np.any(inner.lower > inner.upper):
            return None
        if self._options.deterministic:
            part = cut(block, values, free)
            solved = solve_part(part, seed, seconds * DETERMINISTIC_PER_SECOND)
            self.spent += solved.spent / DETERMINISTIC_PER_SECOND
            return solved.values
        slim = inner.without(np.flatnonzero(inner.lower == inner.upper))
        limits = Limits(seconds, self._field.gap, seed, for_values=True)
        hint = values if inner.allows(values) else None
        return solve_mip(slim, HIGHS, hint, limits)[0]
