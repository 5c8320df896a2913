"""By which colour an overview marks its core tasks: purple, or another that its legend names."""

from collections.abc import Iterable, Iterator, Sequence

from optimizer.importing import words
from optimizer.importing.doubts import Doubt
from optimizer.importing.grid import Grid
from optimizer.importing.source_map import PURPLE
from optimizer.workbook.read.colours import is_purple
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell

_PLAIN = frozenset({"FFFFFF", "000000"})
_NEARLY_ALL = 0.95
_MANY = 5


def find_core_colour(cells: Sequence[RawCell], grids: Iterable[Grid], doubts: list[Doubt]) -> str:
    """The colour that marks core tasks, from the cells of all tasks; empty when none has one."""
    filled = [cell for cell in cells if is_purple(cell.fill)]
    inked = [cell for cell in cells if is_purple(cell.ink) and not is_purple(cell.fill)]
    if filled or inked:
        if len(filled) + len(inked) >= max(_MANY, _NEARLY_ALL * len(cells)):
            first = (filled or inked)[0]
            doubts.append(Doubt("all-core", first.where, cell_text(first)))
        if filled:
            doubts += [Doubt("core-by-ink", cell.where, cell_text(cell)) for cell in inked]
        return PURPLE
    used = {colour for cell in cells for colour in (cell.fill, cell.ink) if colour}
    for cell in _legend_cells(grids):
        for colour in (cell.fill, cell.ink):
            if colour in used - _PLAIN:
                doubts.append(Doubt("core-colour", cell.where, cell_text(cell)))
                return colour
    return ""


def _legend_cells(grids: Iterable[Grid]) -> Iterator[RawCell]:
    """Cells that explain what a core task looks like."""
    for grid in grids:
        for row in grid.rows:
            for cell in grid.filled(row).values():
                if any(word in fold(cell_text(cell)) for word in words.CORE_WORDS):
                    yield cell
