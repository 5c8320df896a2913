"""Where the columns of the task list stand in the template, by key."""

from openpyxl.utils import get_column_letter

from optimizer.workbook.template.tasks_page import TASKS_LAYOUT

LETTERS = {column.key: TASKS_LAYOUT.letter(column.key) for column in TASKS_LAYOUT.columns}
RESULTS = [LETTERS[column.key] for column in TASKS_LAYOUT.columns if column.result]
_WIDTH = len(TASKS_LAYOUT.columns)
BESIDE = (get_column_letter(_WIDTH + 1), get_column_letter(_WIDTH + 2))
"""The first two columns that are free for the user."""


def task_cell(key: str, row: int) -> str:
    """The address of a cell of the task list."""
    return f"{LETTERS[key]}{row}"
