"""How a new sheet is printed: paper, scale, and what stands above and below every page."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

A3, A4 = 8, 9
"""Paper sizes as Excel numbers them."""
SIDE_MARGIN, END_MARGIN = 0.3, 0.7
"""Margins of every sheet in inches: left and right, top and bottom."""
_EDGE_MARGIN = 0.3
SHEET_NAME, FILE_NAME = "&A", "&F"


@dataclass(frozen=True)
class PageSetup:
    """The pages of one sheet.

    Attributes
    ----------
    heading
        What stands above every page, beside the name of the sheet.
    numbering
        What stands below it, beside the name of the file: `&P` is the page, `&N` their number.
    paper
        Size of the paper.
    portrait
        Whether it stands upright.
    scale
        In per cent; None fits the sheet to the width of a page.
    """

    heading: str
    numbering: str = "&P"
    paper: int = A4
    portrait: bool = False
    scale: int | None = None

    def elements(self) -> str:
        """The elements that follow the grid of a worksheet part."""
        orientation = "portrait" if self.portrait else "landscape"
        fit = 'fitToHeight="0" ' if self.scale is None else f'scale="{self.scale}" '
        return (
            f'<pageMargins left="{SIDE_MARGIN}" right="{SIDE_MARGIN}" top="{END_MARGIN}"'
            f' bottom="{END_MARGIN}" header="{_EDGE_MARGIN}" footer="{_EDGE_MARGIN}"/>'
            f'<pageSetup paperSize="{self.paper}" {fit}orientation="{orientation}"/>'
            f"<headerFooter><oddHeader>{_ends(margin_text(self.heading), SHEET_NAME)}</oddHeader>"
            f"<oddFooter>{_ends(FILE_NAME, self.numbering)}</oddFooter></headerFooter>"
        )


def margin_text(text: str) -> str:
    """A text as it may stand above or below a page, where `&` begins a code."""
    return text.replace("&", "&&")


def _ends(left: str, right: str) -> str:
    return escape(f"&L{left}&R{right}")
