"""Answers typed on the sheet of doubts of an imported workbook, and the import made again."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook
from small_overview import Result

from optimizer.importing.again import ImportedAgain, import_again
from optimizer.importing.importer import import_overview
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.template.review_page import REVIEW

HEADERS = [column.header for column in REVIEW.columns]
Point = tuple[str, str]
"""The kind of a point and its cell in the overview."""


def first_import(source: Path) -> Path:
    """The workbook that an import makes of an overview."""
    target = source.with_name("eerst.xlsx")
    import_overview(source, target)
    return target


def answer(workbook: Path, answers: Mapping[Point, str], found: str = "") -> None:
    """Type answers beside points; `found` picks among points about one cell."""
    book = load_workbook(workbook)
    sheet = book[REVIEW.name]
    left = dict(answers)
    for row in sheet.iter_rows(min_row=4):
        texts = {header: row[place].value for place, header in enumerate(HEADERS)}
        point = str(texts["soort"]), str(texts["bron"] or "")
        if point in left and found in ("", texts["wat er stond"]):
            row[HEADERS.index("antwoord")].value = left.pop(point)
    assert not left, left
    book.save(workbook)


def made_again(workbook: Path, overview: Path | None = None) -> tuple[Result, ImportedAgain]:
    """Import once more with the answers; the records are read back from the new workbook."""
    target = workbook.with_name(f"{workbook.stem}_opnieuw.xlsx")
    before = workbook.read_bytes()
    made = import_again(workbook, target, overview)
    assert workbook.read_bytes() == before
    data, issues = parse_workbook(read_workbook(target))
    assert data is not None
    assert issues == ()
    return Result(made.imported, data), made


def answered(source: Path, answers: Mapping[Point, str], found: str = "") -> Result:
    """What an import makes of an overview when these answers were given."""
    workbook = first_import(source)
    answer(workbook, answers, found)
    return made_again(workbook)[0]
