"""What stands in a cell, from its type and its text as the file has them."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from math import isinf
from typing import NamedTuple

from openpyxl.utils.datetime import from_excel

from optimizer.workbook.read.looks import Look
from optimizer.workbook.read.texts import plain

Content = str | int | float | bool | date | datetime | time | timedelta | None

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_MOST_DIGITS = 40
"""Of a whole number that stays exact; Excel itself keeps 15."""
_TRUE = frozenset({"1", "true"})
_NO_DATE = "#VALUE!"
"""What Excel shows for a number that is no date but should be shown as one."""
_NO_TEXT = "#REF!"


class Shown(NamedTuple):
    """The value of a cell, and whether it is an Excel error or cannot be understood."""

    value: Content
    is_error: bool = False


class CellValues:
    """Understands the cells of one workbook."""

    def __init__(self, texts: Sequence[str], epoch: datetime) -> None:
        """Take texts that cells point at by number, and the day that dates are counted from."""
        self._texts = texts
        self._epoch = epoch

    def shown(self, kind: str, text: str, look: Look) -> Shown:
        """The value of a cell of a type (its `t`) in which this text stands; it is not empty."""
        match kind:
            case "s":
                return self._shared(text)
            case "n":
                return self._number(text.strip(), look)
            case "b":
                return Shown(text.strip().lower() in _TRUE)
            case "d":
                return _iso_date(text.strip())
            case "e":
                return Shown(text, is_error=True)
            case _:
                return Shown(plain(text))

    def _shared(self, text: str) -> Shown:
        number = text.strip()
        if number.isdecimal() and int(number) < len(self._texts):
            return Shown(self._texts[int(number)] or None)
        return Shown(_NO_TEXT, is_error=True)

    def _number(self, text: str, look: Look) -> Shown:
        if not _NUMBER.fullmatch(text):
            return Shown(text, is_error=True)
        is_whole = text.lstrip("+-").isdigit() and len(text) <= _MOST_DIGITS
        value = int(text) if is_whole else float(text)
        if isinf(value):
            return Shown(text, is_error=True)
        return self._date(value, look) if look.is_date else Shown(value)

    def _date(self, value: float, look: Look) -> Shown:
        try:
            return Shown(from_excel(value, self._epoch, timedelta=look.is_duration))
        except (OverflowError, ValueError):
            return Shown(_NO_DATE, is_error=True)


def _iso_date(text: str) -> Shown:
    """A date, a time or both, written out; of time zones a workbook knows nothing."""
    understands: tuple[Callable[[str], date | time], ...] = (
        date.fromisoformat, time.fromisoformat, datetime.fromisoformat
    )  # fmt: skip
    for understand in understands:
        with suppress(ValueError):
            found = understand(text)
            if isinstance(found, datetime | time):
                found = found.replace(tzinfo=None)
            return Shown(found)
    return Shown(text, is_error=True)
