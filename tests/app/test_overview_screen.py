"""An overview taken in by the browser, and once more with answers: its own name is kept."""

import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from answering import answer
from app_window import Window
from command_line import run
from running_app import Running, running
from small_overview import write_overview

from optimizer.importing.answer_sheet import read_answer_sheet

TASK = "Klassenbibliotheek"
ANSWER = {("taak", "Blad!A3"): "geen taak"}


@pytest.fixture
def overview(tmp_path: Path) -> Path:
    rows = [("Taak", "Wie"), ("Firewall beheren", "Lien"), (TASK, "Lien")]
    (tmp_path / "bron").mkdir()
    return write_overview(tmp_path / "bron" / "onze lijst.xlsx", rows)


def send(app: Running, path: str, source: Path) -> Mapping[str, object]:
    asked = f"{path}?naam={quote(source.name)}"
    told: Mapping[str, object] = json.loads(app.ask(asked, "POST", source.read_bytes()).body)
    return told


def titles(app: Running) -> set[str]:
    data = app.program.desk.checked.data
    assert data is not None
    return {task.title for task in data.tasks}


def test_the_workbook_knows_the_name_of_the_overview(home: Path, overview: Path) -> None:
    with running(home) as app:
        assert send(app, "/doe/overzicht", overview)["fouten"] == []
        workbook = app.program.desk.opened.path
        assert read_answer_sheet(app.program.desk.opened.raw).overview == overview.name
    answer(workbook, ANSWER)
    done = run("importeer", "--opnieuw", workbook, "-o", home / "uit.xlsx")
    assert done.code == 3
    assert f"zet ‘{overview.name}’ naast dat werkboek, of geef met --overzicht" in done.err
    overview.rename(home / overview.name)
    assert run("importeer", "--opnieuw", workbook, "-o", home / "uit.xlsx").code == 0


def test_answers_are_read_with_the_overview_given_once_more(
    window: Window, overview: Path, home: Path
) -> None:
    page = window.go("/")
    assert page.locator("#antwoorden").count() == 0
    page.set_input_files("#overzicht", overview)
    page.wait_for_url("**/taken")
    workbook = window.app.program.desk.opened.path
    assert TASK in titles(window.app)
    answer(workbook, ANSWER)
    page = window.go("/")
    page.wait_for_selector(f"text=Nog eens het takenoverzicht: {overview.name}")
    page.set_input_files("#antwoorden", overview)
    page.wait_for_url("**/taken")
    made = window.app.program.desk.opened
    assert made.path != workbook
    assert made.path.parent == home
    assert TASK not in titles(window.app)
    assert read_answer_sheet(made.raw).overview == overview.name


def test_what_is_not_saved_is_saved_before_it_is_taken_in_again(home: Path, overview: Path) -> None:
    with running(home) as app:
        send(app, "/doe/overzicht", overview)
        app.ask("/blad/mensen", "POST", b'{"cellen": [["4", "name", "Ann Anders"]]}')
        assert app.program.desk.is_dirty
        told = send(app, "/doe/antwoorden", overview)
        assert told["fouten"] == ["Bewaar eerst uw wijzigingen."]
