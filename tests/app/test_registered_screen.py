"""Registered hours in the application: read, linked, taken over and undone."""

import json
from pathlib import Path

import pytest
from app_window import Window
from openpyxl import load_workbook
from running_app import Running

from models.vocabulary import DeviationKind

ROWS = """Datum;Categorie;Minuten
01/09/2026;T1 storing wifi;90
15/10/2026;Toestellen klaarmaken;120
30/06/2027;koffie zetten;30
15/10/2026;Toestellen klaarmaken;lang
"""


@pytest.fixture
def tickets(tmp_path: Path) -> Path:
    path = tmp_path / "tickets.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def hours(app: Running) -> list[str]:
    """The tasks whose hours became an exception."""
    rows = app.program.desk.checked.usable().data.deviations
    return [str(row.task) for row in rows if row.kind is DeviationKind.HOURS]


def type_in(window: Window, grid: str, row: int, column: int, text: str) -> None:
    page = window.page
    page.wait_for_selector(f"#{grid} .cel", state="attached")
    page.evaluate(
        "([id, row, column]) => document.getElementById(id).grid.selection.go(row, column)",
        [grid, row, column],
    )
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_hours_are_laid_beside_linked_taken_over_and_undone(
    window: Window, tickets: Path, school: Path
) -> None:
    page = window.go("/taken")
    page.click("nav.tabs >> text=Geregistreerde uren")
    page.set_input_files("#registratie", tickets)
    page.wait_for_selector("text=3 registraties gelezen, samen 4 uur")
    page.wait_for_selector("text=1 tekst is nog aan geen taak gekoppeld")
    page.wait_for_selector("li >> text=tickets!C5")
    assert {"Registratie", "Koppeling"} <= set(load_workbook(school).sheetnames)
    type_in(window, "blad-koppeling", 0, 1, "A1")
    type_in(window, "blad-registratie", 1, 9, "x")
    page.click("#uren-nog-eens")
    page.wait_for_selector("text=Overgenomen als uitzondering")
    page.wait_for_selector("text=nog aan geen taak gekoppeld", state="detached")
    assert hours(window.app) == ["T2"]
    page.click("#ongedaan")
    page.wait_for_selector("#opnieuw:not([disabled])")
    assert hours(window.app) == []


def test_a_file_that_is_no_list_of_hours_is_refused_in_words(app: Running) -> None:
    told = json.loads(app.ask("/doe/uren/lees?naam=lijst.csv", "POST", b"naam;kleur\nA;b\n").body)
    assert "geen lijst van registraties" in told["fouten"][0]
    assert not app.program.desk.is_dirty


def test_the_sheets_come_after_what_was_typed_is_saved(app: Running, tickets: Path) -> None:
    app.ask("/blad/mensen", "POST", b'{"cellen": [["4", "name", "Ann Anders"]]}')
    asked = "/doe/uren/lees?naam=tickets.csv"
    told = json.loads(app.ask(asked, "POST", tickets.read_bytes()).body)
    assert told["fouten"] == ["Bewaar eerst uw wijzigingen."]
    app.program.desk.save()
    assert json.loads(app.ask(asked, "POST", tickets.read_bytes()).body)["fouten"] == []
