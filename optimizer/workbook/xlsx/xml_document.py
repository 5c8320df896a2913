"""XML as bytes with the offsets of its elements: edits are splices, nothing is re-serialised."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat
from xml.sax.saxutils import escape

from models.errors import WorkbookError
from optimizer.workbook.xlsx.xml_events import refuse_document_type

Splice = tuple[int, int, bytes]
"""Replace the bytes from the first offset up to the second by the third."""

Rewording = Callable[[str, Callable[[str], str]], str]
"""From a text, and how texts are spelled where it stands, to the text that comes there."""

MAX_XML = 64 * 2**20
"""Largest XML part that is scanned, in bytes; its element tree takes some forty times as much."""

XML_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_TAG = re.compile(rb"""<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>""")
_ATTRIBUTE = re.compile(rb"""(\s+)([^\s=/>]+)(\s*=\s*)("[^"]*"|'[^']*')""")
_WHOLE = re.compile("[0-9]{1,9}")
_CDATA_START, _CDATA_END = b"<![CDATA[", b"]]>"
_OPAQUE = "is"
"""The text of a cell: there are many, and nobody looks at the elements inside."""


@dataclass(slots=True, eq=False)
class Element:
    """One element with the byte offsets of its tags.

    Attributes
    ----------
    namespace, name, prefix
        The namespace URI, the local name, and the prefix as written (with its colon, or empty).
    attributes
        Values by name; a name in a namespace is `"uri local prefix"`, as expat gives it.
    start, open_end, close_start, end
        Offsets of the start tag, of what follows it, of the end tag, and of what follows that;
        the last three are equal for a self-closing element.
    children
        Child elements in document order; none for the text of a cell.
    """

    namespace: str
    name: str
    prefix: str
    attributes: dict[str, str]
    start: int
    open_end: int
    close_start: int = 0
    end: int = 0
    children: list["Element"] = field(default_factory=list)

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute without a namespace."""
        return self.attributes.get(name, default)

    def number(self, name: str, default: int = 0) -> int:
        """The whole number of an attribute; the default when it is absent or none."""
        text = self.attributes.get(name, "").strip()
        return int(text) if _WHOLE.fullmatch(text) else default

    def qualified(self, name: str) -> str:
        """The value of the attribute with this local name in any namespace, else empty."""
        found = (v for k, v in self.attributes.items() if " " in k and k.split(" ")[1] == name)
        return next(found, "")

    def all(self, name: str) -> list["Element"]:
        """The children with this name in this element's own namespace."""
        return [c for c in self.children if c.name == name and c.namespace == self.namespace]

    def first(self, name: str) -> "Element | None":
        """The first of `all(name)`, if any."""
        same = (c for c in self.children if c.name == name and c.namespace == self.namespace)
        return next(same, None)

    def walk(self) -> Iterator["Element"]:
        """The element itself and all below it, in document order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))


@lru_cache(maxsize=1024)
def _split_name(tag: str) -> tuple[str, str, str]:
    """Namespace, local name and prefix with its colon, from expat's `"uri local prefix"`."""
    if " " not in tag:
        return "", tag, ""
    namespace, name, *prefix = tag.split(" ")
    return namespace, name, f"{prefix[0]}:" if prefix else ""


class _Scanner:
    """Collects the element tree of one part from expat's events."""

    def __init__(self, data: bytes, part: str) -> None:
        self.data = data
        self.top = Element("", "", "", {}, 0, 0)
        self.open = [self.top]
        self.hidden = 0
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.namespace_prefixes = True
        self.parser.StartElementHandler = self.on_start
        self.parser.EndElementHandler = self.on_end
        refuse_document_type(self.parser, part)

    def on_start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.hidden:
            self.hidden += 1
            return
        start = self.parser.CurrentByteIndex
        match = _TAG.match(self.data, start)
        open_end = match.end() if match else start
        element = Element(*_split_name(tag), attributes, start, open_end)
        self.open[-1].children.append(element)
        self.open.append(element)
        if element.name == _OPAQUE:
            self.hidden = 1

    def on_end(self, _tag: str) -> None:
        if self.hidden:
            self.hidden -= 1
            if self.hidden:
                return
        element = self.open.pop()
        if self.data.endswith(b"/>", element.start, element.open_end):
            element.close_start = element.end = element.open_end
            return
        element.close_start = self.parser.CurrentByteIndex
        element.end = self.data.index(b">", element.close_start) + 1


