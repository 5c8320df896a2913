"""Makes the workbook that a user fills in: every sheet, formatted, with the packaged tasks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Color
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import WorkbookError
from models.problem import ProblemData
from models.settings import Settings
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.catalogue import catalogue_entries, catalogue_tasks
from optimizer.workbook.template.examples import EXAMPLES
from optimizer.workbook.template.guide import build_guide
from optimizer.workbook.template.guide_text import EXAMPLE_NOTE
from optimizer.workbook.template.input_pages import (
    build_deviations,
    build_persons,
    build_roles,
    build_schools,
    build_settings,
)
from optimizer.workbook.template.input_sheets import INPUT_SHEETS, SCHOOLS
from optimizer.workbook.template.output_pages import build_output
from optimizer.workbook.template.output_sheets import ALLOCATION, OUTPUT_SHEETS, README_SHEET
from optimizer.workbook.template.plan_page import fill_plan
from optimizer.workbook.template.review_page import REVIEW, TAB_REVIEW, ReviewRow, build_review
from optimizer.workbook.template.role_rows import DEFAULT_ROLES
from optimizer.workbook.template.setting_rows import SETTING_ROWS
from optimizer.workbook.template.sheet_layout import write_title
from optimizer.workbook.template.steps_page import build_steps
from optimizer.workbook.template.tasks_page import build_tasks
from optimizer.workbook.template.year_page import build_year
from optimizer.workbook.write.storage import write_file

__all__ = ["EXAMPLES", "Filling", "filled_workbook", "write_filled", "write_template"]

_MADE = datetime(2026, 1, 1)
_ZIP_DATE = (2026, 1, 1, 0, 0, 0)
_CORE_PART = "docProps/core.xml"
_SHEETS_FOLDER = "xl/worksheets/"
_FIXED_HEIGHT = b' customHeight="1"'
_MODIFIED = re.compile(rb"(?<=W3CDTF\">)[^<]*(?=</dcterms:modified>)")


def catalogue_explanations() -> Mapping[str, str]:
    """The text beside each packaged task, by its number."""
    return {str(entry.task.number): entry.explanation for entry in catalogue_entries()}


@dataclass(frozen=True)
class Filling:
    """What a new workbook holds.

    Attributes
    ----------
    data
        Its records; a previous plan in them stands on the sheet of the allocation.
    remarks
        Per deviation the text that stands beside it.
    schools_note
        Stands above the schools instead of the usual remark.
    explanations
        Per task number the text that stands beside it.
    guide_note
        Lines on the reading guide that say where this workbook comes from.
    review
        Rows of the sheet of doubts; without them there is no such sheet.
    """

    data: ProblemData
    remarks: tuple[str, ...] = ()
    schools_note: str = ""
    explanations: Mapping[str, str] = field(default_factory=catalogue_explanations)
    guide_note: tuple[str, ...] = ()
    review: tuple[ReviewRow, ...] | None = None


def write_template(path: Path, example: str | None = None) -> None:
    """Write a new workbook with the packaged task list, empty or with an example filled in.

    The same arguments always give the same file. It is written beside the target and then moved
    into place; a file that stands there is replaced.

    Parameters
    ----------
    path
        The .xlsx file to make; its folder must exist.
    example
        One of `EXAMPLES`, or nothing for a workbook without schools and people.

    Raises
    ------
    WorkbookError
        `unknown-example` when there is no example of this name, `not-writable` when the file
        cannot be written.
    """
    write_filled(path, _example_filling(example) if example is not None else Filling(_empty()))


def write_filled(path: Path, filling: Filling) -> None:
    """Write a new workbook with these records, as `write_template` does.

    Raises
    ------
    WorkbookError
        `not-writable` when the file cannot be written.
    """
    write_file(path, filled_workbook(filling))


def filled_workbook(filling: Filling) -> bytes:
    """The bytes of a new workbook with these records; the same records give the same bytes."""
    return _package(_build(filling))


def _example_filling(example: str) -> Filling:
    if example not in EXAMPLES:
        raise WorkbookError("unknown-example", found=example, expected=", ".join(EXAMPLES))
    content = EXAMPLES[example]
    data = content.build()
    return Filling(
        data, content.remarks, content.schools_note, catalogue_explanations(), EXAMPLE_NOTE
    )


def _build(filling: Filling) -> Workbook:
    data = filling.data
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "taakverdeler"
    workbook.properties.title = "ICT-taken verdelen"
    workbook.properties.created = _MADE
    _add_guide(workbook, filling)
    if filling.review is not None:
        review = _add_sheet(workbook, REVIEW.name, TAB_REVIEW)
        build_review(review, filling.review, data.settings.school_year)
    _add_input(workbook, filling)
    for schema in OUTPUT_SHEETS:
        sheet = _add_sheet(workbook, schema.name, look.TAB_OUTPUT)
        build_output(sheet, schema, data.settings.school_year)
    fill_plan(workbook[ALLOCATION.name], data)
    return workbook


def _empty() -> ProblemData:
    year = next(row.default for row in SETTING_ROWS if row.path == "school_year")
    return ProblemData(Settings(school_year=year), (), (), catalogue_tasks(), roles=DEFAULT_ROLES)


def _add_guide(workbook: Workbook, filling: Filling) -> None:
    guide = _add_sheet(workbook, README_SHEET, look.TAB_GUIDE)
    guide.sheet_view.tabSelected = True
    build_guide(guide, filling.data.settings.school_year, filling.guide_note)


def _add_input(workbook: Workbook, filling: Filling) -> None:
    data, year = filling.data, filling.data.settings.school_year
    steps, settings, roles, schools, persons, tasks, deviations, year_sheet = (
        _add_sheet(workbook, schema.name, look.TAB_INPUT) for schema in INPUT_SHEETS
    )
    build_steps(steps, year)
    build_settings(settings, data.settings)
    build_roles(roles, data.roles, year, data.competences)
    build_schools(schools, data.schools, year)
    if filling.schools_note:
        write_title(schools, SCHOOLS.name, filling.schools_note)
    build_persons(persons, data.persons, year, data.competences)
    build_tasks(tasks, data.tasks, filling.explanations, year)
    build_deviations(deviations, data.deviations, filling.remarks, year)
    build_year(year_sheet, data.year, year)


def _add_sheet(workbook: Workbook, name: str, tab: str) -> Worksheet:
    sheet: Worksheet = workbook.create_sheet(name)
    sheet.sheet_properties.tabColor = Color(tab)
    return sheet


def _package(workbook: Workbook) -> bytes:
    """The bytes of a workbook, free of the time at which they were made.

    Row heights are suggestions: a row grows when somebody, or the program, puts more text in it.
    """
    saved, steady = BytesIO(), BytesIO()
    workbook.save(saved)
    with ZipFile(saved) as source, ZipFile(steady, "w") as target:
        for name in source.namelist():
            content = _steady(name, source.read(name))
            target.writestr(ZipInfo(name, _ZIP_DATE), content, ZIP_DEFLATED)
    return steady.getvalue()


def _steady(name: str, content: bytes) -> bytes:
    if name == _CORE_PART:
        return _MODIFIED.sub(_MADE.isoformat().encode() + b"Z", content)
    return content.replace(_FIXED_HEIGHT, b"") if name.startswith(_SHEETS_FOLDER) else content
