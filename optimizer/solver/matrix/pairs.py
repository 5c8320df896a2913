"""What moves together in a model: pairs of task and person, and what follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from optimizer.solver.matrix.linear import Numbers, Reals
from optimizer.solver.model.variables import Derived

EVERYWHERE = 0.75
"""Who may work at more than this part of all units ties none of them together."""


@dataclass(frozen=True)
class Pairs:
    """The pairs of a model and their columns; tasks, persons and units are mere numbers.

    Attributes
    ----------
    tasks, persons
        The task and the person of every pair.
    units
        The unit of every task.
    columns, owners
        The decision columns, and the pair that owns each; several columns may have one pair.
    task_columns, task_owners
        The decision columns that belong to a task as a whole, and that task.
    derived
        The columns that follow from others, in an order in which each comes after its parts.
    size
        The number of columns of the model.
    """

    tasks: Numbers
    persons: Numbers
    units: Numbers
    columns: Numbers
    owners: Numbers
    task_columns: Numbers
    task_owners: Numbers
    derived: Sequence[Derived]
    size: int

    def __len__(self) -> int:
        return len(self.tasks)

    @cached_property
    def num_units(self) -> int:
        """How many units have a task."""
        return len(np.unique(self.units))

    @cached_property
    def of_unit(self) -> Numbers:
        """The unit of every pair."""
        return self.units[self.tasks]

    def moving(self, pairs: Numbers) -> Numbers:
        """The columns of these pairs, of their tasks and of all that follows from them."""
        return np.flatnonzero(self._reached(pairs))

    def free(self, pairs: Numbers) -> Numbers:
        """The same, with what follows from no pair and what units share.

        Their rows have no price otherwise.
        """
        return np.flatnonzero(self._reached(pairs) | self._of_nobody | self._shared)

    @cached_property
    def _of_nobody(self) -> NDArray[np.bool_]:
        """The columns that follow from no pair, such as those of tasks that nobody can do."""
        reached: NDArray[np.bool_] = self._reached(np.arange(len(self)))
        return ~reached

    @cached_property
    def _shared(self) -> NDArray[np.bool_]:
        """The derived columns that no unit has to itself, and those that they follow from."""
        shared = np.zeros(self.size, dtype=bool)
        is_derived = np.zeros(self.size, dtype=bool)
        is_derived[[each.index for each in self.derived]] = True
        for derived in reversed(self.derived):
            shared[derived.index] |= self.members[derived.index] < 0
            if shared[derived.index]:
                shared[list(derived.parts)] = True
        return shared & is_derived

    def _reached(self, pairs: Numbers) -> NDArray[np.bool_]:
        marked = np.zeros(self.size, dtype=bool)
        marked[self.columns[np.isin(self.owners, pairs)]] = True
        marked[self.task_columns[np.isin(self.task_owners, self.tasks[pairs])]] = True
        self._spread(marked)
        return marked

    def _spread(self, marked: NDArray[np.bool_]) -> None:
        """Mark what follows from what is marked."""
        parts, derived = self._edges
        while True:
            following = derived[marked[parts] & ~marked[derived]]
            if not len(following):
                return
            marked[following] = True

    @cached_property
    def _edges(self) -> tuple[Numbers, Numbers]:
        """From every part of a derived column to that column."""
        edges = [(part, each.index) for each in self.derived for part in each.parts]
        table = np.array(edges, dtype=np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1]

    def in_use(self, values: Numbers | Reals, above: float = 0.0) -> Numbers:
        """The pairs with a decision that is above some value."""
        return np.unique(self.owners[values[self.columns] > above])

    def any_of_others(self, pairs: Numbers) -> Numbers:
        """One pair of every task that is not among those of some pairs.

        Where nothing of a task may change, a relaxation sets no price on it. It is the pair with
        most decisions: who may only watch or be a back-up changes nothing of what is done.
        """
        order = np.argsort(-np.bincount(self.owners, minlength=len(self)), kind="stable")
        tasks, first = np.unique(self.tasks[order], return_index=True)
        return order[first[~np.isin(tasks, self.tasks[pairs])]]

    @cached_property
    def members(self) -> Numbers:
        """The unit of every column; -1 for what no unit has to itself."""
        members = np.full(self.size, -1)
        members[self.columns] = self.of_unit[self.owners]
        members[self.task_columns] = self.units[self.task_owners]
        for derived in self.derived:
            of_parts = {int(members[part]) for part in derived.parts}
            members[derived.index] = of_parts.pop() if len(of_parts) == 1 else -1
        return members

    def districts(self, most: int) -> list[Numbers]:
        """The columns of districts of about `most` pairs, each with what no unit has to itself.

        Units with the same people are kept together: what these may do at one of them hangs on
        what they do at the others.
        """
        sizes = np.bincount(self.of_unit, minlength=len(self._people))
        order = sorted(range(len(sizes)), key=lambda unit: (self._people[unit], unit))
        found: list[list[int]] = []
        filled = 0
        for _, group in groupby(order, key=lambda unit: self._people[unit]):
            units = list(group)
            whole = int(sizes[units].sum())
            for number, unit in enumerate(units):
                # The first unit of those with the same people stands for all of them.
                if not found or filled + (int(sizes[unit]) if number else whole) > most:
                    found.append([])
                    filled = 0
                found[-1].append(unit)
                filled += int(sizes[unit])
        is_shared = self.members < 0
        return [np.flatnonzero(is_shared | np.isin(self.members, units)) for units in found]

    @cached_property
    def _people(self) -> list[tuple[int, ...]]:
        """Per unit, who may work there and at other units, but not at nearly all of them."""
        at = np.unique(np.stack([self.of_unit, self.persons], axis=1), axis=0)
        counts = np.bincount(at[:, 1])
        num_units = 1 + int(self.units.max(initial=-1))
        is_shared = (counts[at[:, 1]] > 1) & (counts[at[:, 1]] < num_units * EVERYWHERE)
        found: list[list[int]] = [[] for _ in range(num_units)]
        for unit, person in at[is_shared].tolist():
            found[unit].append(person)
        return [tuple(people) for people in found]
