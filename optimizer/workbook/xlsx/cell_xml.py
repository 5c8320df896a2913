"""Values as the content of a cell element: inline strings, numbers, booleans."""

import math
import re
from decimal import Decimal
from functools import lru_cache
from xml.sax.saxutils import escape

CellValue = str | int | float | Decimal | bool | None
"""What a cell can be given; None empties it."""

MAX_TEXT = 32_767
"""Longest text of a cell in Excel, in UTF-16 units."""

_PLAIN_BELOW = 10**15
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LINE_ENDS = re.compile("\r\n?")
_FRAGILE_SPACE = re.compile(r"^\s|\s$|\s\s|[\n\t]")


def clean_text(text: str) -> str:
    """The text as a cell can hold it: no control characters, plain line feeds, cut with `…`."""
    text = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))
    if len(text) <= MAX_TEXT // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MAX_TEXT:
        return text
    return units[: 2 * (MAX_TEXT - 1)].decode("utf-16-le", "ignore") + "…"


def format_number(value: int | float | Decimal) -> str:
    """The shortest decimal text of a number, floats rounded to the 15 digits that Excel keeps.

    Raises
    ------
    ValueError
        Infinity and not-a-number have no place in a cell.
    """
    if isinstance(value, int) and abs(value) < _PLAIN_BELOW:
        return str(value)
    if not math.isfinite(value):
        raise ValueError(f"not a finite number: {value}")
    exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    if not exact:
        return "0"
    plain = f"{exact:f}"
    if len(plain) > 40:
        return f"{exact.normalize():E}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def content_of(value: CellValue, prefix: str) -> tuple[str | None, str]:
    """The `t` attribute and the inner XML for a value; the prefix goes before element names.

    A text is always an inline string, so one that begins with `=` can never become a formula.
    """
    if isinstance(value, bool):
        return "b", f"<{prefix}v>{int(value)}</{prefix}v>"
    if isinstance(value, str):
        return _text_content(value, prefix)
    if value is None:
        return None, ""
    return None, f"<{prefix}v>{format_number(value)}</{prefix}v>"


@lru_cache(maxsize=4096)
def _text_content(value: str, prefix: str) -> tuple[str | None, str]:
    text = clean_text(value)
    if not text:
        return None, ""
    # Excel reads _xHHHH_ as a character code; the underscore itself is written as _x005F_.
    escaped = escape(_ESCAPE_LOOKALIKE.sub("_x005F_", text))
    space = ' xml:space="preserve"' if _FRAGILE_SPACE.search(text) else ""
    return "inlineStr", f"<{prefix}is><{prefix}t{space}>{escaped}</{prefix}t></{prefix}is>"
