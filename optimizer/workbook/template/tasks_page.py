"""The task sheet of the template: clusters as bands, core tasks in purple, empty results."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from openpyxl.worksheet.worksheet import Worksheet

from models.problem import Task
from models.vocabulary import Cluster
from optimizer.workbook import labels
from optimizer.workbook.read.cell_colours import colour_tasks
from optimizer.workbook.read.columns import Column
from optimizer.workbook.read.record_cells import CellValue, record_cells
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.cell_rules import add_column_rules
from optimizer.workbook.template.input_sheets import TASKS
from optimizer.workbook.template.row_heights import fit_row
from optimizer.workbook.template.sheet_layout import (
    Layout,
    add_filter,
    set_up_page,
    style_columns,
    write_cell,
    write_headers,
    write_title,
)

TASKS_LAYOUT = Layout(TASKS, TASKS.columns, header_row=3)
ASSUMED_KEYS = ("fixed_hours", "unit_hours")
REMARK = (
    "De uren (bruine kolommen) zijn AANNAMES voor een secundaire school met 500 leerlingen, "
    "590 toestellen, 60 leerkrachten en 1 vestiging: pas ze aan. Paars = kerntaak. De groene "
    "kolommen vult het programma in."
)
"""Stands above the headers: hours were never measured, so nobody may take them for facts."""
_INPUT_COLUMNS = tuple(column for column in TASKS.columns if not column.result)
_INPUT_KEYS = tuple(column.key for column in _INPUT_COLUMNS)
_SMALL, _NORMAL = 9, 11
_RESULT_LINES = 2
"""Lines that the names in the result columns may take."""


def build_tasks(
    sheet: Worksheet, tasks: Sequence[Task], explanations: Mapping[str, str], school_year: str
) -> None:
    """Fill the task sheet, with the explanation per task number and empty result columns."""
    layout = TASKS_LAYOUT
    write_title(sheet, f"Takenlijst ICT-coördinatie {school_year}", REMARK)
    sheet["A2"].font = look.font(look.ASSUMED_HEADER, bold=True)
    write_headers(sheet, layout, _header_colour, height=48)
    style_columns(sheet, layout, _number_format)
    row = layout.first_row
    for cluster, group in groupby(tasks, key=lambda task: task.cluster):
        row = _write_cluster(sheet, row, cluster, group, explanations)
    add_column_rules(sheet, layout, _INPUT_COLUMNS)
    colour_tasks(sheet, layout)
    add_filter(sheet, layout, row - 1)
    heading = f"Takenlijst ICT-coördinatie, schooljaar {school_year}"
    set_up_page(sheet, layout.header_row, heading, freeze="D4", paper=Worksheet.PAPERSIZE_A3)
    sheet.sheet_view.zoomScale = 90


def _write_cluster(
    sheet: Worksheet,
    row: int,
    cluster: Cluster,
    tasks: Iterable[Task],
    explanations: Mapping[str, str],
) -> int:
    """Write the band and the tasks of a cluster; the next free row."""
    _write_band(sheet, row, cluster)
    listed = list(tasks)
    for offset, task in enumerate(listed, start=1):
        cells = record_cells(TASKS, task) | {"explanation": explanations.get(task.number)}
        _write_task(sheet, row + offset, task, cells)
    return row + len(listed) + 1


def _write_band(sheet: Worksheet, row: int, cluster: Cluster) -> None:
    for index in range(1, len(TASKS_LAYOUT.columns) + 1):
        look.style_band(sheet.cell(row, index), look.CLUSTER_BANDS[cluster])
    sheet[f"{TASKS_LAYOUT.letter('title')}{row}"] = labels.CLUSTERS[cluster]
    sheet.row_dimensions[row].height = 20


def _write_task(sheet: Worksheet, row: int, task: Task, cells: Mapping[str, CellValue]) -> None:
    for index, column in enumerate(TASKS_LAYOUT.columns, start=1):
        cell = write_cell(sheet, row, index, cells.get(column.key))
        look.style_body(cell, column, _number_format(column), _cell_colour(task, column))
        if column.key == "explanation":
            cell.font = look.font(look.MUTED, size=_SMALL)
    widths = (_text_width(column) for column in _INPUT_COLUMNS)
    fit_row(sheet, row, zip(map(cells.get, _INPUT_KEYS), widths, strict=True), _RESULT_LINES)


def _text_width(column: Column) -> float:
    return column.width * _NORMAL / _SMALL if column.key == "explanation" else column.width


def _cell_colour(task: Task, column: Column) -> str:
    if column.result:
        return look.RESULT_CELL
    if not task.core:
        return ""
    return look.CORE_TASK if column.key == "title" else look.CORE_ROW


def _header_colour(column: Column) -> str:
    if column.result:
        return look.RESULT_HEADER
    return look.ASSUMED_HEADER if column.key in ASSUMED_KEYS else look.INPUT_HEADER


def _number_format(column: Column) -> str:
    formats = look.OUTPUT_FORMATS if column.result else look.INPUT_FORMATS
    return formats[column.kind]
