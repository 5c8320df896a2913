"""What the objective levels count, as a reader sees it: hours, never what is solved in."""

from collections.abc import Iterable, Mapping

from models.level_units import read_value
from models.outcome import Certainty, LevelPrice
from models.settings import Level
from optimizer.report.dutch import dutch
from optimizer.workbook import labels

LEVEL_NAMES: Mapping[Level, str] = {
    **labels.LEVELS,
    Level.UNIQUENESS: "keuze bij gelijke plannen",
}
"""How a level is called where it is read; what is typed in `niveaus` is in `labels.LEVELS`."""
_UNITS: Mapping[Level, str] = {
    Level.CORE: "uur",
    Level.BALANCE: "uur",
    Level.CONTINUITY: "uur",
    Level.FAIRNESS: "procentpunt",
    Level.QUALITY: "",
    Level.UNIQUENESS: "",
}
WEIGHTED = "gewogen uur"
"""The unit of all other levels: hours that count more where they matter more."""


def heading(level: Level) -> str:
    """The name of a level with its unit, for above a column: `kern (uur)`."""
    unit = _UNITS.get(level, WEIGHTED)
    return f"{LEVEL_NAMES[level]} ({unit})" if unit else LEVEL_NAMES[level]


class LevelWords:
    """Puts values of levels into words, for one size of a grain in hours."""

    def __init__(self, grain: int) -> None:
        self._grain = grain

    def number(self, level: Level, value: int) -> int | float:
        """The value as it is read, without its unit."""
        shown = read_value(level, value, self._grain)
        return shown if isinstance(shown, int) else float(shown)

    def figure(self, level: Level, value: int) -> str:
        """The value as Dutch readers write it, without its unit."""
        return dutch(read_value(level, value, self._grain))

    def amount(self, level: Level, value: int) -> str:
        """The value with its unit: `100 uur`."""
        return f"{self.figure(level, value)} {_UNITS.get(level, WEIGHTED)}".rstrip()

    def change(self, level: Level, difference: int) -> str:
        """A difference with its sign and its unit."""
        return f"{'+' if difference > 0 else ''}{self.amount(level, difference)}"

    def price(self, price: LevelPrice) -> str:
        """What a change costs on one level; empty when nothing."""
        name, difference = LEVEL_NAMES[price.level], price.difference
        if difference is None:
            return f"{name} onbekend"
        if difference == 0:
            return ""
        if price.certainty is Certainty.EXACT:
            return f"{name} {self.change(price.level, difference)}"
        if difference > 0:
            return f"{name} hoogstens {self.change(price.level, difference)}"
        return f"{name} minstens {self.amount(price.level, -difference)} beter"

    def prices(self, prices: Iterable[LevelPrice]) -> str:
        """The levels that get better or worse; one sentence when none does."""
        told = [text for price in prices if (text := self.price(price))]
        return " · ".join(told) or "kost niets: elk doel blijft gelijk"
