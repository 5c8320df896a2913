"""Edits of one worksheet part: cells are spliced in, every other byte stays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.errors import WorkbookError
from optimizer.workbook.addresses import Position, cell_name
from optimizer.workbook.xlsx.cell_range import check_position
from optimizer.workbook.xlsx.cell_xml import CellValue, content_of
from optimizer.workbook.xlsx.column_widths import add_widths
from optimizer.workbook.xlsx.row_xml import CellEdit, RowXml
from optimizer.workbook.xlsx.shared_formulas import expand_shared
from optimizer.workbook.xlsx.sheet_index import SheetIndex, to_position
from optimizer.workbook.xlsx.sheet_pages import Pages, fit_properties
from optimizer.workbook.xlsx.sheet_ranges import (
    DataRows,
    filtered_to,
    fit_sheet,
    widen_dimension,
)
from optimizer.workbook.xlsx.style_lookup import StyleLookup
from optimizer.workbook.xlsx.xml_document import Document, Splice, apply_splices


@dataclass(frozen=True)
class SheetAddress:
    """Which sheet an editor edits: its name, its part, its id and its place in the workbook."""

    name: str
    part: str
    sheet_id: str
    number: int


class SheetEditor:
    """Sets cells of one sheet; nothing is written before the package is saved."""

    def __init__(self, address: SheetAddress, data: bytes, styles: int) -> None:
        """Index the part; `WorkbookError` when it is not a readable worksheet.

        `styles` is how many styles the workbook has.
        """
        self.address = address
        self.data_rows: DataRows | None = None
        self.pages = Pages()
        self._index = SheetIndex(Document(data, address.part))
        self._styles = StyleLookup(self._index, styles)
        self._edits: dict[Position, CellEdit] = {}
        self._heights: dict[int, float] = {}
        self._widths: dict[int, float] = {}

    @property
    def header_row(self) -> int:
        """The last row that lends its style to no cell below it; 1 unless told otherwise."""
        return self._styles.header_row

    @header_row.setter
    def header_row(self, row: int) -> None:
        self._styles.header_row = row

    def style(self, ref: str | Position) -> int:
        """The style number of a cell, or the one that it would take if it were written."""
        return self._styles.find(to_position(ref))

    def set(self, ref: str | Position, value: CellValue, style: int | None = None) -> None:
        """Give a cell a value, or empty it with None.

        Parameters
        ----------
        ref
            Address (`"B7"`) or row and column counted from 1.
        value
            Text is written as text, also when it begins with `=`.
        style
            Style number; None keeps the cell's own, or for a new cell takes its row's, else that
            of the nearest cell above (below the header row), else its column's.

        Raises
        ------
        WorkbookError
            `merged-cell`: hidden by a merge; `array-cell`: part of an array formula's range.
        ValueError
            The address lies outside a worksheet, or the number is not finite.
        """
        position = to_position(ref)
        self._check_writable(position)
        content_type, content = content_of(value, self._index.data.prefix)
        if content or style is not None or self._is_filled(position):
            self._put(position, content_type, content, style)

    def copy(self, origin: Position, target: Position, style: int | None = None) -> None:
        """Give a cell what another one held when the workbook was opened, exactly as it stood.

        `style` is as in `set`, and so are the refusals.
        """
        cell = self._index.cell(origin)
        if cell is None:
            return
        self._check_writable(target)
        content = self._index.document.inner(cell).decode()
        self._put(target, cell.get("t") or None, content, style)

    def _put(
        self, position: Position, content_type: str | None, content: str, style: int | None
    ) -> None:
        if style is None and position in self._edits:
            style = self._edits[position].style
        elif style is None and self._index.cell(position) is None:
            style = self.style(position)
        if style is not None:
            self._styles.put(position, style)
        self._edits[position] = CellEdit(content_type, content, style)

    def has_row(self, row: int) -> bool:
        """Whether the file says anything of a row."""
        return row in self._index.rows

    def set_height(self, row: int, points: float) -> None:
        """Give a row of an owned sheet, or one that is new, a height; one the user chose stays."""
        self._heights[row] = points

    def set_width(self, column: int, characters: float) -> None:
        """Give a column a width; one that the sheet states stays."""
        self._widths[column] = characters

    def clear_rows(self, first: int, columns: Iterable[int] | None = None) -> None:
        """Empty the cells from row `first` on, in some columns or in all; styles stay.

        Cells hidden by a merge hold nothing that is seen and are left alone.

        Raises
        ------
        WorkbookError
            `array-cell`: one of them is part of an array formula's range.
        """
        wanted = None if columns is None else set(columns)
        for position in sorted({*self._index.positions(), *self._edits}):
            row, column = position
            is_ours = row >= first and (wanted is None or column in wanted)
            if is_ours and self._index.merge_covering(position) is None:
                self.set(position, None)

    def fit_ranges(self, first_row: int, last_row: int) -> None:
        """Let the ranges of an owned sheet cover the data rows `first_row` to `last_row`.

        Concerned are the filter, the tables whose header stands right above, and the validations
        and conditional formats that covered the data rows so far. Without data rows the first
        row stays in the ranges, because a table needs one. Filters lose their criteria, which
        would hide some of the new rows at random, and what they hid is shown; what the user hid by
        hand stays hidden.
        """
        previous = self._index.last_filled_row(first_row)
        self.data_rows = DataRows(first_row, max(first_row, last_row), previous)

    def removed_formulas(self) -> frozenset[str]:
        """Addresses of the cells whose formula is replaced."""
        return frozenset(map(cell_name, self._index.formulas & self._edits.keys()))

    def is_changed(self) -> bool:
        """Whether anything was set."""
        return bool(self._edits or self._heights or self._widths or self.data_rows)

    def render(self, rows: DataRows | None = None) -> bytes:
        """The part with all edits; the ranges of an owned sheet follow `rows`, or its data rows."""
        rows = rows or self.data_rows
        splices = self._cell_splices(rows)
        splices += expand_shared(self._index, self._edits)
        splices += widen_dimension(self._index.document, self._edits)
        splices += add_widths(self._index.document, self._index.data, self._widths)
        if rows is not None:
            splices += self._frame_splices(self._index.document, rows)
        return apply_splices(self._index.document.data, splices)

    def _frame_splices(self, document: Document, rows: DataRows) -> list[Splice]:
        """What follows the data rows of an owned sheet: its ranges, outline and pages."""
        return [
            *fit_sheet(document, rows),
            *self.pages.splices(document, rows.first),
            *fit_properties(
                document,
                unfiltered=filtered_to(document, rows) > 0,
                sums_above=self.pages.deepest > 0,
            ),
        ]

    def _check_writable(self, position: Position) -> None:
        check_position(position)
        merge = self._index.merge_covering(position)
        array = next((area for area in self._index.arrays if position in area), None)
        if merge is None and array is None:
            return
        code = "array-cell" if merge is None else "merged-cell"
        facts = {"sheet": self.address.name, "cell": cell_name(position)}
        raise WorkbookError(code, range=str(merge or array), **facts)

    def _is_filled(self, position: Position) -> bool:
        return position in self._edits or self._index.is_filled(position)

    def _cell_splices(self, rows: DataRows | None) -> list[Splice]:
        changes = self._row_changes(rows)
        edits_by_row: defaultdict[int, dict[int, CellEdit]] = defaultdict(dict)
        edits_by_row.update({number: {} for number in changes})
        for row, column in sorted(self._edits):
            edits_by_row[row][column] = self._edits[row, column]
        row_xml = RowXml(self._index.document, self._index.data.prefix)
        splices: list[Splice] = []
        below = bytearray()
        for number, edits in sorted(edits_by_row.items()):
            existing, following = self._index.rows.get(number), self._index.row_after(number)
            if existing is not None:
                splices += row_xml.edit(existing, edits, changes[number])
            elif following is not None:
                place = following.element.start
                splices.append((place, place, row_xml.new(number, edits, changes[number])))
            else:
                below += row_xml.new(number, edits, changes[number])
        return splices + self._index.document.rewrite(self._index.data, {}, bytes(below))

    def _row_changes(self, rows: DataRows | None) -> defaultdict[int, dict[str, str | None]]:
        """Attributes to change per row: heights, groups; some that were hidden are shown."""
        changes: defaultdict[int, dict[str, str | None]] = defaultdict(dict)
        for number, points in self._heights.items():
            changes[number]["ht"] = f"{points:g}"
        if rows is None:
            return changes
        for number in self._shown_again(rows):
            changes[number]["hidden"] = None
        for number in {*self._heights, *self._index.rows}:
            wanted = self.pages.row_changes(number)
            if number >= rows.first and not self._index.has(number, wanted):
                changes[number] |= wanted
        return changes

    def _shown_again(self, rows: DataRows) -> Iterator[int]:
        """Hidden rows that a filter hid, or a group of ours, or in which the plan now stands."""
        filtered = max(rows.filtered_to, filtered_to(self._index.document, rows))
        for number in self._index.hidden_rows():
            is_new = rows.previous_last < number <= rows.last
            folded = self.pages.depths is not None and self._index.is_grouped(number)
            if number >= rows.first and (number <= filtered or is_new or folded):
                yield number
