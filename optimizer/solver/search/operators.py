"""Which part of a plan to search next: every operator names columns to free.

One signature for all: from the values at hand and what the relaxation would do, the columns that
may change. So a new idea is one function.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from optimizer.run.clock import Clock
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.linear import ROUNDING, LinearModel, Numbers, Reals
from optimizer.solver.matrix.pairs import Pairs
from optimizer.solver.search.relaxation import Relaxation, Relaxer
from optimizer.solver.search.restricted import SHARE, restricted_master

Choose = Callable[[Numbers, Relaxation, Random], Numbers]
"""From values, a relaxation and chance: the columns to free."""
NUM_UNITS, NUM_PEOPLE = 2, 5
"""Units and people of a neighbourhood of rivals: so many are solved to the end in a second."""
NEARER = (3, 30)
"""How many times more values count than a difference from those at hand, where the relaxation is
drawn to these: near, and not so near."""
MOST_PAIRS = 26_000
"""Pairs of a district, about: an area of 25 schools with people of its own has fewer."""
OVERPRICE = 2.0
"""What exceeding costs, in prices of the relaxation: below one of these it would pay."""


@dataclass(frozen=True)
class Operator:
    """A way to choose; one without chance chooses the same again from the same values."""

    choose: Choose
    is_random: bool = False


def differing(values: Numbers, relaxation: Relaxation, random: Random) -> Numbers:
    """Where the relaxation does otherwise: what both agree on mostly stays in better values.

    Relaxation induced neighbourhood (Danna, Rothberg & Le Pape, 2005).
    """
    return _differing(values, relaxation.columns)


def _differing(values: Numbers, columns: Reals) -> Numbers:
    return np.flatnonzero(np.abs(columns - values) > ROUNDING)


def differing_by_district(pairs: Pairs) -> list[Choose]:
    """The same in each district of a region, with what is shared."""

    def among(columns: Numbers) -> Choose:
        return lambda values, relaxation, random: np.intersect1d(
            differing(values, relaxation, random), columns
        )

    districts = pairs.districts(MOST_PAIRS)
    return [differing] if len(districts) <= 1 else [among(each) for each in districts]


def one_unit(pairs: Pairs) -> Choose:
    """All pairs of a school."""

    def choose(values: Numbers, relaxation: Relaxation, random: Random) -> Numbers:
        unit = random.choice(np.unique(pairs.of_unit).tolist())
        return pairs.moving(np.flatnonzero(pairs.of_unit == unit))

    return choose


def rivals(pairs: Pairs) -> Choose:
    """Someone whose work the relaxation would change, and who competes for the same tasks."""

    def choose(values: Numbers, relaxation: Relaxation, random: Random) -> Numbers:
        moved = pairs.in_use(np.abs(relaxation.columns - values), above=ROUNDING)
        if not len(moved):
            return moved
        own = pairs.persons == random.choice(np.unique(pairs.persons[moved]).tolist())
        units = np.unique(pairs.of_unit[own]).tolist()
        here = np.isin(pairs.of_unit, random.sample(units, min(NUM_UNITS, len(units))))
        shared = np.isin(pairs.tasks, pairs.tasks[own & here])
        draws = np.bincount(pairs.persons[shared]).astype(float)
        draws *= [random.random() for _ in draws]
        people = np.argsort(-draws, kind="stable")[: NUM_PEOPLE - 1]
        return pairs.moving(np.flatnonzero(here & (own | np.isin(pairs.persons, people))))

    return choose


@dataclass(frozen=True)
class Towards:
    """Where a relaxation differs that is drawn to the values: few columns, and all mean something.

    A relaxation has many optima, and a solver gives any. So a column that leaves the end that it
    has costs something as well (proximity search: Fischetti & Monaci, 2014).
    """

    model: LinearModel
    relaxer: Relaxer
    clock: Clock
    times: int

    def __call__(self, values: Numbers, relaxation: Relaxation, random: Random) -> Numbers:
        """The columns in which it differs."""
        drawn = self.model.drawn_to(values, self.times)
        found = self.relaxer.sketch(drawn, values, self.clock)
        return _differing(values, relaxation.columns if found is None else found)


@dataclass(frozen=True)
class Exceeding:
    """Where values differ that exceed what is held (path relinking: Glover, Laguna & Martí, 2000).

    What an earlier level is held to ties everything down: next to nothing can be changed without
    changing a lot at once. When it may be exceeded at a price, better values are near; and between
    those and the values at hand there are others that exceed nothing. `first_held` is the number
    of the first row that holds a level.
    """

    model: LinearModel
    first_held: int
    inner: Choose
    clock: Clock

    def __call__(self, values: Numbers, relaxation: Relaxation, random: Random) -> Numbers:
        """The columns in which they differ."""
        prices = np.ceil(OVERPRICE * np.abs(relaxation.prices[self.first_held :]))
        inner = self.inner(values, relaxation, random)
        paid = np.flatnonzero(prices)
        if not len(paid):
            return inner
        loosened = self.model.loosened(self.first_held + paid, prices[paid].astype(np.int64))
        over = len(values) + np.arange(len(paid))
        start, free = np.append(values, np.zeros_like(over)), np.append(inner, over)
        away = restricted_master(loosened, start, free, Limits(self.clock.part(SHARE)))
        return np.flatnonzero(away[: len(values)] != values)


def operators_of(
    model: LinearModel, first_held: int, pairs: Pairs, relaxer: Relaxer, clock: Clock
) -> Sequence[Operator]:
    """The operators for a level of a group, in the order in which they are tried first."""
    chances = [rivals(pairs), one_unit(pairs)]
    return [
        *without_chance(model, first_held, pairs, relaxer, clock),
        *(Operator(way, is_random=True) for way in chances),
    ]


def without_chance(
    model: LinearModel, first_held: int, pairs: Pairs, relaxer: Relaxer, clock: Clock
) -> Sequence[Operator]:
    """Those that choose the same again from the same values."""
    near, nearer = (Towards(model, relaxer, clock, times) for times in NEARER)
    ways: list[Choose] = [near, nearer]
    if first_held < len(model.rows.lower):
        ways = [Exceeding(model, first_held, way, clock) for way in (near, nearer, differing)]
    return [Operator(way) for way in (ways[0], *differing_by_district(pairs), *ways[1:])]