class Document:
    """The bytes of one XML part with its element tree."""

    def __init__(self, data: bytes, part: str) -> None:
        """Scan `data`, which is in UTF-8 whatever its declaration says.

        Raises
        ------
        WorkbookError
            `too-large`, `unsafe-xml` (a DOCTYPE) or `not-a-workbook` (not well-formed).
        """
        if len(data) > MAX_XML:
            raise WorkbookError("too-large", part=part, size=len(data), limit=MAX_XML)
        scanner = _Scanner(data, part)
        try:
            scanner.parser.Parse(data, True)
        except expat.ExpatError as error:
            raise WorkbookError("not-a-workbook", part=part, reason=str(error)) from error
        self.data = data
        self.root = scanner.top.children[0]

    def raw(self, element: Element) -> bytes:
        """The element exactly as it stands."""
        return self.data[element.start : element.end]

    def inner(self, element: Element) -> bytes:
        """What stands between the tags, exactly as it stands."""
        return self.data[element.open_end : element.close_start]

    def text(self, element: Element) -> str:
        """The character data of an element without children, decoded."""
        pieces: list[str] = []
        parser = expat.ParserCreate("utf-8")
        parser.CharacterDataHandler = pieces.append
        parser.Parse(b"<t>" + self.inner(element) + b"</t>", True)
        return "".join(pieces)

    def reworded(self, element: Element, change: Rewording) -> list[Splice]:
        """Splices that change the text of an element without children, as it is spelled.

        `change` gets the text as it stands in the file, and how a text is spelled there: in CDATA
        as it is, else with references.
        """
        inner = self.inner(element)
        is_data = inner.startswith(_CDATA_START) and inner.endswith(_CDATA_END)
        start = element.open_end + (len(_CDATA_START) if is_data else 0)
        end = element.close_start - (len(_CDATA_END) if is_data else 0)
        standing = self.data[start:end].decode()
        if "<" in standing and not is_data:
            return []
        new = change(standing, str if is_data else escape)
        return [] if new == standing else [(start, end, new.encode())]

    def rewrite(
        self, element: Element, attributes: Mapping[str, str | None], appended: bytes = b""
    ) -> list[Splice]:
        """Splices that set attributes (None removes one) and append content before the end tag."""
        tag = self.data[element.start : element.open_end]
        new_tag = set_attributes(tag, attributes)
        if element.open_end != element.end or not appended:
            splices = [(element.start, element.open_end, new_tag)] if new_tag != tag else []
            tail = [(element.close_start, element.close_start, appended)] if appended else []
            return [*splices, *tail]
        name = f"</{element.prefix}{element.name}>".encode()
        whole = new_tag[:-2].rstrip() + b">" + appended + name
        return [(element.start, element.end, whole)]


def set_attributes(tag: bytes, attributes: Mapping[str, str | None]) -> bytes:
    """The start tag with some attributes replaced, added (at the end) or removed (None)."""
    left = dict(attributes)

    def replace(match: re.Match[bytes]) -> bytes:
        name = match[2].decode()
        if name not in left:
            return match[0]
        value = left.pop(name)
        return b"" if value is None else match[1] + match[2] + match[3] + _quoted(value)

    end = re.search(rb"\s*/?>$", tag)
    cut = end.start() if end else len(tag)
    body = _ATTRIBUTE.sub(replace, tag[:cut])
    added = (b" " + k.encode() + b"=" + _quoted(v) for k, v in left.items() if v is not None)
    return body + b"".join(added) + tag[cut:]


def apply_splices(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes after all splices, which must not overlap; at one offset insertions come first."""
    pieces: list[bytes] = []
    position = 0
    for start, end, replacement in sorted(splices, key=lambda splice: splice[:2]):
        pieces += [data[position:start], replacement]
        position = end
    return b"".join([*pieces, data[position:]])


def escape_attribute(value: str) -> str:
    """The value as it may stand between double quotes."""
    if value.isalnum():
        return value
    return escape(value, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def _quoted(value: str) -> bytes:
    return b'"' + escape_attribute(value).encode() + b'"'
