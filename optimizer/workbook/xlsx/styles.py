"""Styles appended to the styles part; what stands there stays."""

from dataclasses import dataclass

from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE

from models.errors import WorkbookError
from optimizer.workbook.xlsx.parts import Parts
from optimizer.workbook.xlsx.xml_document import (
    Document,
    Element,
    apply_splices,
    escape_attribute,
)

_FIRST_CUSTOM_FORMAT = 164
# The children of `styleSheet` that the schema puts before `dxfs`.
_BEFORE_DIFFERENCES = frozenset(
    {"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"}
)


@dataclass(frozen=True)
class Style:
    """A cell style, as changes to an existing one.

    Attributes
    ----------
    base
        Number of the style that it starts from; 0 is the workbook's default.
    bold
        Bold text.
    number_format
        Excel's format code such as `0.0`, or None for the base's.
    fill
        Background colour as six hexadecimal digits, or None for the base's.
    wrap
        Wrapped text, aligned to the top.
    """

    base: int = 0
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
    """The styles part of a package."""

    def __init__(self, parts: Parts, name: str) -> None:
        self._parts = parts
        self._name = name
        self._document = parts.document(name)

    @property
    def count(self) -> int:
        """How many cell styles there are; the default one is always there."""
        holder = self._document.root.first("cellXfs")
        return max(1, len(holder.all("xf")) if holder else 1)

    def add(self, style: Style) -> int:
        """The number of a style with these properties; appended when there is none yet.

        Raises
        ------
        WorkbookError
            `not-a-workbook`: the base style, or something that it names, does not exist.
        """
        base = self._base(style.base)
        font = self._bold_font(base) if style.bold else base.get("fontId", "0")
        fill = base.get("fillId", "0") if style.fill is None else self._fill(style.fill)
        number_format = base.get("numFmtId", "0")
        if style.number_format is not None:
            number_format = self._number_format(style.number_format)
        return self._append("cellXfs", "xf", self._xf(style, number_format, font, fill))

    def add_difference(self, difference: Difference) -> int:
        """The number of a differential style with these properties; appended when it is new."""
        p = self._prefix
        if self._document.root.first("dxfs") is None:
            before = [e for e in self._document.root.children if e.name in _BEFORE_DIFFERENCES]
            place, empty = before[-1].end, f'<{p}dxfs count="0"/>'.encode()
            self._store(apply_splices(self._document.data, [(place, place, empty)]))
        bold = f"<{p}b/>" if difference.bold else ""
        font = f'<{p}font>{bold}<{p}color rgb="FF{difference.ink}"/></{p}font>'
        fill = self._pattern(difference.fill, difference.fill) if difference.fill else ""
        return self._append("dxfs", "dxf", f"<{p}dxf>{font}{fill}</{p}dxf>")

    @property
    def _prefix(self) -> str:
        return self._document.root.prefix

    def _holder(self, name: str) -> Element:
        holder = self._document.root.first(name)
        if holder is None:
            raise _damaged(name)
        return holder

    def _base(self, number: int) -> Element:
        return _nth(self._holder("cellXfs").all("xf"), str(number))

    def _bold_font(self, base: Element) -> str:
        font = _nth(self._holder("fonts").all("font"), base.get("fontId", "0"))
        if font.first("b") is not None:
            return base.get("fontId", "0")
        p = self._prefix
        inner = self._document.inner(font).decode()
        return str(self._append("fonts", "font", f"<{p}font><{p}b/>{inner}</{p}font>"))

    def _fill(self, colour: str) -> str:
        return str(self._append("fills", "fill", self._pattern(colour)))

    def _pattern(self, colour: str, background: str = "") -> str:
        p = self._prefix
        behind = f'rgb="FF{background}"' if background else 'indexed="64"'
        pattern = f'<{p}fgColor rgb="FF{colour}"/><{p}bgColor {behind}/>'
        return f'<{p}fill><{p}patternFill patternType="solid">{pattern}</{p}patternFill></{p}fill>'

    def _number_format(self, code: str) -> str:
        if code in BUILTIN_FORMATS_REVERSE:
            return str(BUILTIN_FORMATS_REVERSE[code])
        holder = self._document.root.first("numFmts")
        known = holder.all("numFmt") if holder else []
        same = (e.get("numFmtId") for e in known if e.get("formatCode") == code)
        new_id = max([_FIRST_CUSTOM_FORMAT - 1, *(int(e.get("numFmtId")) for e in known)]) + 1
        found = next(same, None)
        return found if found is not None else self._add_format(str(new_id), code)

    def _add_format(self, new_id: str, code: str) -> str:
        p = self._prefix
        xml = f'<{p}numFmt numFmtId="{new_id}" formatCode="{escape_attribute(code)}"/>'
        if self._document.root.first("numFmts") is not None:
            self._append("numFmts", "numFmt", xml)
            return new_id
        place = self._document.root.open_end
        holder = f'<{p}numFmts count="1">{xml}</{p}numFmts>'.encode()
        self._store(apply_splices(self._document.data, [(place, place, holder)]))
        return new_id

    def _xf(self, style: Style, number_format: str, font: str, fill: str) -> str:
        base, p = self._base(style.base), self._prefix
        border, named = base.get("borderId", "0"), base.get("xfId", "0")
        inner = self._document.inner(base).decode()
        if style.wrap:
            inner = f'<{p}alignment vertical="top" wrapText="1"/>'
        applied = ' applyAlignment="1"' if "alignment" in inner else ""
        return (
            f'<{p}xf numFmtId="{number_format}" fontId="{font}" fillId="{fill}"'
            f' borderId="{border}" xfId="{named}" applyNumberFormat="1" applyFont="1"'
            f' applyFill="1" applyBorder="1"{applied}>{inner}</{p}xf>'
        )

    def _append(self, holder_name: str, name: str, xml: str) -> int:
        """Append an element to a counted list unless the same stands there; return its number."""
        holder = self._holder(holder_name)
        standing = [self._document.raw(element) for element in holder.all(name)]
        if xml.encode() in standing:
            return standing.index(xml.encode())
        count = {"count": str(len(standing) + 1)}
        splices = self._document.rewrite(holder, count, xml.encode())
        self._store(apply_splices(self._document.data, splices))
        return len(standing)

    def _store(self, data: bytes) -> None:
        self._parts.write(self._name, data)
        self._document = Document(data, self._name)


def _nth(elements: list[Element], number: str) -> Element:
    """The element with this number."""
    if not number.isdecimal() or int(number) >= len(elements):
        raise _damaged(number)
    return elements[int(number)]


def _damaged(missing: str) -> WorkbookError:
    return WorkbookError("not-a-workbook", reason="damaged-styles", missing=missing)
