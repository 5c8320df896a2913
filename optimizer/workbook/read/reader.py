"""An Excel file to cells with their addresses; reads only, never saves."""

import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import WorkbookError
from models.issues import CellRef
from optimizer.workbook.addresses import cell_name
from optimizer.workbook.read.collection import without_collection
from optimizer.workbook.read.file_format import read_source
from optimizer.workbook.template.looks import Look, Looks
from optimizer.workbook.xlsx.cell_range import CellRange


@dataclass(frozen=True)
class RawCell:
    """One cell as it stands in the file.

    Attributes
    ----------
    where
        Its address.
    value
        What Excel shows: a number, a text, a date or a truth value; `None` when empty.
    formula
        Whether a formula made the value.
    computed
        False for a formula that was never calculated: its value is unknown, not empty.
    is_error
        Whether the value is an Excel error such as `#N/A`.
    is_percent
        Whether the cell shows its number as a percentage.
    struck
        Whether its text is struck through.
    fill
        RRGGBB of a solid fill.
    ink
        RRGGBB of its text.
    bold
        Whether its text is bold.
    note
        The text of a comment on it.
    """

    where: CellRef
    value: object = None
    formula: bool = False
    computed: bool = True
    is_error: bool = False
    is_percent: bool = False
    struck: bool = False
    fill: str | None = None
    ink: str | None = None
    bold: bool = False
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the cell."""
        return self.computed and (self.value is None or str(self.value).strip() == "")


@dataclass(frozen=True)
class RawSheet:
    """A sheet: its filled cells per row and column number, its merged blocks, what is hidden.

    A block is (first row, first column, last row, last column). `known_as` is our name of the
    sheet when the user told that he calls it otherwise.
    """

    name: str
    rows: Mapping[int, Mapping[int, RawCell]] = field(default_factory=dict)
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    known_as: str = ""

    def cell(self, row: int, column: int) -> RawCell:
        """The cell at a position; an empty one when nothing stands there."""
        found = self.rows.get(row, {}).get(column)
        return found or RawCell(CellRef(self.name, cell_name((row, column))))

    def merged_cell(self, row: int, column: int) -> RawCell:
        """The cell whose value shows at a position: the top left one of a merged block."""
        for top, left, bottom, right in self.merges:
            if top <= row <= bottom and left <= column <= right:
                return self.cell(top, left)
        return self.cell(row, column)


@dataclass(frozen=True)
class RawWorkbook:
    """Everything that was read from one file, in sheet order, and the bytes of the file itself."""

    path: Path
    sheets: tuple[RawSheet, ...]
    content: bytes = field(default=b"", repr=False)


@without_collection()
def read_workbook(path: Path) -> RawWorkbook:
    """Read every cell of every worksheet, with formulas' last calculated values.

    Raises
    ------
    WorkbookError
        With a code of `read_source`, or `unreadable` when its content is damaged.
    """
    content, (package, merges) = read_source(path)
    styled = _load(package, path, values=False)
    shown = _load(package, path, values=True) if _has_formulas(styled) else styled
    names = [sheet.title for sheet in styled.worksheets]
    try:
        looks = Looks(styled)
        sheets = [
            _read_sheet(styled[name], shown[name], looks, merges.get(name, ())) for name in names
        ]
    except (IndexError, ValueError, ParseError) as problem:
        # A style that names a font, a fill or a colour that is not there, or a damaged theme.
        raise WorkbookError("unreadable", path=path.name, reason=str(problem)) from problem
    return RawWorkbook(path, tuple(sheets), content)


def _load(content: bytes, path: Path, *, values: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            # What openpyxl cannot keep is no loss: nothing is saved from here.
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(content), data_only=values, keep_links=False)
    except Exception as problem:  # openpyxl lets any error of its XML and zip layers through
        raise WorkbookError("unreadable", path=path.name, reason=str(problem)) from problem


def _cells(sheet: Worksheet) -> list[Cell]:
    # The stored cells, not iter_rows(): one cell far below would make millions of rows.
    return [cell for cell in sheet._cells.values() if isinstance(cell, Cell)]


def _has_formulas(workbook: Workbook) -> bool:
    return any(cell.data_type == "f" for sheet in workbook.worksheets for cell in _cells(sheet))


def _read_sheet(
    styled: Worksheet, shown: object, looks: Looks, merges: Sequence[CellRange]
) -> RawSheet:
    rows: dict[int, dict[int, RawCell]] = {}
    values = shown if isinstance(shown, Worksheet) else styled
    for cell in _cells(styled):
        if cell.value is not None:
            value = values.cell(cell.row, cell.column) if cell.data_type == "f" else cell
            rows.setdefault(cell.row, {})[cell.column] = _read_cell(cell, value, looks.of(cell))
    ordered = {row: dict(sorted(rows[row].items())) for row in sorted(rows)}
    for block in merges:
        _uncover(ordered, block)
    hidden = styled.sheet_state != Worksheet.SHEETSTATE_VISIBLE
    return RawSheet(styled.title, ordered, _blocks(merges), hidden, _hidden_rows(styled))


def _read_cell(styled: Cell, shown: Cell | MergedCell, look: Look) -> RawCell:
    formula = styled.data_type == "f"
    return RawCell(
        where=CellRef(styled.parent.title, styled.coordinate),
        value=unescape(shown.value) if isinstance(shown.value, str) else shown.value,
        formula=formula,
        # A formula whose result is an empty text has no value either, but is typed as text.
        computed=not formula or shown.value is not None or shown.data_type != "n",
        is_error=shown.data_type == "e",
        is_percent=look.is_percent,
        struck=look.struck,
        fill=look.fill,
        ink=look.ink,
        bold=look.bold,
        note=styled.comment.text or "" if styled.comment else "",
    )


def _uncover(rows: dict[int, dict[int, RawCell]], block: CellRange) -> None:
    """Take out what a merged block hides: all but its top left cell."""
    numbers = list(rows)
    first, last = bisect_left(numbers, block.min_row), bisect_right(numbers, block.max_row)
    for row in numbers[first:last]:
        for column in [c for c in rows[row] if block.min_column <= c <= block.max_column]:
            if (row, column) != (block.min_row, block.min_column):
                del rows[row][column]


def _blocks(merges: Sequence[CellRange]) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(sorted((b.min_row, b.min_column, b.max_row, b.max_column) for b in merges))


def _hidden_rows(sheet: Worksheet) -> frozenset[int]:
    return frozenset(row for row, format_ in sheet.row_dimensions.items() if format_.hidden)
