"""What was read of a workbook: cells with their addresses, before anybody asks what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from models.issues import CellRef
from optimizer.workbook.addresses import cell_name


@dataclass(frozen=True, slots=True)
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
    sheet when the user told that he calls it otherwise. `unread` is the code of why its cells
    could not be read; it then has none.
    """

    name: str
    rows: Mapping[int, Mapping[int, RawCell]] = field(default_factory=dict)
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    known_as: str = ""
    unread: str = ""

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
class OwnSheet:
    """What the user calls a sheet, and its columns: own header by our header."""

    name: str
    headers: Mapping[str, str] = field(default_factory=dict)


OwnNames = Mapping[str, OwnSheet]
"""By our name of the sheet."""


@dataclass(frozen=True)
class RawWorkbook:
    """Everything that was read from one file, in sheet order, and the bytes of the file itself.

    `names` are the user's own ones under which our sheets and columns were looked for.
    """

    path: Path
    sheets: tuple[RawSheet, ...]
    content: bytes = field(default=b"", repr=False)
    names: OwnNames = field(default_factory=dict)
