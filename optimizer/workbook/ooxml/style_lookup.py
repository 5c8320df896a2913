"""The style that a cell has, or that a new cell takes from its surroundings."""

from bisect import bisect_left, insort
from collections import defaultdict

from optimizer.workbook.ooxml.cell_range import Position
from optimizer.workbook.ooxml.sheet_index import SheetIndex


class StyleLookup:
    """Style numbers of the cells of one sheet, with those given in this session.

    Attributes
    ----------
    header_row
        Cells up to this row lend their style to no cell below them.
    """

    def __init__(self, index: SheetIndex) -> None:
        self.header_row = 1
        self._index = index
        self._styles: dict[Position, int] = {}
        self._rows_by_column: defaultdict[int, list[int]] = defaultdict(list)
        for position, cell in index.cells():
            self.put(position, int(cell.get("s", "0")))

    def put(self, position: Position, style: int) -> None:
        """Record the style of a cell."""
        row, column = position
        if position not in self._styles:
            insort(self._rows_by_column[column], row)
        self._styles[position] = style

    def find(self, position: Position) -> int:
        """The cell's own style, else its row's, else that of the cell above, else its column's."""
        own = self._styles.get(position)
        if own is None:
            own = self._index.row_style(position[0])
        if own is None:
            own = self._style_above(position)
        return self._index.column_style(position[1]) if own is None else own

    def _style_above(self, position: Position) -> int | None:
        row, column = position
        rows = self._rows_by_column.get(column, [])
        place = bisect_left(rows, row) - 1
        if place < 0 or rows[place] <= self.header_row:
            return None
        return self._styles[rows[place], column]
