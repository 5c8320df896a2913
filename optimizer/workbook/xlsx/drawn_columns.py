"""The columns of a sheet over which something is drawn: their cells are empty, but not free."""

from collections.abc import Iterator

from optimizer.workbook.addresses import MAX_COLUMN
from optimizer.workbook.xlsx.cell_range import CellRange
from optimizer.workbook.xlsx.parts import Parts
from optimizer.workbook.xlsx.xml_document import Document, Element

_USUAL_WIDTH = 609_600
"""Of a column, in the units of drawings."""


def drawn_columns(parts: Parts, sheet_part: str) -> frozenset[int]:
    """The columns under pictures, charts, shapes and sparklines, counted from 1.

    A drawing that cannot be read covers nothing: it is no reason to refuse a workbook.
    """
    found = set(_under_sparklines(parts.document(sheet_part)))
    for name in parts.related(sheet_part, "drawing"):
        drawing = parts.known(name)
        if drawing is not None:
            found.update(_under_anchors(drawing))
    return frozenset(found)


def _under_sparklines(sheet: Document) -> Iterator[int]:
    for sparkline in (each for each in sheet.root.walk() if each.name == "sparkline"):
        for place in (child for child in sparkline.children if child.name == "sqref"):
            area = CellRange.parse(sheet.text(place).strip())
            if area is not None:
                yield from range(area.min_column, area.max_column + 1)


def _under_anchors(drawing: Document) -> Iterator[int]:
    for anchor in drawing.root.walk():
        start, end, size = (anchor.first(name) for name in ("from", "to", "ext"))
        if start is None:
            continue
        first = _number(drawing, start, "col")
        if end is not None:
            last = _number(drawing, end, "col") + bool(_number(drawing, end, "colOff"))
        else:
            width = size.get("cx") if size is not None else ""
            last = first + 1 + (int(width) // _USUAL_WIDTH if width.isdecimal() else 0)
        yield from range(first + 1, min(max(last, first + 1), MAX_COLUMN) + 1)


def _number(drawing: Document, corner: Element, name: str) -> int:
    element = corner.first(name)
    text = drawing.text(element).strip() if element is not None else ""
    return int(text) if text.isdecimal() else 0
