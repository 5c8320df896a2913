"""A text in blocks as a PDF on A4; the only place that knows fpdf2.

The letters of matplotlib (DejaVu Sans) are embedded: they hold every name that a school has, and
they come with pip on every system.
"""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import WorkbookError
from optimizer.report.document import Bars, Block, Bullets, Heading, Paragraph, Table
from optimizer.report.pdf_bars import draw_bars
from optimizer.report.pdf_look import FONT as _FONT

if TYPE_CHECKING:
    from fpdf import FPDF

_MARGIN = 15
"""Millimetres: what an office printer leaves white, and room for a perforator."""
_SIZES = {1: 16, 2: 12, 3: 10.5}
"""Points of the headings by level; text below is 9.5 points, tables 8.5."""
_TEXT, _CELL = 9.5, 8.5
_LINE = 5.0
"""Millimetres from line to line of text."""
_GREY = (240, 240, 240)
_LETTERS = 100
"""Letters of a table's size that go beside one another on A4 within the margins."""
_PADDING = 2
"""Letters of white beside a cell."""
_BOLD = 1.2
"""A bold letter takes so many plain ones."""


def pdf_bytes(title: str, blocks: Iterable[Block]) -> bytes:
    """The text as a PDF; the same text gives the same bytes on one day.

    Raises
    ------
    WorkbookError
        `no-pdf`: fpdf2 or matplotlib, extras, are not installed.
    """
    if find_spec("fpdf") is None or find_spec("matplotlib") is None:
        raise WorkbookError("no-pdf")
    document = _new(title)
    for block in blocks:
        _add(document, block)
    return bytes(document.output())


def _new(title: str) -> "FPDF":
    from fpdf import FPDF

    class Numbered(FPDF):
        """Pages with the title and their number at the foot."""

        def footer(self) -> None:
            self.set_y(-_MARGIN)
            self.set_font(_FONT, size=8)
            self.cell(0, _LINE, f"{title} · bladzijde {self.page_no()} van {{nb}}", align="C")

    document = Numbered(format="A4")
    for style, name in (("", "DejaVuSans.ttf"), ("B", "DejaVuSans-Bold.ttf")):
        document.add_font(_FONT, style, _font_folder() / name)
    document.set_title(title)
    document.set_lang("nl")
    document.set_margin(_MARGIN)
    document.set_auto_page_break(True, margin=_MARGIN + _LINE)
    document.add_page()
    return document


def _font_folder() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf"


def _add(document: "FPDF", block: Block) -> None:
    match block:
        case Heading(text, level):
            document.ln(2)
            document.set_font(_FONT, "B", _SIZES[level])
            # A heading at the foot of a page goes with what it is a heading of.
            if document.will_page_break(4 * _LINE):
                document.add_page()
            _write(document, text)
            document.ln(1)
        case Paragraph(text):
            document.set_font(_FONT, size=_TEXT)
            _write(document, text)
        case Bullets(items):
            document.set_font(_FONT, size=_TEXT)
            for item in items:
                _write(document, f"• {item}")
        case Table(headers, rows):
            _table(document, headers, rows)
        case Bars():
            draw_bars(document, block)


def _write(document: "FPDF", text: str) -> None:
    document.multi_cell(0, _LINE, text, align="L", new_x="LMARGIN", new_y="NEXT")


def _table(document: "FPDF", headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    """A table that repeats its headers on every page, with columns as wide as their text asks."""
    from fpdf.fonts import FontFace

    document.set_font(_FONT, size=_CELL)
    with document.table(
        col_widths=_widths(headers, rows),
        headings_style=FontFace(emphasis="BOLD", fill_color=_GREY),
        line_height=_LINE - 0.5,
        text_align="LEFT",
        borders_layout="HORIZONTAL_LINES",
    ) as table:
        for row in (headers, *rows):
            table.row(row)
    document.ln(2)


def _widths(headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
    """Shares of the width: a column holds its longest word, and what is left goes to long texts."""
    columns = [[row[place] for row in rows] for place in range(len(headers))]
    least = [
        max(_BOLD * _longest_word(header), *map(_longest_word, column), 0) + _PADDING
        for header, column in zip(headers, columns, strict=True)
    ]
    wanted = [
        max(low, *map(len, column), 0) + _PADDING
        for low, column in zip(least, columns, strict=True)
    ]
    longing = sum(wanted) - sum(least)
    share = max(0.0, _LETTERS - sum(least)) / longing if longing else 0.0
    return tuple(
        low + (high - low) * min(1.0, share) for low, high in zip(least, wanted, strict=True)
    )


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
