"""A part of a large model on its own: some columns are free, all others keep their value."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from ortools.sat.python import cp_model

from optimizer.cpsat.linear import LinearModel, Numbers

PASSES = 3
"""How often bounds are passed on between rows and columns; more finds next to nothing."""


@dataclass(frozen=True)
class Part:
    """The model of some free columns; `columns[i]` is the column of `variables[i]`.

    `before` are the values of the whole from which it was cut, `fixed` those with every free column
    that has but one value left at that value.
    """

    model: cp_model.CpModel
    variables: Sequence[cp_model.IntVar]
    columns: Numbers
    before: Numbers
    fixed: Numbers

    def found(self, solver: cp_model.CpSolver) -> Numbers:
        """The values of the whole with those of this part as the solver found them."""
        values = self.fixed.copy()
        values[self.columns] = [solver.value(variable) for variable in self.variables]
        return values


def cut(linear: LinearModel, values: Numbers, free: Numbers) -> Part:
    """The model of the columns `free`, hinted with their present values.

    Rows without a free column are kept by `values` already and are left out; what the other
    columns take of a row is subtracted from its bounds. Columns that turn out to be fixed and rows
    that cannot be broken are left out too: the solver would find so, but later.
    """
    table = _Table(linear, values, free)
    for _ in range(PASSES):
        table.tighten()
    return table.part()


class _Table:
    """The rows that touch the free columns, with rows and columns numbered anew."""

    def __init__(self, linear: LinearModel, values: Numbers, free: Numbers) -> None:
        rows = linear.rows
        place = np.full(len(values), -1)
        place[free] = np.arange(len(free))
        inside = np.flatnonzero(place[rows.columns] >= 0)
        numbers, self._rows = np.unique(rows.numbers[inside], return_inverse=True)
        self._columns = place[rows.columns[inside]]
        self._factors = rows.factors[inside]
        products = self._factors * values[rows.columns[inside]]
        others = linear.activity(values)[numbers] - self._sums(products, len(numbers))
        self._row_lower = rows.lower[numbers] - others
        self._row_upper = rows.upper[numbers] - others
        self._lower, self._upper = linear.lower[free], linear.upper[free]
        self._linear, self._values, self._free = linear, values, free

    def _sums(self, amounts: Numbers, size: int) -> Numbers:
        return np.bincount(self._rows, weights=amounts, minlength=size).astype(np.int64)

    def _ends(self) -> tuple[Numbers, Numbers]:
        """The least and the most that every entry can add to its row."""
        at_lower = self._factors * self._lower[self._columns]
        at_upper = self._factors * self._upper[self._columns]
        return np.minimum(at_lower, at_upper), np.maximum(at_lower, at_upper)

    def tighten(self) -> None:
        """Bound every column by what its rows leave it."""
        least, most = self._ends()
        size = len(self._row_lower)
        up = self._row_upper[self._rows] - self._sums(least, size)[self._rows] + least
        down = self._row_lower[self._rows] - self._sums(most, size)[self._rows] + most
        grows = self._factors > 0
        steps = np.abs(self._factors)
        upper = np.where(grows, up // steps, -down // steps)
        lower = np.where(grows, -(-down // steps), -(up // steps))
        np.minimum.at(self._upper, self._columns, upper)
        np.maximum.at(self._lower, self._columns, lower)

    def part(self) -> Part:
        """The model of what is still open."""
        open_columns = np.flatnonzero(self._lower < self._upper)
        values = self._values.copy()
        values[self._free] = np.where(
            self._lower < self._upper, self._values[self._free], self._lower
        )
        model = cp_model.CpModel()
        bounds = zip(
            self._lower[open_columns].tolist(), self._upper[open_columns].tolist(), strict=True
        )
        variables = [model.new_int_var(lower, upper, "") for lower, upper in bounds]
        columns = self._free[open_columns]
        for variable, value in zip(variables, values[columns].tolist(), strict=True):
            model.add_hint(variable, value)
        self._add_rows(model, open_columns, variables)
        cost = self._linear.cost[columns].tolist()
        model.minimize(cp_model.LinearExpr.weighted_sum(variables, cost))
        return Part(model, variables, columns, self._values, values)

    def _add_rows(
        self,
        model: cp_model.CpModel,
        open_columns: Numbers,
        variables: Sequence[cp_model.IntVar],
    ) -> None:
        """The rows that could be broken, less what their fixed columns take."""
        least, most = self._ends()
        size = len(self._row_lower)
        breakable = (self._sums(least, size) < self._row_lower) | (
            self._sums(most, size) > self._row_upper
        )
        place = np.full(len(self._free), -1)
        place[open_columns] = np.arange(len(open_columns))
        is_open = place[self._columns] >= 0
        fixed = self._sums(np.where(is_open, 0, least), size)
        kept = np.flatnonzero(is_open & breakable[self._rows])
        order = kept[np.argsort(self._rows[kept], kind="stable")]
        numbers, firsts = np.unique(self._rows[order], return_index=True)
        lower = (self._row_lower - fixed)[numbers].tolist()
        upper = (self._row_upper - fixed)[numbers].tolist()
        members = place[self._columns[order]].tolist()
        factors = self._factors[order].tolist()
        ends = np.append(firsts, len(order)).tolist()
        for (first, end), low, high in zip(pairwise(ends), lower, upper, strict=True):
            total = cp_model.LinearExpr.weighted_sum(
                [variables[member] for member in members[first:end]], factors[first:end]
            )
            model.add_linear_constraint(total, low, high)
