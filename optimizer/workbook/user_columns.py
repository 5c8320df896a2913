"""The columns that a user added to an output sheet: they stay with the row they belong to."""

from collections.abc import Iterator, Mapping, Sequence

from optimizer.workbook.columns import Sheet
from optimizer.workbook.headers import Located
from optimizer.workbook.ooxml.cell_xml import CellValue
from optimizer.workbook.output_sheets import ALLOCATION, GAPS, PER_PERSON, PER_SCHOOL, SUMMARY
from optimizer.workbook.reader import RawCell

Row = Mapping[str, CellValue]
Key = tuple[str, ...]

ROW_KEYS: Mapping[str, tuple[str, ...]] = {
    ALLOCATION.key: ("task", "unit", "person", "role", "source"),
    PER_PERSON.key: ("person",),
    PER_SCHOOL.key: ("unit", "item"),
    GAPS.key: ("task", "unit"),
    SUMMARY.key: ("item",),
}
"""What tells the rows of an output sheet apart."""


class UserColumns:
    """Notes of the user beside the rows of one output sheet.

    A formula stays in its cell: it speaks of the cells beside it. Text and numbers move with the
    row that they were written for. A row that is gone but carries notes is kept at the end.
    """

    def __init__(self, located: Located, sheet: Sheet) -> None:
        self._located = located
        self._keys = ROW_KEYS[sheet.key]
        self._notes: dict[Key, dict[int, RawCell]] = {}
        self._rows: dict[Key, int] = {}
        self._fixed: set[tuple[int, int]] = set()
        for row in located.data_rows():
            self._read(row)

    def _read(self, row: int) -> None:
        key = tuple(self._located.text(row, name) for name in self._keys)
        cells = {column: self._located.sheet.cell(row, column) for column in self._located.extra}
        self._fixed |= {(row, column) for column, cell in cells.items() if cell.formula}
        notes = {c: cell for c, cell in cells.items() if not cell.is_empty and not cell.formula}
        if notes and key not in self._notes:
            self._notes[key] = notes
            self._rows[key] = row

    def kept_rows(self, rows: Sequence[Row]) -> list[Row]:
        """Key columns of the rows that are gone but carry notes."""
        present = {self._key(row) for row in rows}
        return [
            dict(zip(self._keys, key, strict=True)) for key in self._notes if key not in present
        ]

    def _key(self, row: Row) -> Key:
        return tuple("" if row.get(name) is None else str(row[name]) for name in self._keys)

    def moved(self, rows: Sequence[Row], first: int) -> Iterator[tuple[tuple[int, int], CellValue]]:
        """The cells to set so that every note stands beside its row; rows begin at `first`."""
        targets = {self._key(row): line for line, row in enumerate(rows, start=first)}
        moving = {key for key, row in self._rows.items() if targets[key] != row}
        for key in moving:
            for column in self._notes[key]:
                yield (self._rows[key], column), None
        for key in moving:
            for column, cell in self._notes[key].items():
                position = (targets[key], column)
                if position not in self._fixed:
                    yield position, _plain(cell)


def _plain(cell: RawCell) -> CellValue:
    value = cell.value
    return value if isinstance(value, int | float | str | bool) else str(value)
