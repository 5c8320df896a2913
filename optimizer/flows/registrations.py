"""Registered hours beside the norm of each task, and taken over where the user marks it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from models.agenda import real_schools
from models.instance import Instance
from models.issues import Issue
from models.problem import GROUP, Deviation, ProblemData, TaskNumber, UnitCode
from models.registrations import Link, MatchKind, Record, Registered, registered, span
from models.vocabulary import DeviationKind
from optimizer.flows.checking import Checked, check_raw, check_workbook
from optimizer.flows.deviation_cells import added
from optimizer.importing.record_match import RecordMatch
from optimizer.report.registration_text import (
    comparison_lines,
    link_rows,
    registered_rows,
    taken_lines,
)
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.read.record_cells import CellValue, number
from optimizer.workbook.read.references import Codes
from optimizer.workbook.read.registration_file import RegistrationFile, read_registrations
from optimizer.workbook.template.registration_sheets import LINKS, REGISTERED
from optimizer.workbook.write.added_sheet import with_sheets
from optimizer.workbook.write.cell_edits import CellEdit, Grown, write_edits
from optimizer.workbook.write.writer import Written

HEADING = "Geregistreerde uren naast de norm"
REMARK = "uit de registratie"
_MARKS = frozenset({labels.PIN_MARK, labels.YES, "v", "✓", "1"})
Place = tuple[TaskNumber, UnitCode]


@dataclass(frozen=True)
class Found:
    """What was registered beside the norm.

    `unplaced` are records of a known task of which nobody knows the school; `taken` are the tasks
    whose hours become exceptions.
    """

    records: tuple[Record, ...]
    links: tuple[Link, ...]
    rows: tuple[Registered, ...]
    taken: tuple[Registered, ...]
    unplaced: int
    days: tuple[date, date] | None

    def lines(self, data: ProblemData) -> tuple[str, ...]:
        """What was read and taken over, and what is still to be said, in sentences."""
        read = comparison_lines(self.records, self.links, self.unplaced, self.days)
        return (*read, *taken_lines(data, self.taken))


@dataclass(frozen=True)
class Compared:
    """What was found, the cells that say so, and the workbook that gets them.

    `grown` tells that it has sheets which the file lacks.
    """

    found: Found
    edits: tuple[CellEdit, ...]
    raw: RawWorkbook
    grown: Grown | None


@dataclass(frozen=True)
class ComparedCopy:
    """A copy of a workbook with what was found; `issues` are records that cannot be read."""

    data: ProblemData
    found: Found
    issues: tuple[Issue, ...]
    written: Written


def compare_hours(
    source: Path, registrations: Path, target: Path, columns: Path | None = None
) -> ComparedCopy:
    """Write a copy of the workbook with the sheets *Registratie* and *Koppeling* filled.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When a file cannot be read, has errors, or the target cannot be written.
    """
    checked = check_workbook(source, columns)
    data = checked.usable().data
    read = read_records(data, registrations)
    made = compare(checked, read.records)
    written = write_edits(made.raw, made.edits, target, grown=made.grown)
    return ComparedCopy(data, made.found, read.issues, written)


def read_records(data: ProblemData, registrations: Path) -> RegistrationFile:
    """The records of a file, at the schools of a workbook.

    Raises
    ------
    WorkbookError
        When there are none in it, or it cannot be read.
    """
    names = {str(school.code): school.name for school in data.schools}
    return read_registrations(registrations, Codes({**names, GROUP: ""}, by_part=True))


def compare(checked: Checked, records: tuple[Record, ...]) -> Compared:
    """Lay records beside the norm; nothing is written.

    What the user said on the two sheets counts: a task of a text on *Koppeling*, and a mark on
    *Registratie*, which makes the hours a year an exception for that task and school.

    Raises
    ------
    InvalidProblemError, WorkbookError
        When the workbook has errors; `sheet-name-taken`.
    """
    instance, sheets = checked.usable(), _Sheets.of(checked.raw)
    found = _find(instance, records, sheets)
    filled = _sheet_edits(instance.data, found, sheets)
    edits = (*filled, *_taken_edits(sheets.raw, found.taken))
    return Compared(found, edits, sheets.raw, sheets.grown)


@dataclass(frozen=True)
class _Sheets:
    """The two sheets as they stand, or as they are added."""

    raw: RawWorkbook
    grown: Grown | None
    registered: Located
    links: Located

    @classmethod
    def of(cls, raw: RawWorkbook) -> "_Sheets":
        base, grown = with_sheets(raw, (REGISTERED, LINKS), HEADING)
        return cls(base, grown, _located(base, REGISTERED), _located(base, LINKS))

    @property
    def marked(self) -> frozenset[tuple[str, str]]:
        """The tasks and schools of which the user wants the hours."""
        return frozenset(
            (fold(self.registered.text(row, "task")), fold(self.registered.text(row, "unit")))
            for row in self.registered.data_rows()
            if fold(self.registered.text(row, "take")) in _MARKS
        )


def _find(instance: Instance, records: tuple[Record, ...], sheets: _Sheets) -> Found:
    """What the records come to."""
    links = _links(instance.data, records, sheets.links)
    days = span(records)
    placed = list(_placed(instance, records, {each.what: each for each in links}))
    rows = registered(instance.data, _norms(instance), placed, days)
    taken = tuple(row for row in rows if _is_taken(row, sheets.marked))
    known = {each.what for each in links if each.task is not None}
    unplaced = sum(record.what in known for record in records) - len(placed)
    return Found(records, links, rows, taken, unplaced, days)


def _sheet_edits(data: ProblemData, found: Found, sheets: _Sheets) -> Iterator[CellEdit]:
    yield from _refill(sheets.registered, registered_rows(data, found.rows, sheets.marked))
    yield from _refill(sheets.links, link_rows(data, found.links, found.records))


def _located(raw: RawWorkbook, sheet: Sheet) -> Located:
    found = locate(raw, sheet)
    if found is None:
        raise LookupError(sheet.name)
    return found


def _links(data: ProblemData, records: Iterable[Record], located: Located) -> tuple[Link, ...]:
    """What every text means: as the user said, else by its number or its words."""
    said = {
        fold(located.text(row, "what")): located.text(row, "task") for row in located.data_rows()
    }
    numbers = {fold(task.number): task.number for task in data.tasks}
    match = RecordMatch(data.tasks)
    found = []
    for what in dict.fromkeys(record.what for record in records):
        own, guessed = said.get(fold(what), ""), match.link(what)
        if fold(own) in numbers and numbers[fold(own)] != guessed.task:
            guessed = Link(what, numbers[fold(own)], MatchKind.LINK)
        elif own == labels.NONE:
            guessed = Link(what, None, MatchKind.LINK)
        found.append(guessed)
    return tuple(found)


def _norms(instance: Instance) -> dict[Place, Decimal]:
    grain = instance.settings.grain
    return {(each.key.task, each.key.unit): Decimal(each.demand * grain) for each in instance.tasks}


def _placed(
    instance: Instance, records: Iterable[Record], links: Mapping[str, Link]
) -> Iterator[tuple[Record, TaskNumber, UnitCode]]:
    """Every record with its task and the unit at which that is done.

    A task that is done once for the group counts there, wherever it was registered; without a
    school a record counts when there is but one place where it can belong.
    """
    units: dict[TaskNumber, list[UnitCode]] = {}
    for each in instance.tasks:
        units.setdefault(each.key.task, []).append(each.key.unit)
    schools = [school.code for school in real_schools(instance.data)]
    for record in records:
        task = links[record.what].task
        if task is not None:
            unit = _place(record.unit, units.get(task) or schools)
            if unit is not None:
                yield record, task, unit


def _place(unit: UnitCode | None, places: Sequence[UnitCode]) -> UnitCode | None:
    only = places[0] if len(places) == 1 else None
    return only if unit is None or only == GROUP else unit


def _is_taken(row: Registered, marked: frozenset[tuple[str, str]]) -> bool:
    return row.yearly is not None and (fold(row.task), fold(row.unit)) in marked


def _refill(located: Located, rows: Sequence[Mapping[str, CellValue]]) -> Iterator[CellEdit]:
    """The cells of these rows below the headers; what stood further down goes."""
    last = max(located.data_rows(), default=located.header_row)
    first = located.header_row + 1
    for line in range(first, max(last, located.header_row + len(rows)) + 1):
        cells = rows[line - first] if line - first < len(rows) else {}
        for key in located.columns:
            standing = located.cell(line, key)
            if standing.value != cells.get(key):
                yield CellEdit(standing.where, cells.get(key))


def _taken_edits(raw: RawWorkbook, taken: Sequence[Registered]) -> Iterator[CellEdit]:
    """A row of exceptions per task: the one that stands there alone, or a new one."""
    checked = check_raw(raw, {})
    data = checked.usable().data
    new = []
    for row in taken:
        standing = _standing(data, row)
        assert row.yearly is not None
        if standing is not None and standing.where is not None:
            where = data.sources["deviation", standing.where.row, "value"]
            yield CellEdit(where, number(row.yearly))
        else:
            deviation = Deviation(DeviationKind.HOURS, row.task, row.unit, value=row.yearly)
            new.append((deviation, REMARK))
    yield from added(checked, new)


def _standing(data: ProblemData, row: Registered) -> Deviation | None:
    """The exception about the hours of this task at this unit, in a row that is about it alone."""
    counts: dict[object, int] = {}
    for each in data.deviations:
        counts[each.where] = counts.get(each.where, 0) + 1
    for each in data.deviations:
        is_it = (each.kind, each.task, each.unit) == (DeviationKind.HOURS, row.task, row.unit)
        if is_it and counts[each.where] == 1:
            return each
    return None
