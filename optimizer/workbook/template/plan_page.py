"""A plan that stands in a new workbook: the rows of last year on the sheet of the allocation."""

from collections.abc import Mapping

from openpyxl.worksheet.worksheet import Worksheet

from models.problem import PlanRow, ProblemData, Task
from models.settings import Settings
from optimizer.workbook import labels
from optimizer.workbook.read.record_cells import CellValue, number
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.output_sheets import ALLOCATION
from optimizer.workbook.template.row_heights import fit_row
from optimizer.workbook.template.sheet_layout import Layout, add_filter, write_cell

_LAYOUT = Layout(ALLOCATION, ALLOCATION.columns)
_WEEK_DECIMALS = 2


def fill_plan(sheet: Worksheet, data: ProblemData) -> None:
    """Write the previous plan under the headers of the allocation sheet; nothing without one.

    A row may speak of a person or a task that is not there any more.
    """
    tasks = {task.number: task for task in data.tasks}
    names = {person.code: person.name for person in data.persons}
    for line, row in enumerate(data.previous, start=_LAYOUT.first_row):
        who = names.get(row.person) if row.person else labels.FIRM
        cells = _cells(data.settings, row, tasks.get(row.task), who)
        for place, column in enumerate(ALLOCATION.columns, start=1):
            cell = write_cell(sheet, line, place, cells.get(column.key))
            look.style_body(cell, column, look.OUTPUT_FORMATS[column.kind])
        fit_row(sheet, line, ((cells.get(each.key), each.width) for each in ALLOCATION.columns))
    if data.previous:
        add_filter(sheet, _LAYOUT, _LAYOUT.header_row + len(data.previous))


def _cells(
    settings: Settings, row: PlanRow, task: Task | None, who: str | None
) -> Mapping[str, CellValue]:
    source = f"{labels.FUNDINGS[row.funding]} {row.owner}" if row.funding and row.owner else None
    per_week = round(row.hours / settings.school_weeks, _WEEK_DECIMALS)
    return {
        "task": row.task,
        "title": task.title if task else None,
        "cluster": labels.CLUSTERS[task.cluster] if task else None,
        "unit": row.unit,
        "person": row.person,
        "name": who,
        "role": labels.PLAN_ROLES[row.role],
        "source": source,
        "hours_year": number(row.hours) if row.hours else None,
        "hours_week": number(per_week) if row.hours else None,
        "pinned": labels.PIN_MARK if row.pinned else None,
    }
