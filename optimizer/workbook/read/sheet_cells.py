"""The filled cells of one worksheet part, read as it streams by."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models.errors import WorkbookError
from models.issues import CellRef
from optimizer.workbook.addresses import MAX_COLUMN, MAX_ROW, Position, cell_name, column_number
from optimizer.workbook.read.budget import Budget
from optimizer.workbook.read.cell_values import CellValues, Shown
from optimizer.workbook.read.looks import PLAIN, Look, place
from optimizer.workbook.read.raw import RawCell
from optimizer.workbook.read.texts import Pieces
from optimizer.workbook.xlsx.cell_range import CellRange
from optimizer.workbook.xlsx.sheet_editor import SheetAddress
from optimizer.workbook.xlsx.xml_events import Node, read_events

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_ROW = re.compile(r"[0-9]{1,7}")
_ON = frozenset({"1", "true"})


@dataclass
class Cells:
    """What a worksheet holds: its filled cells per row and column, and what it says of them."""

    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    merges: list[CellRange] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)


class Surroundings(NamedTuple):
    """What the cells of a workbook are read with: looks by style, values, and what may be kept."""

    looks: Sequence[Look]
    values: CellValues
    budget: Budget


class _Grid:
    """Collects the cells of one sheet."""

    def __init__(
        self, sheet: str, surroundings: Surroundings, notes: Mapping[Position, str]
    ) -> None:
        self.cells = Cells()
        self._looks, self._values, self._budget = surroundings
        self._sheet, self._notes = sheet, notes
        self._row = self._column = 0
        self._hides = False
        self._kind = self._style = ""
        self._has_formula = self._is_inline = False
        self._value, self._inline = Pieces(), Pieces()

    def node(self) -> Node:
        """How the part is read."""
        content = {
            "v": Node(text=self._value.add),
            "f": Node(opened=self._formula),
            "is": Node(self._inline.runs(), opened=self._text),
        }
        cell = Node(content, opened=self._open_cell, closed=self._close_cell)
        return Node({
            "sheetData": Node({"row": Node({"c": cell}, opened=self._open_row)}),
            "mergeCells": Node({"mergeCell": Node(opened=self._merge)}),
        })  # fmt: skip

    def _open_row(self, row: dict[str, str]) -> None:
        number = row.get("r", "").strip()
        self._row = int(number) if _ROW.fullmatch(number) else self._row + 1
        self._column = 0
        self._hides = row.get("hidden") in _ON

    def _open_cell(self, cell: dict[str, str]) -> None:
        self._column += 1
        address = cell.get("r")
        if address is not None and (match := _ADDRESS.fullmatch(address)):
            self._column = column_number(match[1].upper())
            self._row = int(match[2])
        self._kind, self._style = cell.get("t") or "n", cell.get("s", "")

    def _formula(self, _formula: dict[str, str]) -> None:
        self._has_formula = True

    def _text(self, _text: dict[str, str]) -> None:
        self._is_inline = True

    def _close_cell(self) -> None:
        text, inline = self._value.take(), self._inline.take()
        if self._is_inline:
            text, self._kind = inline, "inlineStr"
        if text or self._has_formula:
            self._keep(text)
        self._has_formula = self._is_inline = False

    def _keep(self, text: str) -> None:
        look = self._look()
        shown = self._values.shown(self._kind, text, look) if text else Shown(None)
        is_empty = shown.value is None and not self._has_formula
        if is_empty or not (0 < self._row <= MAX_ROW and self._column <= MAX_COLUMN):
            return
        self._budget.take_cell(len(shown.value) if isinstance(shown.value, str) else 0)
        self.cells.rows.setdefault(self._row, {})[self._column] = self._cell(shown, look)
        if self._hides:
            self.cells.hidden_rows.add(self._row)

    def _look(self) -> Look:
        number = place(self._style)
        return self._looks[number] if number < len(self._looks) else PLAIN

    def _cell(self, shown: Shown, look: Look) -> RawCell:
        formula = self._has_formula
        return RawCell(
            where=CellRef(self._sheet, cell_name((self._row, self._column))),
            value=shown.value,
            formula=formula,
            # A formula whose result is an empty text has no value either, but is typed as text.
            computed=not formula or shown.value is not None or self._kind != "n",
            is_error=shown.is_error,
            is_percent=look.is_percent,
            struck=look.struck,
            fill=look.fill,
            ink=look.ink,
            bold=look.bold,
            note=self._notes.get((self._row, self._column), ""),
        )

    def _merge(self, merge: dict[str, str]) -> None:
        block = CellRange.parse(merge.get("ref", ""))
        if block is not None:
            self.cells.merges.append(block)


def read_cells(
    chunks: Iterable[bytes],
    sheet: SheetAddress,
    surroundings: Surroundings,
    notes: Mapping[Position, str],
) -> Cells:
    """The filled cells of a worksheet part, with the notes on them.

    Raises
    ------
    WorkbookError
        `unreadable` when it is damaged, `not-a-workbook` when it is no worksheet, `unsafe-xml`,
        `unsupported-encoding` or `too-large`.
    """
    grid = _Grid(sheet.name, surroundings, notes)
    if not read_events(chunks, sheet.part, "worksheet", grid.node()):
        raise WorkbookError("not-a-workbook", reason="not-a-worksheet", part=sheet.part)
    cells = grid.cells
    cells.rows = {row: dict(sorted(cells.rows[row].items())) for row in sorted(cells.rows)}
    numbers = list(cells.rows)
    for block in cells.merges:
        _uncover(cells.rows, numbers, block)
    return cells


def _uncover(rows: dict[int, dict[int, RawCell]], numbers: Sequence[int], block: CellRange) -> None:
    """Take out what a merged block hides: all but its top left cell."""
    first, last = bisect_left(numbers, block.min_row), bisect_right(numbers, block.max_row)
    for row in numbers[first:last]:
        for column in [c for c in rows[row] if block.min_column <= c <= block.max_column]:
            if (row, column) != (block.min_row, block.min_column):
                del rows[row][column]
