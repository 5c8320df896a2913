"""Raw cells to `ProblemData`; every issue is collected, none stops the reading."""

from collections.abc import Iterable
from dataclasses import replace

from models.issues import CellRef, Issue, Severity, error, warning
from models.problem import CENTRAL, GROUP, PlanRow, ProblemData, RoleProfile, Task
from models.vocabulary import Role
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet
from optimizer.workbook.read.headers import Located, check_headers, find_sheet, locate
from optimizer.workbook.read.matching import near_miss
from optimizer.workbook.read.parse_agreements import parse_agreements
from optimizer.workbook.read.parse_deviations import KnownCodes, parse_deviations
from optimizer.workbook.read.parse_people import competence_columns, parse_people
from optimizer.workbook.read.parse_plan import parse_plan
from optimizer.workbook.read.parse_roles import parse_roles
from optimizer.workbook.read.parse_schools import parse_schools
from optimizer.workbook.read.parse_settings import parse_settings
from optimizer.workbook.read.parse_summary import parse_begin
from optimizer.workbook.read.parse_tasks import parse_tasks
from optimizer.workbook.read.parse_year import parse_year
from optimizer.workbook.read.reader import RawSheet, RawWorkbook
from optimizer.workbook.read.records import Collected
from optimizer.workbook.read.references import Codes
from optimizer.workbook.template.agreements_sheet import AGREEMENTS
from optimizer.workbook.template.input_sheets import (
    DEVIATIONS,
    PERSONS,
    ROLES,
    SCHOOLS,
    SETTINGS,
    TASKS,
)
from optimizer.workbook.template.output_sheets import ALLOCATION, OUTPUT_SHEETS
from optimizer.workbook.template.year_sheet import YEAR

_REQUIRED = (SCHOOLS, PERSONS, TASKS)
_OPTIONAL = (SETTINGS, DEVIATIONS, ROLES, YEAR)
_UNMISSED = (ROLES, YEAR)
"""Sheets that older workbooks do not have: without them nothing is said."""


def parse_workbook(raw: RawWorkbook) -> tuple[ProblemData | None, tuple[Issue, ...]]:
    """The problem that a workbook states, with everything that is wrong in its cells.

    `None` only when a required sheet, or a required column of one, is missing. An error in a cell
    leaves a default in its field, so a problem that comes with errors must not be solved.
    """
    collected = Collected()
    if _is_foreign(raw):
        found = tuple(sheet.name for sheet in raw.sheets)
        return None, (error("not-our-workbook", found=found),)
    for sheet in (*_REQUIRED, *_OPTIONAL):
        collected.issues += _check_sheet(raw, sheet)
    for sheet in OUTPUT_SHEETS:
        collected.issues += _check_output(raw, sheet)
    collected.issues += _unread_elsewhere(raw)
    required = [locate(raw, sheet) for sheet in _REQUIRED]
    schools, persons, tasks = required
    if schools is None or persons is None or tasks is None:
        return None, tuple(collected.issues)
    data = _parse(raw, (schools, persons, tasks), collected)
    return data, tuple(collected.issues)


def _is_foreign(raw: RawWorkbook) -> bool:
    """Whether no sheet is one that must be there, or looks like it: an overview of one's own."""
    names = [sheet.name for sheet in raw.sheets]
    return not any(find_sheet(raw, sheet) or near_miss(sheet.name, names) for sheet in _REQUIRED)


def _check_sheet(raw: RawWorkbook, sheet: Sheet) -> list[Issue]:
    standing = find_sheet(raw, sheet)
    if standing is not None:
        return [_why_unread(standing)] if standing.unread else check_headers(raw, sheet)
    nearest = near_miss(sheet.name, [found.name for found in raw.sheets])
    if sheet in _UNMISSED and nearest is None:
        return []
    if sheet in _OPTIONAL and nearest is None:
        return [warning("absent-sheet", CellRef(sheet.name))]
    found = tuple(found.name for found in raw.sheets)
    return [error("missing-sheet", CellRef(sheet.name), found=found, nearest=nearest)]


