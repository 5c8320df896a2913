"""Who is in a task: the signs and the names in its row."""

from collections.abc import Iterator

from models.issues import CellRef
from optimizer.importing.doubts import Doubt
from optimizer.importing.grid import Grid
from optimizer.importing.people import is_nobody, may_be_name, split_names
from optimizer.importing.signs import Sign, is_cross, read_sign
from optimizer.importing.source_map import ListMap, SourceMap
from optimizer.importing.source_task import Cross, Owner
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell


class WhoCells:
    """Reads the people of a list row by row; what is doubtful is added to `doubts`."""

    def __init__(
        self, grid: Grid, list_map: ListMap, source_map: SourceMap, doubts: list[Doubt]
    ) -> None:
        self._grid, self._map = grid, list_map
        self._marks = source_map.marks
        self._doubts = doubts
        self._letters: set[str] = set()

    def owners(self) -> Iterator[Owner]:
        """Whose the columns of crosses are, whether there is a cross in them or not."""
        for column, who in self._map.crosses.items():
            for entry in split_names(who):
                yield Owner(entry, self._head(column))

    def crosses(self, row: int) -> Iterator[Cross]:
        """Everybody beside the task, by sign and by name."""
        for column, who in self._map.crosses.items():
            yield from self._by_sign(self._grid.shown(row, column), column, who)
        for column, role in self._map.names.items():
            for entry in self.names(self._grid.shown(row, column)):
                where = self._grid.shown(row, column).where
                yield Cross(entry, role, where, self._school(column))

    def names(self, cell: RawCell) -> Iterator[str]:
        """The names in a cell; what is no name is reported."""
        # Line breaks separate names, so the value is split before it is cleaned.
        text = cell.value if isinstance(cell.value, str) else cell_text(cell)
        for entry in split_names(text):
            name = entry.rstrip("? ")
            if is_nobody(entry) or is_cross(entry):
                self._doubt("nobody", cell, entry)
            elif may_be_name(name):
                if name != entry:
                    self._doubt("name-doubtful", cell, entry, target=name)
                yield name
            else:
                self._doubt("no-name", cell, entry)

    def _school(self, column: int) -> str:
        return self._map.schools.get(column, self._map.school)

    def _by_sign(self, cell: RawCell, column: int, who: str) -> Iterator[Cross]:
        reading = read_sign(cell_text(cell), self._marks)
        if reading.sign is Sign.NONE:
            return
        if reading.sign is Sign.UNKNOWN:
            self._report_sign(cell, who)
            return
        if reading.sign is Sign.DOUBTFUL:
            self._doubt("sign-doubtful", cell, target=who)
        for entry in split_names(who):
            yield Cross(entry, reading.role, cell.where, self._school(column))

    def _report_sign(self, cell: RawCell, who: str) -> None:
        """A text that is no sign; a letter that comes back is reported once."""
        text = fold(cell_text(cell))
        if len(text) > 1:
            self._doubt("sign-unknown", cell, target=who)
        elif text not in self._letters:
            self._letters.add(text)
            self._doubt("letter-unknown", cell)

    def _head(self, column: int) -> CellRef:
        """The cell in which the header of a column stands; its first cell when it has none."""
        above = self._map.first_row - 1
        row = above if self._grid.text(above, column) else self._map.header_row
        return self._grid.where(row or self._map.first_row, column)

    def _doubt(self, code: str, cell: RawCell, found: str = "", target: str = "") -> None:
        self._doubts.append(Doubt(code, cell.where, found or cell_text(cell), target))
