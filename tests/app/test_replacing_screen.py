"""Somebody drops out: one dialogue, a plan without her as one step, who takes over what."""

import json
from pathlib import Path

import pytest
from app_window import Window
from openpyxl import load_workbook
from running_app import Running

from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions


@pytest.fixture
def planned(app: Running) -> Running:
    desk = app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    desk.save()
    return app


def ask(app: Running, **fields: str) -> list[str]:
    told = json.loads(app.ask("/doe/vervang", "POST", json.dumps(fields).encode()).body)["fouten"]
    assert isinstance(told, list)
    return told


def test_the_rest_of_the_year_is_planned_without_somebody_and_can_be_undone(
    planned: Running, window: Window, school: Path
) -> None:
    page = window.go("/mensen")
    page.click("#vervang-open")
    page.select_option("#v-wie", "P3")
    page.fill("#v-vanaf", "2027-02-01")
    page.fill("#v-tijd", "3")
    page.click("#v-doe")
    page.wait_for_url("**/plan")
    page.wait_for_selector("text=vanaf 1/2/2027, zonder Lies Verzonnen")
    page.wait_for_selector(".takeover li >> text=Licenties beheren")
    desk = planned.program.desk
    assert desk.draft.plan is not None
    assert "P3" not in {str(who) for _, who, _ in desk.draft.plan.plan.hours}
    page.click("#ongedaan")
    page.wait_for_selector("text=alles is bewaard")
    page.click("#opnieuw")
    page.wait_for_selector("text=niet bewaard")
    page.keyboard.press("Control+s")
    page.wait_for_selector("text=alles is bewaard")
    people = load_workbook(school)["Personen"]
    header = next(row for row in people.iter_rows() if row[0].value == "code")
    column = next(cell.column_letter for cell in header if cell.value == "tot")
    assert people[f"{column}6"].value is not None


def test_what_makes_no_sense_is_refused_in_words(planned: Running) -> None:
    assert ask(planned, wie="P1", vanaf="") == ["Kies de eerste dag zonder die persoon."]
    assert ask(planned, wie="P1", vanaf="2027-02-01", door="P1")[0].startswith("Wie uitvalt")
    assert ask(planned, wie="P9", vanaf="2027-02-01") != []
    planned.ask("/blad/mensen", "POST", b'{"cellen": [["4", "name", "Ann Anders"]]}')
    assert ask(planned, wie="P1", vanaf="2027-02-01") == ["Bewaar eerst uw wijzigingen."]
    assert not planned.program.planner.is_running
