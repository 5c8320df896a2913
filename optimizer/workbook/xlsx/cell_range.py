"""Rectangular ranges of cells as numbers, and reading an address."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from optimizer.workbook.addresses import MAX_COLUMN, MAX_ROW, Position, cell_name, column_number

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]+)")


def parse_cell(ref: str) -> Position:
    """Row and column of an address such as `B7`; `ValueError` when it is none."""
    match = _CELL.fullmatch(ref)
    if match is None:
        raise ValueError(f"not a cell address: {ref!r}")
    position = int(match[2]), column_number(match[1])
    check_position(position)
    return position


def check_position(position: Position) -> None:
    """`ValueError` when the position lies outside a worksheet."""
    row, column = position
    if not (1 <= row <= MAX_ROW and 1 <= column <= MAX_COLUMN):
        raise ValueError(f"outside the worksheet: row {row}, column {column}")


@dataclass(frozen=True)
class CellRange:
    """A rectangle of cells, ends included."""

    min_row: int
    min_column: int
    max_row: int
    max_column: int

    @classmethod
    def parse(cls, text: str) -> "CellRange | None":
        """The rectangle of `B2` or `A1:C9`; None for other forms (whole columns, names, damage)."""
        first, _, last = text.partition(":")
        try:
            (row, column), (max_row, max_column) = parse_cell(first), parse_cell(last or first)
        except ValueError:
            return None
        return cls(row, column, max_row, max_column)

    def __contains__(self, position: Position) -> bool:
        row, column = position
        in_rows = self.min_row <= row <= self.max_row
        return in_rows and self.min_column <= column <= self.max_column

    def __str__(self) -> str:
        first = cell_name((self.min_row, self.min_column))
        return first if self.is_single else f"{first}:{cell_name((self.max_row, self.max_column))}"

    @property
    def is_single(self) -> bool:
        """Whether the rectangle is one cell."""
        return (self.min_row, self.min_column) == (self.max_row, self.max_column)

    def including(self, positions: Iterable[Position]) -> "CellRange":
        """The smallest rectangle that holds this one and the positions."""
        corners = [(self.min_row, self.min_column), (self.max_row, self.max_column), *positions]
        rows, columns = zip(*corners, strict=True)
        return CellRange(min(rows), min(columns), max(rows), max(columns))
