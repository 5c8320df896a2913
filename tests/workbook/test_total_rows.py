"""The total row of a table may have no word for it: it is no record all the same."""

from pathlib import Path

import pytest
import xlsxwriter
from easy_books import found, minimal

from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import read_workbook

UNNUMBERED = "row-without-number"


def issues_of(path: Path, title: str, hours: object) -> list[tuple[str, str]]:
    """Read a list of tasks with a formula for hours, and a title or none, in its last row."""
    book = xlsxwriter.Workbook(str(path))
    for name, lines in minimal().items():
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
        if name == "Taken":
            sheet.write("C3", title)
            sheet.write_formula("D3", "=SUBTOTAL(109,D2:D2)", None, hours)
    book.close()
    data, issues = parse_workbook(read_workbook(path))
    assert data is not None
    assert [task.number for task in data.tasks] == ["T1"]
    return found(issues)


@pytest.mark.parametrize("hours", [40, 0, 1.5, "#VALUE!"])
def test_a_row_of_sums_alone_is_skipped(hours: object, tmp_path: Path) -> None:
    assert issues_of(tmp_path / "boek.xlsx", "", hours) == []


@pytest.mark.parametrize("word", ["Totaal", "Total", "subtotaal uren"])
def test_the_word_of_excel_for_a_total(word: str, tmp_path: Path) -> None:
    assert issues_of(tmp_path / "boek.xlsx", word, 40) == []


@pytest.mark.parametrize(("title", "hours"), [("Vergeten nummer", 40), ("", "tekst")])
def test_a_row_with_a_text_lacks_its_number(title: str, hours: object, tmp_path: Path) -> None:
    assert issues_of(tmp_path / "boek.xlsx", title, hours) == [(UNNUMBERED, "Taken!C3")]
