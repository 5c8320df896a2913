"""From an overview to a filled template: reads, finds out, proposes, writes a new workbook."""

from dataclasses import dataclass, replace
from os.path import relpath
from pathlib import Path

from models.errors import InvalidProblemError, WorkbookError
from models.issues import error
from optimizer.importing import sentences
from optimizer.importing.answers import Answers
from optimizer.importing.build import Built, build
from optimizer.importing.detect import Detected, detect
from optimizer.importing.doubts import Doubt
from optimizer.importing.extract import Extracted, extract
from optimizer.importing.points import POINTS
from optimizer.importing.proposals import propose
from optimizer.importing.review import (
    explanations,
    general_doubts,
    lead_doubts,
    people_doubts,
    review_rows,
)
from optimizer.importing.roster import Roster
from optimizer.importing.same_tasks import merge_same, school_names
from optimizer.importing.source_map import SourceMap
from optimizer.importing.stated import apply_to_people
from optimizer.workbook.read.headers import locate
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.template.input_sheets import PERSONS, SCHOOLS, TASKS
from optimizer.workbook.template.review_page import ReviewRow
from optimizer.workbook.template.template import Filling, write_filled

MOST_TASKS = 2000
"""A longer list is a register of something else, such as the tickets of a help desk."""


@dataclass(frozen=True)
class ImportCounts:
    """How many tasks, core tasks among them, people and points to look at there are."""

    tasks: int
    core: int
    people: int
    points: int


@dataclass(frozen=True)
class Imported:
    """What is made of an overview, and how it was read."""

    filling: Filling
    counts: ImportCounts
    source_map: SourceMap
    built: Built


def import_overview(
    source: Path, target: Path, source_map: SourceMap | None = None, place: str = ""
) -> Imported:
    """Make a filled template of an overview of tasks; the overview itself is only read.

    A file that stands at the target is replaced. The sheet of doubts says where the overview is:
    at `place`, when the source is a copy of it, else where the source is, seen from the target.

    Raises
    ------
    WorkbookError, InvalidProblemError
        All that `read_overview` and writing can raise; nothing is then written.
    """
    read = read_overview(source, source_map)
    imported = told_where(read, place or relative_place(source, target.parent))
    write_filled(target, imported.filling)
    return imported


def told_where(imported: Imported, place: str) -> Imported:
    """The import with a first point on its sheet of doubts that says where the overview is."""
    point = POINTS[sentences.OVERVIEW_POINT]
    first = ReviewRow(point.kind, "", place, "", point.made, point.check)
    review = (first, *(imported.filling.review or ()))
    counts = replace(imported.counts, points=len(review))
    return replace(imported, filling=replace(imported.filling, review=review), counts=counts)


def relative_place(path: Path, folder: Path) -> str:
    """Where a file is, seen from a folder; the whole path on another drive."""
    try:
        return Path(relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return str(path)


def read_overview(
    source: Path, source_map: SourceMap | None = None, answers: Answers | None = None
) -> Imported:
    """Find out what a filled template of an overview holds, without writing anything.

    Parameters
    ----------
    source
        An .xlsx or .xlsm file with tasks in any layout.
    source_map
        How the overview is to be read; found out when absent.
    answers
        What the user answered to the doubts of an earlier import.

    Raises
    ------
    WorkbookError
        All that reading can raise; `already-a-workbook` for a workbook of this
        program, `no-tasks-found` when no task is found, `too-many-tasks` above `MOST_TASKS`.
    InvalidProblemError
        When the map names a sheet that the overview does not have.
    """
    raw = read_workbook(source)
    _refuse_own_workbook(raw)
    said = answers or Answers()
    detected = Detected(replace(source_map, answers=said)) if source_map else detect(raw, said)
    _check_sheets(raw, detected.source_map)
    extracted = apply_to_people(extract(raw, detected.source_map), said)
    if not extracted.tasks:
        sheets = tuple(sheet.name for sheet in raw.sheets)
        raise WorkbookError("no-tasks-found", path=source.name, found=sheets)
    if len(extracted.tasks) > MOST_TASKS:
        raise WorkbookError("too-many-tasks", path=source.name, found=len(extracted.tasks))
    doubts = [*detected.doubts, *extracted.doubts]
    return _fill(raw, detected.source_map, extracted, doubts)


def _fill(
    raw: RawWorkbook, source_map: SourceMap, extracted: Extracted, doubts: list[Doubt]
) -> Imported:
    tasks = merge_same(extracted.tasks, source_map.answers)
    proposals = propose(tasks, source_map.answers, doubts)
    roster = Roster(source_map, extracted, proposals)
    built = build(proposals, roster, school_names(tasks))
    doubts += [*roster.doubts, *general_doubts(built), *people_doubts(built, roster)]
    doubts += lead_doubts(built, roster)
    rows = review_rows(doubts, built, roster, [sheet.name for sheet in raw.sheets])
    note = tuple(line.format(source=raw.path.name) for line in sentences.GUIDE_NOTE)
    filling = Filling(
        built.data,
        remarks=(sentences.FROM_OVERVIEW,) * len(built.data.deviations),
        explanations=explanations(built),
        guide_note=note,
        review=rows,
    )
    core = sum(task.core for task in built.data.tasks)
    counts = ImportCounts(len(built.data.tasks), core, len(built.data.persons), len(rows))
    return Imported(filling, counts, source_map, built)


def _refuse_own_workbook(raw: RawWorkbook) -> None:
    """A workbook of this program needs no import, and would lose its people and its schools."""
    if all(locate(raw, sheet) is not None for sheet in (SCHOOLS, PERSONS, TASKS)):
        raise WorkbookError("already-a-workbook", path=raw.path.name)


def _check_sheets(raw: RawWorkbook, source_map: SourceMap) -> None:
    names = tuple(sheet.name for sheet in raw.sheets)
    described = [each.sheet for each in source_map.lists]
    described += [each.sheet for each in source_map.rosters]
    unknown = [sheet for sheet in described if sheet not in names]
    if unknown:
        raise InvalidProblemError(
            [error("map-unknown-sheet", found=sheet, expected=names) for sheet in unknown]
        )
