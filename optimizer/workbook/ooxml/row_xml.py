"""Rows and cells as XML: new ones, and splices for those that exist."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.workbook.ooxml.cell_range import cell_name
from optimizer.workbook.ooxml.sheet_index import Row
from optimizer.workbook.ooxml.xml_document import Document, Element, Splice, set_attributes


@dataclass(frozen=True)
class CellEdit:
    """What a cell becomes: its `t` attribute, its inner XML and its style number."""

    content_type: str | None
    content: str
    style: int


@dataclass(frozen=True)
class RowXml:
    """Writes rows of one sheet; `prefix` goes before the names of new elements."""

    document: Document
    prefix: str

    def new(
        self, number: int, edits: Mapping[int, CellEdit], changes: Mapping[str, str | None]
    ) -> bytes:
        """A row that did not exist; `edits` by column, in order; `changes` are its attributes."""
        cells = b"".join(self._new_cell(number, column, edit) for column, edit in edits.items())
        start = set_attributes(f'<{self.prefix}row r="{number}">'.encode(), changes)
        return start + cells + f"</{self.prefix}row>".encode()

    def edit(
        self, row: Row, edits: Mapping[int, CellEdit], changes: Mapping[str, str | None]
    ) -> list[Splice]:
        """Splices for an existing row; `edits` by column, in order; `changes` to its attributes.

        A height that the user chose stays.
        """
        splices: list[Splice] = []
        at_end = bytearray()
        for column, edit in edits.items():
            cell = row.cells.get(column)
            following = min((c for c in row.cells if c > column), default=None)
            if cell is not None:
                splices.append((cell.start, cell.end, self._changed_cell(cell, edit)))
            elif following is not None:
                place = row.cells[following].start
                splices.append((place, place, self._new_cell(row.number, column, edit)))
            else:
                at_end += self._new_cell(row.number, column, edit)
        attributes = {**changes, **_widened_spans(row.element, [*edits])}
        if row.element.get("customHeight") in ("1", "true"):
            attributes.pop("ht", None)
        return splices + self.document.rewrite(row.element, attributes, bytes(at_end))

    def _new_cell(self, row: int, column: int, edit: CellEdit) -> bytes:
        tag = f'<{self.prefix}c r="{cell_name((row, column))}"/>'.encode()
        style = str(edit.style) if edit.style else None
        return self._filled(set_attributes(tag, {"s": style, "t": edit.content_type}), edit)

    def _changed_cell(self, cell: Element, edit: CellEdit) -> bytes:
        tag = self.document.data[cell.start : cell.open_end]
        # cm and vm say how to show the old value (a spill, a picture); they go with it.
        changes: dict[str, str | None] = {"t": edit.content_type, "cm": None, "vm": None}
        if edit.style != int(cell.get("s", "0")):
            changes["s"] = str(edit.style)
        return self._filled(set_attributes(tag, changes), edit)

    def _filled(self, tag: bytes, edit: CellEdit) -> bytes:
        opened = tag[:-1].rstrip(b"/").rstrip()
        if not edit.content:
            return opened + b"/>"
        return opened + f">{edit.content}</{self.prefix}c>".encode()


def _widened_spans(row: Element, columns: list[int]) -> dict[str, str | None]:
    bounds = [int(bound) for span in row.get("spans").split() for bound in span.split(":")]
    if not bounds:
        return {}
    low, high = min([*bounds, *columns]), max([*bounds, *columns])
    if (low, high) == (min(bounds), max(bounds)):
        return {}
    return {"spans": f"{low}:{high}"}
