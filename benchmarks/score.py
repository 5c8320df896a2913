"""What was measured: one record per instance, seed, level and solver."""

from dataclasses import dataclass

OURS, GREEDY = "ours", "greedy"
EVERY_LEVEL = "all"
"""The level of a score that stands for a whole run that failed."""
TIE = 0.001
"""Values that differ by less than this part count as equal."""


@dataclass(frozen=True)
class Score:
    """What one solver reached on one level of one instance.

    Attributes
    ----------
    value, bound
        `None` when there is none; all levels are minimised.
    seconds
        Wall time of the level; of the whole plan for the greedy one.
    memory
        Peak in MiB of the process, and of those that it started.
    remark
        Why there is no value, or what is wrong with it.
    """

    instance: str
    seed: int
    level: str
    solver: str
    value: int | None
    bound: int | None
    seconds: float
    memory: float
    remark: str = ""

    @property
    def gap(self) -> float | None:
        """Distance to the bound as a part of the value."""
        if self.value is None or self.bound is None:
            return None
        return abs(self.value - self.bound) / max(1, abs(self.value))

    @property
    def proven(self) -> bool:
        """Whether value and bound are equal."""
        return self.value is not None and self.value == self.bound


def ratio(value: int | None, other: int | None) -> float:
    """`value / other` for levels that are minimised; having none is infinitely worse."""
    if value == other:
        return 1.0
    if value is None or other == 0:
        return float("inf")
    return 0.0 if other is None else value / other


def is_tie(part: float) -> bool:
    """Whether two values with this ratio count as equal."""
    return abs(part - 1) <= TIE
