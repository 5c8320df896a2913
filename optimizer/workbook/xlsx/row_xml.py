"""Rows and cells as XML: new ones, and splices for those that exist."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.workbook.addresses import cell_name
from optimizer.workbook.xlsx.sheet_index import IndexedRow
from optimizer.workbook.xlsx.xml_document import (
    Document,
    Element,
    Splice,
    escape_attribute,
    set_attributes,
)

_COMMON = frozenset({"r", "s", "t"})
"""The attributes that nearly every cell has at most; a tag with these alone is written anew."""


@dataclass(frozen=True)
class CellEdit:
    """What a cell becomes: its `t` attribute, its inner XML and its style number.

    Without a style number a cell that exists keeps what it has, and a new one has the default.
    """

    content_type: str | None
    content: str
    style: int | None


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
        start = _tag(f"{self.prefix}row", {"r": str(number), **changes})
        return f"<{start}>".encode() + cells + f"</{self.prefix}row>".encode()

    def edit(
        self, row: IndexedRow, edits: Mapping[int, CellEdit], changes: Mapping[str, str | None]
    ) -> list[Splice]:
        """Splices for an existing row; `edits` by column, in order; `changes` to its attributes.

        A height that the user chose stays.
        """
        splices: list[Splice] = []
        at_end = bytearray()
        standing = sorted(row.cells)
        for column, edit in edits.items():
            cell = row.cells.get(column)
            following = bisect_right(standing, column)
            if cell is not None:
                splices.append((cell.start, cell.end, self._changed_cell(cell, edit)))
            elif following < len(standing):
                place = row.cells[standing[following]].start
                splices.append((place, place, self._new_cell(row.number, column, edit)))
            else:
                at_end += self._new_cell(row.number, column, edit)
        attributes = {**changes, **_widened_spans(row.element, [*edits])}
        if row.element.get("customHeight") in ("1", "true"):
            attributes.pop("ht", None)
        return splices + self.document.rewrite(row.element, attributes, bytes(at_end))

    def _new_cell(self, row: int, column: int, edit: CellEdit) -> bytes:
        style = str(edit.style) if edit.style else None
        return _cell(self.prefix, cell_name((row, column)), style, edit)

    def _changed_cell(self, cell: Element, edit: CellEdit) -> bytes:
        style = cell.attributes.get("s")
        if edit.style is not None and edit.style != cell.number("s"):
            style = str(edit.style)
        tag = self.document.data[cell.start : cell.open_end]
        if cell.attributes.keys() <= _COMMON and b"xmlns" not in tag:
            return _cell(cell.prefix, cell.attributes.get("r"), style, edit)
        # cm and vm say how to show the old value (a spill, a picture); they go with it.
        changes = {"t": edit.content_type, "cm": None, "vm": None, "s": style}
        tag = set_attributes(tag, changes)
        opened = tag[:-1].rstrip(b"/").rstrip()
        return opened + _rest(cell.prefix, edit).encode()


def _cell(prefix: str, reference: str | None, style: str | None, edit: CellEdit) -> bytes:
    # An address, a number and a word: none of them needs escaping.
    place = f' r="{reference}"' if reference else ""
    look = f' s="{style}"' if style else ""
    kind = f' t="{edit.content_type}"' if edit.content_type else ""
    return f"<{prefix}c{place}{look}{kind}{_rest(prefix, edit)}".encode()


def _rest(prefix: str, edit: CellEdit) -> str:
    """What follows the attributes of a cell."""
    return f">{edit.content}</{prefix}c>" if edit.content else "/>"


def _tag(name: str, attributes: Mapping[str, str | None]) -> str:
    """A start tag without its angle brackets; an attribute that is None is left out."""
    given = [(key, value) for key, value in attributes.items() if value is not None]
    return " ".join([name, *(f'{key}="{escape_attribute(value)}"' for key, value in given)])


def _widened_spans(row: Element, columns: list[int]) -> dict[str, str | None]:
    # Only a hint to readers: one that is damaged is left as it is.
    texts = [bound for span in row.get("spans").split() for bound in span.split(":")]
    bounds = [int(text) for text in texts if text.isdecimal()]
    if len(bounds) < len(texts) or not bounds:
        return {}
    low, high = min([*bounds, *columns]), max([*bounds, *columns])
    if (low, high) == (min(bounds), max(bounds)):
        return {}
    return {"spans": f"{low}:{high}"}
