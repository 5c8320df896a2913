"""Where the rows, cells, formulas and merges of a worksheet part stand, by byte offset."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.errors import WorkbookError
from optimizer.workbook.addresses import Position
from optimizer.workbook.xlsx.cell_range import CellRange, parse_cell
from optimizer.workbook.xlsx.xml_document import Document, Element


@dataclass(frozen=True, eq=False, slots=True)
class IndexedRow:
    """A row element with its cells by column number."""

    number: int
    element: Element
    cells: dict[int, Element]


@dataclass
class SharedFormula:
    """A formula that other cells use by reference to its master cell."""

    master: Position
    text: str
    dependants: dict[Position, Element] = field(default_factory=dict)


class SheetIndex:
    """The grid of one worksheet part, as it stood when the part was opened.

    Attributes
    ----------
    document
        The scanned part.
    data
        Its `sheetData` element.
    rows
        Rows by number.
    merges
        Merged ranges.
    arrays
        Ranges of more than one cell that one array formula or data table fills.
    shared
        Shared formulas by master cell.
    formulas
        Positions of the cells that hold a formula.
    """

    def __init__(self, document: Document) -> None:
        """Index a scanned part.

        Raises
        ------
        WorkbookError
            `not-a-workbook`: it is no worksheet, or a row or cell stands in it twice.
        ValueError
            A number or an address is none.
        """
        data = document.root.first("sheetData")
        if document.root.name != "worksheet" or data is None:
            raise WorkbookError("not-a-workbook", reason="not-a-worksheet")
        self.document = document
        self.data = data
        self.rows = {row.number: row for row in _read_rows(data)}
        self._check_unique()
        self.merges = _read_merges(document.root)
        self.arrays: list[CellRange] = []
        self.shared: dict[Position, SharedFormula] = {}
        self.formulas: set[Position] = set()
        self._column_styles = _read_column_styles(document.root)
        self._index_formulas()
        self._row_numbers = sorted(self.rows)

    def cell(self, position: Position) -> Element | None:
        """The cell element at a position, if there is one."""
        row = self.rows.get(position[0])
        return row.cells.get(position[1]) if row else None

    def cells(self) -> Iterator[tuple[Position, Element]]:
        """All cell elements with their positions, in document order."""
        for row in self.rows.values():
            for column, cell in row.cells.items():
                yield (row.number, column), cell

    def positions(self) -> Iterator[Position]:
        """Positions of all cell elements, in document order."""
        return (position for position, _ in self.cells())

    def is_filled(self, position: Position) -> bool:
        """Whether the cell exists and holds a value or a formula."""
        cell = self.cell(position)
        return cell is not None and any(c.name in ("v", "is", "f") for c in cell.children)

    def row_style(self, number: int) -> int | None:
        """The style that a row gives its empty cells, if any."""
        row = self.rows.get(number)
        if row is None or row.element.get("customFormat") not in ("1", "true"):
            return None
        return row.element.number("s")

    def column_style(self, column: int) -> int:
        """The style that the column gives its empty cells."""
        return next((s for low, high, s in self._column_styles if low <= column <= high), 0)

    def row_after(self, number: int) -> IndexedRow | None:
        """The nearest row element below a row number."""
        place = bisect_left(self._row_numbers, number + 1)
        return self.rows[self._row_numbers[place]] if place < len(self._row_numbers) else None

    def has(self, number: int, attributes: Mapping[str, str | None]) -> bool:
        """Whether a row stands there with these attributes; None means without."""
        row = self.rows.get(number)
        if row is None:
            return False
        standing = row.element.attributes
        return all(standing.get(name) == value for name, value in attributes.items())

    def hidden_rows(self) -> Iterator[int]:
        """Numbers of the rows that are hidden, by hand or by a filter."""
        rows = self.rows.values()
        return (row.number for row in rows if row.element.get("hidden") in ("1", "true"))

    def is_grouped(self, number: int) -> bool:
        """Whether a row belongs to a group that can be folded away."""
        row = self.rows.get(number)
        return row is not None and row.element.number("outlineLevel") > 0

    def last_filled_row(self, first: int) -> int:
        """The last row of the unbroken block of filled rows from `first` on (at least `first`)."""
        number = first
        while self._has_filled_cell(number + 1):
            number += 1
        return number

    def merge_covering(self, position: Position) -> CellRange | None:
        """The merged range that hides a cell; None for free cells and for top-left cells."""
        for merge in self.merges:
            if position in merge and (merge.min_row, merge.min_column) != position:
                return merge
        return None

    def _check_unique(self) -> None:
        """Two of the same: readers differ in which one counts, so neither can be edited."""
        placed = sum(len(row.cells) for row in self.rows.values())
        standing = sum(len(row.element.all("c")) for row in self.rows.values())
        is_whole = len(self.document.root.all("sheetData")) == 1
        if not is_whole or len(self.rows) < len(self.data.all("row")) or placed < standing:
            raise WorkbookError("not-a-workbook", reason="damaged-sheet")

    def _has_filled_cell(self, number: int) -> bool:
        row = self.rows.get(number)
        return row is not None and any(self.is_filled((number, c)) for c in row.cells)

    def _index_formulas(self) -> None:
        masters: dict[str, SharedFormula] = {}
        for position, cell in self.cells():
            formula = cell.first("f") if cell.children else None
            if formula is None:
                continue
            self.formulas.add(position)
            if formula.get("t") in ("array", "dataTable"):
                self._add_array(formula)
            elif formula.get("t") == "shared":
                self._add_shared(position, formula, masters)

    def _add_array(self, formula: Element) -> None:
        area = CellRange.parse(formula.get("ref"))
        if area is not None and not area.is_single:
            self.arrays.append(area)

    def _add_shared(
        self, position: Position, formula: Element, masters: dict[str, SharedFormula]
    ) -> None:
        group = formula.get("si")
        text = self.document.text(formula)
        if text:
            masters[group] = self.shared[position] = SharedFormula(position, text)
        elif group in masters:
            masters[group].dependants[position] = formula


def _read_rows(data: Element) -> Iterator[IndexedRow]:
    number = 0
    for element in data.all("row"):
        number = int(element.get("r") or number + 1)
        yield IndexedRow(number, element, dict(_read_cells(element, number)))


def _read_cells(row: Element, number: int) -> Iterator[tuple[int, Element]]:
    """Cells by column; `ValueError` when one says that it stands in another row."""
    column = 0
    for cell in row.all("c"):
        ref = cell.get("r")
        stated, column = parse_cell(ref) if ref else (number, column + 1)
        if stated != number:
            raise ValueError(f"{ref} in row {number}")
        yield column, cell


def _read_merges(root: Element) -> list[CellRange]:
    holder = root.first("mergeCells")
    refs = (merge.get("ref") for merge in holder.all("mergeCell")) if holder else ()
    return [area for ref in refs if (area := CellRange.parse(ref)) is not None]


def _read_column_styles(root: Element) -> list[tuple[int, int, int]]:
    columns = [column for holder in root.all("cols") for column in holder.all("col")]
    return [(c.number("min"), c.number("max"), c.number("style")) for c in columns]


def to_position(ref: str | Position) -> Position:
    """A position from an address or from a position."""
    return parse_cell(ref) if isinstance(ref, str) else ref
