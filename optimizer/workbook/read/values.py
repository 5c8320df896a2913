"""The one normaliser of cell values: Dutch numbers, choices and lists, or an issue."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal
from typing import TypeVar

from models.issues import Issue, error
from optimizer.workbook import labels
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import clean, fold
from optimizer.workbook.read.reader import RawCell
from optimizer.workbook.read.synonyms import synonym

T = TypeVar("T")

_EXCEL_PRECISION = Context(prec=15)
"""Excel shows and keeps 15 digits: 0.1+0.2 is 0.3 there, so it is here."""
LARGEST = 10**9
"""No number in a workbook is larger; what is, is a slip or a broken formula."""
_TRUE_WORDS = frozenset({"ja", "true", "waar"})
_FALSE_WORDS = frozenset({"nee", "neen", "false", "onwaar"})
_MINUS = str.maketrans("−–", "--")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:[. ]\d{3})+(?:,\d+)?")
_DUTCH = re.compile(r"[+-]?\d+(?:,\d+)?")
_POINT = re.compile(r"[+-]?\d+\.\d+")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
_DAY_NOUGHT = date(1899, 12, 30)
"""From here Excel counts days, as it holds 1900 for a leap year."""
_DAY_NUMBERS = range(36_526, 73_051)
"""The days of this century, 1 January 2000 to 1 January 2100, as Excel counts them."""
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_SEPARATORS = re.compile(r"[;,\n]")
_COMPETENCE = re.compile(r"(?P<name>.*?[^\s:=])(?:\s*[:=]\s*|\s+)(?P<level>\d+)")


def defect(cell: RawCell) -> Issue | None:
    """Why a cell cannot be read at all: an Excel error, or a formula never calculated."""
    if not cell.computed:
        return error("formula-without-value", cell.where)
    if cell.is_error:
        return error("error-value", cell.where, found=str(cell.value))
    return None


def number(cell: RawCell, *, percent: bool = False) -> Decimal | Issue | None:
    """The number in a cell; `None` when it is empty.

    With `percent`, a cell that shows 0.6 as 60 % gives 60, and so does the text `60 %`.
    """
    if problem := defect(cell):
        return problem
    value = cell.value
    if value is None or cell.is_empty:
        return None
    if isinstance(value, date | time | timedelta):
        return error("date-not-number", cell.where, found=_moment(value))
    if isinstance(value, bool):
        return error("not-a-number", cell.where, found=cell_text(cell))
    if isinstance(value, int | float):
        exact = _EXCEL_PRECISION.create_decimal(repr(value))
        return _plausible(exact * 100 if percent and cell.is_percent else exact, cell)
    return _number_in_text(cell, percent=percent)


def _moment(value: date | time | timedelta) -> str:
    """A date as it is written here, without the time; a time as it stands."""
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    return str(value)


def _number_in_text(cell: RawCell, *, percent: bool) -> Decimal | Issue:
    text = clean(str(cell.value)).translate(_MINUS)
    if percent:
        text = text.removesuffix("%").rstrip()
    if _AMBIGUOUS.fullmatch(text):
        return error("ambiguous-number", cell.where, found=text)
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(" ", "")
    if _DUTCH.fullmatch(text) or _POINT.fullmatch(text):
        return _plausible(Decimal(text.replace(",", ".")), cell)
    return error("not-a-number", cell.where, found=cell_text(cell))


def _plausible(value: Decimal, cell: RawCell) -> Decimal | Issue:
    if abs(value) > LARGEST:
        return error("number-too-large", cell.where, found=cell_text(cell), most=LARGEST)
    return value


def whole(cell: RawCell) -> int | Issue | None:
    """The whole number in a cell; `None` when it is empty."""
    value = number(cell)
    if not isinstance(value, Decimal):
        return value
    if value != value.to_integral_value():
        return error("not-whole", cell.where, found=value)
    return int(value)


def day(cell: RawCell) -> date | Issue | None:
    """The date in a cell, as Excel keeps it or typed as 1/2/2027 or 2027-02-01.

    Excel keeps a date as a number of days; a cell that does not look like a date has that number.
    """
    if problem := defect(cell):
        return problem
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if cell.is_empty or isinstance(cell.value, date):
        return cell.value if isinstance(cell.value, date) else None
    if isinstance(cell.value, int | float) and cell.value in _DAY_NUMBERS:
        return _DAY_NOUGHT + timedelta(days=cell.value)
    found = _day_in_text(cell_text(cell))
    return error("not-a-date", cell.where, found=cell_text(cell)) if found is None else found


def _day_in_text(text: str) -> date | None:
    for pattern in (_DAY_FIRST, _YEAR_FIRST):
        if match := pattern.fullmatch(text):
            try:
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                return None
    return None


def choice(cell: RawCell, words: Mapping[T, str]) -> T | Issue | None:
    """What a word from a closed list means; `None` when the cell is empty."""
    if problem := defect(cell):
        return problem
    text = cell_text(cell)
    if not text:
        return None
    return choose(text, words, cell)


def choose(text: str, words: Mapping[T, str], cell: RawCell) -> T | Issue:
    """The meaning whose word, or a synonym of it, is `text`; else an issue that lists the words."""
    meanings = {fold(word): meaning for meaning, word in words.items()}
    meant = meanings.get(fold(text)) or synonym(text, words)
    if meant is not None:
        return meant
    return error("unknown-choice", cell.where, found=text, expected=tuple(words.values()))


def flag(cell: RawCell) -> bool | Issue | None:
    """Yes or no, as a word or as a tick box; `None` when the cell is empty."""
    if problem := defect(cell):
        return problem
    word = fold(cell_text(cell))
    if word in _TRUE_WORDS or word in _FALSE_WORDS:
        return word in _TRUE_WORDS
    if not word:
        return None
    return error(
        "unknown-choice", cell.where, found=cell_text(cell), expected=tuple(labels.YES_NO.values())
    )


def parts(cell: RawCell) -> tuple[str, ...]:
    """The entries of a list in one cell, separated by semicolons, commas or line breaks."""
    if cell.value is None or cell.is_error:
        return ()
    if not isinstance(cell.value, str):
        return (cell_text(cell),)
    return tuple(text for part in _SEPARATORS.split(cell.value) if (text := clean(part)))


def competence_name(text: str) -> str:
    """The one spelling of a competence: `Technische_Kennis` is `technische kennis`."""
    return fold(text.replace("_", " "))


def competences(cell: RawCell) -> dict[str, int] | Issue:
    """Required level per competence, from `netwerk:3; servers:2`."""
    if problem := defect(cell):
        return problem
    required: dict[str, int] = {}
    for part in parts(cell):
        match = _COMPETENCE.fullmatch(part)
        if match is None:
            return error("not-a-competence", cell.where, found=part)
        name = competence_name(match["name"])
        if name in required:
            return error("competence-twice", cell.where, found=part)
        required[name] = int(match["level"])
    return required
