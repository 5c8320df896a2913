"""Filled forms of the screening, read in the application: nothing is taken over by itself."""

from pathlib import Path

import pytest
from app_window import Window
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from running_app import Running

from models.vocabulary import DeviationKind
from optimizer.flows.screening import make_forms

OWN = 7
"""Column of the answers on a form."""


@pytest.fixture
def form(school: Path, tmp_path: Path) -> Path:
    """A form in which Noor knows all of networks, and gladly does the technical work."""
    path = make_forms(school, tmp_path / "formulieren")[0]
    book = load_workbook(path)
    sheet = book["Screening"]
    assert isinstance(sheet, Worksheet)
    for (cell,) in sheet.iter_rows(max_col=1):
        if str(cell.value or "").startswith("netwerk"):
            sheet.cell(cell.row or 0, OWN, 1)
        elif cell.value == "technisch":
            sheet.cell(cell.row or 0, OWN, 2)
    book.save(path)
    return path


def level(app: Running) -> int:
    return app.program.desk.checked.usable().data.persons[0].levels["netwerk"]


def wishes(app: Running) -> int:
    rows = app.program.desk.checked.usable().data.deviations
    return sum(row.kind is DeviationKind.PREFERENCE for row in rows)


def test_forms_are_read_beside_the_workbook_and_taken_over_when_asked(
    window: Window, form: Path, tmp_path: Path
) -> None:
    other = tmp_path / "geen formulier.xlsx"
    other.write_bytes(window.app.program.desk.opened.path.read_bytes())
    page = window.go("/mensen")
    page.set_input_files("#formulieren", [form, other])
    page.wait_for_selector("text=1 formulier gelezen. Nog geen antwoord van Bram Denkbeeld")
    page.wait_for_selector("li >> text=geen formulier.xlsx")
    page.wait_for_selector("text=om te bespreken")
    assert (level(window.app), wishes(window.app)) == (3, 0)
    page.click("text=overnemen >> nth=1")
    page.wait_for_selector("text=Er zijn geen verschillen met het werkboek")
    assert level(window.app) == 1
    page.click("#wensen-over")
    page.wait_for_selector("#wensen-over", state="detached")
    assert wishes(window.app) > 0
    page.click("#ongedaan")
    page.wait_for_selector("#wensen-over")
    page.click("text=Formulieren sluiten")
    page.wait_for_selector("text=1 formulier gelezen", state="detached")


def test_what_is_no_workbook_is_refused_in_words(app: Running) -> None:
    answer = app.ask("/doe/screening/lees?naam=x.xlsx", "POST", b"PK nee")
    assert b'"fouten":[]' not in answer.body
    assert app.program.heard.answers == ()
