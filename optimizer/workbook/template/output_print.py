"""How the output sheets stand on screen and on paper: panes, groups of rows, pages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from optimizer.workbook import labels
from optimizer.workbook.read.columns import ColumnKind, Sheet
from optimizer.workbook.template.agreements_sheet import AGREEMENTS
from optimizer.workbook.template.calendar_sheet import CALENDAR
from optimizer.workbook.template.output_sheets import (
    ALLOCATION,
    GAPS,
    PER_PERSON,
    PER_SCHOOL,
    SUMMARY,
)
from optimizer.workbook.template.sheet_layout import column_width
from optimizer.workbook.xlsx.cell_xml import CellValue
from optimizer.workbook.xlsx.page_setup import A3, A4, SIDE_MARGIN
from optimizer.workbook.xlsx.sheet_pages import PageHeading, Pages

_INCH = 72
_A3_WIDTH = 842
"""Of upright paper, in points."""
_CHARACTER = 7.1
"""Width of one character of a column in points, rounded up: a digit of DejaVu Sans 11.

LibreOffice takes that where it lacks Calibri, whose digit is 5.8 wide: what fits there, fits in
Excel.
"""

Rows = Sequence[Mapping[str, CellValue]]


@dataclass(frozen=True)
class Outline:
    """How rows are grouped: each block begins with the row that sums it up.

    Attributes
    ----------
    block
        Key of the column that is the same in all rows of a block.
    detail
        Key of the column that is filled in in the deepest rows alone; a sheet without it cannot
        tell them apart, so it does not get them.
    deepest
        Depth of those rows.
    paged
        Whether every block is printed on pages of its own.
    """

    block: str
    detail: str
    deepest: int
    paged: bool = False

    def depths(self, rows: Rows) -> list[int]:
        """Depth of every row."""
        starts = set(self.starts(rows))
        return [
            0 if place in starts else self.deepest if row.get(self.detail) else 1
            for place, row in enumerate(rows)
        ]

    def starts(self, rows: Rows) -> list[int]:
        """Places of the rows that begin a block."""
        changes = (one[self.block] != other[self.block] for one, other in pairwise(rows))
        return [0, *(place for place, new in enumerate(changes, start=1) if new)] if rows else []


@dataclass(frozen=True)
class View:
    """How one output sheet is shown.

    Attributes
    ----------
    paper
        Size of the paper.
    portrait
        Whether it stands upright.
    scaled
        Whether it has a scale of its own, instead of being fitted to the width of a page: Excel
        ignores page breaks on fitted sheets.
    frozen
        Number of columns that stay in view.
    outline
        How its rows are grouped, if they are.
    folding
        Keys of neighbouring columns that can be folded away together.
    upright
        Keys of columns whose header reads from bottom to top, so that they can be narrow.
    """

    paper: int = A4
    portrait: bool = False
    scaled: bool = False
    frozen: int = 0
    outline: Outline | None = None
    folding: tuple[str, ...] = ()
    upright: tuple[str, ...] = ()


_NUMBERS = (ColumnKind.HOURS, ColumnKind.PERCENT, ColumnKind.COUNT)
VIEWS: Mapping[str, View] = {
    ALLOCATION.key: View(frozen=2),
    PER_PERSON.key: View(
        paper=A3,
        frozen=2,
        outline=Outline(block="person", detail="unit", deepest=1),
        folding=tuple(
            column.key
            for column in PER_PERSON.columns
            if column.key == "travel" or column.key.startswith(("ict", "bpt", "other"))
        ),
        upright=tuple(column.key for column in PER_PERSON.columns if column.kind in _NUMBERS),
    ),
    PER_SCHOOL.key: View(
        paper=A3,
        portrait=True,
        scaled=True,
        frozen=3,
        outline=Outline(block="unit", detail="task", deepest=2, paged=True),
    ),
    AGREEMENTS.key: View(frozen=2),
    GAPS.key: View(paper=A3, frozen=2),
    CALENDAR.key: View(
        paper=A3, frozen=4, upright=tuple(c.key for c in CALENDAR.columns if c.kind in _NUMBERS)
    ),
    SUMMARY.key: View(),
}


def shown_rows(sheet: Sheet, columns: Collection[str], rows: Rows) -> Rows:
    """The rows that a sheet with these columns can tell apart."""
    outline = VIEWS[sheet.key].outline
    if outline is None or outline.detail in columns:
        return rows
    return [row for row in rows if not row.get(outline.detail)]


def pages_of(sheet: Sheet, rows: Rows, first: int, school_year: str) -> Pages:
    """How the rows of a sheet, which begin at row `first`, are grouped and printed."""
    above = PageHeading(labels.PLAN_HEADING, school_year)
    outline = VIEWS[sheet.key].outline
    if outline is None:
        return Pages(heading=above)
    depths = {line: depth for line, depth in enumerate(outline.depths(rows), start=first) if depth}
    starts = [first + place for place in outline.starts(rows)[1:]]
    return Pages(depths, starts if outline.paged else None, above)


def page_scale(sheet: Sheet) -> int:
    """The scale, in per cent, at which all columns of a sheet fit on upright A3 paper."""
    room = _A3_WIDTH - 2 * SIDE_MARGIN * _INCH
    return min(100, int(100 * room / (_CHARACTER * sum(map(column_width, sheet.columns)))))


def heading(school_year: str) -> str:
    """What stands above every printed page."""
    return f"{labels.PLAN_HEADING}{school_year}"
