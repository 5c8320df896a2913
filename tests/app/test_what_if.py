"""Scenarios: put together, computed beside the plan, taken over as cells with their plan."""

import json
import time
from pathlib import Path

import pytest
from app_window import Window
from openpyxl import load_workbook
from running_app import Running

from models.problem import PersonCode
from optimizer.construct.by_hand import with_hours
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions


@pytest.fixture
def planned(app: Running) -> Running:
    desk = app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    return app


def say(app: Running, path: str, **fields: object) -> list[str]:
    body = json.dumps(fields).encode()
    told = json.loads(app.ask(f"/doe/wat-als/{path}", "POST", body).body)
    assert isinstance(told["fouten"], list)
    return told["fouten"]


def test_a_scenario_is_made_beside_the_plan_and_changes_nothing(
    planned: Running, window: Window
) -> None:
    page = window.go("/wat-als")
    page.select_option("#k-wie", "P1")
    page.select_option("#k-bron", "ict_hours")
    page.fill("#k-uren", "8")
    page.click("form:has(#k-uren) button")
    page.wait_for_selector("text=ICT-uren van P1: 4 → 8")
    page.fill("#s-naam", "Dubbel")
    page.fill("#s-tijd", "2")
    page.click("#s-reken")
    page.wait_for_selector("text=Overnemen")
    assert "uur" in page.inner_text(".scenarios")
    assert planned.program.desk.draft.edits == ()
    page.on("dialog", lambda asked: asked.accept())
    page.click("text=Overnemen")
    page.wait_for_url("**/plan")
    data = planned.program.desk.checked.data
    assert data is not None
    assert data.persons[0].ict_hours == 8
    assert planned.program.desk.has_new_plan


def test_a_person_more_and_one_less_become_rows(planned: Running, school: Path) -> None:
    assert (
        say(planned, "erbij", soort="erbij", persoon="P1", waarde="6", naam="Nieuwe Kracht") == []
    )
    assert say(planned, "erbij", soort="weg", persoon="P2") == []
    assert say(planned, "reken", seconden="2") == []
    scenarios = planned.program.scenarios
    while scenarios.is_busy:
        time.sleep(0.05)
    assert scenarios.kept[0].lines == ()
    assert say(planned, "neem", plaats=0) == []
    data = planned.program.desk.checked.data
    assert data is not None
    assert [person.code for person in data.persons] == ["P1", "P3", "P4"]
    assert data.persons[2].levels == data.persons[0].levels
    planned.program.desk.save()
    names = [load_workbook(school)["Personen"][f"B{row}"].value for row in range(4, 8)]
    assert names == ["Noor Voorbeeld", None, "Lies Verzonnen", "Nieuwe Kracht"]


def test_what_makes_no_sense_is_refused_in_words(planned: Running) -> None:
    assert say(planned, "reken") == ["Er verandert nog niets. Voeg eerst een wijziging toe."]
    for fields in (
        {"soort": "persoon", "persoon": "P1", "veld": "ict_hours", "waarde": "veel"},
        {"soort": "persoon", "persoon": "P9", "veld": "ict_hours", "waarde": "3"},
        {"soort": "persoon", "persoon": "P1", "veld": "name", "waarde": "3"},
        {"soort": "toveren"},
    ):
        assert say(planned, "erbij", **fields) != []
    assert planned.program.scenarios.composed.is_empty
    assert say(planned, "erbij", soort="persoon", persoon="P1", veld="ict_hours", waarde="-3") == []
    assert say(planned, "reken") != []


def test_the_last_word_about_a_cell_counts(planned: Running) -> None:
    for value in ("5", "7"):
        fields = {"soort": "persoon", "persoon": "P1", "veld": "ict_hours", "waarde": value}
        assert say(planned, "erbij", **fields) == []
    assert len(planned.program.scenarios.composed.changes) == 1
    assert PersonCode("P1") in {p.code for p in planned.program.desk.instance.persons}


def test_plans_as_good_are_looked_for_beside_the_one_at_hand(planned: Running) -> None:
    assert say(planned, "andere") == []
    scenarios = planned.program.scenarios
    while scenarios.is_busy:
        time.sleep(0.05)
    assert 1 <= len(scenarios.kept) <= 4
    for kept in scenarios.kept:
        assert kept.lines or kept.answer is not None
        if kept.answer is not None:
            assert kept.answer.plan != kept.before.plan


def test_the_plan_of_another_workbook_is_held_beside_ours(
    planned: Running, window: Window, tmp_path: Path
) -> None:
    desk = planned.program.desk
    desk.save(tmp_path / "vorig jaar.xlsx")
    page = window.go("/wat-als")
    page.set_input_files("#ander", tmp_path / "vorig jaar.xlsx")
    page.wait_for_selector("strong >> text=vorig jaar.xlsx")
    page.wait_for_selector("text=Gepland: 212 van 240 uur per jaar; in het eerste plan 212")
    board = desk.board
    assert board is not None
    key, person = next(pair for pair in board.plan.hours_by_pair() if pair[0].task == "A1")
    desk.attempt(with_hours(board.instance, board.plan, key, person, 0), "Proef")
    assert desk.apply_trial()
    page.wait_for_selector("text=Gepland: 140 van 240 uur per jaar; in het eerste plan 212")
    page.wait_for_selector("text=72 uur van het eerste plan valt weg")
    page.click("text=Vergelijking sluiten")
    page.wait_for_selector("text=Vergelijking sluiten", state="detached")


def test_a_workbook_without_a_plan_is_not_held_beside_ours(planned: Running, school: Path) -> None:
    content = school.read_bytes()
    told = json.loads(planned.ask("/doe/vergelijk?naam=leeg.xlsx", "POST", content).body)
    assert "plan" in told["fouten"][0]
    assert planned.program.other is None
