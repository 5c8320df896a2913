"""The cells of one task: its title, flags, hours, traits and notes."""

import re
from collections.abc import Iterator
from datetime import date

from models.vocabulary import Applies, Cluster, Priority
from optimizer.importing import answer_words, words
from optimizer.importing.doubts import Doubt
from optimizer.importing.grid import Grid
from optimizer.importing.people import split_names
from optimizer.importing.review_point import CORE, TASK
from optimizer.importing.school_cells import SchoolCells
from optimizer.importing.source_map import PURPLE, ListMap, SourceMap
from optimizer.importing.source_task import Cross, Owner, SourceTask
from optimizer.importing.task_hours import HoursReader
from optimizer.importing.task_traits import Timing, level_of, priority_of, timing_of
from optimizer.importing.who_cells import WhoCells
from optimizer.workbook import labels
from optimizer.workbook.read.colours import is_purple
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import clean, fold
from optimizer.workbook.read.reader import RawCell

_APPLIES = {label: each for each, label in labels.APPLIES.items()}
_PRIORITIES = {label: each for each, label in labels.PRIORITIES.items()}
_BULLET = re.compile(r"^(?:[-•*–·▪○]\s+|\(?\d+(?:\.\d+)*[.)]\s+|[a-z]\)\s+)+")


class TaskCells:
    """Reads the cells of a list row by row; what is doubtful is added to `doubts`."""

    def __init__(
        self, grid: Grid, list_map: ListMap, source_map: SourceMap, doubts: list[Doubt]
    ) -> None:
        self._grid, self._map = grid, list_map
        self._doubts = doubts
        self._rows = [row for row in grid.rows if list_map.first_row <= row <= list_map.last_row]
        self._who = WhoCells(grid, list_map, source_map, doubts)
        self._schools = SchoolCells(grid, list_map, self._who)
        cells = [grid.cell(row, list_map.hours) for row in self._rows]
        self._answers = source_map.answers
        self._hours = HoursReader(list_map.hours_per, cells, self._answers, doubts)
        self._core_words = self._words_in(list_map.core_column or 0) - words.NO_WORDS
        several = (list_map.school, list_map.person, list_map.rhythm, list_map.school_column)
        self._may_repeat = any(several)
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
        return frozenset(fold(text) for _, text in self._grid.texts(column, self._rows))

    def read(self, row: int, cluster: Cluster | None, hint: Cluster | None) -> SourceTask:
        """The task in a row."""
        cell = self._grid.cell(row, self._map.title)
        text = cell_text(cell)
        crosses = (*self.crosses(row), *self._owner(cell))
        at = self._schools.read(row, crosses)
        hours = self._hours.read(self._grid.shown(row, self._map.hours))
        timing = self._timing(row)
        kept = (f"{words.HOURS_NOTE}: {hours.note}",) if hours.note else ()
        return SourceTask(
            where=cell.where,
            title=_BULLET.sub("", text) or text,
            number=self._number(row),
            cluster=cluster,
            hint=hint,
            core=self._core(row, cell),
            applies=self._applies(row, cell, nothing=hours.nothing and not crosses),
            hours=hours.hours,
            notes=(*self.notes(row), *kept),
            crosses=at.crosses,
            priority=self._priority(row),
            level=level_of(self._grid.shown_text(row, self._map.level)),
            rhythm=timing.rhythm,
            peak=timing.peak,
            schools=at.schools,
            repeats=self._may_repeat,
        )

    def _number(self, row: int) -> str:
        cell = self._grid.cell(row, self._map.number)
        return "" if isinstance(cell.value, date) else cell_text(cell)

    def _owner(self, cell: RawCell) -> Iterator[Cross]:
        """The person whose list this is."""
        for name in split_names(self._map.person):
            yield Cross(name, None, cell.where, self._map.school)

    def _core(self, row: int, cell: RawCell) -> bool | None:
        """Whether a task is a core task: by an answer, else by a column, else by a colour."""
        said = self._answers.word(CORE, self._grid.name, row, dict.fromkeys(answer_words.YES_NO))
        stated = self._core_by_cells(row, cell)
        return said == labels.YES if said else stated

    def _core_by_cells(self, row: int, cell: RawCell) -> bool | None:
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

    def _applies(self, row: int, cell: RawCell, *, nothing: bool) -> Applies:
        """Whether a task is done here, as the user said or by its cells."""
        said = self._answers.word(TASK, self._grid.name, row, _APPLIES)
        stated = self._applies_by_cells(row, cell, nothing=nothing)
        return _APPLIES[said] if said else stated

    def _applies_by_cells(self, row: int, cell: RawCell, *, nothing: bool) -> Applies:
        """Whether a task is done here; `nothing` tells that it has no hours and nobody."""
        if row in self._grid.sheet.hidden_rows:
            self._doubt("hidden-row", cell)
        if cell.struck:
            self._doubt("struck", cell)
            return Applies.NO
        stated = self._grid.shown(row, self._map.applies)
        word = fold(cell_text(stated))
        if not word and nothing:
            self._doubt("applies-by-hours", self._grid.shown(row, self._map.hours))
            return Applies.NO
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

    def _priority(self, row: int) -> Priority | None:
        cell = self._grid.shown(row, self._map.priority)
        found = priority_of(cell_text(cell))
        if found is None and cell_text(cell):
            self._doubt("priority-unclear", cell)
        said = self._answers.word(TASK, self._grid.name, row, _PRIORITIES)
        return _PRIORITIES[said] if said else found

    def _timing(self, row: int) -> Timing:
        """How often and when, by the column for it, else by the hours: ‘40u zomer’."""
        stated = timing_of(self._grid.shown_text(row, self._map.rhythm))
        by_hours = timing_of(self._grid.shown_text(row, self._map.hours))
        return Timing(stated.rhythm or by_hours.rhythm, stated.peak or by_hours.peak)

    def notes(self, row: int) -> Iterator[str]:
        """What stands in the other columns, with their headers, and the comments on the cells."""
        for column in sorted({*self._map.notes, *self._unread(row)}):
            if text := self._grid.text(row, column):
                header = self._header(column)
                yield f"{header}: {text}" if header else text
        when = [self._header(column) for column in self._map.calendar
                if self._grid.text(row, column)]  # fmt: skip
        if when:
            yield f"{words.WHEN_NOTE}: {', '.join(when)}"
        for column in sorted(self._map.columns()):
            if note := clean(self._grid.cell(row, column).note):
                yield note

    def _unread(self, row: int) -> Iterator[int]:
        """The columns of a row whose text says something else or more than is read from it."""
        when = self._grid.text(row, self._map.rhythm)
        if self._map.rhythm is not None and fold(when) not in labels.RHYTHMS.values():
            yield self._map.rhythm
        if self._map.level is not None and level_of(self._grid.text(row, self._map.level)) is None:
            yield self._map.level

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
