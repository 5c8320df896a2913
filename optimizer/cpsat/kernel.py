"""The kernel of a large model: the pairs that the relaxation would use.

Of the thousands of pairs of a task and a person, a good plan uses some hundreds. Column generation
finds which (Gilmore & Gomory, 1961): the relaxation is solved with some pairs only, its prices tell
which others would pay, these come in, until none does. The prices then prove the bound of the
whole. A solver looks for the best plan in the kernel of the pairs that were used (Angelelli,
Mansini & Speranza, 2010).
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import numpy as np
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from models.settings import Level
from optimizer.cpsat.guides import Guide, guided
from optimizer.cpsat.kernel_search import KernelSearch
from optimizer.cpsat.landscape import Landscape
from optimizer.cpsat.linear import ROUNDING, LinearModel, Numbers
from optimizer.cpsat.patience import Patience, begin
from optimizer.cpsat.relaxation import (
    STEPS_PER_SECOND,
    Relaxed,
    proven_by,
    reduced_costs,
    relax,
    solver_of_outline,
)
from optimizer.solve_options import SolveOptions
from optimizer.stop import Stop

KERNEL_LEVELS = (Level.CORE, Level.BALANCE, Level.COVERAGE, Level.CONTINUITY)
"""Levels for which a kernel helps, however large; for fairness every pair counts alike."""
ROUNDS = 8
"""Times that pairs may come in."""
PRICING_SHARE = 0.6
"""Part of the time after which no other pairs come in."""
MOST_NEW = 500
"""Pairs that may come in at a time; as many as there are already, when that is more."""
FEW = 10
"""Of the pairs that still pay at the end, how many are taken into the kernel."""
HIGHS = mathopt.SolverType.HIGHS
CLOSE = 0.0002
"""So near, no round adds anything to speak of."""


class Sketch:
    """The relaxation of an outline, solved in the background from now on.

    An outline is a relaxation of a model, on the same columns, that is solved in less time; with
    `is_whole` it is the model itself, whose relaxation knows the price of every pair.
    """

    def __init__(
        self, outline: LinearModel, options: SolveOptions, *, is_whole: bool = False
    ) -> None:
        self.outline = outline
        self.is_whole = is_whole
        solver = HIGHS if is_whole else solver_of_outline(outline)
        self.answer = begin(lambda: _relaxed(outline, options, options.time_limit, solver))


def _relaxed(
    linear: LinearModel, options: SolveOptions, seconds: float, solver: mathopt.SolverType = HIGHS
) -> Relaxed | None:
    """A relaxation within so many seconds or, in deterministic mode, so many steps."""
    if options.deterministic:
        return relax(linear, None, int(options.time_limit * STEPS_PER_SECOND), solver)
    return relax(linear, seconds, None, solver)


@dataclass(frozen=True)
class Field:
    """What is searched, from where and for how long; `tell` gets the seconds left now and then.

    It begins with the pairs in use and those of the sketch; without a sketch, with `pairs`. `close`
    is how near its bound is to what a relaxation is worth, as a part of that, when no other pairs
    come in; `gap` is what need not be gained. A kernel may be `raced`: how long a MIP solver takes
    is a matter of luck, so every thread lets it try in its own way.
    """

    model: LinearModel
    sketch: Sketch | None
    landscape: Landscape
    values: Numbers
    options: SolveOptions
    stop: Stop
    tell: Callable[[float], None]
    guide: Guide | None = None
    pairs: Numbers | None = None
    close: float = CLOSE
    gap: float | None = None
    raced: bool = False

    @property
    def runs(self) -> int:
        """How many runs side by side a search has; one in deterministic mode, which counts work."""
        return self.options.threads if self.raced and not self.options.deterministic else 1


class Kernel:
    """The pairs that matter for one level, or for some at once.

    Attributes
    ----------
    pairs
        Those pairs.
    bound
        What no plan goes below: proven.
    prices
        Those of the rows of the model that prove it; 0 when the sketch does.
    target
        What no plan in the kernel goes below, as far as the solver says.
    """

    def __init__(self, field: Field) -> None:
        self._field = field
        self._patience = Patience(field.options, field.stop, field.tell)
        self._size = len(field.values)
        self.pairs = field.landscape.in_use(field.values)
        self._guess = field.values.astype(float)
        seen = guided(field.model, field.guide, field.values)
        self._search = KernelSearch(
            seen, field.landscape, field.options, self._patience, field.gap, field.runs
        )
        self.bound = self.target = 0
        self.prices = np.zeros(len(field.model.rows.lower))
        self._is_blind = not self._open()
        is_priced = field.sketch is not None and field.sketch.is_whole
        if not self._is_blind and not is_priced:
            self._price()

    @property
    def spent(self) -> float:
        """Seconds that it has taken; in deterministic mode what its search took of the limit."""
        is_counted = self._field.options.deterministic
        return self._search.spent if is_counted else self._patience.passed

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
        in_use, known = self._field.landscape.in_use(self._field.values), self.pairs
        self._add(self._field.landscape.any_of_others(self.pairs))
        for _ in range(ROUNDS):
            found = self._priced()
            if found is None:
                break
            self._learn(found, self._proven(found))
            new = self._paying(found)
            known = np.unique(np.concatenate([in_use, self._used(found), new[:FEW]]))
            is_close = self.target - self.bound <= self._field.close * self.target
            if not len(new) or is_close or self._is_late:
                break
            self._add(new)
        self.pairs = known

    def _proven(self, found: Relaxed) -> int:
        """What the prices of the model's rows prove; the best are kept."""
        proven = proven_by(self._field.model, found.prices)
        if proven > self.bound:
            self.prices = found.prices
        return proven

    def _learn(self, found: Relaxed, proven: int) -> None:
        """What a relaxation proves, is worth, and would do."""
        self.bound = max(self.bound, proven)
        self.target = max(self.bound, ceil(found.value - ROUNDING))
        self._guess = found.columns

    def _add(self, pairs: Numbers) -> None:
        self.pairs = np.union1d(self.pairs, pairs)

    def _used(self, found: Relaxed) -> Numbers:
        return self._field.landscape.in_use(found.columns, above=ROUNDING)

    @property
    def _is_late(self) -> bool:
        return self._patience.left < (1 - PRICING_SHARE) * self._field.options.time_limit

    def _priced(self) -> Relaxed | None:
        """The relaxation with the present pairs, as an answer for the whole."""
        field, free = self._field, self._free()
        inner, rows = field.model.around(field.values, free)
        seconds = self._patience.left * PRICING_SHARE
        answer = begin(lambda: _relaxed(inner, field.options, seconds))
        found = self._patience.wait(answer, seconds)
        if found is None:
            return None
        columns, prices = field.values.astype(float), np.zeros(len(field.model.rows.lower))
        columns[free], prices[rows] = found.columns, found.prices
        value = field.model.offset + float(field.model.cost @ columns)
        return Relaxed(value, columns, prices)

    def _paying(self, found: Relaxed) -> Numbers:
        """The pairs outside that would pay at these prices, those that gain most."""
        gains = -self._field.landscape.least(reduced_costs(self._field.model, found.prices))
        gains[self.pairs] = 0.0
        best = np.argsort(-gains, kind="stable")[: max(MOST_NEW, len(self.pairs))]
        return best[gains[best] > ROUNDING]

    def _free(self) -> Numbers:
        return self._field.landscape.free(self.pairs, self._size)

    def best(self) -> Numbers:
        """The best values found in the kernel; those at the start when none are better."""
        if not self._has_to_search:
            return self._field.values
        return self._search.improved(self._field.values, self.pairs)

    def draft(self) -> Numbers:
        """Values near what the relaxation would do; a large kernel's may ask for too much."""
        values = self._field.values
        if not self._has_to_search:
            return values
        return self._search.drafted(values, self._guess, self.pairs)

    @property
    def _has_to_search(self) -> bool:
        """Not without a relaxation in time: nothing is known then but the pairs in use."""
        model, values = self._field.model, self._field.values
        is_proven = model.value(values) <= self.bound and model.allows(values)
        return not (self._is_blind or is_proven)
