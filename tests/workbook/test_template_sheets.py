"""The sheets of the template: every header, drop-down, colour and print setting in place."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from models.vocabulary import Cluster
from optimizer.workbook import labels
from optimizer.workbook.read.colours import is_purple
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet
from optimizer.workbook.template import formatting
from optimizer.workbook.template.catalogue import catalogue_tasks
from optimizer.workbook.template.guide import guide_rows
from optimizer.workbook.template.input_sheets import (
    INPUT_SHEETS,
    PERSONS,
    ROLES,
    SCHOOLS,
    SETTINGS,
    TASKS,
)
from optimizer.workbook.template.output_print import page_scale
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS, PER_SCHOOL, README_SHEET
from optimizer.workbook.template.setting_rows import SETTING_ROWS, SettingRow
from optimizer.workbook.template.template import write_template

LISTS = [sheet for sheet in INPUT_SHEETS if sheet is not SETTINGS]
CHOICES = [
    (sheet, column)
    for sheet in LISTS
    for column in sheet.columns
    if column.choices and not column.result
]
CHECKED = (
    ColumnKind.NUMBER,
    ColumnKind.HOURS,
    ColumnKind.EURO,
    ColumnKind.PERCENT,
    ColumnKind.COUNT,
)
NUMBERS = [
    (sheet, column)
    for sheet in LISTS
    for column in sheet.columns
    if column.kind in CHECKED and not column.result
]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path: Path = tmp_path_factory.mktemp("template") / "sjabloon.xlsx"
    write_template(path)
    return load_workbook(path)


def header_row(sheet: Sheet) -> int:
    return 1 if sheet.output else 3


def letter(sheet: Sheet, key: str) -> str:
    return get_column_letter([column.key for column in sheet.columns].index(key) + 1)


def rules_at(sheet: Worksheet, cell: str) -> list[DataValidation]:
    return [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]


def ids(value: object) -> str:
    return value.key if isinstance(value, Sheet | Column) else str(value)


def test_sheets_stand_in_reading_order(workbook: Workbook) -> None:
    names = [README_SHEET, *(sheet.name for sheet in (*INPUT_SHEETS, *OUTPUT_SHEETS))]
    assert workbook.sheetnames == names


@pytest.mark.parametrize("schema", [*INPUT_SHEETS, *OUTPUT_SHEETS], ids=ids)
def test_headers_are_those_of_the_schema(workbook: Workbook, schema: Sheet) -> None:
    found = [cell.value for cell in workbook[schema.name][header_row(schema)]]
    expected = [column.header for column in schema.columns]
    if schema in (PERSONS, ROLES):
        marks = expected[-4:] if schema is PERSONS else []
        expected = [*expected[: len(expected) - len(marks)], *labels.COMPETENCES, *marks]
    assert found == expected


@pytest.mark.parametrize(("schema", "column"), CHOICES, ids=ids)
def test_closed_choice_has_a_drop_down(workbook: Workbook, schema: Sheet, column: Column) -> None:
    rules = rules_at(workbook[schema.name], f"{letter(schema, column.key)}500")
    assert [rule.formula1 for rule in rules] == [f'"{",".join(column.choices)}"']
    assert rules[0].showErrorMessage is (column.key != "peak")
    assert rules[0].showDropDown is not True


@pytest.mark.parametrize(("schema", "column"), NUMBERS, ids=ids)
def test_number_is_checked(workbook: Workbook, schema: Sheet, column: Column) -> None:
    rules = rules_at(workbook[schema.name], f"{letter(schema, column.key)}500")
    expected = {ColumnKind.COUNT: "whole"}.get(column.kind, "decimal")
    assert [rule.type for rule in rules] == (
        ["custom"] if column.key in ("ict_hours", "ict_points") else [expected]
    )


def test_points_may_be_a_word_too(workbook: Workbook) -> None:
    cell = f"{letter(SCHOOLS, 'ict_points')}4"
    (rule,) = rules_at(workbook[SCHOOLS.name], cell)
    assert rule.formula1 == f'OR({cell}="berekend",AND(ISNUMBER({cell}),{cell}>=0))'


@pytest.mark.parametrize("schema", [TASKS, SCHOOLS], ids=ids)
def test_results_are_green_and_take_no_input(workbook: Workbook, schema: Sheet) -> None:
    sheet = workbook[schema.name]
    green = (formatting.RESULT_HEADER, formatting.RESULT_CELL)
    for column in schema.columns:
        place = letter(schema, column.key)
        header, cell = sheet[f"{place}3"], sheet[f"{place}5"]
        found = tuple(each.fill.start_color.rgb[-6:] for each in (header, cell))
        assert (found == green) is column.result, column.key
        assert not column.result or (cell.value, rules_at(sheet, f"{place}5")) == (None, [])


def test_competences_take_levels_0_to_4(workbook: Workbook) -> None:
    headers = [cell.value for cell in workbook[PERSONS.name][header_row(PERSONS)]]
    first = headers.index(labels.COMPETENCES[0]) + 1
    for index in range(first, first + len(labels.COMPETENCES)):
        (rule,) = rules_at(workbook[PERSONS.name], f"{get_column_letter(index)}500")
        assert (rule.type, rule.formula1, rule.formula2) == ("whole", "0", "4")


def test_messages_fit_what_excel_allows(workbook: Workbook) -> None:
    rules = [rule for sheet in workbook for rule in sheet.data_validations.dataValidation]
    assert rules
    assert all(len(rule.formula1 or "") <= 255 for rule in rules)
    assert all(len(rule.error or "") <= 225 for rule in rules)
    assert all(len(rule.errorTitle or "") <= 32 for rule in rules)


def test_tasks_stand_under_bands_and_core_tasks_are_purple(workbook: Workbook) -> None:
    sheet = workbook[TASKS.name]
    number, title = letter(TASKS, "number"), letter(TASKS, "title")
    bands, core = [], []
    for row in range(4, sheet.max_row + 1):
        cell = sheet[f"{title}{row}"]
        if sheet[f"{number}{row}"].value is None:
            bands.append(cell.value)
        elif is_purple(str(cell.fill.start_color.rgb)[-6:]):
            core.append(sheet[f"{number}{row}"].value)
    assert bands == [labels.CLUSTERS[cluster] for cluster in Cluster]
    assert core == [task.number for task in catalogue_tasks() if task.core]


def test_no_other_colour_can_be_taken_for_a_core_task() -> None:
    colours = (*formatting.CLUSTER_BANDS.values(), formatting.RESULT_CELL, formatting.WHITE)
    assert not any(is_purple(colour) for colour in colours)


def test_hours_are_called_assumptions_where_they_stand(workbook: Workbook) -> None:
    sheet = workbook[TASKS.name]
    assert "AANNAMES" in sheet["A2"].value
    for key in ("fixed_hours", "unit_hours"):
        fill = sheet[f"{letter(TASKS, key)}3"].fill.start_color.rgb
        assert fill.endswith(formatting.ASSUMED_HEADER)


def test_settings_show_numbers_as_numbers_and_unknown_ones_in_yellow(workbook: Workbook) -> None:
    rows = {row[0].value: row[1] for row in workbook[SETTINGS.name].iter_rows(min_row=4)}
    assert list(rows) == [setting.key for setting in SETTING_ROWS]
    assert rows["bpt_regel"].value == "lesuur"
    assert rows["korrel"].value == 4
    yellow = [key for key, cell in rows.items() if cell.fill.start_color.rgb[-6:] == formatting.ASK]
    assert set(yellow) == {
        "punten_bachelor", "punten_master", "punten_coefficient", "tarief_standaard",
    }  # fmt: skip
    assert all(rows[key].value is None for key in yellow)


@pytest.mark.parametrize("setting", [row for row in SETTING_ROWS if row.choices or row.most])
def test_setting_is_checked(workbook: Workbook, setting: SettingRow) -> None:
    row = 4 + list(SETTING_ROWS).index(setting)
    assert len(rules_at(workbook[SETTINGS.name], f"B{row}")) == 1


@pytest.mark.parametrize("schema", OUTPUT_SHEETS, ids=ids)
def test_output_sheet_is_empty_with_formats_in_its_first_row(
    workbook: Workbook, schema: Sheet
) -> None:
    cells = list(workbook[schema.name][2])
    assert all(cell.value is None for cell in cells)
    formats = [formatting.OUTPUT_FORMATS[column.kind] for column in schema.columns]
    assert [cell.number_format for cell in cells] == formats
    assert workbook[schema.name].max_row == 2


def test_workbook_opens_on_the_guide_alone(workbook: Workbook) -> None:
    """Two selected tabs would make every edit go to both sheets."""
    selected = [sheet.title for sheet in workbook if sheet.sheet_view.tabSelected]
    assert selected == [README_SHEET]


def test_sheets_print_one_page_wide_with_repeated_headers(workbook: Workbook) -> None:
    for sheet in workbook:
        fit, heading = sheet.sheet_properties.pageSetUpPr, sheet.oddHeader
        if sheet.title == PER_SCHOOL.name:
            # Excel ignores page breaks on a sheet that is fitted to the page.
            assert fit is None or not fit.fitToPage
            assert sheet.page_setup.scale == page_scale(PER_SCHOOL)
        else:
            assert fit is not None
            assert fit.fitToPage
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows
        assert sheet.freeze_panes
        assert heading is not None
        assert "2026-2027" in str(heading.left.text)


def test_lists_that_grow_can_be_filtered(workbook: Workbook) -> None:
    last = get_column_letter(len(TASKS.columns))
    assert workbook[TASKS.name].auto_filter.ref == f"A3:{last}117"
    assert workbook["Verdeling"].auto_filter.ref == "A1:L2"


def test_guide_explains_every_sheet_column_and_setting(workbook: Workbook) -> None:
    written = {(row[0], row[1]) for row in workbook[README_SHEET].iter_rows(values_only=True)}
    for schema in (*INPUT_SHEETS, *OUTPUT_SHEETS):
        assert {(schema.name, column.header) for column in schema.columns} <= written
    assert {(SETTINGS.name, setting.key) for setting in SETTING_ROWS} <= written


def test_guide_states_the_default_of_every_optional_column() -> None:
    stated = {(sheet, column): empty for sheet, column, _, empty in guide_rows()}
    for schema in INPUT_SHEETS:
        for column in schema.columns:
            assert column.default in stated[schema.name, column.header]
    for setting in SETTING_ROWS:
        assert setting.default in stated[SETTINGS.name, setting.key]


def test_guide_tells_what_the_program_fills_in() -> None:
    filled = {(sheet, column) for sheet, column, _, empty in guide_rows() if "programma" in empty}
    columns = [(sheet, column) for sheet in INPUT_SHEETS for column in sheet.columns]
    results = {(sheet.name, column.header) for sheet, column in columns if column.result}
    inputs = {sheet.name for sheet in INPUT_SHEETS}
    assert {entry for entry in filled if entry[0] in inputs} == results
    assert ("Verdeling", "vast") not in filled
