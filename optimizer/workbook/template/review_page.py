"""The sheet of doubts of an imported workbook: what the source said, and what was made of it."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook import labels
from optimizer.workbook.read.cell_colours import add_word_colour
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet
from optimizer.workbook.template import formatting as look
from optimizer.workbook.template.cell_rules import add_suggested_words
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

REVIEW = Sheet(
    "review",
    "Nakijken",
    "Wat bij het overnemen van uw takenoverzicht onzeker was of ontbreekt. Zet een x in ‘in orde’ "
    "als een punt klaar is. Het programma leest dit blad niet; u mag het verwijderen.",
    (
        Column("kind", "soort", "Waarover het punt gaat.", ColumnKind.CHOICE, width=13),
        Column("source", "bron", "Blad en cel van uw overzicht.", width=24),
        Column("found", "wat er stond", "De inhoud van die cel.", width=38),
        Column("target", "hier", "Taak, persoon of blad in dit werkboek.",
               ColumnKind.CHOICE, width=11),
        Column("made", "wat ervan gemaakt is", "Wat nu in dit werkboek staat.", width=52),
        Column("check", "wat u nakijkt", "Wat u kunt doen.", width=58),
        Column("done", "in orde", "Voor u: een x als het punt klaar is.",
               ColumnKind.CHOICE, width=8),
    ),
)  # fmt: skip
TAB_REVIEW = "C9A227"
_LAYOUT = Layout(REVIEW, REVIEW.columns, header_row=3)


class ReviewRow(NamedTuple):
    """One point to look at, in words; the attributes are the keys of the columns of `REVIEW`."""

    kind: str
    source: str
    found: str
    target: str
    made: str
    check: str


def build_review(sheet: Worksheet, rows: Sequence[ReviewRow], school_year: str) -> None:
    """Fill the sheet of doubts, one row each, with a column to tick them off."""
    write_title(sheet, REVIEW.name, REVIEW.help)
    write_headers(sheet, _LAYOUT, _header_colour, height=20)
    style_columns(sheet, _LAYOUT, lambda column: look.INPUT_FORMATS[column.kind])
    for number, row in enumerate(rows, start=_LAYOUT.first_row):
        _write_row(sheet, number, row)
    add_suggested_words(sheet, _LAYOUT.cells("done"), (labels.PIN_MARK,))
    add_word_colour(sheet, _LAYOUT, "done", labels.PIN_MARK, look.GOOD)
    add_filter(sheet, _LAYOUT, _LAYOUT.header_row + max(1, len(rows)))
    heading = f"ICT-taken, schooljaar {school_year}"
    set_up_page(sheet, _LAYOUT.header_row, heading, freeze="A4")


def _header_colour(column: Column) -> str:
    return look.INPUT_HEADER if column.key == "done" else look.RESULT_HEADER


def _write_row(sheet: Worksheet, number: int, row: ReviewRow) -> None:
    entries = [*row, ""]
    for place, (column, entry) in enumerate(zip(REVIEW.columns, entries, strict=True), start=1):
        cell = write_cell(sheet, number, place, entry or None)
        look.style_body(cell, column, look.INPUT_FORMATS[column.kind])
    widths = (column.width for column in REVIEW.columns)
    fit_row(sheet, number, zip(entries, widths, strict=True))
