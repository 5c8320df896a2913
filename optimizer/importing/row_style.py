"""How the tasks of a list usually look, so that what looks otherwise can be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from optimizer.importing.grid import Grid


@dataclass(frozen=True)
class RowStyle:
    """How many of the texts in a column look in some way, from 0 to 1."""

    bold: float = 0.0
    wide: float = 0.0
    upper: float = 0.0
    sentence: float = 0.0


def measure(grid: Grid, column: int, rows: Sequence[int]) -> RowStyle:
    """The usual look of the texts in a column."""
    texts = dict(grid.texts(column, rows))
    if not texts:
        return RowStyle()
    return RowStyle(
        bold=sum(grid.cell(row, column).bold for row in texts) / len(texts),
        wide=sum(grid.is_wide(row, column) for row in texts) / len(texts),
        upper=sum(text.isupper() for text in texts.values()) / len(texts),
        sentence=sum(text.endswith(".") for text in texts.values()) / len(texts),
    )
