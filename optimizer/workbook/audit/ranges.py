"""Ranges of a refilled sheet: their first cell and their columns stay, their last row may move."""

import re
from collections.abc import Iterable, Iterator

from optimizer.workbook.audit.tokens import Token, mapped, name, opens

_RANGE = re.compile(r"(\$?[A-Z]+\$?[0-9]+)(?::(\$?[A-Z]+\$?)[0-9]+)?")
_LETTERS = re.compile(r"[A-Z]+")
_HOLDERS = {
    "table": "ref",
    "autoFilter": "ref",
    "sortState": "ref",
    "conditionalFormatting": "sqref",
    "dataValidation": "sqref",
}


def anchored(text: str) -> str:
    """Ranges without their last row: `A2:C30` and `A2:C9` are the same, `A2` is `A2:A`."""
    return " ".join(_RANGE.sub(_anchor, part) for part in text.split())


def _anchor(match: re.Match[str]) -> str:
    found = _LETTERS.search(match[2] or match[1])
    return f"{match[1]}:{found[0] if found else ''}"


def mask_ranges(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with the ranges of filters, tables, validations and formats anchored."""
    inside = False
    for token in tokens:
        kind = name(token)
        if kind in _HOLDERS:
            yield mapped(token, _HOLDERS[kind], anchored)
        elif inside and not kind:
            yield anchored(token.decode("utf-8", "replace")).encode()
        else:
            yield token
        inside = kind == "sqref" and opens(token)
