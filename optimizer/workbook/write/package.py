"""An .xlsx package whose cells can be edited; everything else stays byte for byte."""

import posixpath
from functools import cached_property
from pathlib import Path

from models.errors import WorkbookError
from optimizer.workbook.write.storage import read_file, write_file
from optimizer.workbook.xlsx.archive import LIMITS, ArchiveLimits
from optimizer.workbook.xlsx.calc_chain import drop_entries
from optimizer.workbook.xlsx.drawn_columns import drawn_columns
from optimizer.workbook.xlsx.new_sheet import NewSheet, add_title, build_sheet, check_sheet_name
from optimizer.workbook.xlsx.opened import open_package
from optimizer.workbook.xlsx.parts import Parts
from optimizer.workbook.xlsx.sheet_editor import SheetAddress, SheetEditor
from optimizer.workbook.xlsx.sheet_ranges import fit_filter_name, fit_tables, with_tables
from optimizer.workbook.xlsx.styles import Difference, Style, StyleSheet
from optimizer.workbook.xlsx.workbook_part import (
    add_defined_names,
    add_sheet_entry,
    list_sheets,
    request_full_calculation,
)

__all__ = [
    "LIMITS",
    "ArchiveLimits",
    "Difference",
    "NewSheet",
    "Package",
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
        opened = open_package(data, limits)
        self._parts, self._workbook, self._entries = opened
        self._parts.check_whole()
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
        return self._styles.add(style) if self._styles else 0

    def add_difference(self, difference: Difference) -> int | None:
        """The number of a differential style; None in a workbook without a styles part."""
        return self._styles.add_difference(difference) if self._styles else None

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

    @cached_property
    def _styles(self) -> StyleSheet | None:
        """The styles; None for a workbook that has none, or none that can be understood."""
        names = self._parts.related(self._workbook, "styles")
        document = self._parts.known(names[0]) if names else None
        is_sheet = document is not None and document.root.name == "styleSheet"
        return StyleSheet(names[0], document) if document and is_sheet else None

    def _open_sheet(self, address: SheetAddress) -> SheetEditor:
        count = self._styles.count if self._styles else 1
        try:
            return SheetEditor(address, self._parts.xml(address.part), count)
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
                rows = with_tables(parts, address.part, rows)
            parts.write(address.part, editor.render(rows))
            if rows is not None:
                fit_tables(parts, address.part, rows)
                fit_filter_name(parts, self._workbook, address.number, rows)
        if self._styles and self._styles.is_changed():
            parts.write(self._styles.part, self._styles.render())
        removed = {e.address.sheet_id: e.removed_formulas() for e in editors}
        drop_entries(parts, self._workbook, removed)
        return parts
