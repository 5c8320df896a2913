"""What moves together in a large model: pairs of task and person, and what follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.cpsat.linear import LinearModel, Numbers
from optimizer.cpsat.variables import Derived


@dataclass(frozen=True)
class Landscape:
    """The pairs that neighbourhoods are made of; tasks, persons and places are mere numbers.

    Attributes
    ----------
    tasks, persons
        The task and the person of every pair.
    places
        The place of every task.
    columns, owners
        The decision columns, and the pair that owns each; several columns may have one pair.
    task_columns, task_owners
        The decision columns that belong to a task as a whole, and that task.
    derived
        The columns that follow from others, in an order in which each comes after its parts.
    """

    tasks: Numbers
    persons: Numbers
    places: Numbers
    columns: Numbers
    owners: Numbers
    task_columns: Numbers
    task_owners: Numbers
    derived: Sequence[Derived] = ()

    @cached_property
    def _edges(self) -> tuple[Numbers, Numbers]:
        """From every part of a derived column to that column."""
        pairs = [(part, each.index) for each in self.derived for part in each.parts]
        table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1]

    def free(self, pairs: Numbers, size: int) -> Numbers:
        """The columns of these pairs, of their tasks and of all that follows; below `size`."""
        is_free = np.zeros(max(size, self._width), dtype=bool)
        is_free[self.columns[np.isin(self.owners, pairs)]] = True
        is_free[self.task_columns[np.isin(self.task_owners, self.tasks[pairs])]] = True
        self._spread(is_free)
        return np.flatnonzero(is_free[:size])

    @cached_property
    def _width(self) -> int:
        """One more than the largest column."""
        largest = [int(columns.max(initial=-1)) for columns in (self.columns, self.task_columns)]
        return 1 + max([*largest, *(each.index for each in self.derived)])

    def _spread(self, marked: NDArray[np.bool_]) -> None:
        """Mark what follows from what is marked."""
        parts, derived = self._edges
        while True:
            following = derived[marked[parts] & ~marked[derived]]
            if not len(following):
                return
            marked[following] = True

    def in_use(self, values: Numbers | NDArray[np.float64], above: float = 0.0) -> Numbers:
        """The pairs with a decision that is above some value."""
        return np.unique(self.owners[values[self.columns] > above])

    def least(self, amounts: NDArray[np.float64]) -> NDArray[np.float64]:
        """Per pair, the least amount of its own columns and of those of its task."""
        tasks = np.full(len(self.places), np.inf)
        np.minimum.at(tasks, self.task_owners, amounts[self.task_columns])
        least = tasks[self.tasks]
        np.minimum.at(least, self.owners, amounts[self.columns])
        return least

    def settled(self, values: Numbers, changed: Numbers) -> Numbers:
        """The values with every column that follows from a changed one computed anew."""
        marked = np.zeros(self._width, dtype=bool)
        marked[changed] = True
        self._spread(marked)
        result = values.copy()
        for derived in self.derived:
            if derived.index < len(values) and marked[derived.index]:
                result[derived.index] = derived.rule(result[list(derived.parts)].tolist())
        return result

    def trouble(self, linear: LinearModel, values: Numbers) -> NDArray[np.float64]:
        """Per pair, what the objective loses on its columns against their best bounds."""
        cost = linear.cost
        best = np.where(cost > 0, linear.lower, linear.upper)
        lost = np.zeros(max(len(values), self._width))
        lost[: len(values)] = np.abs(cost * (values - best))
        for derived in reversed(self.derived):
            if lost[derived.index] and len(derived.parts) <= MOST_PARTS:
                lost[list(derived.parts)] += lost[derived.index]
        own = np.bincount(self.owners, weights=lost[self.columns], minlength=len(self.tasks))
        by_task = np.bincount(
            self.task_owners, weights=lost[self.task_columns], minlength=len(self.places)
        )
        return (own + by_task[self.tasks]).astype(np.float64)


MOST_PARTS = 200
"""What follows from more columns than this says nothing about any one of them."""
