"""A model place by place: at the prices of what places share, each is a problem of its own.

A group of schools shares little: the hours of some people, pooled money, what is held for all of it
together. Whatever prices these rows get, the best of every place at those prices, added up, bounds
the whole (Lagrangian relaxation; Geoffrion, 1974). With the relaxation of each place that is
proven by weak duality, and tells which pairs pay; with whole numbers in each place the bound is
higher, and only as right as the MIP solver that says so.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import cast

import numpy as np

from optimizer.solver.matrix.landscape import Landscape
from optimizer.solver.matrix.linear import LinearModel, Numbers, Rows
from optimizer.solver.matrix.mip import Limits, least_value
from optimizer.solver.search.relaxation import (
    TOLERANCE,
    Prices,
    Relaxed,
    at_prices,
    best_ends,
    reduced_costs,
    relax,
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

    def counted(self, prices: Prices, seconds: float | None) -> "Counted":
        """What every place is worth at least at these prices, with whole numbers.

        It takes about so many seconds; without a clock some nodes per place.
        """
        shared = prices[self._rows]
        left = reduced_costs(self._shared, shared)
        turns = len(self._places) / self._threads + 1
        limits = Limits(None, nodes=MOST_NODES) if seconds is None else Limits(seconds / turns)
        problems = self._problems(left)
        proven = [
            worth_at_least(problem, prices[place.rows])
            for problem, place in zip(problems, self._places, strict=True)
        ]
        with ThreadPoolExecutor(self._threads) as pool:
            counted = list(pool.map(partial(least_value, limits=limits), problems))
        of_rows = at_prices(self._shared, shared)
        of_common = best_ends(self._shared, left)[self._is_common]
        return Counted(
            problems=problems,
            columns=[place.columns for place in self._places],
            proven=np.array(proven),
            # Every place has values, so what the solver says of one without counts for nothing.
            worth=np.where(np.isfinite(counted), np.maximum(proven, counted), proven),
            others=np.concatenate([of_rows, of_common]),
            offset=self._shared.offset,
        )

    def _problems(self, cost: Prices) -> list[LinearModel]:
        """Every place with what its columns cost; only solvers see this, so it may be broken."""
        costs = cast("Numbers", cost)
        return [replace(each.rules, cost=costs[each.columns]) for each in self._places]


@dataclass(frozen=True)
class Counted:
    """What every place is worth at least at some prices, with whole numbers.

    Attributes
    ----------
    problems, columns
        Every place at these prices, and its columns among those of the whole.
    proven, worth
        What each is worth at least by its relaxation, and in whole numbers.
    others
        What shared rows and columns of no place add at these prices.
    """

    problems: Sequence[LinearModel]
    columns: Sequence[Numbers]
    proven: Prices
    worth: Prices
    others: Prices
    offset: int

    @property
    def bound(self) -> int:
        """What no plan goes below."""
        return self._sum(self.proven, self.worth)

    def _sum(self, proven: Prices, worth: Prices) -> int:
        """The whole, lowered by the tolerance of all that is not proven by weak duality."""
        amounts = np.concatenate([self.others, worth])
        believed = np.abs(self.others).sum() + (worth - proven).sum()
        return ceil(self.offset + float(amounts.sum()) - TOLERANCE * float(1 + believed))

    def exceeds(self, most: int, rows: Rows, seconds: float | None) -> bool:
        """Whether no plan that keeps these rows as well is worth `most` or less.

        Only places that have a row to themselves are looked at again: by their relaxation and, if
        that does not tell, in whole numbers, each for so many seconds; without a clock for some
        nodes. `False` means that it is not known.
        """
        longer = {
            number: problem
            for number in range(len(self.problems))
            if (problem := self._with(number, rows)) is not None
        }
        limits = Limits(None, nodes=MOST_NODES) if seconds is None else Limits(seconds)
        proven, worth = self.proven.copy(), self.worth.copy()
        for number, problem in longer.items():
            proven[number] = max(proven[number], _relaxed_worth(problem, seconds))
        worth = np.maximum(worth, proven)
        if self._sum(proven, worth) > most:
            return True
        for number, problem in longer.items():
            worth[number] = max(worth[number], least_value(problem, limits))
        return bool(np.isinf(worth).any()) or self._sum(proven, worth) > most

    def _with(self, number: int, rows: Rows) -> LinearModel | None:
        """A place with those of the rows that are its own; `None` without any."""
        columns = self.columns[number]
        place = np.full(1 + max(int(columns.max()), int(rows.columns.max(initial=0))), -1)
        place[columns] = np.arange(len(columns))
        is_own = rows.of_one(np.minimum(place, 0))
        if not is_own.any():
            return None
        own = rows.where(is_own)
        return self.problems[number].with_rows(replace(own, columns=place[own.columns]))


def _relaxed_worth(problem: LinearModel, seconds: float | None) -> float:
    """What the relaxation of a place proves; whatever is below no plan without."""
    found = relax(problem, seconds)
    return -np.inf if found is None else worth_at_least(problem, found.prices)
