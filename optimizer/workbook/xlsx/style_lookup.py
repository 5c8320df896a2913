"""The style that a cell has, or that a new cell takes from its surroundings."""

from bisect import bisect_left, insort
from collections import defaultdict

from optimizer.workbook.addresses import Position
from optimizer.workbook.xlsx.sheet_index import SheetIndex


class StyleLookup:
    """Style numbers of the cells of one sheet, with those given in this session.

    A damaged sheet may name styles that the workbook does not have. Cells that have one keep it,
    as all that is not ours; a new cell gets the default style, 0.

    Attributes
    ----------
    header_row
        Cells up to this row lend their style to no cell below them.
    """

    def __init__(self, index: SheetIndex, known: int) -> None:
        """Look up styles in a sheet of a workbook that has `known` of them."""
        self.header_row = 1
        self._index = index
        self._known = known
        self._styles: dict[Position, int] = {}
        self._rows_by_column: defaultdict[int, list[int]] = defaultdict(list)
        for position, cell in index.cells():
            self.put(position, self._existing(cell.number("s")))

    def put(self, position: Position, style: int) -> None:
        """Record the style of a cell."""
        row, column = position
        if position not in self._styles:
            insort(self._rows_by_column[column], row)
        self._styles[position] = style

    def find(self, position: Position) -> int:
        """The cell's own style, else its row's, else that of the cell above, else its column's."""
        row, column = position
        own = self._styles.get(position)
        if own is not None:
            return own
        of_row = self._index.row_style(row)
        if of_row is not None:
            return self._existing(of_row)
        above = self._style_above(position)
        return self._existing(self._index.column_style(column)) if above is None else above

    def _existing(self, style: int) -> int:
        return style if 0 <= style < self._known else 0

    def _style_above(self, position: Position) -> int | None:
        row, column = position
        rows = self._rows_by_column.get(column, [])
        place = bisect_left(rows, row) - 1
        if place < 0 or rows[place] <= self.header_row:
            return None
        return self._styles[rows[place], column]
