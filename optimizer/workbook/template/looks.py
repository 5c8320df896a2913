"""What the formats of cells say: colours as seen on screen, struck text, percentages."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles.colors import COLOR_INDEX, Color

from optimizer.workbook.read.colours import resolve, theme_colours


class Look(NamedTuple):
    """What a style says that the program reads; see `RawCell`."""

    is_percent: bool
    struck: bool
    fill: str | None
    ink: str | None
    bold: bool


class Looks:
    """The looks of one workbook, worked out once per style: cells share a few of them."""

    def __init__(self, workbook: Workbook) -> None:
        self._theme = theme_colours(workbook.loaded_theme)
        # A workbook may bring a palette of its own for the colours that are given by number.
        self._palette: Sequence[str] = getattr(workbook, "_colors", None) or COLOR_INDEX
        self._known: dict[int, Look] = {}

    def of(self, cell: Cell) -> Look:
        """How a cell looks."""
        style = cell.style_id
        if style not in self._known:
            self._known[style] = self._read(cell)
        return self._known[style]

    def _read(self, cell: Cell) -> Look:
        font, fill = cell.font, cell.fill
        solid = fill is not None and fill.fill_type == "solid"
        return Look(
            is_percent="%" in (cell.number_format or ""),
            struck=bool(font and font.strike),
            fill=self._colour(fill.fgColor) if solid else None,
            ink=self._colour(font.color) if font and font.color else None,
            bold=bool(font and font.bold),
        )

    def _colour(self, colour: Color) -> str | None:
        return resolve(colour, self._theme, self._palette)
