"""A school of three people and four tasks on the sheets of the real template: solved at once."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from task_columns import LETTERS, RESULTS

from optimizer.workbook.template.setting_rows import SETTING_ROWS

Change = Callable[[Workbook], None]
Value = str | int | float | date | None
Cells = Mapping[str, Value]

INPUTS = Path(__file__).parents[1] / "inputs"
TEMPLATE = INPUTS / "sjabloon.xlsx"
EXAMPLE = INPUTS / "voorbeeld_school.xlsx"
"""Both are what `taakverdeler template` makes; `test_template.py` keeps them so."""
FIRST_ROW = 4
"""Row of the first record on the sheets of the template."""
SCHOOL: Cells = {
    "A": "S1", "B": "Kleine school De Els", "C": "secundair", "D": 100, "E": 90, "F": 12, "G": 1,
    "J": 400, "K": "nee",
}  # fmt: skip
PERSONS: tuple[Cells, ...] = (
    {"A": "P1", "B": "Noor Voorbeeld", "C": "S1", "D": "TICT", "E": "HSO", "F": 4,
     "M": 3, "N": 3, "P": 3},
    {"A": "P2", "B": "Bram Denkbeeld", "C": "S1", "D": "PICT", "E": "bachelor", "G": 2,
     "N": 2, "V": 3},
    {"A": "P3", "B": "Lies Verzonnen", "C": "S1", "D": "administratie", "E": "HSO", "H": 2,
     "P": 2, "AA": 3},
)  # fmt: skip
TASKS: tuple[Cells, ...] = (
    {"A": "T1", "B": "technisch", "C": "Netwerk bewaken", "D": "ja", "G": "essentieel",
     "H": 40, "L": "netwerk:2", "O": "ja"},
    {"A": "T2", "B": "technisch", "C": "Toestellen klaarmaken", "D": "nee", "G": "gewenst",
     "H": 60, "L": "hardware:2"},
    {"A": "D1", "B": "pedagogisch-didactisch", "C": "Leerkrachten begeleiden", "D": "nee",
     "G": "gewenst", "H": 40, "L": "pedagogische kennis:2"},
    {"A": "A1", "B": "administratief", "C": "Licenties beheren", "D": "nee", "G": "gewenst",
     "H": 100, "L": "administratief:2"},
)  # fmt: skip
FIRST_TASK_ROW = 5
"""The row above it is the title row of the first cluster."""
TASK_INPUTS = [letter for letter in LETTERS.values() if letter not in RESULTS]


def setting(key: str) -> str:
    """The cell of a setting on the sheets of the template: `Instellingen!B7`."""
    return f"Instellingen!B{FIRST_ROW + [row.key for row in SETTING_ROWS].index(key)}"


@cache
def _small_bytes() -> bytes:
    book = load_workbook(TEMPLATE)
    put(book, "Scholen", FIRST_ROW, SCHOOL)
    for row, person in enumerate(PERSONS, start=FIRST_ROW):
        put(book, "Personen", row, person)
    _shorten(book)
    for row, task in enumerate(TASKS, start=FIRST_TASK_ROW):
        put(book, "Taken", row, dict.fromkeys(TASK_INPUTS) | dict(task))
    return to_bytes(book)


def _shorten(book: Workbook) -> None:
    """Leave out what only costs time, and the roles: everybody has their own levels alone."""
    book.remove(book["Leesmij"])
    book.remove(book["Rollen"])
    for sheet, records in (("Scholen", 4), ("Personen", 6), ("Taken", 5), ("Uitzonderingen", 6)):
        below = FIRST_ROW + records
        book[sheet].delete_rows(below, book[sheet].max_row)
        for row in [row for row in book[sheet].row_dimensions if row >= below]:
            del book[sheet].row_dimensions[row]


def put(book: Workbook, sheet: str, row: int, cells: Cells) -> None:
    """Set cells of a row by the letters of their columns."""
    for column, value in cells.items():
        book[sheet][f"{column}{row}"] = value


def to_bytes(book: Workbook) -> bytes:
    """The workbook as a file."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def small_book() -> Workbook:
    """The small school, open to be changed."""
    return load_workbook(BytesIO(_small_bytes()))


def small_school(path: Path, change: Change | None = None) -> Path:
    """Write the small school to a file, changed or as it is."""
    if change is None:
        path.write_bytes(_small_bytes())
        return path
    book = small_book()
    change(book)
    book.save(path)
    return path
