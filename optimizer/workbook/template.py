"""Makes the workbook that a user fills in: every sheet, formatted, with the packaged tasks."""

import re
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
from optimizer.workbook import formatting as look
from optimizer.workbook.catalogue import catalogue_entries, catalogue_tasks
from optimizer.workbook.examples import EXAMPLES, Example
from optimizer.workbook.guide import build_guide
from optimizer.workbook.input_pages import (
    build_deviations,
    build_persons,
    build_schools,
    build_settings,
)
from optimizer.workbook.input_sheets import INPUT_SHEETS, SCHOOLS
from optimizer.workbook.ooxml.archive import write_file
from optimizer.workbook.output_pages import build_output
from optimizer.workbook.output_sheets import OUTPUT_SHEETS, README_SHEET
from optimizer.workbook.setting_rows import SETTING_ROWS
from optimizer.workbook.sheet_layout import write_title
from optimizer.workbook.tasks_page import build_tasks

__all__ = ["EXAMPLES", "write_template"]

_MADE = datetime(2026, 1, 1)
_ZIP_DATE = (2026, 1, 1, 0, 0, 0)
_CORE_PART = "docProps/core.xml"
_SHEETS_FOLDER = "xl/worksheets/"
_FIXED_HEIGHT = b' customHeight="1"'
_MODIFIED = re.compile(rb"(?<=W3CDTF\">)[^<]*(?=</dcterms:modified>)")


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
    write_file(path, _package(_build(example)))


def _build(example: str | None) -> Workbook:
    if example is not None and example not in EXAMPLES:
        raise WorkbookError("unknown-example", found=example, expected=", ".join(EXAMPLES))
    content = EXAMPLES[example] if example else Example(_empty, ())
    data = content.build()
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "taakverdeler"
    workbook.properties.title = "ICT-taken verdelen"
    workbook.properties.created = _MADE
    _add_guide(workbook, data, example)
    _add_input(workbook, data, content)
    for schema in OUTPUT_SHEETS:
        sheet = _add_sheet(workbook, schema.name, look.TAB_OUTPUT)
        build_output(sheet, schema, data.settings.school_year)
    return workbook


def _empty() -> ProblemData:
    year = next(row.default for row in SETTING_ROWS if row.path == "school_year")
    return ProblemData(Settings(school_year=year), (), (), catalogue_tasks())


def _add_guide(workbook: Workbook, data: ProblemData, example: str | None) -> None:
    guide = _add_sheet(workbook, README_SHEET, look.TAB_GUIDE)
    guide.sheet_view.tabSelected = True
    build_guide(guide, data.settings.school_year, example=example is not None)


def _add_input(workbook: Workbook, data: ProblemData, content: Example) -> None:
    year = data.settings.school_year
    settings, schools, persons, tasks, deviations = (
        _add_sheet(workbook, schema.name, look.TAB_INPUT) for schema in INPUT_SHEETS
    )
    explanations = {str(entry.task.number): entry.explanation for entry in catalogue_entries()}
    build_settings(settings, year)
    build_schools(schools, data.schools, year)
    if content.schools_note:
        write_title(schools, SCHOOLS.name, content.schools_note)
    build_persons(persons, data.persons, year)
    build_tasks(tasks, data.tasks, explanations, year)
    build_deviations(deviations, data.deviations, content.remarks, year)


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
