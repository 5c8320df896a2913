"""Styles appended to the styles part; what stands there stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE

from optimizer.workbook.xlsx.style_lists import StyleList, splices_of
from optimizer.workbook.xlsx.xml_document import Document, Element, apply_splices, escape_attribute

_FIRST_CUSTOM_FORMAT = 164


@dataclass(frozen=True)
class Style:
    """A cell style, as changes to the default one.

    Attributes
    ----------
    bold
        Bold text.
    number_format
        Excel's format code such as `0.0`, or None for the default's.
    fill
        Background colour as six hexadecimal digits, or None for the default's.
    wrap
        Wrapped text, aligned to the top.
    """

    bold: bool = False
    number_format: str | None = None
    fill: str | None = None
    wrap: bool = False


@dataclass(frozen=True)
class Difference:
    """What a conditional format changes in a cell: its ink and fill in six hexadecimal digits.

    An empty fill leaves the background as it is.
    """

    ink: str
    fill: str = ""
    bold: bool = False


class StyleSheet:
    """The styles part of a package.

    Some workbooks have tens of thousands of styles: the part is read once, and written once with
    all that was added.

    Attributes
    ----------
    part
        Its name.
    """

    def __init__(self, part: str, document: Document) -> None:
        self.part = part
        self._document = document
        self._prefix = document.root.prefix
        self._formats, self._fonts, self._fills, self._styles, self._differences = (
            StyleList(document, holder, name)
            for holder, name in (("numFmts", "numFmt"), ("fonts", "font"), ("fills", "fill"),
                                 ("cellXfs", "xf"), ("dxfs", "dxf"))
        )  # fmt: skip
        stated = [
            (each.get("formatCode"), each.number("numFmtId")) for each in self._formats.elements
        ]
        self._codes = dict(reversed(stated))

    @property
    def count(self) -> int:
        """How many cell styles there are; the default one is always there."""
        return max(1, self._styles.count)

    def add(self, style: Style) -> int:
        """The number of a style with these properties; appended when there is none yet.

        In a damaged part, that lacks what a style is made of, the default one: 0.
        """
        default = self._styles.element(0)
        if default is None or not (self._fonts.elements and self._fills.elements):
            return 0
        font = self._bold_font(default) if style.bold else default.get("fontId", "0")
        fill = default.get("fillId", "0") if style.fill is None else self._fill(style.fill)
        number_format = default.get("numFmtId", "0")
        if style.number_format is not None:
            number_format = self._number_format(style.number_format)
        return self._styles.add(self._xf(default, style, (number_format, font, fill)))

    def add_difference(self, difference: Difference) -> int:
        """The number of a differential style with these properties; appended when it is new."""
        p = self._prefix
        bold = f"<{p}b/>" if difference.bold else ""
        font = f'<{p}font>{bold}<{p}color rgb="FF{difference.ink}"/></{p}font>'
        fill = self._pattern(difference.fill, difference.fill) if difference.fill else ""
        return self._differences.add(f"<{p}dxf>{font}{fill}</{p}dxf>")

    def is_changed(self) -> bool:
        """Whether anything was added."""
        return any(each.added for each in self._lists())

    def render(self) -> bytes:
        """The part with all that was added."""
        return apply_splices(self._document.data, splices_of(self._document, self._lists()))

    def _lists(self) -> Iterator[StyleList]:
        yield from (self._formats, self._fonts, self._fills, self._styles, self._differences)

    def _bold_font(self, default: Element) -> str:
        font = self._fonts.element(default.number("fontId"))
        if font is not None and font.first("b") is not None:
            return default.get("fontId", "0")
        p = self._prefix
        inner = "" if font is None else self._document.inner(font).decode()
        return str(self._fonts.add(f"<{p}font><{p}b/>{inner}</{p}font>"))

    def _fill(self, colour: str) -> str:
        return str(self._fills.add(self._pattern(colour)))

    def _pattern(self, colour: str, background: str = "") -> str:
        p = self._prefix
        behind = f'rgb="FF{background}"' if background else 'indexed="64"'
        pattern = f'<{p}fgColor rgb="FF{colour}"/><{p}bgColor {behind}/>'
        return f'<{p}fill><{p}patternFill patternType="solid">{pattern}</{p}patternFill></{p}fill>'

    def _number_format(self, code: str) -> str:
        if code in BUILTIN_FORMATS_REVERSE:
            return str(BUILTIN_FORMATS_REVERSE[code])
        if code not in self._codes:
            number = max([_FIRST_CUSTOM_FORMAT - 1, *self._codes.values()]) + 1
            self._codes[code] = number
            entry = f'numFmtId="{number}" formatCode="{escape_attribute(code)}"'
            self._formats.add(f"<{self._prefix}numFmt {entry}/>")
        return str(self._codes[code])

    def _xf(self, default: Element, style: Style, looks: tuple[str, str, str]) -> str:
        number_format, font, fill = looks
        p, border, named = self._prefix, default.get("borderId", "0"), default.get("xfId", "0")
        inner = self._document.inner(default).decode()
        if style.wrap:
            inner = f'<{p}alignment vertical="top" wrapText="1"/>'
        applied = ' applyAlignment="1"' if "alignment" in inner else ""
        return (
            f'<{p}xf numFmtId="{number_format}" fontId="{font}" fillId="{fill}"'
            f' borderId="{border}" xfId="{named}" applyNumberFormat="1" applyFont="1"'
            f' applyFill="1" applyBorder="1"{applied}>{inner}</{p}xf>'
        )
