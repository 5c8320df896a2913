"""Rows of the sheet of the year to free days, peaks and months."""

from dataclasses import dataclass, field
from datetime import date

from models.issues import Issue, error
from models.school_calendar import FreePeriod
from models.vocabulary import YearRowKind
from models.year_rows import DEFAULT_FACTOR, Peak, YearRow, YearRows
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.records import Collected, is_total
from optimizer.workbook.read.rows import Row
from optimizer.workbook.template.year_sheet import DEFAULT_PEAKS, YEAR


@dataclass
class _Found:
    """What the rows said so far."""

    periods: dict[YearRowKind, list[FreePeriod]] = field(default_factory=dict)
    peaks: dict[str, Peak] = field(default_factory=dict)
    rows: list[YearRow] = field(default_factory=list)


def parse_year(located: Located | None, collected: Collected) -> YearRows:
    """The year as the workbook states it; without the sheet the rule and the usual peaks."""
    if located is None:
        return YearRows(peaks=DEFAULT_PEAKS)
    found = _Found()
    for number in located.data_rows():
        row = Row(located, number, collected.issues)
        if not is_total(row, "kind"):
            collected.sources.update(row.sources("year", str(number), "kind"))
            _add(row, found)
    return YearRows(
        holidays=tuple(found.periods.get(YearRowKind.HOLIDAY, ())),
        own=tuple(found.periods.get(YearRowKind.FREE_DAY, ())),
        peaks=found.peaks,
        rows=tuple(found.rows),
    )


def _add(row: Row, found: _Found) -> None:
    kind = row.required_choice("kind", labels.YEAR_ROWS)
    name, period, month = row.text("name"), None, None
    if kind is YearRowKind.PEAK:
        found.peaks[name.casefold()] = _peak(row)
    elif kind is YearRowKind.MONTH:
        month = _month(row, name)
    else:
        period = _period(row, name)
        if period is not None:
            found.periods.setdefault(kind, []).append(period)
    found.rows.append(YearRow(str(row.number), kind, name, period, month))


def _period(row: Row, name: str) -> FreePeriod | None:
    """The free days of a row; none, with a message, when it has no first one or ends before it."""
    first = row.day("begins")
    last = row.day("ends") or first
    if first is None or last is None:
        if row.cell("begins").is_empty:
            row.issues.append(_lacks(row, "begins"))
        return None
    if last < first:
        row.issues.append(_backwards(row, first, last))
        return None
    return FreePeriod(name, first, last)


def _lacks(row: Row, key: str) -> Issue:
    """A cell that this kind of row must have filled in."""
    return error("missing-value", row.cell(key).where, header=YEAR.column(key).header)


def _backwards(row: Row, first: date, last: date) -> Issue:
    return error("ends-before-it-begins", row.cell("ends").where, found=last, first=first)


def _peak(row: Row) -> Peak:
    months = frozenset(
        month for part in values.parts(row.cell("months")) if (month := _month(row, part))
    )
    if row.cell("months").is_empty:
        row.issues.append(_lacks(row, "months"))
    factor = row.optional("factor")
    return Peak(
        months=months,
        factor=DEFAULT_FACTOR if factor is None else factor,
        standby=row.flag("standby", default=False),
    )


def _month(row: Row, text: str) -> int | None:
    """The number of a month by its name."""
    cell = row.cell("months") if not row.cell("months").is_empty else row.cell("name")
    found = values.choose(text, labels.MONTHS, cell)
    if isinstance(found, Issue):
        row.issues.append(found)
        return None
    return found
