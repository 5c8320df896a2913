"""The columns that a user added to an output sheet: they stay with the row they belong to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.reader import RawCell
from optimizer.workbook.template.agreements_sheet import AGREEMENTS
from optimizer.workbook.template.calendar_sheet import CALENDAR
from optimizer.workbook.template.output_sheets import (
    ALLOCATION,
    GAPS,
    PER_PERSON,
    PER_SCHOOL,
    SUMMARY,
)
from optimizer.workbook.xlsx.cell_xml import CellValue

Row = Mapping[str, CellValue]
Key = tuple[str, ...]
Position = tuple[int, int]

ROW_KEYS: Mapping[str, tuple[str, ...]] = {
    ALLOCATION.key: ("task", "unit", "person", "role", "source"),
    PER_PERSON.key: ("person", "unit"),
    PER_SCHOOL.key: ("unit", "task", "item"),
    AGREEMENTS.key: ("unit", "part"),
    GAPS.key: ("task", "unit"),
    CALENDAR.key: ("part", "code", "what"),
    SUMMARY.key: ("item",),
}
"""What tells the rows of an output sheet apart, as far as the user kept these columns."""
_MAY_CHANGE = "source"
"""A note follows its row when this alone is another: paid otherwise, or shown as gone."""
_LEFT: Mapping[str, Row] = {ALLOCATION.key: {"change": labels.GONE}}
"""What a row says that is kept for its notes alone: a later run takes it for no plan."""


@dataclass(frozen=True)
class ColumnMove:
    """A cell that becomes what stood at `origin`, or else `text`; nothing when both lack.

    `keeps_format` tells that it cannot be read without the format of its origin, like a date.
    """

    position: Position
    origin: Position | None = None
    text: str | None = None
    keeps_format: bool = False


class UserColumns:
    """Notes of the user beside the rows of one output sheet.

    A column with a formula stays as it is: it speaks of the cells beside it. Text and numbers move
    with the row that they were written for. A row that is gone but carries notes is kept at the
    end.

    Attributes
    ----------
    columns
        Numbers of the columns whose texts and numbers move.
    """

    def __init__(self, located: Located, sheet: Sheet) -> None:
        self._located = located
        self._left = _LEFT.get(sheet.key, {})
        self._keys = tuple(name for name in ROW_KEYS[sheet.key] if name in located.columns)
        below = [row for row in located.sheet.rows if row > located.header_row]
        self.columns = frozenset(c for c in located.extra if not self._has_formula(below, c))
        self._notes: dict[Key, dict[int, RawCell]] = {}
        self._rows: dict[Key, int] = {}
        self._loose: dict[Position, RawCell] = {}
        with_key = set(located.data_rows())
        for row in below:
            self._read(row, has_key=row in with_key)

    def _has_formula(self, rows: Sequence[int], column: int) -> bool:
        return any(self._located.sheet.cell(row, column).formula for row in rows)

    def _read(self, row: int, *, has_key: bool) -> None:
        """Note what stands beside a row; without a key of its own it belongs to no row."""
        cells = {column: self._located.sheet.cell(row, column) for column in sorted(self.columns)}
        notes = {column: cell for column, cell in cells.items() if not cell.is_empty}
        key = tuple(self._located.text(row, name) for name in self._keys)
        if has_key and notes and key not in self._notes:
            self._notes[key] = notes
            self._rows[key] = row
        else:
            self._loose |= {(row, column): cell for column, cell in notes.items()}

    def kept_rows(self, rows: Sequence[Row]) -> list[Row]:
        """Key columns of the rows that are gone but carry notes."""
        homes = self._homes(rows)
        return [
            {**self._left, **dict(zip(self._keys, key, strict=True))}
            for key in self._notes
            if key not in homes
        ]

    def _homes(self, rows: Sequence[Row]) -> Mapping[Key, Key]:
        """The row that every note belongs to now: its own, or else one that is nearly it."""
        present = [self._key(row) for row in rows]
        homes = {key: key for key in present if key in self._notes}
        near: dict[Key, Key] = {}
        for key in present:
            if key not in homes:
                near.setdefault(self._lasting(key), key)
        for key in self._notes:
            if key not in homes and (home := near.pop(self._lasting(key), None)):
                homes[key] = home
        return homes

    def _lasting(self, key: Key) -> Key:
        pairs = zip(self._keys, key, strict=True)
        return tuple(part for name, part in pairs if name != _MAY_CHANGE)

    def _key(self, row: Row) -> Key:
        return tuple("" if row.get(name) is None else str(row[name]) for name in self._keys)

    def moves(self, rows: Sequence[Row], first: int) -> Iterator[ColumnMove]:
        """The cells to set so that every note stands beside its row; rows begin at `first`."""
        targets: dict[Key, int] = {}
        for line, row in enumerate(rows, start=first):
            targets.setdefault(self._key(row), line)
        homes = self._homes(rows)
        targets |= {key: targets[homes[key]] for key in self._rows}
        moving = [key for key, row in self._rows.items() if targets[key] != row]
        for key in moving:
            for column in self._notes[key]:
                yield ColumnMove((self._rows[key], column))
        for key in moving:
            for column, cell in self._notes[key].items():
                position = (targets[key], column)
                yield self._arrival(position, cell, (self._rows[key], column))

    def _arrival(self, position: Position, note: RawCell, origin: Position) -> ColumnMove:
        """A note in its new cell, together with the text that may stand there already."""
        there = self._loose.get(position)
        if there is not None:
            return ColumnMove(position, text=f"{there.value}\n{note.value}")
        is_date = isinstance(note.value, date | time | timedelta)
        return ColumnMove(position, origin, keeps_format=is_date)
