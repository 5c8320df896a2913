"""The input sheets of the template, with or without an example in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from openpyxl.worksheet.worksheet import Worksheet

from models.problem import Deviation, Person, RoleProfile, School
from models.settings import Settings
from models.vocabulary import Role
from optimizer.workbook import labels
from optimizer.workbook.read.cell_colours import colour_competences
from optimizer.workbook.read.columns import Column, ColumnKind
from optimizer.workbook.read.record_cells import CellValue, record_cells, role_cells
from optimizer.workbook.read.setting_cells import setting_value
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.cell_rules import (
    add_column_rules,
    add_setting_rule,
    add_suggestions,
)
from optimizer.workbook.template.input_sheets import (
    DEVIATIONS,
    PERSONS,
    ROLES,
    SCHOOLS,
    SETTINGS,
)
from optimizer.workbook.template.row_heights import fit_row
from optimizer.workbook.template.setting_rows import SETTING_ROWS
from optimizer.workbook.template.sheet_layout import (
    Layout,
    set_up_page,
    style_columns,
    write_cell,
    write_headers,
    write_title,
)

_HEADER_ROW = 3
_EMPTY_ROWS = 25
_RESULT_LINES = 2
"""Lines that the texts in result columns may take."""


def _competence(name: str) -> Column:
    return Column(name, name, "", ColumnKind.LEVEL, width=5.5)


COMPETENCE_COLUMNS: tuple[Column, ...] = tuple(map(_competence, labels.COMPETENCES))
_SETTING_COLUMNS = tuple(replace(column, kind=ColumnKind.TEXT) for column in SETTINGS.columns)
SETTINGS_LAYOUT = Layout(SETTINGS, _SETTING_COLUMNS, _HEADER_ROW)
SCHOOLS_LAYOUT = Layout(SCHOOLS, SCHOOLS.columns, _HEADER_ROW)
ROLES_LAYOUT = Layout(ROLES, ROLES.columns + COMPETENCE_COLUMNS, _HEADER_ROW)
_MARKS = ("decides", "contact_for", "begins", "ends")
"""Stand behind the competences: few people need them."""


def _person_columns(competences: tuple[Column, ...]) -> tuple[Column, ...]:
    marks = tuple(column for column in PERSONS.columns if column.key in _MARKS)
    others = tuple(column for column in PERSONS.columns if column.key not in _MARKS)
    return (*others, *competences, *marks)


PERSONS_LAYOUT = Layout(PERSONS, _person_columns(COMPETENCE_COLUMNS), _HEADER_ROW)
DEVIATIONS_LAYOUT = Layout(DEVIATIONS, DEVIATIONS.columns, _HEADER_ROW)


def build_settings(sheet: Worksheet, settings: Settings) -> None:
    """Fill the sheet of settings; yellow cells are unknown and must be filled in when needed."""
    layout = SETTINGS_LAYOUT
    start_page(sheet, layout, "Instellingen", SETTINGS.help, height=20)
    for row, setting in enumerate(SETTING_ROWS, start=layout.first_row):
        value = setting_value(setting, settings)
        _write_row(sheet, row, layout, {"key": setting.key, "value": value,
                                        "explanation": setting.help})  # fmt: skip
        cell = sheet[f"{layout.letter('value')}{row}"]
        colour = look.ASK if value is None and setting.kind is ColumnKind.NUMBER else ""
        look.style_body(cell, Column("", "", "", setting.kind), "General", colour)
        add_setting_rule(sheet, setting, cell.coordinate)
    heading = _heading(settings.school_year)
    set_up_page(sheet, layout.header_row, heading, freeze="A4", portrait=True)


def build_roles(
    sheet: Worksheet,
    roles: Mapping[Role, RoleProfile],
    school_year: str,
    competences: Iterable[str] = (),
) -> None:
    """Fill the sheet of roles, with a column for each of the user's own competences too."""
    own = tuple(_competence(name) for name in competences if name not in labels.COMPETENCES)
    layout = Layout(ROLES, ROLES_LAYOUT.columns + own, _HEADER_ROW)
    upright = [column.key for column in (*COMPETENCE_COLUMNS, *own)]
    start_page(sheet, layout, "Rollen", ROLES.help, height=140, upright=upright)
    write_records(sheet, layout, (role_cells(*entry) for entry in roles.items()))
    add_column_rules(sheet, layout, layout.columns)
    set_up_page(sheet, layout.header_row, _heading(school_year), freeze="B4")


