"""An Excel file to cells with their addresses; reads only, never saves."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import WorkbookError
from models.issues import CellRef
from optimizer.workbook.colours import resolve, theme_colours
from optimizer.workbook.file_format import read_package_bytes


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
    """

    where: CellRef
    value: object = None
    formula: bool = False
    computed: bool = True
    is_error: bool = False
    is_percent: bool = False
    struck: bool = False
    fill: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the cell."""
        return self.computed and (self.value is None or str(self.value).strip() == "")


@dataclass(frozen=True)
class RawSheet:
    """A sheet: its filled cells per row and column number, and its merged blocks.

    A block is (first row, first column, last row, last column).
    """

    name: str
    rows: Mapping[int, Mapping[int, RawCell]] = field(default_factory=dict)
    merges: tuple[tuple[int, int, int, int], ...] = ()

    def cell(self, row: int, column: int) -> RawCell:
        """The cell at a position; an empty one when nothing stands there."""
        found = self.rows.get(row, {}).get(column)
        return found or RawCell(CellRef(self.name, f"{_letters(column)}{row}"))

    def merged_cell(self, row: int, column: int) -> RawCell:
        """The cell whose value shows at a position: the top left one of a merged block."""
        for top, left, bottom, right in self.merges:
            if top <= row <= bottom and left <= column <= right:
                return self.cell(top, left)
        return self.cell(row, column)


@dataclass(frozen=True)
class RawWorkbook:
    """Everything that was read from one file, in sheet order."""

    path: Path
    sheets: tuple[RawSheet, ...]


def read_workbook(path: Path) -> RawWorkbook:
    """Read every cell of every worksheet, with formulas' last calculated values.

    Raises
    ------
    WorkbookError
        With a code of `read_package_bytes`, or `unreadable` when its content is damaged.
    """
    content = read_package_bytes(path)
    styled = _load(content, path, values=False)
    shown = _load(content, path, values=True) if _has_formulas(styled) else styled
    theme = theme_colours(styled.loaded_theme)
    sheets = (_read_sheet(sheet, shown[sheet.title], theme) for sheet in styled.worksheets)
    return RawWorkbook(path, tuple(sheets))


def _load(content: bytes, path: Path, *, values: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            # Parts that openpyxl cannot keep are no loss: nothing is saved from here.
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(content), data_only=values, keep_links=False)
    except Exception as problem:  # openpyxl lets any error of its XML and zip layers through
        raise WorkbookError("unreadable", path=path.name, reason=str(problem)) from problem


def _cells(sheet: Worksheet) -> list[Cell]:
    # The stored cells, not iter_rows(): one formatted cell far below would make millions of rows.
    return [cell for cell in sheet._cells.values() if not isinstance(cell, MergedCell)]


def _has_formulas(workbook: Workbook) -> bool:
    return any(cell.data_type == "f" for sheet in workbook.worksheets for cell in _cells(sheet))


def _read_sheet(styled: Worksheet, shown: object, theme: tuple[str, ...]) -> RawSheet:
    rows: dict[int, dict[int, RawCell]] = {}
    values = shown if isinstance(shown, Worksheet) else styled
    for cell in _cells(styled):
        if cell.value is not None:
            value = values.cell(cell.row, cell.column) if cell.data_type == "f" else cell
            rows.setdefault(cell.row, {})[cell.column] = _read_cell(cell, value, theme)
    ordered = {row: dict(sorted(rows[row].items())) for row in sorted(rows)}
    return RawSheet(styled.title, ordered, _merges(styled))


def _read_cell(styled: Cell, shown: Cell | MergedCell, theme: tuple[str, ...]) -> RawCell:
    formula = styled.data_type == "f"
    fill = styled.fill
    solid = fill is not None and fill.fill_type == "solid"
    return RawCell(
        where=CellRef(styled.parent.title, styled.coordinate),
        value=unescape(shown.value) if isinstance(shown.value, str) else shown.value,
        formula=formula,
        # A formula whose result is an empty text has no value either, but is typed as text.
        computed=not formula or shown.value is not None or shown.data_type != "n",
        is_error=shown.data_type == "e",
        is_percent="%" in (styled.number_format or ""),
        struck=bool(styled.font and styled.font.strike),
        fill=resolve(fill.fgColor, theme) if solid else None,
    )


def _merges(sheet: Worksheet) -> tuple[tuple[int, int, int, int], ...]:
    blocks = sheet.merged_cells.ranges
    return tuple(sorted((b.min_row, b.min_col, b.max_row, b.max_col) for b in blocks))


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters
