"""Where elements and attributes stand in an XML text, also in one that is damaged."""

import re
from typing import NamedTuple

_TAG = re.compile(rb"<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]*)(?P<attributes>[^<>]*?)(?P<empty>/?)>")
ATTRIBUTE = re.compile(rb"""\s([\w:.-]+)\s*=\s*("[^"<]*"|'[^'<]*')""")


class Span(NamedTuple):
    """An element from its first to past its last byte, and where its start tag ends."""

    start: int
    head: int
    end: int


def elements(xml: bytes) -> list[Span]:
    """Every element that has an end, the outermost one left out."""
    found: list[Span] = []
    opened: list[tuple[bytes, int, int]] = []
    for tag in _TAG.finditer(xml):
        if tag["empty"]:
            found.append(Span(tag.start(), tag.end(), tag.end()))
        elif not tag["end"]:
            opened.append((tag["name"], tag.start(), tag.end()))
        elif opened and opened[-1][0] == tag["name"]:
            _, start, head = opened.pop()
            found.append(Span(start, head, tag.end()))
    return sorted(found)[1:]


def attributes(xml: bytes, name: str | None = None) -> list[re.Match[bytes]]:
    """Every attribute, or those with this name; the value is group 2, in its quotes."""
    found = ATTRIBUTE.finditer(xml)
    return [each for each in found if name is None or each[1] == name.encode()]
