"""What the summary says of the plan that stands beside it: status, values and bounds, as claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.issues import Issue
from models.level_units import counted_value
from models.result import LevelResult
from models.settings import Level
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import cell_text, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell, RawWorkbook
from optimizer.workbook.read.rows import Row
from optimizer.workbook.template.output_sheets import SUMMARY
from optimizer.workbook.template.setting_rows import SETTING_ROWS

_BEGIN = next(row for row in SETTING_ROWS if row.path == "plan_from")
_OLD_GOAL = "niveau {name}"
"""How rows were called whose values were not yet in hours."""


@dataclass(frozen=True)
class Claims:
    """What is stated of a plan; the status is empty where nothing is."""

    levels: tuple[LevelResult, ...] = ()
    status: str = ""


def parse_summary(raw: RawWorkbook, grain: int) -> Claims:
    """The status, and the levels with value and bound; what cannot be read is left out.

    `grain` is in hours: values that stand there in hours are counted in it.
    """
    located = locate(raw, SUMMARY)
    if located is None:
        return Claims()
    rows = [Row(located, number, []) for number in located.data_rows()]
    statuses = [cell_text(row.cell("value")) for row in rows if row.says("item", labels.STATUS)]
    levels = tuple(level for row in rows for level in _levels(row, grain))
    return Claims(levels, next(iter(statuses), ""))


def parse_begin(raw: RawWorkbook) -> date | None:
    """The day from which the plan that stands there counts; `None` for one of a whole year."""
    located = locate(raw, SUMMARY)
    if located is None:
        return None
    item = labels.SETTING_USED.format(key=_BEGIN.key)
    rows = (Row(located, number, []) for number in located.data_rows())
    found = (values.day(row.cell("value")) for row in rows if row.says("item", fold(item)))
    return next((day for day in found if isinstance(day, date)), None)


def _levels(row: Row, grain: int) -> Iterator[LevelResult]:
    for level, word in labels.LEVELS.items():
        value: int | None = None
        if row.says("item", fold(labels.GOAL.format(name=word))):
            value, bound = (_counted(row.cell(key), level, grain) for key in ("value", "bound"))
        elif row.says("item", fold(_OLD_GOAL.format(name=word))):
            value, bound = (_whole(row.cell(key)) for key in ("value", "bound"))
        if value is not None:
            yield LevelResult(level, value, bound)


def _counted(cell: RawCell, level: Level, grain: int) -> int | None:
    found = values.number(cell)
    return counted_value(level, found, grain) if isinstance(found, Decimal) else None


def _whole(cell: RawCell) -> int | None:
    found = values.whole(cell)
    return None if isinstance(found, Issue) else found
