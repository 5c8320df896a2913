"""The hours of a task, as a number or in words, per whatever they are counted."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from models.validation.ranges import LIMITS
from optimizer.importing import answer_words
from optimizer.importing.answers import Answers
from optimizer.importing.doubts import Doubt
from optimizer.importing.hours_text import Hours, Period, is_nothing, is_open, read_hours
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell

_LIMIT = next(limit for limit in LIMITS if limit.attribute == "fixed_hours")
_MOST_A_WEEK = 10
"""Clock hours: more than these are not meant per week when a cell does not say so."""


class ReadHours(NamedTuple):
    """Clock hours a year, or why there are none; `note` keeps a text that says more."""

    hours: Decimal | None = None
    note: str = ""
    nothing: bool = False


class HoursReader:
    """Reads the cells of one column of hours; what is doubtful is added to `doubts`."""

    def __init__(
        self, per: Period | None, cells: Iterable[RawCell], answers: Answers, doubts: list[Doubt]
    ) -> None:
        self._per, self._answers, self._doubts = per, answers, doubts
        self._usual = usual_period(map(cell_text, cells))

    def read(self, cell: RawCell) -> ReadHours:
        """The hours in a cell."""
        text = cell_text(cell)
        if not text or values.defect(cell):
            return ReadHours()
        if said := self._said(cell):
            return ReadHours(said.a_year(Period.YEAR), text)
        if is_nothing(text):
            return ReadHours(nothing=True)
        found = _hours(cell)
        if found is None:
            self._doubt("hours-open" if is_open(text) else "hours-unclear", cell)
            return ReadHours(note=text)
        return self._within_limits(cell, found)

    def _within_limits(self, cell: RawCell, found: Hours) -> ReadHours:
        period = found.period or self._per or self._assumed(cell, found.amount)
        hours = found.a_year(period)
        if not _LIMIT.least <= hours <= _LIMIT.most:
            self._doubt("hours-unclear", cell)
            return ReadHours(note=cell_text(cell))
        worded = isinstance(cell.value, str) and found.period is not None
        return ReadHours(hours, cell_text(cell) if worded else "")

    def _said(self, cell: RawCell) -> Hours | None:
        """The hours that the user gave for a cell: a number is those of a year."""
        for answer in self._answers.task(cell.where):
            number = read_hours(answer)
            period = answer_words.PERIODS.get(fold(answer))
            stated = _hours(cell)
            if period and stated:
                return Hours(stated.amount, period)
            if number and not period:
                return number
        return None

    def _assumed(self, cell: RawCell, amount: Decimal) -> Period:
        """What a bare number is counted per: as the cells around it, unless it is too much."""
        usual = self._usual or Period.YEAR
        period = usual if usual is Period.YEAR or amount <= _MOST_A_WEEK else Period.YEAR
        self._doubt("hours-assumed", cell, period=period.value)
        return period

    def _doubt(self, code: str, cell: RawCell, **facts: object) -> None:
        self._doubts.append(Doubt(code, cell.where, cell_text(cell), facts=facts))


def usual_period(texts: Iterable[str]) -> Period | None:
    """What most of some hours are counted per, where they say so."""
    found = (hours.period for text in texts if (hours := read_hours(text)))
    counts = Counter(period for period in found if period)
    return counts.most_common(1)[0][0] if counts else None


def _hours(cell: RawCell) -> Hours | None:
    if isinstance(cell.value, str):
        return read_hours(cell.value)
    number = values.number(cell)
    return Hours(number, None) if isinstance(number, Decimal) else None
