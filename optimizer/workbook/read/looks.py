"""What the formats of cells say: colours as seen on screen, struck and bold text, percentages.

Nothing in the styles of a workbook is a reason not to read it: what cannot be understood there is
no colour, no bold and no date.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from models.errors import WorkbookError
from optimizer.workbook.read.colours import OFFICE_THEME, resolve
from optimizer.workbook.xlsx.xml_events import Node, read_events

_NUMBER = re.compile(r"[0-9]{1,9}")
_OFF = frozenset({"0", "false", "off"})


class Look(NamedTuple):
    """What a style says that the program reads; see `RawCell` for the first five."""

    is_percent: bool = False
    struck: bool = False
    fill: str | None = None
    ink: str | None = None
    bold: bool = False
    is_date: bool = False
    is_duration: bool = False


PLAIN = Look()
"""Of a cell whose style is not there."""


def place(text: str | None) -> int:
    """A number of an entry in a list; 0, as for a cell without one, when it is none."""
    return int(text) if text and _NUMBER.fullmatch(text) else 0


@dataclass
class _Styles:
    """The lists of a styles part, as far as looks depend on them."""

    formats: dict[int, str] = field(default_factory=lambda: dict(BUILTIN_FORMATS))
    fonts: list[Mapping[str, Mapping[str, str]]] = field(default_factory=list)
    fills: list[Mapping[str, str] | None] = field(default_factory=list)
    palette: list[str] = field(default_factory=list)
    styles: list[Mapping[str, str]] = field(default_factory=list)
    is_solid: bool = False

    def node(self) -> Node:
        """How the part is read."""
        font = Node({mark: Node(opened=self._font(mark)) for mark in ("b", "strike", "color")},
                    opened=lambda _: self.fonts.append({}))  # fmt: skip
        pattern = Node({"fgColor": Node(opened=self._colour)}, opened=self._pattern)
        fill = Node({"patternFill": pattern}, opened=lambda _: self.fills.append(None))
        rgb = Node(opened=lambda entry: self.palette.append(entry.get("rgb", "")))
        return Node({
            "numFmts": Node({"numFmt": Node(opened=self._format)}),
            "fonts": Node({"font": font}),
            "fills": Node({"fill": fill}),
            "cellXfs": Node({"xf": Node(opened=self.styles.append)}),
            "colors": Node({"indexedColors": Node({"rgbColor": rgb})}),
        })  # fmt: skip

    def _format(self, entry: Mapping[str, str]) -> None:
        number = entry.get("numFmtId", "")
        if _NUMBER.fullmatch(number):
            self.formats[int(number)] = entry.get("formatCode", "")

    def _font(self, mark: str) -> Callable[[Mapping[str, str]], None]:
        def note(entry: Mapping[str, str]) -> None:
            self.fonts[-1] = {**self.fonts[-1], mark: entry}

        return note

    def _pattern(self, entry: Mapping[str, str]) -> None:
        self.is_solid = entry.get("patternType") == "solid"

    def _colour(self, entry: Mapping[str, str]) -> None:
        if self.is_solid:
            self.fills[-1] = entry

    def look(self, number_format: int, font: int, fill: int, theme: Sequence[str]) -> Look:
        """How a cell looks by its number format, its font and its fill."""
        code = self.formats.get(number_format, "")
        palette = self.palette or COLOR_INDEX
        marks = self.fonts[font] if font < len(self.fonts) else {}
        colour = self.fills[fill] if fill < len(self.fills) else None
        return Look(
            is_percent="%" in code,
            struck=_is_on(marks.get("strike")),
            fill=resolve(colour, theme, palette) if colour else None,
            ink=resolve(marks["color"], theme, palette) if "color" in marks else None,
            bold=_is_on(marks.get("b")),
            is_date=bool(is_date_format(code)),
            is_duration=bool(is_timedelta_format(code)),
        )


def _is_on(mark: Mapping[str, str] | None) -> bool:
    """Whether a property that may be said to be off is on."""
    return mark is not None and mark.get("val", "1") not in _OFF


def read_looks(
    chunks: Iterable[bytes], part: str, theme: Sequence[str] = OFFICE_THEME
) -> list[Look]:
    """The look of every cell style by number; of a damaged part, of those before the damage.

    Raises
    ------
    WorkbookError
        `unsafe-xml`.
    """
    styles = _Styles()
    try:
        read_events(chunks, part, "styleSheet", styles.node())
    except WorkbookError as problem:
        if problem.code == "unsafe-xml":
            raise

    @cache
    def look(number_format: int, font: int, fill: int) -> Look:
        return styles.look(number_format, font, fill, theme)

    keys = ("numFmtId", "fontId", "fillId")
    return [look(*(place(style.get(key)) for key in keys)) for style in styles.styles]
