"""The outline, the page breaks and the heading of an owned sheet; other print settings stay."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from optimizer.workbook.xlsx.page_setup import margin_text
from optimizer.workbook.xlsx.xml_document import Document, Element, Splice

MAX_BREAKS = 1023
"""Excel takes no more page breaks on one sheet."""
_LAST_COLUMN = 16_383
# The children of `worksheet` that the schema puts before `rowBreaks`.
_BEFORE_BREAKS = frozenset(
    {
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "sheetCalcPr",
        "sheetProtection",
        "protectedRanges",
        "scenarios",
        "autoFilter",
        "sortState",
        "dataConsolidate",
        "customSheetViews",
        "mergeCells",
        "phoneticPr",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
    }
)


@dataclass(frozen=True)
class PageHeading:
    """A text above the printed pages: where it stands, what follows `start` becomes `end`."""

    start: str
    end: str


@dataclass(frozen=True)
class Pages:
    """How the data rows of an owned sheet are grouped and printed.

    Attributes
    ----------
    depths
        Depth in the outline by row; a row stands under the nearest row above it that is less
        deep, which sums it up. None when the outline is not ours.
    starts
        Rows that begin a page; None when the page breaks are not ours.
    heading
        The text above the pages that is ours, where the sheet has it.
    """

    depths: Mapping[int, int] | None = None
    starts: Sequence[int] | None = None
    heading: PageHeading | None = None

    @property
    def deepest(self) -> int:
        """The largest depth."""
        return max((self.depths or {}).values(), default=0)

    def row_changes(self, row: int) -> dict[str, str | None]:
        """The attributes of a data row: its depth, and no group that is folded away."""
        if self.depths is None:
            return {}
        depth = self.depths.get(row, 0)
        return {"outlineLevel": str(depth) if depth else None, "collapsed": None}

    def splices(self, document: Document, first: int) -> list[Splice]:
        """Splices for all but the rows of a worksheet part; data rows begin at `first`."""
        found: list[Splice] = []
        if self.depths is not None:
            found += _fit_levels(document, self.deepest)
        if self.starts is not None:
            found += _fit_breaks(document, first, self.starts)
        if self.heading is not None:
            found += _fit_heading(document, self.heading)
        return found


def fit_properties(document: Document, *, unfiltered: bool, sums_above: bool) -> list[Splice]:
    """Splices for the properties of a sheet that loses its filter, or has sums above groups."""
    root = document.root
    properties = root.first("sheetPr")
    outline = properties.first("outlinePr") if properties else None
    added = f'<{root.prefix}outlinePr summaryBelow="0"/>'.encode() if sums_above else b""
    if properties is None:
        start, end = (f"<{mark}{root.prefix}sheetPr>".encode() for mark in ("", "/"))
        return [(root.open_end, root.open_end, start + added + end)] if added else []
    changes: dict[str, str | None] = {"filterMode": None} if unfiltered else {}
    if not properties.children:
        return document.rewrite(properties, changes, added)
    splices = document.rewrite(properties, changes)
    if outline is not None:
        return splices + (document.rewrite(outline, {"summaryBelow": "0"}) if added else [])
    colour = properties.first("tabColor")
    place = colour.end if colour else properties.open_end
    return [*splices, (place, place, added)] if added else splices


def _fit_levels(document: Document, deepest: int) -> list[Splice]:
    """The number of levels, where the sheet states formats of its rows."""
    formats = document.root.first("sheetFormatPr")
    levels = {"outlineLevelRow": str(deepest) if deepest else None}
    return document.rewrite(formats, levels) if formats else []


def _fit_breaks(document: Document, first: int, starts: Sequence[int]) -> list[Splice]:
    """Breaks before these rows; those above the header row are the user's and stay."""
    root = document.root
    holder = root.first("rowBreaks")
    standing = holder.all("brk") if holder else []
    kept = [document.raw(brk) for brk in standing if _row_above(brk) < first - 2]
    added = [_break(root.prefix, row) for row in starts[: MAX_BREAKS - len(kept)]]
    whole = _breaks(root.prefix, [*kept, *added])
    if holder is not None:
        return [(holder.start, holder.end, whole)]
    place = _breaks_place(root)
    return [(place, place, whole)] if whole else []


def _row_above(brk: Element) -> int:
    """The row after which a page ends; 0, as for Excel, when that is not said."""
    return brk.number("id")


def _breaks(prefix: str, breaks: Sequence[bytes]) -> bytes:
    if not breaks:
        return b""
    name, count = f"{prefix}rowBreaks", len(breaks)
    start = f'<{name} count="{count}" manualBreakCount="{count}">'
    return start.encode() + b"".join(breaks) + f"</{name}>".encode()


def _break(prefix: str, row: int) -> bytes:
    return f'<{prefix}brk id="{row - 1}" max="{_LAST_COLUMN}" man="1"/>'.encode()


def _breaks_place(root: Element) -> int:
    return max(
        child.end
        for child in root.children
        if child.name in _BEFORE_BREAKS and child.namespace == root.namespace
    )


def _fit_heading(document: Document, heading: PageHeading) -> list[Splice]:
    def reword(text: str, spell: Callable[[str], str]) -> str:
        ampersand = re.escape(spell("&"))
        old = f"{re.escape(spell(heading.start))}(?:{ampersand}{ampersand}|[^&])*"
        new = spell(heading.start + margin_text(heading.end))
        return re.sub(old, lambda _: new, text)

    holder = document.root.first("headerFooter")
    elements = holder.children if holder else ()
    return [splice for each in elements for splice in document.reworded(each, reword)]
