"""Who is in a task: the signs and the names in its row."""

from collections.abc import Iterator

from models.issues import CellRef
from optimizer.importing import answer_words
from optimizer.importing.doubts import Doubt
from optimizer.importing.grid import Grid
from optimizer.importing.people import is_nobody, may_be_name, split_names, without_aside
from optimizer.importing.signs import MARK_ROLES, Sign, is_cross, read_sign
from optimizer.importing.source_map import ListMap, Mark, SourceMap
from optimizer.importing.source_task import Cross, Owner
from optimizer.workbook import labels
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell


class WhoCells:
    """Reads the people of a list row by row; what is doubtful is added to `doubts`."""

    def __init__(
        self, grid: Grid, list_map: ListMap, source_map: SourceMap, doubts: list[Doubt]
    ) -> None:
        self._grid, self._map = grid, list_map
        self._marks, self._answers = source_map.marks, source_map.answers
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
            cell = self._grid.shown(row, column)
            for entry in self.names(cell):
                yield Cross(entry, role, cell.where, self._school(column))
                yield from self._beside(cell, column, entry)

    def names(self, cell: RawCell) -> Iterator[str]:
        """The names in a cell; what is no name is reported."""
        # Line breaks separate names, so the value is split before it is cleaned.
        text = cell.value if isinstance(cell.value, str) else cell_text(cell)
        for entry in split_names(text):
            yield from self._named(cell, entry)

    def _named(self, cell: RawCell, entry: str) -> Iterator[str]:
        """The people whom one entry means: as the user said, if he was asked."""
        name, said = entry.rstrip("? "), self._answers.who(cell.where, entry)
        if is_nobody(entry) or is_cross(entry) or not may_be_name(name):
            vague = is_nobody(entry) or is_cross(entry)
            self._doubt("nobody" if vague else "no-name", cell, entry)
            yield from split_names("" if fold(said) == answer_words.NOBODY else said)
            return
        if name != entry:
            self._doubt("name-doubtful", cell, entry, target=name)
        if name == entry or fold(said) != labels.NO:
            yield name

    def _beside(self, cell: RawCell, column: int, entry: str) -> Iterator[Cross]:
        """Whoever stands in parentheses behind a name, when the user said that he takes part."""
        mark = answer_words.mark_of(self._answers.who(cell.where, entry))
        if mark is not None and mark in MARK_ROLES:
            aside = without_aside(entry).aside
            yield Cross(aside, MARK_ROLES[mark], cell.where, self._school(column))

    def _school(self, column: int) -> str:
        return self._map.schools.get(column, self._map.school)

    def _by_sign(self, cell: RawCell, column: int, who: str) -> Iterator[Cross]:
        reading = read_sign(cell_text(cell), self._marks)
        if reading.sign is Sign.NONE:
            return
        said = answer_words.mark_of(self._answers.who(cell.where, cell_text(cell)))
        if reading.sign is Sign.UNKNOWN:
            self._report_sign(cell, who)
        elif reading.sign is Sign.DOUBTFUL:
            self._doubt("sign-doubtful", cell, target=who)
        if said is Mark.NOTHING or (said is None and reading.sign is Sign.UNKNOWN):
            return
        for entry in split_names(who):
            role = reading.role if said is None else MARK_ROLES.get(said)
            yield Cross(entry, role, cell.where, self._school(column))

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
