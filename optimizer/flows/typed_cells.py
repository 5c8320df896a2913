"""What somebody types in a cell of a known sheet, as the value that the cell gets."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from models.problem import ProblemData
from optimizer.workbook.read import values
from optimizer.workbook.read.columns import ColumnKind
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell
from optimizer.workbook.read.record_cells import CellValue, day_text, number
from optimizer.workbook.template.setting_rows import SETTING_ROWS
from optimizer.workbook.xlsx.cell_xml import clean_text

NUMERIC = frozenset(
    {
        ColumnKind.NUMBER,
        ColumnKind.HOURS,
        ColumnKind.EURO,
        ColumnKind.PERCENT,
        ColumnKind.COUNT,
        ColumnKind.LEVEL,
    }
)
_TRAILING = re.compile(r"(\d+)$")


def typed_value(kind: ColumnKind, standing: RawCell, text: str) -> CellValue:
    """The value for a text: a number where the column holds numbers, otherwise the text itself.

    A word in a column of numbers stays a word: the check tells whether it means something. A cell
    that shows percentages gets the part: 0,6 for 60.
    """
    text = clean_text(text).strip()
    if not text:
        return None
    if kind not in NUMERIC and not isinstance(standing.value, int | float):
        return text
    found = values.number(RawCell(standing.where, text), percent=standing.is_percent)
    percent = kind is ColumnKind.PERCENT and text.endswith("%")
    if percent:
        found = values.number(RawCell(standing.where, text), percent=True)
    if not isinstance(found, Decimal):
        return text
    return number(found / 100 if standing.is_percent else found)


def setting_kind(key: str) -> ColumnKind:
    """What the value of a setting is; text for a key that is none."""
    kinds = {fold(row.key): row.kind for row in SETTING_ROWS}
    return kinds.get(fold(key), ColumnKind.TEXT)


def shown_text(cell: RawCell) -> str:
    """What a cell shows, as it can be typed again: a decimal comma, per cent as such."""
    if cell.is_error or not cell.computed:
        return str(cell.value or "")
    if isinstance(cell.value, date):
        return day_text(cell.value)
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return cell_text(cell)
    if cell.is_percent:
        return f"{_dutch(Decimal(str(cell.value)) * 100)} %"
    return _dutch(Decimal(f"{cell.value:.15g}"))


def _dutch(value: Decimal) -> str:
    return f"{number(value)}".replace(".", ",")


def next_code(codes: Iterable[str], start: str) -> str:
    """A code that is free, in the way in which the others are made: P08 after P07.

    `start` is the first when there are none.
    """
    taken = {fold(code): code for code in codes}
    if not taken:
        return start
    *_, last = taken.values()
    match = _TRAILING.search(last)
    stem = last[: match.start()] if match else f"{last}"
    width = len(match.group()) if match else 1
    value = int(match.group()) + 1 if match else 2
    while fold(f"{stem}{value:0{width}d}") in taken:
        value += 1
    return f"{stem}{value:0{width}d}"


def only_school(data: ProblemData | None) -> str:
    """The code of the school where everybody is at home, when there is but one; else empty."""
    return str(data.schools[0].code) if data is not None and len(data.schools) == 1 else ""
