"""The sheet of the guided start in a new workbook: its questions, still without answers."""

from openpyxl.worksheet.worksheet import Worksheet

from models.guideline import QUESTIONS, Outcome, Question, step_name
from optimizer.workbook.guideline_words import (
    BOARD_TEXTS,
    COORDINATOR_TEXTS,
    QUESTION_TEXTS,
    REPLY_WORDS,
)
from optimizer.workbook.read.columns import Column
from optimizer.workbook.read.record_cells import CellValue
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
from optimizer.workbook.template.steps_sheet import STEPS

_LAYOUT = Layout(STEPS, STEPS.columns, header_row=3)


def build_steps(sheet: Worksheet, school_year: str) -> None:
    """Write a row per question, with its answers to choose from."""
    write_title(sheet, "Stappenplan naar een ICT-team", STEPS.help)
    write_headers(sheet, _LAYOUT, _header_colour, height=34)
    style_columns(sheet, _LAYOUT, lambda column: look.INPUT_FORMATS[column.kind])
    for row, question in enumerate(QUESTIONS, start=_LAYOUT.first_row):
        _write_question(sheet, row, question)
    heading = f"Stappenplan, schooljaar {school_year}"
    set_up_page(sheet, _LAYOUT.header_row, heading, freeze=f"D{_LAYOUT.first_row}")


def question_cells(question: Question) -> dict[str, CellValue]:
    """What stands in the row of a question before it is answered."""
    return {"step": step_name(question), "question": QUESTION_TEXTS[question.code]}


def follow_up(outcome: Outcome | None) -> dict[str, CellValue]:
    """What an answer asks of whom; nothing as long as there is none that counts."""
    return {
        "board": BOARD_TEXTS[outcome.board] if outcome and outcome.board else None,
        "coordinator": (
            COORDINATOR_TEXTS[outcome.coordinator] if outcome and outcome.coordinator else None
        ),
    }


def _write_question(sheet: Worksheet, row: int, question: Question) -> None:
    cells = question_cells(question)
    for place, column in enumerate(STEPS.columns, start=1):
        cell = write_cell(sheet, row, place, cells.get(column.key))
        colour = look.RESULT_CELL if column.result else ""
        look.style_body(cell, column, look.INPUT_FORMATS[column.kind], colour)
    texts = [question_cells(question) | follow_up(each) for each in question.outcomes.values()]
    entries = ((cells.get(each.key), each.width) for cells in texts for each in STEPS.columns)
    fit_row(sheet, row, entries)
    words = [REPLY_WORDS[reply] for reply in question.outcomes]
    add_suggested_words(sheet, f"{_LAYOUT.letter('answer')}{row}", words)


def _header_colour(column: Column) -> str:
    return look.RESULT_HEADER if column.result else look.INPUT_HEADER
