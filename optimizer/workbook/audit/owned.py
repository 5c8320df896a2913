"""What a write says it will touch; anything else that differs is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from optimizer.workbook.addresses import Position


@dataclass(frozen=True)
class OwnedSheet:
    """What is the program's on one sheet.

    Attributes
    ----------
    cells
        Positions of single cells.
    columns
        Columns that are the program's from `first_row` on.
    first_row
        The first row below the headers of a refilled sheet.
    notes
        Columns of the user whose texts and numbers move along with their rows, from `first_row`
        on; none of them may be lost.
    refilled
        Whether the rows of the sheet are the program's too: heights, groups, ranges.
    heading
        Start of the text above the printed pages whose end, up to the next code, is the
        program's; none when empty.
    """

    cells: frozenset[Position] = frozenset()
    columns: frozenset[int] = frozenset()
    first_row: int = 1
    notes: frozenset[int] = frozenset()
    refilled: bool = False
    heading: str = ""

    def owns(self, position: Position) -> bool:
        """Whether the program may write in this cell."""
        row, column = position
        below = row >= self.first_row and column in (self.columns | self.notes)
        return below or position in self.cells

    @property
    def single_columns(self) -> frozenset[int]:
        """Columns of the single cells."""
        return frozenset(column for _, column in self.cells)


@dataclass(frozen=True)
class Owned:
    """What is the program's in a workbook: per sheet, and the names of sheets it may add."""

    sheets: Mapping[str, OwnedSheet] = field(default_factory=dict)
    addable: frozenset[str] = frozenset()
