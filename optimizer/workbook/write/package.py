"""An .xlsx package whose cells can be edited; everything else stays byte for byte."""

import posixpath
from pathlib import Path

from models.errors import WorkbookError
from optimizer.workbook.write.storage import read_file, write_file
from optimizer.workbook.xlsx.archive import LIMITS, Archive, ArchiveLimits
from optimizer.workbook.xlsx.calc_chain import drop_entries
from optimizer.workbook.xlsx.drawn_columns import drawn_columns
from optimizer.workbook.xlsx.new_sheet import NewSheet, add_title, build_sheet, check_sheet_name
from optimizer.workbook.xlsx.parts import CONTENT_TYPES, Parts
from optimizer.workbook.xlsx.reading_copy import ReadingCopy, reading_copy
from optimizer.workbook.xlsx.sheet_editor import SheetAddress, SheetEditor
from optimizer.workbook.xlsx.sheet_ranges import above_totals, fit_filter_name, fit_tables
from optimizer.workbook.xlsx.styles import Difference, Style, StyleSheet
from optimizer.workbook.xlsx.workbook_part import (
    add_defined_names,
    add_sheet_entry,
    find_workbook,
    list_sheets,
    request_full_calculation,
)

__all__ = [
    "LIMITS",
    "ArchiveLimits",
    "Difference",
    "NewSheet",
    "Package",
    "ReadingCopy",
    "SheetEditor",
    "Style",
]

_NO_SHEET = NewSheet()


class Package:
    """A workbook file, opened to edit cells; `.xlsm` files work the same."""

    def __init__(self, data: bytes, limits: ArchiveLimits = LIMITS) -> None:
        """Open a workbook from its bytes.

        Raises
        ------
        WorkbookError
            `not-a-workbook`, `encrypted`, `truncated`, `too-large`, `unsafe-xml` or
            `unsupported-encoding`.
        """
        archive = Archive(data, limits)
        if archive.find("mimetype") is not None:
            raise WorkbookError("not-a-workbook", reason="other-format")
        if archive.find(CONTENT_TYPES) is None:
            raise WorkbookError("not-a-workbook", reason="missing-part", part=CONTENT_TYPES)
        self._parts = Parts(archive)
        self._workbook = find_workbook(self._parts)
        self._entries = list_sheets(self._parts, self._workbook)
        self._editors: dict[str, SheetEditor] = {}

    @classmethod
    def open(cls, path: Path, limits: ArchiveLimits = LIMITS) -> "Package":
        """Open a workbook file and let go of the file itself.

        Raises
        ------
        WorkbookError
            Any code of `read_file` and of the constructor, with the `path` among its facts.
        """
        data = read_file(path, limits.file_bytes)
        try:
            return cls(data, limits)
        except WorkbookError as error:
            raise WorkbookError(error.code, **{"path": str(path), **error.facts}) from error

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """Names of all sheets in the order of their tabs, chart sheets included."""
        return tuple(entry.address.name for entry in self._entries)

    @property
    def has_signature(self) -> bool:
        """Whether the workbook carries a digital signature, which any edit makes invalid."""
        return any(name.lower().startswith("_xmlsignatures/") for name in self._parts.names())

    def reading_copy(self) -> ReadingCopy:
        """The cells of the workbook as it was opened, in a small package of their own.

        Raises
        ------
        WorkbookError
            `unsafe-xml`, `unsupported-encoding`, `too-large` or `not-a-workbook`.
        """
        return reading_copy(self._parts, self._workbook, self._entries)

    def sheet(self, name: str) -> SheetEditor:
        """The editor of a sheet, always the same one.

        Raises
        ------
        KeyError
            There is no worksheet with this name.
        WorkbookError
            The sheet's part is damaged, unsafe or not in UTF-8.
        """
        if name not in self._editors:
            found = (e.address for e in self._entries if e.address.name == name and e.is_grid)
            address = next(found, None)
            if address is None:
                raise KeyError(name)
            self._editors[name] = self._open_sheet(address)
        return self._editors[name]

    def drawn_columns(self, name: str) -> frozenset[int]:
        """The columns of a sheet under pictures, charts, shapes and sparklines, from 1.

        The same errors as for `sheet`.
        """
        return drawn_columns(self._parts, self.sheet(name).address.part)

    def add_sheet(self, name: str, new: NewSheet = _NO_SHEET) -> SheetEditor:
        """Append a worksheet, with headers and column widths if asked.

        Raises
        ------
        ValueError
            Excel refuses the name, or a sheet has it already.
        """
        check_sheet_name(name, self.sheet_names)
        root = self._parts.document(self._workbook).root
        part = self._new_sheet_part()
        self._parts.write(part, build_sheet(new, root.namespace))
        add_sheet_entry(self._parts, self._workbook, name, part)
        add_title(self._parts, name)
        self._entries = list_sheets(self._parts, self._workbook)
        names = new.defined_names(name)
        add_defined_names(self._parts, self._workbook, len(self._entries) - 1, names)
        editor = self.sheet(name)
        editor.header_row = new.header_row
        return editor

    def add_style(self, style: Style) -> int:
        """The number of a style, appended to the workbook's styles when it is new.

        A workbook without a styles part has only the default style, 0.
        """
        styles = self._styles()
        return styles.add(style) if styles else 0

    def add_difference(self, difference: Difference) -> int | None:
        """The number of a differential style; None in a workbook without a styles part."""
        styles = self._styles()
        return styles.add_difference(difference) if styles else None

    def set_full_calc_on_load(self) -> None:
        """Let Excel recalculate all formulas when it opens the workbook."""
        request_full_calculation(self._parts, self._workbook)

    def to_bytes(self) -> bytes:
        """The workbook file with all edits; untouched parts hold the same bytes as before."""
        return self._assembled().to_bytes()

    def save(self, path: Path) -> None:
        """Write the workbook beside `path` and move it into place.

        Raises
        ------
        WorkbookError
            `not-writable`; whatever stood at `path` is then untouched.
        """
        write_file(path, self.to_bytes())

    def _styles(self) -> StyleSheet | None:
        names = self._parts.related(self._workbook, "styles")
        there = [name for name in names if self._parts.find(name) is not None]
        return StyleSheet(self._parts, there[0]) if there else None

    def _open_sheet(self, address: SheetAddress) -> SheetEditor:
        styles = self._styles()
        count = styles.count if styles else 1
        try:
            return SheetEditor(address, self._parts.read(address.part), count)
        except (KeyError, ValueError) as error:
            facts = {"reason": "damaged-sheet", "sheet": address.name, "part": address.part}
            raise WorkbookError("not-a-workbook", **facts) from error

    def _new_sheet_part(self) -> str:
        folder = posixpath.join(posixpath.dirname(self._workbook), "worksheets")
        candidates = (f"{folder}/sheet{n}.xml" for n in range(1, len(self._parts.names()) + 2))
        return next(name for name in candidates if self._parts.find(name) is None)

    def _assembled(self) -> Parts:
        parts = self._parts.copy()
        editors = [editor for editor in self._editors.values() if editor.is_changed()]
        for editor in editors:
            address, rows = editor.address, editor.data_rows
            if rows is not None:
                rows = above_totals(parts, address.part, rows)
            parts.write(address.part, editor.render(rows))
            if rows is not None:
                fit_tables(parts, address.part, rows)
                fit_filter_name(parts, self._workbook, address.number, rows)
        removed = {e.address.sheet_id: e.removed_formulas() for e in editors}
        drop_entries(parts, self._workbook, removed)
        return parts
