"""Mutations of the XML of a part: its elements and attributes, and how it is written down."""

import re
from collections.abc import Mapping
from random import Random

from fuzzing.packages import Mutate, in_part
from fuzzing.xml_text import Span, attributes, elements

_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>\s*")
_TEXT = re.compile(rb">([^<>]+)<")
_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OTHER_NAMESPACES = (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"urn:x", b"")
_INSERTED = (
    b"<!-- -->", b"<?pi iets?>", b"<x/>", b'<x xmlns="urn:x">tekst</x>', b"&amp;", b"&nbsp;",
    b"]]>", b"<![CDATA[ ]]>", b"&#0;", b"&#xD800;", b"\xff", b"\n  \n", b"tekst",
    b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    b"</mc:AlternateContent>",
)  # fmt: skip
_DOCTYPES = (
    b"<!DOCTYPE x>", b'<!DOCTYPE x [<!ENTITY a "b">]>',
    b'<!DOCTYPE x SYSTEM "file:///etc/passwd">',
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-16-be", "latin-1", "utf-8-sig", "cp1252", "utf-32")
_DEPTHS = (50, 500, 20_000)


def _without(xml: bytes, span: Span) -> bytes:
    return xml[: span.start] + xml[span.end :]


def _remove_element(xml: bytes, rng: Random) -> bytes:
    found = elements(xml)
    return _without(xml, rng.choice(found)) if found else xml


def _duplicate_element(xml: bytes, rng: Random) -> bytes:
    found = elements(xml)
    if not found:
        return xml
    span = rng.choice(found)
    return xml[: span.end] + xml[span.start : span.end] * rng.choice((1, 1, 5)) + xml[span.end :]


def _move_element(xml: bytes, rng: Random) -> bytes:
    """An element to another place, often one where it may not stand."""
    found = elements(xml)
    if not found:
        return xml
    span, rest = rng.choice(found), elements(_without(xml, found[0]))
    shorter = _without(xml, span)
    place = rng.choice(elements(shorter) or [Span(0, 0, 0)]).start if rest else 0
    return shorter[:place] + xml[span.start : span.end] + shorter[place:]


def _empty_element(xml: bytes, rng: Random) -> bytes:
    filled = [span for span in elements(xml) if span.head != span.end]
    if not filled:
        return xml
    span = rng.choice(filled)
    tail = xml.rindex(b"</", span.start, span.end)
    return xml[: span.head] + xml[tail:]


def _remove_attribute(xml: bytes, rng: Random) -> bytes:
    found = attributes(xml)
    if not found:
        return xml
    each = rng.choice(found)
    return xml[: each.start()] + xml[each.end() :]


def _duplicate_attribute(xml: bytes, rng: Random) -> bytes:
    found = attributes(xml)
    if not found:
        return xml
    each = rng.choice(found)
    return xml[: each.end()] + each[0] + xml[each.end() :]


def _swap_values(xml: bytes, rng: Random) -> bytes:
    """An attribute with the value of another one."""
    found = attributes(xml)
    if not found:
        return xml
    one, other = rng.choice(found), rng.choice(found)
    return xml[: one.start(2)] + other[2] + xml[one.end(2) :]


def _insert(xml: bytes, rng: Random) -> bytes:
    found = elements(xml)
    place = rng.choice(found).head if found else len(xml)
    return xml[:place] + rng.choice(_INSERTED) + xml[place:]


def _doctype(xml: bytes, rng: Random) -> bytes:
    declared = _DECLARATION.match(xml)
    place = declared.end() if declared else 0
    return xml[:place] + rng.choice(_DOCTYPES) + xml[place:]


def _nest(xml: bytes, rng: Random) -> bytes:
    found, depth = elements(xml), rng.choice(_DEPTHS)
    place = rng.choice(found).start if found else len(xml)
    return xml[:place] + b"<x>" * depth + b"</x>" * depth + xml[place:]


def _encode(xml: bytes, rng: Random) -> bytes:
    """Another encoding, which the declaration names, names wrongly, or does not name."""
    encoding, named = rng.choice(_ENCODINGS), rng.choice(_ENCODINGS)
    text = _DECLARATION.sub(b"", xml).decode("utf-8", "replace")
    head = rng.choice((f'<?xml version="1.0" encoding="{encoding}"?>',
                       f'<?xml version="1.0" encoding="{named}"?>', ""))  # fmt: skip
    return (head + text).encode(encoding, "xmlcharrefreplace")


def _cdata(xml: bytes, rng: Random) -> bytes:
    found = list(_TEXT.finditer(xml))
    if not found:
        return xml
    each = rng.choice(found)
    return xml[: each.start(1)] + b"<![CDATA[" + each[1] + b"]]>" + xml[each.end(1) :]


def _namespace(xml: bytes, rng: Random) -> bytes:
    return xml.replace(_MAIN, rng.choice(_OTHER_NAMESPACES))


MARKUP: Mapping[str, Mutate] = {
    "remove-element": in_part(_remove_element),
    "duplicate-element": in_part(_duplicate_element),
    "move-element": in_part(_move_element),
    "empty-element": in_part(_empty_element),
    "remove-attribute": in_part(_remove_attribute),
    "duplicate-attribute": in_part(_duplicate_attribute),
    "swap-values": in_part(_swap_values),
    "insert-markup": in_part(_insert),
    "doctype": in_part(_doctype),
    "nest-deeply": in_part(_nest),
    "other-encoding": in_part(_encode),
    "cdata": in_part(_cdata),
    "other-namespace": in_part(_namespace),
}
"""What can happen to the XML of any part."""
