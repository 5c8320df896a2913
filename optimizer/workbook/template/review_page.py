"""The sheet of doubts of an imported workbook: what stood there, what was made of it, answers."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook import labels
from optimizer.workbook.read.cell_colours import add_word_colour
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.cell_rules import add_suggested_words
from optimizer.workbook.template.row_heights import fit_row
from optimizer.workbook.template.sheet_layout import (
    Layout,
    set_up_page,
    style_columns,
    write_cell,
    write_headers,
    write_title,
)

REVIEW = Sheet(
    "review",
    "Nakijken",
    "Wat bij het overnemen van uw takenoverzicht onzeker was of ontbreekt. Kies of typ in "
    "‘antwoord’ wat het is en doe: taakverdeler importeer --opnieuw met dit werkboek, of geef in "
    "de toepassing op Start het overzicht nog eens. Zet een x in ‘in orde’ als een punt klaar is.",
    (
        Column("kind", "soort", "Waarover het punt gaat.", ColumnKind.CHOICE, width=13),
        Column("source", "bron", "Blad en cel van uw overzicht.", width=24),
        Column("found", "wat er stond", "De inhoud van die cel.", width=34),
        Column("target", "hier", "Taak, persoon of blad in dit werkboek.",
               ColumnKind.CHOICE, width=11),
        Column("made", "wat ervan gemaakt is", "Wat nu in dit werkboek staat.", width=48),
        Column("check", "wat u nakijkt", "Wat u kunt doen.", width=44),
        Column("answer", "antwoord", "Voor u: kies uit de lijst of typ iets anders. Wordt gelezen "
               "door importeer --opnieuw.", width=34),
        Column("done", "in orde", "Voor u: een x als het punt klaar is.",
               ColumnKind.CHOICE, width=8),
    ),
)  # fmt: skip
TAB_REVIEW = "C9A227"
FIRST_CHOICE = len(REVIEW.columns) + 2
"""The first of the hidden columns with what may be answered, one column from the last shown."""
_YOURS = ("answer", "done")
_LAYOUT = Layout(REVIEW, REVIEW.columns, header_row=3)


class ReviewRow(NamedTuple):
    """One point to look at, in words; the first attributes are the keys of columns of `REVIEW`.

    `choices` is what may be chosen for an answer; something else may always be typed.
    """

    kind: str
    source: str
    found: str
    target: str
    made: str
    check: str
    answer: str = ""
    done: str = ""
    choices: tuple[str, ...] = ()


def build_review(sheet: Worksheet, rows: Sequence[ReviewRow], school_year: str) -> None:
    """Fill the sheet of doubts, one row each, with a column for answers and one to tick off."""
    write_title(sheet, REVIEW.name, REVIEW.help)
    write_headers(sheet, _LAYOUT, _header_colour, height=20)
    style_columns(sheet, _LAYOUT, lambda column: look.INPUT_FORMATS[column.kind])
    for number, row in enumerate(rows, start=_LAYOUT.first_row):
        _write_row(sheet, number, row)
    _add_choices(sheet, rows)
    add_suggested_words(sheet, _LAYOUT.cells("done"), (labels.PIN_MARK,))
    add_word_colour(sheet, _LAYOUT, "done", labels.PIN_MARK, look.GOOD)
    last = get_column_letter(_last_column(rows))
    last_row = _LAYOUT.header_row + max(1, len(rows))
    # The hidden columns are sorted along, so that every row keeps its own choices.
    sheet.auto_filter.ref = f"A{_LAYOUT.header_row}:{last}{last_row}"
    heading = f"ICT-taken, schooljaar {school_year}"
    set_up_page(sheet, _LAYOUT.header_row, heading, freeze="A4")
    sheet.print_area = f"A1:{get_column_letter(len(REVIEW.columns))}{last_row}"


def _header_colour(column: Column) -> str:
    return look.INPUT_HEADER if column.key in _YOURS else look.RESULT_HEADER


def _write_row(sheet: Worksheet, number: int, row: ReviewRow) -> None:
    entries = row[: len(REVIEW.columns)]
    for place, (column, entry) in enumerate(zip(REVIEW.columns, entries, strict=True), start=1):
        cell = write_cell(sheet, number, place, str(entry) or None)
        look.style_body(cell, column, look.INPUT_FORMATS[column.kind])
    for place, choice in enumerate(row.choices, start=FIRST_CHOICE):
        write_cell(sheet, number, place, choice)
    widths = (column.width for column in REVIEW.columns)
    fit_row(sheet, number, zip(entries, widths, strict=True))


def _add_choices(sheet: Worksheet, rows: Sequence[ReviewRow]) -> None:
    """A drop-down in each row with the choices that stand in its own hidden cells.

    Rows with as many choices share one, whose addresses count from the first of them.
    """
    letter = _LAYOUT.letter("answer")
    by_length: dict[int, list[int]] = {}
    for number, row in enumerate(rows, start=_LAYOUT.first_row):
        if row.choices:
            by_length.setdefault(len(row.choices), []).append(number)
    for length, numbers in by_length.items():
        first, last = (get_column_letter(FIRST_CHOICE + n) for n in (0, length - 1))
        source = f"${first}{numbers[0]}:${last}{numbers[0]}"
        rule = DataValidation(type="list", formula1=source, allow_blank=True)
        rule.showErrorMessage = False
        for number in numbers:
            rule.add(f"{letter}{number}")
        sheet.add_data_validation(rule)
    for column in range(FIRST_CHOICE, _last_column(rows) + 1):
        sheet.column_dimensions[get_column_letter(column)].hidden = True


def _last_column(rows: Sequence[ReviewRow]) -> int:
    most = max((len(row.choices) for row in rows), default=0)
    return FIRST_CHOICE + most - 1 if most else len(REVIEW.columns)