def build_schools(sheet: Worksheet, schools: Sequence[School], school_year: str) -> None:
    """Fill the sheet of schools, with empty rows to fill in."""
    layout = SCHOOLS_LAYOUT
    start_page(sheet, layout, "Scholen", SCHOOLS.help, height=62)
    write_records(sheet, layout, (record_cells(SCHOOLS, school) for school in schools))
    add_column_rules(sheet, layout, [column for column in layout.columns if not column.result])
    heading = _heading(school_year)
    set_up_page(sheet, layout.header_row, heading, freeze="C4", paper=Worksheet.PAPERSIZE_A3)


def build_persons(
    sheet: Worksheet, persons: Sequence[Person], school_year: str, competences: Iterable[str] = ()
) -> None:
    """Fill the sheet of people, with empty rows to fill in.

    `competences` that are not among the usual ones get a column of their own.
    """
    own = tuple(_competence(name) for name in competences if name not in labels.COMPETENCES)
    layout = Layout(PERSONS, _person_columns((*COMPETENCE_COLUMNS, *own)), _HEADER_ROW)
    upright = [column.key for column in (*COMPETENCE_COLUMNS, *own)]
    start_page(sheet, layout, "Personen", PERSONS.help, height=140, upright=upright)
    write_records(sheet, layout, (record_cells(PERSONS, person) for person in persons))
    add_column_rules(sheet, layout, layout.columns)
    add_suggestions(sheet, layout.cells("home"), SCHOOLS_LAYOUT.fixed_cells("code"))
    colour_competences(sheet, layout)
    set_up_page(sheet, layout.header_row, _heading(school_year), freeze="C4")


def build_deviations(
    sheet: Worksheet, deviations: Sequence[Deviation], remarks: Sequence[str], school_year: str
) -> None:
    """Fill the sheet of deviations; `remarks` has the text beside each of them."""
    layout = DEVIATIONS_LAYOUT
    start_page(sheet, layout, "Uitzonderingen", DEVIATIONS.help, height=20)
    rows = zip(deviations, remarks, strict=True)
    filled = (record_cells(DEVIATIONS, item) | {"remark": remark} for item, remark in rows)
    write_records(sheet, layout, filled)
    add_column_rules(sheet, layout, layout.columns)
    add_suggestions(sheet, layout.cells("unit"), SCHOOLS_LAYOUT.fixed_cells("code"))
    add_suggestions(sheet, layout.cells("person"), PERSONS_LAYOUT.fixed_cells("code"))
    set_up_page(
        sheet,
        layout.header_row,
        _heading(school_year),
        freeze=f"A{layout.first_row}",
        portrait=True,
    )


def _header_colour(column: Column) -> str:
    return look.RESULT_HEADER if column.result else look.INPUT_HEADER


def _heading(school_year: str) -> str:
    return f"ICT-taken, schooljaar {school_year}"


def start_page(
    sheet: Worksheet,
    layout: Layout,
    title: str,
    remark: str,
    *,
    height: float,
    upright: Iterable[str] = (),
) -> None:
    """Write the title, the remark and the headers of an input sheet, and format its columns."""
    write_title(sheet, title, remark)
    write_headers(sheet, layout, _header_colour, height=height, upright=upright)
    style_columns(sheet, layout, lambda column: look.INPUT_FORMATS[column.kind])


def write_records(
    sheet: Worksheet, layout: Layout, records: Iterable[Mapping[str, CellValue]]
) -> None:
    """Write a row per record, and empty rows to fill in below them."""
    filled = list(records)
    for row, cells in enumerate([*filled, *[{}] * _EMPTY_ROWS], start=layout.first_row):
        _write_row(sheet, row, layout, cells)


def _write_row(sheet: Worksheet, row: int, layout: Layout, cells: Mapping[str, CellValue]) -> None:
    for index, column in enumerate(layout.columns, start=1):
        cell = write_cell(sheet, row, index, cells.get(column.key))
        colour = look.RESULT_CELL if column.result else ""
        look.style_body(cell, column, look.INPUT_FORMATS[column.kind], colour)
    entries = ((cells.get(column.key), column.width) for column in layout.columns)
    fit_row(sheet, row, entries, _RESULT_LINES if layout.sheet.result_keys else 1)
