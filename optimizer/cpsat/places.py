"""A model place by place: at the prices of what places share, each is a problem of its own.

A group of schools shares little: the hours of some people, pooled money, what is held for all of it
together. Whatever prices these rows get, the best of every place at those prices, added up, bounds
the whole (Lagrangian relaxation; Geoffrion, 1974). With the relaxation of each place that is
proven by weak duality, and tells which pairs pay; with whole numbers in each place the bound is
higher, and only as right as the MIP solver that says so.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import cast

import numpy as np

from optimizer.cpsat.landscape import Landscape
from optimizer.cpsat.linear import LinearModel, Numbers
from optimizer.cpsat.mip import Limits, least_value
from optimizer.cpsat.relaxation import (
    TOLERANCE,
    Prices,
    Relaxed,
    at_prices,
    best_ends,
    reduced_costs,
    worth_at_least,
)

MOST_NODES = 50
"""Nodes that a MIP solver may look at in one place when no clock ends it."""
Relax = Callable[[LinearModel], Relaxed | None]
"""What solves the relaxation of one place."""


@dataclass(frozen=True)
class _Place:
    """The columns of a place, its own rows among those of the whole, and its rules."""

    columns: Numbers
    rows: Numbers
    rules: LinearModel


class Places:
    """The rows and columns of a model, cut into those of each place and those that are shared."""

    def __init__(self, model: LinearModel, landscape: Landscape, threads: int) -> None:
        members = landscape.members(len(model.lower))
        is_own = model.rows.of_one(members)
        self._threads = threads
        self._rows = np.flatnonzero(~is_own)
        self._shared = model.only(~is_own)
        self._is_common = members < 0
        own, numbers = model.only(is_own), np.flatnonzero(is_own)
        self._places: list[_Place] = []
        for member in np.unique(members[members >= 0]):
            columns = np.flatnonzero(members == member)
            rules, rows = own.around(model.lower, columns)
            self._places.append(_Place(columns, numbers[rows], rules))

    def relaxed(self, prices: Prices, relax: Relax) -> Relaxed:
        """The relaxation of all places at these prices of the rows that they share.

        `prices` are those of all rows; the answer has the same for shared rows, and for the others
        what proves what each place is worth. Without an answer a place keeps the prices it had.
        """
        left = reduced_costs(self._shared, prices[self._rows])
        columns, prices = self._shared.cheapest(), prices.copy()
        with ThreadPoolExecutor(self._threads) as pool:
            answers = list(pool.map(relax, self._problems(left)))
        for place, answer in zip(self._places, answers, strict=True):
            if answer is not None:
                columns[place.columns] = answer.columns
                prices[place.rows] = answer.prices
        value = self._shared.offset + float(self._shared.cost @ columns)
        return Relaxed(value, columns, prices)

    def bound(self, prices: Prices, seconds: float | None) -> int:
        """What no plan goes below, at these prices, with whole numbers in each place.

        It takes about so many seconds; without a clock some nodes per place.
        """
        shared = prices[self._rows]
        left = reduced_costs(self._shared, shared)
        turns = len(self._places) / self._threads + 1
        limits = Limits(None, nodes=MOST_NODES) if seconds is None else Limits(seconds / turns)
        problems = list(self._problems(left))
        proven = [
            worth_at_least(problem, prices[place.rows])
            for problem, place in zip(problems, self._places, strict=True)
        ]
        with ThreadPoolExecutor(self._threads) as pool:
            counted = list(pool.map(partial(least_value, limits=limits), problems))
        of_rows = at_prices(self._shared, shared)
        of_common = best_ends(self._shared, left)[self._is_common]
        amounts = np.concatenate([of_rows, of_common, np.maximum(proven, counted)])
        error = TOLERANCE * float(1 + np.abs(amounts).sum())
        return ceil(self._shared.offset + float(amounts.sum()) - error)

    def _problems(self, cost: Prices) -> Iterable[LinearModel]:
        """Every place with what its columns cost; only solvers see this, so it may be broken."""
        costs = cast("Numbers", cost)
        return [replace(each.rules, cost=costs[each.columns]) for each in self._places]
