"""What moves together in a large model: pairs of task and person, and what follows from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from optimizer.solver.matrix.linear import LinearModel, Numbers, Rows
from optimizer.solver.model.variables import Derived


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

    @cached_property
    def _layers(self) -> list[tuple[Numbers, Numbers]]:
        """The edges of what has few parts, layer by layer: what follows from others comes first."""
        depth = np.zeros(self._width, dtype=np.int64)
        for each in self.derived:
            depth[each.index] = 1 + max((depth[part] for part in each.parts), default=0)
        parts, derived = self._edges
        is_told = np.bincount(derived, minlength=self._width)[derived] <= MOST_PARTS
        layers = [is_told & (depth[derived] == d) for d in range(depth.max(initial=0), 0, -1)]
        return [(parts[layer], derived[layer]) for layer in layers]

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

    def members(self, size: int) -> Numbers:
        """The place of every column below `size`; -1 for what no place has to itself."""
        members = np.full(max(size, self._width), -1)
        members[self.columns] = self.places[self.tasks[self.owners]]
        members[self.task_columns] = self.places[self.task_owners]
        for derived in self.derived:
            of_parts = {int(members[part]) for part in derived.parts}
            members[derived.index] = of_parts.pop() if len(of_parts) == 1 else -1
        return members[:size]

    def of_one_pair(self, rows: Rows) -> NDArray[np.bool_]:
        """Which rows hold nothing but columns of one pair."""
        owners = np.full(max(self._width, 1 + int(rows.columns.max(initial=-1))), -1)
        owners[self.columns] = self.owners
        return rows.of_one(owners)

    def by_place(self) -> list[Numbers]:
        """All pairs, those of each place together; places with the fewest pairs first."""
        places = self.places[self.tasks]
        order = np.argsort(places, kind="stable")
        return sorted(np.split(order, np.flatnonzero(np.diff(places[order])) + 1), key=len)

    def blocks(self, pairs: Numbers, most: int) -> list[Numbers]:
        """Pairs in blocks of places, of about `most` pairs each.

        Places with the same people stay together as far as that goes: what these people may do at
        one of them hangs on what they do at the others.
        """
        ranks = self._neighbourly[self.places[self.tasks[pairs]]]
        blocks: list[Numbers] = []
        for region in np.unique(self._regions[ranks]):
            inside = pairs[self._regions[ranks] == region]
            if blocks and len(blocks[-1]) + len(inside) <= most:
                blocks[-1] = np.concatenate([blocks[-1], inside])
            else:
                blocks += self._cut(inside, -(-len(inside) // most))
        return blocks

    def _cut(self, pairs: Numbers, count: int) -> list[Numbers]:
        """Pairs in so many parts of about the same size, those of a place together."""
        ranks = self._neighbourly[self.places[self.tasks[pairs]]]
        ends = np.cumsum(np.unique(ranks, return_counts=True)[1])
        numbers = (ends - 1) * count // len(pairs)
        ordered = pairs[np.argsort(ranks, kind="stable")]
        return np.split(ordered, ends[:-1][np.diff(numbers) > 0])

    @cached_property
    def _people(self) -> list[tuple[int, ...]]:
        """Per place, who may work there and at other places, but not at all of them."""
        at = np.unique(np.stack([self.places[self.tasks], self.persons], axis=1), axis=0)
        counts = np.bincount(at[:, 1])
        num_places = 1 + int(self.places.max(initial=-1))
        is_shared = (counts[at[:, 1]] > 1) & (counts[at[:, 1]] < num_places * EVERYWHERE)
        found: list[list[int]] = [[] for _ in range(num_places)]
        for place, person in at[is_shared].tolist():
            found[place].append(person)
        return [tuple(people) for people in found]

    @cached_property
    def _neighbourly(self) -> Numbers:
        """The rank of every place in an order in which those with the same people are together."""
        order = sorted(range(len(self._people)), key=lambda place: (self._people[place], place))
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = np.arange(len(order))
        return ranks

    @cached_property
    def _regions(self) -> Numbers:
        """Per rank, the number of the run of places with the same people that it is in."""
        people = sorted(self._people)
        changes = [here != before for before, here in pairwise(people)]
        return np.cumsum([False, *changes])

    def within(self, columns: Numbers) -> "Landscape":
        """What moves together among some columns, numbered anew; tasks and persons keep theirs."""
        place = np.full(max(self._width, 1 + int(columns.max(initial=-1))), -1)
        place[columns] = np.arange(len(columns))
        is_own, is_of_task = place[self.columns] >= 0, place[self.task_columns] >= 0
        pairs, owners = np.unique(self.owners[is_own], return_inverse=True)
        inside = [each for each in self.derived if place[each.index] >= 0]
        return Landscape(
            tasks=self.tasks[pairs],
            persons=self.persons[pairs],
            places=self.places,
            columns=place[self.columns[is_own]],
            owners=owners,
            task_columns=place[self.task_columns[is_of_task]],
            task_owners=self.task_owners[is_of_task],
            derived=[
                Derived(int(place[each.index]), tuple(parts[parts >= 0].tolist()), each.rule)
                for each in inside
                if len(parts := place[list(each.parts)])
            ],
        )

    def in_use(self, values: Numbers | NDArray[np.float64], above: float = 0.0) -> Numbers:
        """The pairs with a decision that is above some value."""
        return np.unique(self.owners[values[self.columns] > above])

    def any_of_others(self, pairs: Numbers) -> Numbers:
        """One pair of every task that is not among those of some pairs.

        Where nothing of a task may change, a relaxation sets no price on it.
        """
        tasks, first = np.unique(self.tasks, return_index=True)
        return first[~np.isin(tasks, self.tasks[pairs])]

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
        for parts, derived in self._layers:
            np.add.at(lost, parts, lost[derived])
        own = np.bincount(self.owners, weights=lost[self.columns], minlength=len(self.tasks))
        by_task = np.bincount(
            self.task_owners, weights=lost[self.task_columns], minlength=len(self.places)
        )
        return (own + by_task[self.tasks]).astype(np.float64)


EVERYWHERE = 0.75
"""Who may work at more than this part of all places ties none of them together."""
MOST_PARTS = 200
"""What follows from more columns than this says nothing about any one of them."""
