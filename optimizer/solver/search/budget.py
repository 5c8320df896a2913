"""How the time of a solve is shared over its levels; what one leaves, the others get."""

from collections.abc import Iterable, Mapping

from models.settings import Level

SHARES_OF_LARGE = {
    Level.CORE: 30,
    Level.BALANCE: 30,
    Level.COVERAGE: 16,
    Level.SPREAD: 8,
    Level.CONTINUITY: 8,
    Level.FAIRNESS: 6,
    Level.QUALITY: 60,
}
"""Weights of the levels to come, after a first look at the leading levels together, which leaves
little to find."""

SHARES_OF_HUGE = {
    Level.CORE: 20,
    Level.BALANCE: 12,
    Level.COVERAGE: 60,
    Level.SPREAD: 6,
    Level.CONTINUITY: 4,
    Level.FAIRNESS: 8,
    Level.QUALITY: 20,
}
"""Weights where that look is not the last word on its levels."""


class Budget:
    """Seconds (or deterministic time) for the levels that are still to be solved."""

    def __init__(self, limit: float, levels: Iterable[Level], shares: Mapping[Level, int]) -> None:
        self.left = limit
        self._pending = list(levels)
        self._shares = shares

    def share(self, level: Level) -> float:
        """Take a level off the list; what it may use."""
        waiting = sum(self._weight(each) for each in self._pending)
        self._pending.remove(level)
        return self.left * self._weight(level) / waiting

    def _weight(self, level: Level) -> int:
        """The weight of a level; one that the table does not know gets the least of the others."""
        return self._shares.get(level, min(self._shares.values()))

    def spend(self, amount: float) -> None:
        """Note what a level has used."""
        self.left = max(0.0, self.left - amount)
