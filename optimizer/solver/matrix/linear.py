"""A model as plain numbers: rows, columns and bounds, for everything but CP-SAT itself.

Every rule of the model is linear, so one table serves the linear relaxation, the second opinion of
another solver and the parts that neighbourhood search cuts out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]
ROUNDING = 1e-6
"""So near to a whole number, what a solver says is that number."""
FREE = 2**40
"""A row bound this far from 0 does not bind; no sum of the model comes near it."""


@dataclass(frozen=True)
class Rows:
    """Sparse rows `lower ≤ Σ factor·column ≤ upper`; row i spans `starts[i]:starts[i + 1]`."""

    starts: Numbers
    columns: Numbers
    factors: Numbers
    lower: Numbers
    upper: Numbers

    @classmethod
    def of(
        cls,
        columns: Sequence[Numbers],
        factors: Sequence[Numbers],
        lower: Numbers,
        upper: Numbers,
    ) -> "Rows":
        """Rows of which each has some columns with their factors."""
        return cls(
            starts=np.concatenate([[0], np.cumsum([len(own) for own in columns])]),
            columns=np.concatenate(columns),
            factors=np.concatenate(factors),
            lower=lower,
            upper=upper,
        )

    @cached_property
    def numbers(self) -> Numbers:
        """The row of every entry."""
        return np.repeat(np.arange(len(self.lower)), np.diff(self.starts))

    def sums(self, amounts: Numbers) -> Numbers:
        """Amounts per entry, added up per row."""
        found = np.bincount(self.numbers, weights=amounts, minlength=len(self.lower))
        return found.astype(np.int64)

    def activity(self, values: Numbers) -> Numbers:
        """What every row sums to."""
        return self.sums(self.factors * values[self.columns])

    def ends(self, lower: Numbers, upper: Numbers) -> tuple[Numbers, Numbers]:
        """The least and the most that every entry adds to its row, columns between bounds."""
        at_lower = self.factors * lower[self.columns]
        at_upper = self.factors * upper[self.columns]
        return np.minimum(at_lower, at_upper), np.maximum(at_lower, at_upper)

    def shifted(self, lower: Numbers, upper: Numbers) -> "Rows":
        """The rows with so much taken off their bounds; an open side stays open."""
        return replace(
            self,
            lower=np.where(self.lower <= -FREE, self.lower, self.lower - lower),
            upper=np.where(self.upper >= FREE, self.upper, self.upper - upper),
        )

    def where(self, kept: NDArray[np.bool_]) -> "Rows":
        """Some of the rows."""
        entries = kept[self.numbers]
        lengths = np.diff(self.starts)[kept]
        return Rows(
            starts=np.concatenate([[0], np.cumsum(lengths)]),
            columns=self.columns[entries],
            factors=self.factors[entries],
            lower=self.lower[kept],
            upper=self.upper[kept],
        )

    def of_one(self, groups: Numbers) -> NDArray[np.bool_]:
        """Which rows hold nothing but columns of one group; a column of group -1 has none."""
        least = np.full(len(self.lower), np.iinfo(np.int64).max)
        most = np.full(len(self.lower), -1)
        np.minimum.at(least, self.numbers, groups[self.columns])
        np.maximum.at(most, self.numbers, groups[self.columns])
        is_one: NDArray[np.bool_] = (least == most) & (least >= 0)
        return is_one

    def followed_by(self, others: "Rows") -> "Rows":
        """These rows and then others."""
        return Rows(
            starts=np.concatenate([self.starts, self.starts[-1] + others.starts[1:]]),
            columns=np.concatenate([self.columns, others.columns]),
            factors=np.concatenate([self.factors, others.factors]),
            lower=np.concatenate([self.lower, others.lower]),
            upper=np.concatenate([self.upper, others.upper]),
        )

    def are_kept_by(self, values: Numbers) -> bool:
        """Whether every row keeps within its bounds."""
        sums = self.activity(values)
        return bool(np.all((sums >= self.lower) & (sums <= self.upper)))


def _starts(numbers: Numbers, size: int) -> Numbers:
    """Where the entries of every row begin, from the row of every entry, in order."""
    return np.concatenate([[0], np.cumsum(np.bincount(numbers, minlength=size))])


@dataclass(frozen=True)
class LinearModel:
    """Minimise `offset + Σ cost·column` over whole columns between `lower` and `upper`."""

    lower: Numbers
    upper: Numbers
    rows: Rows
    cost: Numbers
    offset: int

    def value(self, values: Numbers) -> int:
        """The objective."""
        return self.offset + int(self.cost @ values)

    def with_objective(self, cost: Numbers, offset: int) -> "LinearModel":
        """The same rules with another objective."""
        return replace(self, cost=cost, offset=offset)

    def with_rows(self, rows: Rows) -> "LinearModel":
        """The model in which these rows hold as well, after its own."""
        return replace(self, rows=self.rows.followed_by(rows))

    def only(self, kept: NDArray[np.bool_]) -> "LinearModel":
        """A relaxation: the model with some of its rows."""
        return replace(self, rows=self.rows.where(kept))

    def without_idle_rows(self) -> "LinearModel":
        """The same model without rows that whatever the columns are keep."""
        rows = self.rows
        least, most = rows.ends(self.lower, self.upper)
        is_idle = (rows.sums(least) >= rows.lower) & (rows.sums(most) <= rows.upper)
        return self.only(~is_idle)

    def around(self, values: Numbers | Reals, free: Numbers) -> tuple["LinearModel", Numbers]:
        """The model of some columns, numbered anew, while all others keep their value.

        Rows without such a column are left out; what the others take is off the bounds of the rest,
        of a broken number the part that leaves them most. The numbers of those rows are given too.
        """
        rows = self.rows
        place = np.full(len(values), -1)
        place[free] = np.arange(len(free))
        inside = place[rows.columns] >= 0
        numbers, entry_rows = np.unique(rows.numbers[inside], return_inverse=True)
        taken = np.where(inside, 0, rows.factors * values[rows.columns])
        others = np.bincount(rows.numbers, weights=taken, minlength=len(rows.lower))[numbers]
        touched = Rows(
            starts=_starts(entry_rows, len(numbers)),
            columns=place[rows.columns[inside]],
            factors=rows.factors[inside],
            lower=rows.lower[numbers],
            upper=rows.upper[numbers],
        )
        # Rounded the other way, a share of 28.5 that is needed whole would be out of reach.
        least, most = np.ceil(others - ROUNDING), np.floor(others + ROUNDING)
        left = touched.shifted(least.astype(np.int64), most.astype(np.int64))
        return LinearModel(self.lower[free], self.upper[free], left, self.cost[free], 0), numbers

    def allows(self, values: Numbers) -> bool:
        """Whether values keep every row and every bound."""
        is_within = bool(np.all((values >= self.lower) & (values <= self.upper)))
        return is_within and self.rows.are_kept_by(values)

    def held(self, limit: int) -> "LinearModel":
        """The model in which the objective is at most `limit`."""
        used = np.flatnonzero(self.cost)
        upper = np.array([limit - self.offset])
        return self.with_rows(Rows.of([used], [self.cost[used]], np.array([-FREE]), upper))

    def drawn_to(self, values: Numbers, times: int) -> "LinearModel":
        """The model in which a column costs one more per unit that it leaves its end by.

        That is where it has one of its ends in these values. All else costs so many times as much.
        """
        at_lower, at_upper = values <= self.lower, values >= self.upper
        pull = np.where(at_lower, 1, 0) - np.where(at_upper & ~at_lower, 1, 0)
        return self.with_objective(times * self.cost + pull, times * self.offset)

    def loosened(self, loose: Numbers, prices: Numbers) -> "LinearModel":
        """The model in which some rows may go above their upper bound, at a price per unit each.

        How far they do are more columns, the last ones, in the order of the rows.
        """
        rows, size = self.rows, len(self.lower)
        over = size + np.arange(len(loose))
        ends = rows.starts[loose + 1]
        longer = replace(
            rows,
            starts=rows.starts + np.searchsorted(loose, np.arange(len(rows.starts))),
            columns=np.insert(rows.columns, ends, over),
            factors=np.insert(rows.factors, ends, -1),
        )
        _, most = rows.ends(self.lower, self.upper)
        excess = np.maximum(0, rows.sums(most)[loose] - rows.upper[loose])
        return LinearModel(
            np.append(self.lower, np.zeros_like(over)),
            np.append(self.upper, excess),
            longer,
            np.append(self.cost, prices),
            self.offset,
        )
