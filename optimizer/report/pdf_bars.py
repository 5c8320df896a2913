"""Bars on a page of a PDF: a frame as long as the whole, filled as far as the part."""

from typing import TYPE_CHECKING

from optimizer.report.document import Bar, Bars
from optimizer.report.pdf_look import FONT

if TYPE_CHECKING:
    from fpdf import FPDF

_LABEL, _WORDS, _GAP = 52.0, 48.0, 2.0
"""Millimetres for the name left of a bar, for the words right of it, and between them."""
_LINE = 4.2
"""Millimetres from line to line at `_SIZE` points."""
_SIZE, _TITLE_SIZE = 8.5, 10.5
_FILL, _FRAME = (79, 122, 91), (225, 230, 226)
"""Dark enough to tell apart in black and white too."""


def draw_bars(document: "FPDF", figure: Bars) -> None:
    """Draw a figure; it is not divided over pages while it fits on one."""
    document.ln(2)
    document.set_font(FONT, size=_SIZE)
    heights = [_height(document, bar) for bar in figure.bars]
    if document.will_page_break(sum(heights) + 2 * _LINE):
        document.add_page()
    document.set_font(FONT, "B", _TITLE_SIZE)
    document.multi_cell(0, _LINE + 1, figure.title, align="L", new_x="LMARGIN", new_y="NEXT")
    document.set_font(FONT, size=_SIZE)
    longest = max((bar.whole for bar in figure.bars), default=0)
    for bar, height in zip(figure.bars, heights, strict=True):
        _draw(document, bar, height, longest)
    document.ln(1)


def _height(document: "FPDF", bar: Bar) -> float:
    """Room for as many lines as the longer of its two texts takes."""
    lines = 1
    for text, width in ((bar.label, _LABEL), (bar.words, _WORDS)):
        found = document.multi_cell(width, _LINE, text, dry_run=True, output="LINES")
        lines = max(lines, len(found) if isinstance(found, list) else 1)
    return lines * _LINE


def _draw(document: "FPDF", bar: Bar, height: float, longest: int) -> None:
    top, left = document.get_y(), document.l_margin
    room = document.epw - _LABEL - _WORDS - 2 * _GAP
    document.multi_cell(_LABEL, _LINE, bar.label, align="L", new_x="RIGHT", new_y="TOP")
    start = left + _LABEL + _GAP
    for amount, colour in ((bar.whole, _FRAME), (min(bar.part, bar.whole), _FILL)):
        document.set_fill_color(*colour)
        width = room * amount / longest if longest else 0.0
        document.rect(start, top + 0.6, width, _LINE - 1.2, style="F")
    document.set_xy(start + room + _GAP, top)
    document.multi_cell(_WORDS, _LINE, bar.words, align="L", new_x="LMARGIN", new_y="NEXT")
    document.set_xy(left, top + height)
