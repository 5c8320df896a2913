"""What leaves the program: files that open, with names that are safe."""

import re
import zipfile
from io import BytesIO

import pytest
from machine import library
from openpyxl import load_workbook
from running_app import Running

from optimizer.flows.pipeline import make_plan
from optimizer.report.vacancy_text import NOTHING
from optimizer.run.solve_options import SolveOptions


@pytest.fixture
def planned(app: Running) -> Running:
    desk = app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    return app


def test_without_a_plan_a_paper_says_so(app: Running) -> None:
    for path in ("verslag", "bladen-pdf", "vacature-tekst"):
        assert "Er is geen plan" in app.ask(f"/papieren/{path}").body.decode()


def test_the_workbook_holds_the_plan_and_the_file_is_left_alone(planned: Running) -> None:
    path = planned.program.desk.opened.path
    before = path.read_bytes()
    answer = planned.ask("/papieren/werkboek")
    assert "school.xlsx" in answer.headers["content-disposition"]
    assert load_workbook(BytesIO(answer.body))["Verdeling"]["A2"].value is not None
    assert path.read_bytes() == before


def test_the_report_shows_names_and_runs_no_script(planned: Running) -> None:
    library("matplotlib", "the extra ‘report’")
    answer = planned.ask("/papieren/verslag")
    assert b"Noor Voorbeeld" in answer.body
    assert "script-src" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_there_is_a_sheet_for_the_board_for_everybody_and_every_school(planned: Running) -> None:
    answer = planned.ask("/papieren/bladen-xlsx")
    names = zipfile.ZipFile(BytesIO(answer.body)).namelist()
    assert len(names) == 1 + 3 + 1


def test_everybody_with_work_has_a_calendar(planned: Running) -> None:
    library("icalendar", "the extra ‘papieren’")
    package = zipfile.ZipFile(BytesIO(planned.ask("/papieren/agendas").body))
    assert len(package.namelist()) == 3
    assert all(package.read(name).startswith(b"BEGIN:VCALENDAR") for name in package.namelist())


def test_the_sheets_are_looked_at_before_they_are_handed_out(planned: Running) -> None:
    page = planned.ask("/papieren/bladen").body.decode()
    assert page.count("<article") == 1 + 3 + 1
    assert page.count("<meter") > 0
    assert "Noor Voorbeeld" in page
    vacancy = planned.ask("/papieren/vacature").body.decode()
    assert "<article" in vacancy or NOTHING in vacancy


def test_a_copy_without_names_has_none(planned: Running) -> None:
    answer = planned.ask("/papieren/zonder-namen")
    package = zipfile.ZipFile(BytesIO(answer.body))
    assert not any(b"Noor" in package.read(name) for name in package.namelist())


def test_the_screening_has_a_form_for_everybody(planned: Running) -> None:
    answer = planned.ask("/papieren/formulieren")
    assert len(zipfile.ZipFile(BytesIO(answer.body)).namelist()) == 3


@pytest.mark.parametrize(
    "path",
    [
        "/mensen", "/taken", "/taken/wensen", "/taken/uitzonderingen", "/middelen",
        "/middelen/instellingen", "/plan", "/jaar", "/jaar/dagen", "/stappen",
    ],
)  # fmt: skip
def test_every_grid_is_exported_and_printed(planned: Running, path: str) -> None:
    page = planned.ask(path).body.decode()
    for url in re.findall(r'data-blad="([^"]+)"', page):
        for kind in ("uitvoer", "afdruk"):
            assert f'href="{url}/{kind}"' in page
            assert planned.ask(f"{url}/{kind}").status == 200
