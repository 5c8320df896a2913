"""A model in blocks: at the prices of what they share, each block is a problem of its own.

A group of schools shares little: the hours of some people, pooled money, what is held for all of
it together. Whatever prices these rows get, the best of every block at those prices, added up,
bounds the whole (Lagrangian relaxation; Geoffrion, 1974). With the linear relaxation of each block
that is proven by weak duality, and tells which pairs pay; with whole numbers in each block the
bound is higher, and as right as the MIP solver.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from math import ceil
from typing import cast

import numpy as np
from highspy import HighsBasis

from optimizer.run.clock import Clock
from optimizer.solver.matrix.branch_and_cut import branch_and_cut
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.linear import LinearModel, Numbers, Reals
from optimizer.solver.matrix.linear_program import LinearProgram, Relaxed
from optimizer.solver.search.duality import (
    TOLERANCE,
    at_prices,
    best_ends,
    reduced_costs,
    worth_at_least,
)


@dataclass
class _Block:
    """The columns of a block, its own rows among those of the whole, and its rules."""

    columns: Numbers
    rows: Numbers
    rules: LinearModel
    ended: HighsBasis | None = None

    def relaxed(self, cost: Reals, clock: Clock) -> Relaxed | None:
        """Its relaxation, which begins every time where it ended.

        The solver itself is not kept: of 200 schools that is 1.4 GiB.
        """
        program = LinearProgram(self.rules, self.ended)
        found = program.minimise(cost, clock)
        self.ended = program.ended
        return found


class Blocks:
    """The rows and columns of a model, cut into those of each block and those that are shared.

    `members` are the blocks of the columns; -1 for what no block has to itself. What is held for
    all of them comes after the rows of this model, and is shared.
    """

    def __init__(self, model: LinearModel, members: Numbers, threads: int) -> None:
        is_own = model.rows.of_one(members)
        self._threads = threads
        self._is_own = is_own
        self._is_common = members < 0
        own, numbers = model.only(is_own), np.flatnonzero(is_own)
        self._blocks: list[_Block] = []
        for member in np.unique(members[members >= 0]):
            columns = np.flatnonzero(members == member)
            rules, rows = own.around(model.lower, columns)
            self._blocks.append(_Block(columns, numbers[rows], rules))

    def relaxed(self, model: LinearModel, prices: Reals, clock: Clock) -> Relaxed:
        """The relaxation of all blocks at these prices of the rows that they share.

        `prices` are those of all rows; the answer has the same for shared rows, and for the others
        what proves what each block is worth. Without an answer a block keeps the prices it had.
        """
        shared, rows = self._shared(model)
        cost = reduced_costs(shared, prices[rows])
        columns = np.where(cost < 0, model.upper, model.lower).astype(float)
        prices = prices.copy()
        with ThreadPoolExecutor(self._threads) as pool:
            answers = list(pool.map(lambda b: b.relaxed(cost[b.columns], clock), self._blocks))
        for block, answer in zip(self._blocks, answers, strict=True):
            if answer is not None:
                columns[block.columns] = answer.columns
                prices[block.rows] = answer.prices
        return Relaxed(columns, prices)

    def bound(self, model: LinearModel, prices: Reals, clock: Clock) -> int:
        """What no values are worth less than, with whole numbers in each block at these prices.

        It is lowered by the tolerance of all that is not proven by weak duality.
        """
        shared, rows = self._shared(model)
        cost = reduced_costs(shared, prices[rows])
        problems = [
            replace(each.rules, cost=cast("Numbers", cost[each.columns]), offset=0)
            for each in self._blocks
        ]
        proven = np.array(
            [
                worth_at_least(problem, prices[block.rows])
                for problem, block in zip(problems, self._blocks, strict=True)
            ]
        )
        counted = np.array(
            [
                branch_and_cut(
                    problem, None, Limits(clock.part(1 / (len(problems) - number)))
                ).bound
                for number, problem in enumerate(problems)
            ]
        )
        # Every block has values, so what the solver says of one without counts for nothing.
        worth = np.where(np.isfinite(counted), np.maximum(proven, counted), proven)
        others = np.concatenate(
            [at_prices(shared, prices[rows]), best_ends(shared, cost)[self._is_common]]
        )
        believed = float(1 + np.abs(others).sum() + (worth - proven).sum())
        return ceil(shared.offset + float(others.sum() + worth.sum()) - TOLERANCE * believed)

    def _shared(self, model: LinearModel) -> tuple[LinearModel, Numbers]:
        """The model with the shared rows alone, and their numbers."""
        later = len(model.rows.lower) - len(self._is_own)
        is_shared = np.concatenate([~self._is_own, np.ones(later, dtype=bool)])
        return model.only(is_shared), np.flatnonzero(is_shared)
