"""The form on which somebody says what she can and likes to do: one page, five minutes."""

import csv
from collections.abc import Sequence
from functools import cache
from importlib import resources
from io import BytesIO
from math import ceil
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from models.problem import Person, Task
from models.vocabulary import Cluster
from optimizer.workbook import labels

SHEET, TASK_SHEET = "Screening", "Takenlijst"
CODE_LABEL, NAME_LABEL = "code", "naam"
OWN_HEADER, WISH_HEADER, TASK_HEADER = "ik kies", "hoe graag", "taak"
TITLE = "Wat kunt u, en wat doet u graag?"
INTRO = (
    "Kies per regel in de gele cel het getal van de zin die het best bij u past: 0 tot 4. Laat "
    "open wat u niet weet. Er zijn geen foute antwoorden: het blad dient om het werk goed te "
    "verdelen."
)
WISHES = (
    "Hoe graag doet u dit soort werk? Van -2 (liever niet) tot 2 (heel graag); leeg is om het even."
)
TASKS = "Zijn er taken die u graag of liever niet doet? Kies er hoogstens zes uit de lijst."
LEVELS = (0, 1, 2, 3, 4)
TASK_ROWS = 6
"""So many tasks fit on the page; who wants more tells it in the talk."""
_FILE = "screening.csv"
_FILL = PatternFill("solid", fgColor="FFF7CC")
_HEAD = PatternFill("solid", fgColor="2F4B6E")
_LINE = Side(style="thin", color="D0D5DB")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_WIDTHS = {"A": 24, "B": 16, "C": 22, "D": 24, "E": 25, "F": 27, "G": 11}
_ANSWER = 7
"""Column of the answers."""
_LETTERS_A_WIDTH = 1.15
"""Letters of nine points that go in a unit of a column's width."""
_LINE_POINTS = 12


class Described(NamedTuple):
    """A competence in plain words, with a sentence for each level from 0 to 4."""

    name: str
    meaning: str
    levels: tuple[str, ...]


@cache
def described_competences() -> tuple[Described, ...]:
    """The competences of the template, in their order."""
    text = (resources.files("optimizer.workbook") / "data" / _FILE).read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines()[1:])
    return tuple(Described(name, meaning, tuple(levels)) for name, meaning, *levels in rows)


def screening_form(person: Person, competences: Sequence[str], tasks: Sequence[Task]) -> bytes:
    """The form of one person; `competences` of the workbook's own have levels without sentences.

    `tasks` are those that she may choose from.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    _head(sheet, person)
    row = _competences(sheet, 6, competences)
    row = _wishes(sheet, row + 1)
    _tasks(book, sheet, row + 1, tasks)
    _page(sheet, row + 3 + TASK_ROWS)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _head(sheet: Worksheet, person: Person) -> None:
    _put(sheet, 1, 1, TITLE, Font(bold=True, size=16))
    for row, (label, value) in enumerate(
        ((CODE_LABEL, person.code), (NAME_LABEL, person.name or person.code)), start=2
    ):
        _put(sheet, row, 1, label, Font(bold=True))
        _put(sheet, row, 2, value)
    _put(sheet, 3, 4, labels.ROLES[person.role])
    _sentence(sheet, 4, INTRO)


def _competences(sheet: Worksheet, row: int, names: Sequence[str]) -> int:
    _headers(sheet, row, ["competentie", *map(str, LEVELS), OWN_HEADER], first=1)
    known = {each.name: each for each in described_competences()}
    first = row + 1
    for name in names:
        row += 1
        found = known.get(name)
        title = f"{name}: {found.meaning}" if found else name
        for column, text in enumerate((title, *(found.levels if found else ())), start=1):
            _cell(sheet, row, column, text)
        _fit_height(sheet, row)
        _answer(sheet, row)
    _choices(sheet, f"G{first}:G{row}", ",".join(map(str, LEVELS)))
    return row + 1


def _wishes(sheet: Worksheet, row: int) -> int:
    _sentence(sheet, row, WISHES)
    row += 1
    _headers(sheet, row, ["cluster", WISH_HEADER], columns=(1, _ANSWER))
    first = row + 1
    for cluster in Cluster:
        row += 1
        _cell(sheet, row, 1, labels.CLUSTERS[cluster])
        _answer(sheet, row)
    _choices(sheet, f"G{first}:G{row}", "-2,-1,0,1,2")
    return row + 1


def _tasks(book: Workbook, sheet: Worksheet, row: int, tasks: Sequence[Task]) -> None:
    listed = book.create_sheet(TASK_SHEET)
    for number, task in enumerate(tasks, start=1):
        _put(listed, number, 1, f"{task.number} {task.title}")
    listed.sheet_state = Worksheet.SHEETSTATE_HIDDEN
    _sentence(sheet, row, TASKS)
    row += 1
    _headers(sheet, row, [TASK_HEADER, WISH_HEADER], columns=(1, _ANSWER))
    first, last = row + 1, row + TASK_ROWS
    for line in range(first, last + 1):
        sheet.merge_cells(f"A{line}:F{line}")
        sheet.cell(line, 1).fill = _FILL
        _answer(sheet, line)
    if tasks:
        _choices(sheet, f"A{first}:A{last}", f"'{TASK_SHEET}'!$A$1:$A${len(tasks)}")
    _choices(sheet, f"G{first}:G{last}", "-2,-1,0,1,2")


def _headers(
    sheet: Worksheet,
    row: int,
    texts: Sequence[str],
    first: int = 1,
    columns: Sequence[int] | None = None,
) -> None:
    places = columns or range(first, first + len(texts))
    for column, text in zip(places, texts, strict=True):
        _put(sheet, row, column, text, Font(bold=True, color="FFFFFF"))
        sheet.cell(row, column).fill = _HEAD


def _sentence(sheet: Worksheet, row: int, text: str) -> None:
    sheet.merge_cells(f"A{row}:G{row}")
    _put(sheet, row, 1, text)
    sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[row].height = 30


def _cell(sheet: Worksheet, row: int, column: int, text: str) -> None:
    _put(sheet, row, column, text, Font(bold=column == 1, size=9))
    cell = sheet.cell(row, column)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = _BOX


def _fit_height(sheet: Worksheet, row: int) -> None:
    """As many lines as the longest text of the row takes in its column."""
    lines = [
        ceil(len(str(sheet[f"{letter}{row}"].value or "")) / (width * _LETTERS_A_WIDTH))
        for letter, width in _WIDTHS.items()
    ]
    sheet.row_dimensions[row].height = _LINE_POINTS * max(lines) + 2


def _answer(sheet: Worksheet, row: int) -> None:
    cell = sheet.cell(row, _ANSWER)
    cell.fill, cell.border = _FILL, _BOX
    cell.alignment = Alignment(horizontal="center", vertical="center")


def _put(sheet: Worksheet, row: int, column: int, text: str, font: Font | None = None) -> None:
    """Text as text, also when it begins like a formula."""
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    if font is not None:
        cell.font = font


def _choices(sheet: Worksheet, cells: str, source: str) -> None:
    formula = source if source.startswith("'") else f'"{source}"'
    rule = DataValidation(type="list", formula1=formula, allow_blank=True)
    sheet.add_data_validation(rule)
    rule.add(cells)


def _page(sheet: Worksheet, last: int) -> None:
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.print_area = f"A1:G{last}"
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 1
    properties = sheet.sheet_properties.pageSetUpPr
    assert properties is not None
    properties.fitToPage = True
