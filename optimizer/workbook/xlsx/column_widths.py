"""Widths for columns that a sheet says nothing of; what it says stays."""

from collections.abc import Mapping

from optimizer.workbook.xlsx.xml_document import Document, Element, Splice


def add_widths(document: Document, data: Element, widths: Mapping[int, float]) -> list[Splice]:
    """Splices that give columns a width in characters, where the sheet gives them none.

    `data` is the `sheetData` element, before which the widths stand.
    """
    holder = document.root.first("cols")
    stated = holder.all("col") if holder else []
    spans = [(column.number("min"), column.number("max")) for column in stated]
    free = [n for n in sorted(widths) if not any(low <= n <= high for low, high in spans)]
    columns = {n: _column(data.prefix, n, widths[n]) for n in free}
    if holder is None:
        added = b"".join(columns.values())
        name = f"{data.prefix}cols".encode()
        whole = b"<" + name + b">" + added + b"</" + name + b">"
        return [(data.start, data.start, whole)] if added else []
    if not stated:
        return document.rewrite(holder, {}, b"".join(columns.values()))
    places = {n: _place(holder, stated, n) for n in free}
    return [(places[n], places[n], column) for n, column in columns.items()]


def _column(prefix: str, number: int, width: float) -> bytes:
    text = f'<{prefix}col min="{number}" max="{number}" width="{width:g}" customWidth="1"/>'
    return text.encode()


def _place(holder: Element, stated: list[Element], number: int) -> int:
    """Where the element of a column belongs: they stand in order."""
    after = (column.start for column in stated if column.number("min") > number)
    return next(after, holder.close_start)