def _parse(
    raw: RawWorkbook, located: tuple[Located, Located, Located], collected: Collected
) -> ProblemData:
    school_sheet, person_sheet, task_sheet = located
    settings = parse_settings(locate(raw, SETTINGS), collected)
    schools = parse_schools(school_sheet, collected)
    names: dict[str, str] = {school.code: school.name for school in schools}
    units = Codes({**names, GROUP: "", CENTRAL: ""}, by_part=True)
    tasks = parse_tasks(task_sheet, collected)
    competences = competence_columns(person_sheet, _asked(tasks), collected)
    roles = _roles(locate(raw, ROLES), competences, tasks, collected)
    persons = parse_people(person_sheet, competences, units, roles, collected)
    codes = KnownCodes(
        Codes({task.number: task.title for task in tasks}, _by_cluster(tasks)),
        units,
        Codes({person.code: person.name for person in persons}, by_part=True),
    )
    year = parse_year(locate(raw, YEAR), collected)
    deviation_sheet = locate(raw, DEVIATIONS)
    deviations = parse_deviations(deviation_sheet, codes, collected) if deviation_sheet else ()
    return ProblemData(
        settings=settings,
        schools=schools,
        persons=persons,
        tasks=tasks,
        competences=tuple(competences),
        roles=roles,
        deviations=deviations,
        previous=_previous(raw, codes, collected),
        agreements=parse_agreements(locate(raw, AGREEMENTS)),
        year=year,
        previous_from=parse_begin(raw),
        sources=collected.sources,
        duplicates=tuple(collected.duplicates),
        unread=_unread(collected),
    )


def _roles(
    located: Located | None,
    known: Iterable[str],
    tasks: tuple[Task, ...],
    collected: Collected,
) -> dict[Role, RoleProfile]:
    """What is said of the roles; nothing without the sheet."""
    if located is None:
        return {}
    columns = competence_columns(located, _asked(tasks) | frozenset(known), collected)
    return parse_roles(located, columns, collected)


def _unread(collected: Collected) -> frozenset[tuple[str, str, str]]:
    """The fields whose cell has an error."""
    wrong = {issue.where for issue in collected.issues if issue.severity is Severity.ERROR}
    return frozenset(key for key, cell in collected.sources.items() if cell in wrong)


def _asked(tasks: tuple[Task, ...]) -> frozenset[str]:
    return frozenset(name for task in tasks for name in task.required)


def _by_cluster(tasks: tuple[Task, ...]) -> dict[str, list[str]]:
    """The tasks of each cluster, by its word."""
    return {
        word: [str(task.number) for task in tasks if task.cluster is cluster]
        for cluster, word in labels.CLUSTERS.items()
    }


def _previous(raw: RawWorkbook, codes: KnownCodes, collected: Collected) -> tuple[PlanRow, ...]:
    """The plan that stands there."""
    located = locate(raw, ALLOCATION)
    return () if located is None else parse_plan(located, codes, collected)


def _check_output(raw: RawWorkbook, sheet: Sheet) -> list[Issue]:
    """An output sheet that is there has the headers under which the plan is written."""
    found = find_sheet(raw, sheet)
    if found is None or locate(raw, sheet) is not None:
        return []
    if sheet.yields:
        return []
    if found.unread:
        return [_why_unread(found)]
    expected = tuple(column.header for column in sheet.columns if column.required)
    return [error("output-without-headers", CellRef(found.name), expected=expected)]


def _unread_elsewhere(raw: RawWorkbook) -> list[Issue]:
    """Sheets of the user that could not be read; they stay as they are."""
    ours = [find_sheet(raw, sheet) for sheet in (*_REQUIRED, *_OPTIONAL, *OUTPUT_SHEETS)]
    unread = (sheet for sheet in raw.sheets if sheet.unread and sheet not in ours)
    return [replace(_why_unread(sheet), severity=Severity.WARNING) for sheet in unread]


def _why_unread(sheet: RawSheet) -> Issue:
    """Why a sheet has no cells."""
    where = CellRef(sheet.name)
    if sheet.unread == "too-large":
        return error("sheet-too-large", where)
    return error("sheet-unreadable", where)
