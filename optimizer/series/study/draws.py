"""Common random numbers: each draw has its own stream, named by what it is about.

A stream depends on the seed, the replication and names such as a school's code, and on nothing
else. What is drawn for one school is the same whatever the other schools and the grid point.
"""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Draws:
    """The draws of one replication (1, 2, …) of a study."""

    seed: int
    replication: int = 1

    def stream(self, *names: str) -> Random:
        """The random numbers of whatever these names tell apart; the same on every machine."""
        return Random(repr((self.seed, self.replication, names)))

    def chance(self, *names: str) -> float:
        """One number in [0, 1)."""
        return self.stream(*names).random()
