"""Which part of a large plan to free next: people who compete for the same tasks here and there."""

from random import Random

import numpy as np
from numpy.typing import NDArray

from optimizer.solver.matrix.landscape import Landscape
from optimizer.solver.matrix.linear import LinearModel, Numbers

NUM_PLACES = 2
NUM_PEOPLE = 4
"""People in a neighbourhood at first."""
LEAST_PEOPLE = 2
MOST_PEOPLE = 8
GROWTH = 0.02
"""People more after a part that was solved to the end."""
SHRINKAGE = 0.5
"""People less after a part that was not."""


class Neighbourhoods:
    """Chooses pairs to free, of as many people as the solver turns out to manage."""

    def __init__(self, landscape: Landscape, random: Random) -> None:
        self._landscape = landscape
        self._random = random
        self._size = float(NUM_PEOPLE)
        self._places = landscape.places[landscape.tasks]

    def learn(self, was_solved: bool) -> None:
        """Free more after a part that was solved to the end, less after one that was not."""
        size = self._size + (GROWTH if was_solved else -SHRINKAGE)
        self._size = min(MOST_PEOPLE, max(LEAST_PEOPLE, size))

    def choose(self, linear: LinearModel, values: Numbers) -> Numbers:
        """The columns to free."""
        pairs = self._pairs(self._landscape.trouble(linear, values))
        return self._landscape.free(pairs, len(values))

    def _pairs(self, trouble: NDArray[np.float64]) -> Numbers:
        """Pairs of a person and of those who share most of the tasks, in a few places."""
        landscape = self._landscape
        own = landscape.persons == self._person(trouble)
        here = np.isin(self._places, self._sample(self._places[own]))
        shared = np.bincount(
            landscape.persons[np.isin(landscape.tasks, landscape.tasks[own & here])],
            minlength=landscape.persons.max() + 1,
        )
        draws = shared * [self._random.random() for _ in shared]
        rivals = np.argsort(-draws, kind="stable")[: int(self._size) - 1]
        return np.flatnonzero(here & (own | np.isin(landscape.persons, rivals)))

    def _person(self, trouble: NDArray[np.float64]) -> int:
        """Anyone with something to gain, the busy and the free alike."""
        people = np.unique(self._landscape.persons[trouble > 0])
        if not len(people):
            people = np.unique(self._landscape.persons)
        return int(self._random.choice(people))

    def _sample(self, places: Numbers) -> list[int]:
        """A few of the places."""
        known = np.unique(places).tolist()
        return self._random.sample(known, min(NUM_PLACES, len(known)))
