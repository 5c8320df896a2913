"""The encoding of an XML part: whichever it is, the program looks at it in UTF-8."""

import re
from typing import NamedTuple

UTF8 = "utf-8"

_MARKS = (
    (b"\x00\x00\xfe\xff", "utf-32-be"), (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"),
    (b"\x00<", "utf-16-be"), (b"<\x00", "utf-16-le"),
)  # fmt: skip
"""How a part begins in the wide encodings; the narrow ones are told by their declaration."""
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']""")
_SAME = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
"""Declared names under which the bytes are UTF-8 as they stand."""
_WIDE = ("utf-16", "utf16", "utf-32", "utf32", "ucs-", "unicode")
"""Declared in what is no such encoding, or the declaration would not be found: .NET writes that."""
_KNOWN = re.compile(r"utf-(?:16|32)-[lb]e|iso-?8859-?\d+|latin-?\d|(?:windows-|cp)\d+")
"""Names that are taken at their word; Python knows stranger ones, which no program writes."""


class Utf8(NamedTuple):
    """The content of a part in UTF-8, and the encoding in which it stands in the file."""

    data: bytes
    encoding: str


def is_utf8(start: bytes) -> bool:
    """Whether a part that begins with these bytes is in UTF-8 as it stands."""
    return encoding_of(start) == UTF8


def encoding_of(start: bytes) -> str:
    """The encoding of a part, from its first bytes or from its XML declaration."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    declared = _DECLARED.match(start)
    name = declared[1].decode().lower() if declared else UTF8
    return UTF8 if name in _SAME or name.startswith(_WIDE) else name


def to_utf8(data: bytes) -> Utf8:
    """A part in UTF-8; its declaration still names the encoding of the file.

    Raises
    ------
    UnicodeError
        It is not in the encoding that it claims, or the encoding is none that programs write.
    """
    encoding = encoding_of(data[:512])
    if encoding == UTF8:
        return Utf8(data, UTF8)
    if not _KNOWN.fullmatch(encoding):
        raise UnicodeError(f"unknown encoding: {encoding}")
    try:
        return Utf8(data.decode(encoding).encode(), encoding)
    except LookupError as error:
        raise UnicodeError(str(error)) from error


def from_utf8(data: bytes, encoding: str) -> bytes:
    """The part as it goes back into the file; what the encoding lacks becomes a reference."""
    return data if encoding == UTF8 else data.decode().encode(encoding, "xmlcharrefreplace")
