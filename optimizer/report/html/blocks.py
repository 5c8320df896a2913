"""What a page is built of: tables, and figures that each have a table beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from optimizer.explain.answer import Cell, Row
from optimizer.workbook.read.columns import Sheet


@dataclass(frozen=True)
class HtmlTable:
    """Rows under headings; the first cell of a row names it."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Figure:
    """One or more drawings of the same thing.

    `name` is unique on the page; `description` says in a sentence or two what is to be seen, and
    `table` has the figures that are drawn.
    """

    name: str
    title: str
    description: str
    drawings: tuple[Markup, ...]
    table: HtmlTable


def table_of(caption: str, sheet: Sheet, rows: Iterable[Row], keys: tuple[str, ...]) -> HtmlTable:
    """Some columns of rows that go on a sheet, under the headers that they have there."""
    headers = tuple(sheet.column(key).header for key in keys)
    return HtmlTable(caption, headers, tuple(tuple(row.get(key) for key in keys) for row in rows))
