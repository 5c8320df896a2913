"""An Excel file to cells with their addresses; reads only, never saves."""

from dataclasses import replace
from pathlib import Path

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from models.errors import WorkbookError
from optimizer.workbook.addresses import Position
from optimizer.workbook.read.budget import Budget
from optimizer.workbook.read.cell_values import CellValues
from optimizer.workbook.read.collection import without_collection
from optimizer.workbook.read.colours import OFFICE_THEME, theme_colours
from optimizer.workbook.read.file_format import open_content, read_content
from optimizer.workbook.read.looks import Look, read_looks
from optimizer.workbook.read.notes import read_notes
from optimizer.workbook.read.raw import RawCell, RawSheet, RawWorkbook
from optimizer.workbook.read.sheet_cells import Cells, Surroundings, read_cells
from optimizer.workbook.read.texts import read_shared
from optimizer.workbook.xlsx.opened import Opened
from optimizer.workbook.xlsx.workbook_part import SheetEntry

__all__ = ["RawCell", "RawSheet", "RawWorkbook", "read_workbook"]

_ON = frozenset({"1", "true"})


@without_collection()
def read_workbook(path: Path) -> RawWorkbook:
    """Read every cell of every worksheet, with formulas' last calculated values.

    What cannot be understood and is no cell, such as a style, is left out. A sheet that cannot be
    read, among others that can, comes without cells and tells why.

    Raises
    ------
    WorkbookError
        With a code of `read_content` or `open_content`; with `unsafe-xml` wherever that is; with
        that of the first sheet when none can be read.
    """
    content = read_content(path)
    opened = open_content(content, path)
    try:
        sheets = _Reader(opened).sheets()
    except WorkbookError as problem:
        raise WorkbookError(problem.code, **{**problem.facts, "path": path.name}) from problem
    return RawWorkbook(path, tuple(sheets), content)


class _Reader:
    """Reads the sheets of one package."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._budget = Budget()
        epoch = MAC_EPOCH if self._counts_from_1904() else WINDOWS_EPOCH
        values = CellValues(self._shared_texts(), epoch)
        self._surroundings = Surroundings(self._looks(), values, self._budget)

    def sheets(self) -> list[RawSheet]:
        """Every worksheet, in the order of the tabs."""
        grids = [entry for entry in self._opened.sheets if entry.is_grid]
        read: list[RawSheet] = []
        problems: list[WorkbookError] = []
        for entry in grids:
            try:
                read.append(_raw_sheet(entry, self._cells(entry)))
            except WorkbookError as problem:
                if problem.code == "unsafe-xml":
                    raise
                problems.append(problem)
                name = entry.address.name
                read.append(RawSheet(name, hidden=entry.is_hidden, unread=problem.code))
        if problems and len(problems) == len(grids):
            raise problems[0]
        return read

    def _cells(self, entry: SheetEntry) -> Cells:
        part = entry.address.part
        if self._opened.parts.find(part) is None:
            raise WorkbookError("not-a-workbook", reason="missing-part", part=part)
        self._budget.take_sheet(self._opened.parts.size(part))
        before = replace(self._budget)
        try:
            chunks = self._opened.parts.chunks(part)
            return read_cells(chunks, entry.address, self._surroundings, self._notes(part))
        except WorkbookError:
            self._budget.give_back(before)
            raise

    def _counts_from_1904(self) -> bool:
        root = self._opened.parts.document(self._opened.workbook).root
        properties = root.first("workbookPr")
        return properties is not None and properties.get("date1904") in _ON

    def _shared_texts(self) -> list[str]:
        part = self._opened.part("sharedStrings")
        return read_shared(self._opened.parts.chunks(part), part, self._budget) if part else []

    def _looks(self) -> list[Look]:
        part = self._opened.part("styles")
        return read_looks(self._opened.parts.chunks(part), part, self._theme()) if part else []

    def _theme(self) -> tuple[str, ...]:
        part = self._opened.part("theme")
        return theme_colours(self._opened.parts.chunks(part), part) if part else OFFICE_THEME

    def _notes(self, sheet_part: str) -> dict[Position, str]:
        """The comments of a sheet; none when they cannot be read."""
        try:
            found = self._opened.parts.related(sheet_part, "comments")
            there = [name for name in found if self._opened.parts.find(name)]
            return read_notes(self._opened.parts.chunks(there[0]), there[0]) if there else {}
        except WorkbookError as problem:
            if problem.code == "unsafe-xml":
                raise
            return {}


def _raw_sheet(entry: SheetEntry, cells: Cells) -> RawSheet:
    return RawSheet(
        entry.address.name,
        cells.rows,
        tuple(sorted((b.min_row, b.min_column, b.max_row, b.max_column) for b in cells.merges)),
        entry.is_hidden,
        frozenset(cells.hidden_rows),
    )
