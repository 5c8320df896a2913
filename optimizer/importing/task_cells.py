"""The cells of one task: its title, flags, hours and notes."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from models.issues import Issue
from models.settings import Settings
from models.validation.ranges import LIMITS
from models.vocabulary import Applies, Cluster
from optimizer.importing import words
from optimizer.importing.doubts import Doubt
from optimizer.importing.grid import Grid
from optimizer.importing.source_map import PURPLE, ListMap, SourceMap
from optimizer.importing.source_task import Cross, Owner, SourceTask
from optimizer.importing.who_cells import WhoCells
from optimizer.workbook.read import values
from optimizer.workbook.read.colours import is_purple
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import clean, fold
from optimizer.workbook.read.reader import RawCell

WEEKS = Settings().school_weeks
"""Weeks of a school year, for hours that an overview gives per week."""
_HOURS = next(limit for limit in LIMITS if limit.attribute == "fixed_hours")
_BULLET = re.compile(r"^(?:[-•*–·▪○]\s+|\(?\d+(?:\.\d+)*[.)]\s+|[a-z]\)\s+)+")


class TaskCells:
    """Reads the cells of a list row by row; what is doubtful is added to `doubts`."""

    def __init__(
        self, grid: Grid, list_map: ListMap, source_map: SourceMap, doubts: list[Doubt]
    ) -> None:
        self._grid, self._map = grid, list_map
        self._doubts = doubts
        self._who = WhoCells(grid, list_map, source_map, doubts)
        self._core_words = self._words_in(list_map.core_column or 0) - words.NO_WORDS
        self._empty_applies = Applies.YES
        if self._applies_by_cross():
            self._empty_applies = Applies.NO
            first = grid.cell(list_map.first_row, list_map.applies)
            doubts.append(Doubt("applies-crossed", first.where))

    def _applies_by_cross(self) -> bool:
        """Whether the tasks that apply are crossed, so that an empty cell means no."""
        found = self._words_in(self._map.applies or 0)
        return bool(found) and found <= words.CROSSES - words.AFFIRMATIONS

    def _words_in(self, column: int) -> frozenset[str]:
        """The different words in a column of the list."""
        rows = (row for row in self._grid.rows if self._map.first_row <= row <= self._map.last_row)
        return frozenset(fold(text) for _, text in self._grid.texts(column, rows))

    def read(self, row: int, cluster: Cluster | None) -> SourceTask:
        """The task in a row."""
        cell = self._grid.cell(row, self._map.title)
        text = cell_text(cell)
        return SourceTask(
            where=cell.where,
            title=_BULLET.sub("", text) or text,
            number=self._number(row),
            cluster=cluster,
            core=self._core(row, cell),
            applies=self._applies(row, cell),
            hours=self._hours(row),
            notes=tuple(self.notes(row)),
            crosses=tuple(self.crosses(row)),
        )

    def _number(self, row: int) -> str:
        cell = self._grid.cell(row, self._map.number)
        return "" if isinstance(cell.value, date) else cell_text(cell)

    def _core(self, row: int, cell: RawCell) -> bool | None:
        """Whether a task is a core task; a column goes before a colour."""
        if self._map.core_column is not None:
            return self._flag(row, self._map.core_column)
        if not self._map.core_colour:
            return None
        beside = self._grid.cell(row, self._map.number)
        if any(has_colour(colour, self._map.core_colour) for colour in (cell.fill, cell.ink)):
            return True
        if has_colour(beside.fill, self._map.core_colour):
            self._doubt("core-beside", beside, cell_text(cell))
            return True
        return False

    def _flag(self, row: int, column: int) -> bool:
        """Whether a cell says yes; another word than yes or no is doubtful and counts as no.

        The only word of a column that is otherwise empty means yes, whatever it is.
        """
        cell = self._grid.shown(row, column)
        word = fold(cell_text(cell))
        if word in words.YES_WORDS or self._core_words == {word}:
            return True
        if word not in words.NO_WORDS:
            self._doubt("core-unclear", cell)
        return False

    def _applies(self, row: int, cell: RawCell) -> Applies:
        if row in self._grid.sheet.hidden_rows:
            self._doubt("hidden-row", cell)
        if cell.struck:
            self._doubt("struck", cell)
            return Applies.NO
        stated = self._grid.shown(row, self._map.applies)
        word = fold(cell_text(stated))
        if not word:
            return self._empty_applies
        if word in words.YES_WORDS:
            return Applies.YES
        if word in words.LATER_WORDS:
            return Applies.LATER
        if word not in words.NO_WORDS:
            self._doubt("applies-unclear", stated)
            return Applies.YES
        return Applies.NO

    def _hours(self, row: int) -> Decimal | None:
        """Clock hours a year; an empty or unreadable cell gives none."""
        cell = self._grid.cell(row, self._map.hours)
        found = values.number(cell)
        if found is None:
            return None
        if isinstance(found, Issue):
            self._doubt("hours-unclear", cell)
            return None
        hours = found * WEEKS if self._map.hours_per_week else found
        if not _HOURS.least <= hours <= _HOURS.most:
            self._doubt("hours-unclear", cell)
            return None
        return hours

    def notes(self, row: int) -> Iterator[str]:
        """What stands in the other columns, with their headers, and the comments on the cells."""
        for column in self._map.notes:
            if text := self._grid.text(row, column):
                header = self._header(column)
                yield f"{header}: {text}" if header else text
        for column in sorted(self._map.columns()):
            if note := clean(self._grid.cell(row, column).note):
                yield note

    def _header(self, column: int) -> str:
        if self._map.header_row is None:
            return ""
        below = self._grid.text(self._map.first_row - 1, column)
        return below or self._grid.text(self._map.header_row, column)

    def owners(self) -> Iterator[Owner]:
        """Whose the columns of crosses are."""
        return self._who.owners()

    def crosses(self, row: int) -> Iterator[Cross]:
        """Everybody beside the task."""
        return self._who.crosses(row)

    def _doubt(self, code: str, cell: RawCell, found: str = "") -> None:
        self._doubts.append(Doubt(code, cell.where, found or cell_text(cell)))


def has_colour(rgb: str | None, wanted: str) -> bool:
    """Whether a colour is the one that marks core tasks."""
    return is_purple(rgb) if wanted == PURPLE else rgb == wanted
