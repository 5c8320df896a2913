"""Kernel search: the whole plan at once, but only with the pairs that the relaxation would use.

Of the thousands of pairs of a task and a person, a good plan uses some hundreds. Column generation
finds which (Gilmore & Gomory, 1961): the relaxation is solved with some pairs only, its prices tell
which others would pay, these come in, until none does. The prices then prove the bound of the
whole. A MIP solver looks for the best plan in the kernel of the pairs that were used (Angelelli,
Mansini & Speranza, 2010).
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

import numpy as np
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from models.settings import Level
from optimizer.cpsat.landscape import Landscape
from optimizer.cpsat.linear import LinearModel, Numbers
from optimizer.cpsat.mip import solve_mip
from optimizer.cpsat.parameters import DETERMINISTIC_PER_SECOND
from optimizer.cpsat.part import cut, narrowed, solve_part
from optimizer.cpsat.patience import begin, wait_for
from optimizer.cpsat.relaxation import STEPS_PER_SECOND, Relaxed, proven_by, reduced_costs, relax
from optimizer.solve_options import SolveOptions
from optimizer.stop import Stop

KERNEL_LEVELS = (Level.CORE, Level.BALANCE, Level.COVERAGE, Level.CONTINUITY)
"""Levels for which a kernel helps, however large; for fairness every pair counts alike."""
ROUNDS = 8
"""Times that pairs may come in."""
PATIENCE = 2
"""Rounds that may bring nothing."""
PRICING_SHARE = 0.6
"""Part of the time after which no other pairs come in."""
MOST_NEW = 500
"""Pairs that may come in at a time; as many as there are already, when that is more."""
FEW = 10
"""So few pairs are taken into the kernel without another round."""
EPSILON = 1e-6
"""What a column must gain by coming in, or be worth to be used."""
OVERTIME = 1.0
"""Seconds that a solver is waited for beyond its limit."""
T = TypeVar("T")


class Sketch:
    """The relaxation of an outline, solved in the background from now on.

    An outline is a relaxation of a model, on the same columns, that is solved in no time.
    """

    def __init__(self, outline: LinearModel, options: SolveOptions) -> None:
        self.outline = outline
        self.answer = begin(lambda: _relaxed(outline, options, options.time_limit))


def _relaxed(linear: LinearModel, options: SolveOptions, seconds: float) -> Relaxed | None:
    """A relaxation within so many seconds or, in deterministic mode, so many steps."""
    if options.deterministic:
        return relax(linear, None, int(options.time_limit * STEPS_PER_SECOND))
    return relax(linear, seconds)


@dataclass(frozen=True)
class Field:
    """What is searched, from where and for how long; `tell` gets the seconds left now and then."""

    model: LinearModel
    sketch: Sketch
    landscape: Landscape
    values: Numbers
    options: SolveOptions
    stop: Stop
    tell: Callable[[float], None]


class Kernel:
    """The pairs that matter for one level.

    Attributes
    ----------
    bound
        What no plan goes below: proven.
    target
        What no plan in the kernel goes below, as far as the solver says.
    """

    def __init__(self, field: Field) -> None:
        self._field = field
        self._began = time.monotonic()
        self._size = len(field.values)
        self._pairs = field.landscape.in_use(field.values)
        self.bound = self.target = 0
        self._spent = 0.0
        self._is_blind = not self._sketch()
        if not self._is_blind and field.sketch.outline is not field.model:
            self._price()  # otherwise all pairs have been priced, or there is nothing to begin with

    @property
    def _left(self) -> float:
        """Seconds that are left; in deterministic mode none pass."""
        limit = self._field.options.time_limit
        if self._field.options.deterministic:
            return limit
        return max(0.0, limit - (time.monotonic() - self._began))

    @property
    def spent(self) -> float:
        """Seconds that it has taken; in deterministic mode what its search took of the limit."""
        passed = time.monotonic() - self._began
        return self._spent if self._field.options.deterministic else passed

    def _sketch(self) -> bool:
        """Begin with the pairs that the outline uses, and with its bound; whether there are any."""
        sketch = self._field.sketch
        found = self._wait(sketch.answer, self._left * PRICING_SHARE)
        if found is not None:
            self.bound = max(self.bound, proven_by(sketch.outline, found.prices))
            self.target = max(self.bound, ceil(found.value - EPSILON))
            self._add(self._used(found))
        return found is not None

    def _price(self) -> None:
        """Have pairs come in until none pays, or nothing is gained any more."""
        values: list[float] = []
        for _ in range(ROUNDS):
            found = self._priced()
            if found is None:
                return
            self.bound = max(self.bound, proven_by(self._field.model, found.prices))
            new, used = self._paying(found), self._used(found)
            values.append(found.value)
            self.target = max(self.bound, ceil(found.value - EPSILON))
            if len(new) < FEW or self._is_late or _has_stalled(values):
                break
            self._add(new)
        self._pairs = self._field.landscape.in_use(self._field.values)
        self._add(used)
        self._add(new[:FEW])

    def _add(self, pairs: Numbers) -> None:
        self._pairs = np.union1d(self._pairs, pairs)

    def _used(self, found: Relaxed) -> Numbers:
        return self._field.landscape.in_use(found.columns, above=EPSILON)

    @property
    def _is_late(self) -> bool:
        return self._left < (1 - PRICING_SHARE) * self._field.options.time_limit

    def _priced(self) -> Relaxed | None:
        """The relaxation with the present pairs, as an answer for the whole."""
        field, free = self._field, self._free()
        inner, rows = field.model.around(field.values, free)
        seconds = self._left * PRICING_SHARE
        found = self._wait(begin(lambda: _relaxed(inner, field.options, seconds)), seconds)
        if found is None:
            return None
        columns, prices = field.values.astype(float), np.zeros(len(field.model.rows.lower))
        columns[free], prices[rows] = found.columns, found.prices
        value = field.model.offset + float(field.model.cost @ columns)
        return Relaxed(value, columns, prices)

    def _paying(self, found: Relaxed) -> Numbers:
        """The pairs outside that would pay at these prices, those that gain most."""
        gains = -self._field.landscape.least(reduced_costs(self._field.model, found.prices))
        gains[self._pairs] = 0.0
        best = np.argsort(-gains, kind="stable")[: max(MOST_NEW, len(self._pairs))]
        return best[gains[best] > EPSILON]

    def _free(self) -> Numbers:
        return self._field.landscape.free(self._pairs, self._size)

    def _wait(self, answer: Future[T], seconds: float) -> T | None:
        field = self._field
        limit = None if field.options.deterministic else seconds + OVERTIME
        return wait_for(answer, field.stop, limit, lambda: field.tell(self._left))

    def best(self) -> Numbers:
        """The best values that were found in the kernel; those at the start when none are better.

        Without a relaxation in time nothing is known but the pairs in use: then there is no search.

        A MIP solver cannot be stopped after a fixed amount of work, so in deterministic mode CP-SAT
        takes its place.
        """
        field = self._field
        if self._is_blind or field.model.value(field.values) <= self.bound:
            return field.values
        solve = self._by_cp_sat if field.options.deterministic else self._by_mip
        found = self._wait(begin(solve), self._left)
        if found is None or not field.model.allows(found):
            return field.values
        return min(field.values, found, key=field.model.value)

    def _by_mip(self) -> Numbers | None:
        field, free = self._field, self._free()
        inner = narrowed(field.model, field.values, free)
        slim = inner.without(np.flatnonzero(inner.lower == inner.upper))
        found, _ = solve_mip(slim, mathopt.SolverType.HIGHS, field.values[free], self._left)
        if found is None:
            return None
        values = field.values.copy()
        values[free] = found
        return values

    def _by_cp_sat(self) -> Numbers | None:
        field = self._field
        part = cut(field.model, field.values, self._free())
        limit = field.options.time_limit * DETERMINISTIC_PER_SECOND
        solved = solve_part(part, field.options.seed, limit)
        self._spent = solved.spent / DETERMINISTIC_PER_SECOND
        return solved.values


def _has_stalled(values: Sequence[float]) -> bool:
    """Whether the last rounds brought nothing; one may do so while the next brings much."""
    return len(values) > PATIENCE and values[-1] > values[-1 - PATIENCE] - EPSILON
