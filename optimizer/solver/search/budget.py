"""How the time of a solve is shared over its levels; what one leaves, the others get."""

from collections.abc import Iterable, Mapping

from models.settings import Level

SHARES = {
    Level.CORE: 30,
    Level.BALANCE: 30,
    Level.COVERAGE: 60,
    Level.SPREAD: 8,
    Level.CONTINUITY: 8,
    Level.FAIRNESS: 6,
    Level.QUALITY: 10,
}
"""Weights of the levels to come. The tie-break has none: it runs only when all others are proven,
on what they leave."""

SHARES_OF_LARGE = {
    Level.CORE: 30,
    Level.BALANCE: 30,
    Level.COVERAGE: 16,
    Level.SPREAD: 8,
    Level.CONTINUITY: 8,
    Level.FAIRNESS: 6,
    Level.QUALITY: 60,
}
"""Weights after a first look at the leading levels together, which leaves little to find."""

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

    def __init__(
        self, limit: float, levels: Iterable[Level], shares: Mapping[Level, int] = SHARES
    ) -> None:
        self.left = limit
        self._pending = list(levels)
        self._shares = shares

    def share(self, level: Level) -> float:
        """Take a level off the list; what it may use."""
        waiting = sum(self._shares.get(each, 0) for each in self._pending)
        self._pending.remove(level)
        return self.left * self._shares[level] / waiting if level in self._shares else self.left

    def spend(self, amount: float) -> None:
        """Note what a level has used."""
        self.left = max(0.0, self.left - amount)
