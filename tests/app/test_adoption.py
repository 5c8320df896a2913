"""Draft and adopted: a step like another, with a name and a date, and a reason when it cannot."""

import json
from datetime import date
from pathlib import Path

from app_window import Window
from openpyxl import load_workbook
from running_app import Running

from optimizer.construct.by_hand import with_hours
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions


def planned(app: Running) -> Running:
    desk = app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    return app


def adopt(app: Running, name: str) -> list[str]:
    body = json.dumps({"naam": name}).encode()
    told = json.loads(app.ask("/doe/vaststellen", "POST", body).body)["fouten"]
    assert isinstance(told, list)
    return told


def test_without_a_plan_or_a_name_or_with_a_trial_nothing_is_adopted(app: Running) -> None:
    assert adopt(app, "Ann Anders") == [
        "Er is geen plan dat klopt met het werkboek zoals het nu is. Reken eerst."
    ]
    desk = planned(app).program.desk
    assert adopt(app, " ") == ["Vul in wie het plan vaststelt."]
    board = desk.board
    assert board is not None
    key = next(iter(board.plan.leads))
    desk.attempt(with_hours(board.instance, board.plan, key, board.plan.leads[key], 9), "Proef")
    assert adopt(app, "Ann Anders")[0].startswith("Er is nog een proef")
    assert desk.draft.edits == ()


def test_a_plan_is_adopted_saved_and_made_a_draft_again(window: Window, school: Path) -> None:
    planned(window.app)
    page = window.go("/plan")
    page.wait_for_selector("text=Nog open voor u het plan vaststelt")
    page.fill("#vaststeller", "Ann Anders")
    page.click("#vaststellen")
    page.wait_for_selector(f"text=Vastgesteld op {date.today():%d/%m/%Y} door Ann Anders")
    page.keyboard.press("Control+s")
    page.wait_for_selector("text=alles is bewaard")
    rows = {row[0].value: row[1].value for row in load_workbook(school)["Instellingen"].iter_rows()}
    assert rows["vastgesteld_door"] == "Ann Anders"
    page.click("#concept")
    page.wait_for_selector("#vaststellen")
    page.keyboard.press("Control+z")
    page.wait_for_selector("#concept")
