"""A sheet as somebody looks at it: which cells are filled, and what shows in merged blocks."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from models.issues import CellRef
from optimizer.workbook.addresses import cell_name
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.reader import RawCell, RawSheet


class Grid:
    """Questions about one sheet of the source; rows and columns are counted from 1."""

    def __init__(self, sheet: RawSheet) -> None:
        self.sheet = sheet
        self.name = sheet.name
        self._filled = {
            row: {column: cell for column, cell in cells.items() if not cell.is_empty}
            for row, cells in sheet.rows.items()
        }
        self._anchors = dict(self._merged())

    def _merged(self) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Per position in a merged block its filled top left; no further than the sheet is used."""
        last_column = max(self.columns, default=0) + 1
        for top, left, bottom, right in self.sheet.merges:
            if left in self.filled(top):
                for row in range(top, min(bottom, self.last_row) + 1):
                    for column in range(left, min(right, last_column) + 1):
                        yield (row, column), (top, left)

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """Numbers of the rows in which something stands, downwards."""
        return tuple(row for row, cells in self._filled.items() if cells)

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Numbers of the columns in which something stands."""
        return tuple(sorted({column for cells in self._filled.values() for column in cells}))

    @property
    def last_row(self) -> int:
        """The last row in which something stands; 0 for an empty sheet."""
        return self.rows[-1] if self.rows else 0

    def filled(self, row: int) -> Mapping[int, RawCell]:
        """The cells of a row in which something stands, by column."""
        return self._filled.get(row, {})

    def cell(self, row: int, column: int | None) -> RawCell:
        """The cell at a position; an empty one when the list has no such column."""
        if column is None:
            return RawCell(CellRef(self.name))
        return self.sheet.cell(row, column)

    def shown(self, row: int, column: int | None) -> RawCell:
        """The cell whose value shows at a position: the top left one of a merged block."""
        return self.cell(*self._anchors.get((row, column or 0), (row, column)))

    def text(self, row: int, column: int | None) -> str:
        """The clean text that stands in a cell itself."""
        return cell_text(self.cell(row, column))

    def shown_text(self, row: int, column: int | None) -> str:
        """The clean text that shows at a position, also inside a merged block."""
        return cell_text(self.shown(row, column))

    def texts(self, column: int, rows: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Row and text of the cells of a column in which some text stands."""
        for row in rows:
            if text := self.text(row, column):
                yield row, text

    def continues(self, row: int, column: int) -> bool:
        """Whether a cell belongs to a block that began higher up in the same column."""
        top, left = self._anchors.get((row, column), (row, column))
        return top < row and left == column

    def is_wide(self, row: int, column: int) -> bool:
        """Whether a cell is merged with cells beside it."""
        return self._anchors.get((row, column + 1)) == (row, column)

    def where(self, row: int, column: int) -> CellRef:
        """The address of a position."""
        return CellRef(self.name, cell_name((row, column)))
