"""The guided start in the application: answers set cells, and can be taken back."""

import json
from pathlib import Path

from app_window import Window, until_answered, until_shown
from openpyxl import Workbook
from running_app import Running, running
from small_school import small_school

from models.vocabulary import Applies, Mode


def answer(app: Running, code: str, reply: str) -> None:
    body = json.dumps({"vraag": code, "antwoord": reply}).encode()
    assert json.loads(app.ask("/doe/stap", "POST", body).body)["fouten"] == []


def mode(app: Running) -> Mode:
    return app.program.desk.checked.usable().settings.mode


def test_an_answer_sets_a_cell_and_another_answer_takes_it_back(window: Window) -> None:
    page = window.go("/stappen")
    page.fill("#wie", "Ann Anders")
    page.keyboard.press("Enter")
    page.click("#antwoord-growth-no")
    page.wait_for_selector("text=Beperk u tot de technische kerntaken")
    page.wait_for_selector("li >> text=Ann Anders")
    assert mode(window.app) is Mode.TECHNICAL_CORE
    page.click("#antwoord-growth-yes")
    page.wait_for_selector("#antwoord-vision-yes")
    assert mode(window.app) is Mode.FULL
    page.click("#ongedaan")
    page.wait_for_selector("#antwoord-growth-no[aria-pressed=true]")
    assert mode(window.app) is Mode.TECHNICAL_CORE


def test_the_tasks_are_walked_in_a_grid(window: Window) -> None:
    for code, reply in (("growth", "yes"), ("vision", "yes"), ("policy", "yes"),
                        ("pooling", "school")):  # fmt: skip
        answer(window.app, code, reply)
    page = window.page
    page.goto(f"{window.app.base}/stappen")
    page.click("text=De taken één voor één nalopen")
    page.wait_for_selector("[data-blad] .cel")
    page.evaluate(
        """() => {
          const { selection, data } = document.querySelector("[data-blad]").grid;
          selection.go(data.placeOf("T2"), data.columnOf("drop"));
        }"""
    )
    page.keyboard.type("x")
    page.keyboard.press("Enter")
    until_shown(page, "T2", "drop", "x")
    tasks = {str(task.number): task for task in window.app.program.desk.checked.usable().data.tasks}
    assert tasks["T2"].applies is Applies.NO
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Delete")
    until_answered(page)
    until_shown(page, "T2", "drop", "")
    assert window.app.program.desk.checked.usable().data.tasks[1].applies is Applies.YES


def test_a_workbook_from_before_gets_the_sheet_when_asked(home: Path) -> None:
    def without(book: Workbook) -> None:
        book.remove(book["Stappenplan"])

    path = small_school(home / "oud.xlsx", without)
    with running(home, path) as app:
        assert "nog geen blad Stappenplan" in app.ask("/stappen").body.decode()
        assert json.loads(app.ask("/doe/stap/blad", "POST", b"{}").body)["fouten"] == []
        answer(app, "growth", "no")
        assert mode(app) is Mode.TECHNICAL_CORE
    assert len([each for each in home.iterdir() if ".bak" in each.name]) == 1


def test_an_answer_that_is_none_changes_nothing(app: Running) -> None:
    for body in (b'{"vraag": "growth", "antwoord": "group"}', b'{"vraag": "x", "antwoord": "yes"}'):
        assert json.loads(app.ask("/doe/stap", "POST", body).body)["fouten"]
    assert not app.program.desk.is_dirty
