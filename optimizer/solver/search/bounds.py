"""What is proven of the levels of a large instance, by whichever witness says most."""

from models.settings import Level
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.matrix.linear import LinearModel
from optimizer.solver.search.first_look import FirstLook
from optimizer.solver.search.relaxation import Bounding, Proof


class LevelBounds:
    """Bounds of levels that are solved one after the other.

    Three witnesses: the first look, the kernel of a level, and relaxations in the background.

    Attributes
    ----------
    values
        What the levels solved so far are worth: the next are held to that.
    look
        The first look, once there has been one.
    """

    def __init__(self, options: SolveOptions) -> None:
        self._background = Bounding(options)
        self._by_search: dict[Level, int] = {}
        self.values: dict[Level, int] = {}
        self.look: FirstLook | None = None

    def of(self, level: Level) -> int:
        """What no plan goes below, as far as is proven."""
        proven = (self._by_look(level), self._by_search.get(level, 0))
        return max(*proven, self._background.bound(level))

    def is_looked_at(self, level: Level) -> bool:
        """Whether the first look has bounded it."""
        return self._by_look(level) > 0

    def _by_look(self, level: Level) -> int:
        return self.look.bound(level, self.values) if self.look else 0

    def add(self, level: Level, bound: int) -> None:
        """Take the bound of a search of a level."""
        self._by_search[level] = bound

    def wants_outline(self, level: Level) -> bool:
        """Whether an outline may say more than the first look.

        That has bounded its last level, but as if those before it were worth their bounds.
        """
        return not self.is_looked_at(level) or any(self._has_gap(each) for each in self.values)

    def _has_gap(self, level: Level) -> bool:
        """Whether a level that has been solved may have better values."""
        return self.values[level] > self.of(level)

    def ask_outline(self, level: Level, outline: LinearModel) -> None:
        """Have the relaxation of an outline solved in the background."""
        self._background.ask_outline(level, outline)

    def ask(self, level: Level, proof: Proof, *, later: bool = False) -> None:
        """Have a bound proven in the background; `later`, when there is nothing else to prove."""
        self._background.ask(level, proof, later=later)

    def finish(self, *, wait: bool) -> None:
        """Ask no more; wait for what has been asked as long as there is time."""
        self._background.finish(wait=wait)
