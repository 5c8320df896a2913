"""The reading guide: how to use the workbook, and every sheet, column and colour in it."""

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook import labels
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template import guide_text as text
from optimizer.workbook.template.input_sheets import INPUT_SHEETS, PERSONS, SETTINGS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS
from optimizer.workbook.template.row_heights import fit_row
from optimizer.workbook.template.setting_rows import SETTING_ROWS
from optimizer.workbook.template.sheet_layout import set_up_page

GuideRow = tuple[str, str, str, str]
_WIDTHS = {"A": 17, "B": 25, "C": 66, "D": 32}
_TEXT_COLUMN = Column("text", "", "")
_COLOURS: tuple[tuple[str, str], ...] = (
    (look.CORE_TASK, text.CORE_COLOUR),
    (look.INPUT_HEADER, text.INPUT_COLOUR),
    (look.ASSUMED_HEADER, text.ASSUMED_COLOUR),
    (look.RESULT_HEADER, text.RESULT_COLOUR),
    (look.ASK, text.ASK_COLOUR),
)


def build_guide(sheet: Worksheet, school_year: str, note: Sequence[str] = ()) -> None:
    """Write the reading guide, with a note on where this workbook comes from."""
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    look.style_title(sheet.cell(1, 1, text.TITLE))
    row = _write_lines(sheet, 3, [*text.INTRO, *(("", *note) if note else ())])
    row = _write_steps(sheet, _write_heading(sheet, row + 1, text.STEPS_HEADING))
    row = _write_lines(sheet, row + 1, text.FREEDOM)
    row = _write_sheets(sheet, _write_heading(sheet, row + 1, text.SHEETS_HEADING))
    row = _write_colours(sheet, _write_heading(sheet, row + 1, text.COLOURS_HEADING))
    row = _write_lines(sheet, _write_heading(sheet, row + 1, text.HELP_HEADING), text.HELP)
    _write_columns(sheet, _write_heading(sheet, row + 1, text.COLUMNS_HEADING))
    heading = f"ICT-taken, schooljaar {school_year}"
    set_up_page(sheet, 1, heading, freeze="A2", portrait=True)


def guide_rows() -> Iterator[GuideRow]:
    """Sheet, column, meaning and default of everything that a user can meet, in sheet order."""
    for schema in (*INPUT_SHEETS, *OUTPUT_SHEETS):
        for column in schema.columns:
            yield schema.name, column.header, column.help, _default(schema, column)
        if schema is SETTINGS:
            yield from _setting_rows()
        if schema is PERSONS:
            listed = text.COMPETENCE_HELP + ", ".join(labels.COMPETENCES)
            yield schema.name, text.COMPETENCE_COLUMNS, listed, "0"


def _setting_rows() -> Iterator[GuideRow]:
    for setting in SETTING_ROWS:
        empty = text.UNKNOWN if setting.kind is ColumnKind.NUMBER else text.NOTHING
        yield SETTINGS.name, setting.key, setting.help, setting.default or empty


def _default(schema: Sheet, column: Column) -> str:
    if schema.output or column.result:
        return "" if column.key == "pinned" else text.FILLED_BY_PROGRAM
    if column.default:
        return column.default
    return text.REQUIRED if column.required else ""


def _write_heading(sheet: Worksheet, row: int, heading: str) -> int:
    cell = sheet.cell(row, 1, heading)
    cell.font = look.font(look.INPUT_HEADER, size=12, bold=True)
    return row + 1


def _write_lines(sheet: Worksheet, row: int, lines: Sequence[str], column: int = 1) -> int:
    """Write lines that run on over the empty cells beside them; the next free row."""
    for offset, line in enumerate(lines):
        sheet.cell(row + offset, column, line or None)
    return row + len(lines)


def _write_steps(sheet: Worksheet, row: int) -> int:
    for index, lines in enumerate(text.STEPS, start=1):
        sheet.cell(row, 1, f"Stap {index}").font = look.font(bold=True)
        row = _write_lines(sheet, row, lines, column=2)
    return row


def _write_sheets(sheet: Worksheet, row: int) -> int:
    for offset, schema in enumerate((*INPUT_SHEETS, *OUTPUT_SHEETS)):
        kind = text.OUTPUT_KIND if schema.output else text.INPUT_KIND
        _write_entries(sheet, row + offset, (schema.name, kind, schema.help, ""))
        cell = sheet.cell(row + offset, 1)
        cell.hyperlink = Hyperlink(cell.coordinate, location=f"'{schema.name}'!A1")
        cell.font = look.font(look.INPUT_HEADER, bold=True, underline="single")
    return row + len(INPUT_SHEETS) + len(OUTPUT_SHEETS)


def _write_colours(sheet: Worksheet, row: int) -> int:
    for offset, (colour, meaning) in enumerate(_COLOURS):
        sheet.cell(row + offset, 1).fill = look.solid(colour)
        sheet.cell(row + offset, 2, meaning)
    return row + len(_COLOURS)


def _write_columns(sheet: Worksheet, row: int) -> None:
    for index, header in enumerate(text.COLUMN_HEADERS, start=1):
        look.style_header(sheet.cell(row, index, header), look.INPUT_HEADER)
    rows = list(guide_rows())
    for offset, entries in enumerate(rows, start=1):
        _write_entries(sheet, row + offset, entries)


def _write_entries(sheet: Worksheet, row: int, entries: Sequence[str]) -> None:
    for index, entry in enumerate(entries, start=1):
        look.style_body(sheet.cell(row, index, entry or None), _TEXT_COLUMN, "@")
    fit_row(sheet, row, zip(entries, _WIDTHS.values(), strict=True))
