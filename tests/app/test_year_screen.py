"""The year in the application: hours per person and month, months of tasks, free days."""

import json
from pathlib import Path

from app_window import Window, until_shown
from running_app import Running, running

from models.school_calendar import MONTHS
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.template.template import write_template


def planned(app: Running) -> Running:
    desk = app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    return app


def rows(app: Running, grid: str, query: str = "") -> list[dict[str, dict[str, object]]]:
    found = json.loads(app.ask(f"/blad/{grid}{query}").body)["rows"]
    assert isinstance(found, list)
    return found


def amounts(cell: object) -> list[float]:
    """The hours of a cell: planned, and what there is."""
    text = cell["v"] if isinstance(cell, dict) else cell
    return [float(each.replace(",", ".")) for each in str(text).split(" / ") if each]


def test_without_a_plan_the_year_leads_to_it(app: Running) -> None:
    assert "Er is geen plan" in app.ask("/jaar").body.decode()
    assert rows(app, "jaar-mensen") == []


def test_months_add_up_and_a_month_with_too_much_is_told(app: Running) -> None:
    people = rows(planned(app), "jaar-mensen")
    assert {row["c"]["name"] for row in people} >= {"Noor Voorbeeld", "Lies Verzonnen"}
    for row in people:
        months = [amounts(row["c"][f"month_{month}"]) for month in MONTHS]
        work = sum(each[0] for each in months if each)
        assert abs(work - amounts(row["c"]["year"])[0]) < 1
        for month in MONTHS:
            cell = row["c"][f"month_{month}"]
            is_over = bool(found := amounts(cell)) and found[0] > found[1]
            assert (isinstance(cell, dict) and "fout" in str(cell["c"])) is is_over
    assert len(rows(app, "jaar-taken", "?zoek=netwerk")) == 1


def test_what_is_computed_is_not_typed_over(app: Running) -> None:
    body = b'{"cellen": [["P1", "month_9", "4"]]}'
    told = json.loads(planned(app).ask("/blad/jaar-mensen", "POST", body).body)
    assert told["fouten"][0].startswith("Deze uren worden berekend")


def test_a_free_day_of_the_school_is_a_row_of_the_sheet(window: Window) -> None:
    page = window.go("/jaar/dagen")
    row = page.evaluate(
        """() => {
          const { data, selection } = document.querySelector("[data-blad]").grid;
          const place = data.rows.findIndex((each, n) => !data.shown(n, 0) && !data.shown(n, 1));
          selection.go(place, 0);
          return data.rows[place].i;
        }"""
    )
    page.evaluate("navigator.clipboard.writeText('vrije dag\\tfacultatief\\t5/10/2026')")
    page.keyboard.press("Control+v")
    until_shown(page, row, "name", "facultatief")
    own = window.app.program.desk.checked.usable().data.year.own
    assert [(day.name, day.first.isoformat()) for day in own] == [("facultatief", "2026-10-05")]


def test_a_larger_school_has_its_year_too(home: Path) -> None:
    path = home / "school.xlsx"
    write_template(path, "school")
    with running(home, path) as app:
        planned(app)
        assert len(rows(app, "jaar-mensen")) > 3
        assert len(rows(app, "jaar-taken")) > 20
