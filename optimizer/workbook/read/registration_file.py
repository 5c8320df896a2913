"""A file of registrations or tickets, CSV or Excel, to records."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import StringIO
from pathlib import Path

from models.errors import WorkbookError
from models.issues import CellRef, Issue, Severity, warning
from models.problem import UnitCode
from models.registrations import Record
from optimizer.workbook.addresses import cell_name
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import Located, cell_text, locate
from optimizer.workbook.read.reader import RawCell, RawSheet, RawWorkbook, read_workbook
from optimizer.workbook.read.references import Codes
from optimizer.workbook.template.registration_sheets import RECORDS
from optimizer.workbook.write.package import LIMITS
from optimizer.workbook.write.storage import read_file

_MINUTES = 60
_SEPARATORS = (";", "\t", ",")
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
"""How a day is written; the first is what machines write, the others how people here do."""


@dataclass(frozen=True)
class RegistrationFile:
    """What was read, and what could not be: those rows do not count."""

    records: tuple[Record, ...]
    issues: tuple[Issue, ...]


def read_registrations(path: Path, units: Codes) -> RegistrationFile:
    """Read the rows of the first sheet that has a text and a time per row.

    A row without a time, or with one that cannot be read, is left out and told.

    Raises
    ------
    WorkbookError
        `no-registrations` when there is no such sheet, or what reading a file raises.
    """
    raw = _csv_book(path) if path.suffix.lower() in (".csv", ".txt") else read_workbook(path)
    for sheet in raw.sheets:
        known = replace(sheet, known_as=RECORDS.name)
        located = locate(RawWorkbook(path, (known,)), RECORDS)
        if located is not None and _is_list(located):
            issues: list[Issue] = []
            records = tuple(_records(located, units, issues))
            return RegistrationFile(records, tuple(issues))
    raise WorkbookError("no-registrations", path=path)


def _is_list(located: Located) -> bool:
    there = located.columns.keys()
    return bool(there & {"task", "category", "text"}) and bool(there & {"minutes", "hours"})


def _csv_book(path: Path) -> RawWorkbook:
    """The rows as cells, so that messages name them as a spreadsheet shows them."""
    content = read_file(path, LIMITS.file_bytes)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    rows = {
        number: {
            column: RawCell(CellRef(path.stem, cell_name((number, column))), entry)
            for column, entry in enumerate(row, start=1)
            if entry.strip()
        }
        for number, row in enumerate(csv.reader(StringIO(text), delimiter=separator), start=1)
    }
    return RawWorkbook(path, (RawSheet(path.stem, rows),))


def _records(located: Located, units: Codes, issues: list[Issue]) -> Iterator[Record]:
    for row in located.data_rows():
        texts = (located.text(row, key) for key in ("task", "category", "text"))
        what = next(filter(None, texts), "")
        hours = _hours(located, row)
        if isinstance(hours, Issue):
            issues.append(replace(hours, severity=Severity.WARNING))
        elif hours is None or not what:
            where = located.sheet.cell(row, min(located.columns.values())).where
            issues.append(warning("registration-incomplete", where))
        else:
            yield Record(
                what, hours, _day(located, row, issues), _unit(located, row, units, issues)
            )


def _hours(located: Located, row: int) -> Decimal | Issue | None:
    """Clock hours of a row; `1:30` is one and a half."""
    for key, factor in (("minutes", _MINUTES), ("hours", 1)):
        cell = located.cell(row, key)
        if cell.is_empty:
            continue
        clock = _clock(cell.value)
        found = clock if clock is not None else values.number(cell)
        if isinstance(found, Decimal):
            return found if clock is not None else found / factor
        return found
    return None


def _clock(value: object) -> Decimal | None:
    if isinstance(value, time):
        return Decimal(value.hour) + Decimal(value.minute) / _MINUTES
    if isinstance(value, timedelta):
        return Decimal(round(value.total_seconds() / _MINUTES)) / _MINUTES
    hours, colon, minutes = str(value).strip().partition(":")
    if colon and hours.isdecimal() and minutes[:2].isdecimal():
        return Decimal(hours) + Decimal(minutes[:2]) / _MINUTES
    return None


def _day(located: Located, row: int, issues: list[Issue]) -> date | None:
    cell = located.cell(row, "day")
    if cell.is_empty:
        return None
    if isinstance(cell.value, datetime):
        return cell.value.date()
    if isinstance(cell.value, date):
        return cell.value
    text = cell_text(cell).partition(" ")[0].partition("T")[0]
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    issues.append(warning("registration-day", cell.where, found=cell_text(cell)))
    return None


def _unit(located: Located, row: int, units: Codes, issues: list[Issue]) -> UnitCode | None:
    text = located.text(row, "unit")
    found = units.meant(text)
    if text and len(found) != 1:
        where = located.cell(row, "unit").where
        issues.append(warning("registration-school", where, found=text))
    return UnitCode(found[0]) if len(found) == 1 else None
