"""The grid as a sheet of Excel: typed in, pasted in, undone, and never in the way of typing."""

import json
from typing import TYPE_CHECKING

import pytest
from app_window import Window
from running_app import Running

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


def cell(page: "Page", row: str, column: str) -> "Locator":
    """A cell by what stands in the first column of its row, and the title of its column."""
    place = page.evaluate(
        """([row, column]) => {
          const grid = document.querySelector("[data-blad]").grid;
          return [grid.data.rows.findIndex((each, n) => grid.data.shown(n, 0) === row),
                  grid.data.columns.findIndex((each) => each.t === column)];
        }""",
        [row, column],
    )
    return page.locator(f'.blad-lijf [data-place="{place[0]}"] > *').nth(place[1])


def people(app: Running) -> dict[str, str]:
    data = app.program.desk.checked.data
    assert data is not None
    return {person.code: person.name for person in data.persons}


def test_what_is_typed_is_an_edit_and_can_be_undone(window: Window) -> None:
    page = window.go("/mensen")
    cell(page, "P1", "naam").click()
    page.keyboard.type("Ann Anders")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=niet bewaard: 1 cel")
    assert people(window.app)["P1"] == "Ann Anders"
    page.keyboard.press("Control+z")
    page.wait_for_selector("text=alles is bewaard")
    assert people(window.app)["P1"] == "Noor Voorbeeld"


def test_the_keyboard_alone_goes_everywhere(window: Window) -> None:
    page = window.go("/mensen")
    cell(page, "P1", "naam").click()
    for key in (
        "ArrowDown",
        "ArrowRight",
        "Home",
        "End",
        "Control+Home",
        "ArrowDown",
        "ArrowRight",
    ):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent") == "Bram Denkbeeld"
    page.keyboard.press("F2")
    page.keyboard.press("End")
    page.keyboard.type("!")
    page.keyboard.press("Escape")
    assert people(window.app)["P2"] == "Bram Denkbeeld"
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.type("!")
    page.keyboard.press("Tab")
    page.wait_for_selector("text=niet bewaard: 1 cel")
    assert people(window.app)["P2"] == "Bram Denkbeeld!"


def test_a_block_from_excel_is_pasted_as_one_step_and_new_people_get_a_code(window: Window) -> None:
    page = window.go("/mensen")
    block = 'Wim Gefingeerd\tS1\tleraar\r\n"Els\nOp twee regels"\tS1\tPICT\r\n'
    page.evaluate("(text) => navigator.clipboard.writeText(text)", block)
    cell(page, "P3", "naam").click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+v")
    page.wait_for_selector("text=niet bewaard: 8 cellen")
    assert people(window.app)["P4"] == "Wim Gefingeerd"
    assert people(window.app)["P5"] == "Els Op twee regels"
    page.keyboard.press("Control+z")
    page.wait_for_selector("text=alles is bewaard")
    assert "P4" not in people(window.app)


def test_a_block_is_copied_as_excel_expects_it(window: Window) -> None:
    page = window.go("/mensen")
    cell(page, "P1", "naam").click()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Control+c")
    page.wait_for_function(
        """async () => {
          const lines = (await navigator.clipboard.readText()).split(/\\r?\\n/);
          const names = lines.map((line) => line.split("\\t")[0]);
          return names.join() === "Noor Voorbeeld,Bram Denkbeeld";
        }"""
    )


def test_filling_down_and_emptying_are_one_step_each(window: Window) -> None:
    page = window.go("/mensen")
    cell(page, "P1", "rol").click()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+d")
    page.wait_for_selector("text=niet bewaard: 2 cellen")
    page.keyboard.press("Delete")
    page.wait_for_selector("text=niet bewaard: 3 cellen")
    page.wait_for_selector(".badge")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.wait_for_selector("text=alles is bewaard")


def test_a_reload_keeps_what_is_being_typed_and_where(window: Window) -> None:
    page = window.go("/taken")
    cell(page, "T2", "taak").click()
    page.keyboard.type("Half getypte zin")
    page.reload()
    page.wait_for_selector(".cel input")
    assert page.evaluate("document.activeElement.value") == "Half getypte zin"
    page.keyboard.press("Escape")


def test_another_window_shows_the_same_and_takes_no_typing_away(window: Window) -> None:
    page = window.go("/mensen")
    cell(page, "P2", "naam").click()
    page.keyboard.type("Nog bezig")
    other = page.context.new_page()
    other.goto(f"{window.app.base}/mensen")
    other.wait_for_selector("[data-blad] .cel")
    cell(other, "P1", "naam").click()
    other.keyboard.type("Uit het andere venster")
    other.keyboard.press("Enter")
    page.wait_for_selector("text=Uit het andere venster")
    assert page.evaluate("document.querySelector('.cel input').value") == "Nog bezig"
    page.bring_to_front()
    page.keyboard.press("Enter")
    other.wait_for_selector("text=Nog bezig")
    assert people(window.app)["P1"] == "Uit het andere venster"
    other.close()


def test_an_error_is_shown_at_its_cell_and_the_check_leads_to_it(window: Window) -> None:
    page = window.go("/mensen")
    cell(page, "P1", "rol").click()
    page.keyboard.type("tovenaar")
    page.keyboard.press("Enter")
    page.wait_for_selector(".cel.fout")
    page = window.go("/controle")
    page.click("text=Naar de cel")
    page.wait_for_selector(".cel.fout")
    page.wait_for_function("() => document.activeElement.textContent === 'tovenaar'")


@pytest.mark.parametrize("query", ["", "?zoek=netwerk", "?kern=ja"])
def test_what_the_filter_shows_is_what_is_exported(window: Window, query: str) -> None:
    shown = json.loads(window.app.ask(f"/blad/taken{query}").body)
    names = [row["c"]["number"] for row in shown["rows"] if row["c"]["number"]]
    exported = window.app.ask(f"/blad/taken/uitvoer{query}").body.decode("utf-8-sig")
    told = [line.split(";")[0] for line in exported.splitlines()[1:]]
    assert [name for name in told if name] == names
    assert window.app.ask(f"/blad/taken/afdruk{query}").status == 200


def test_a_filter_that_changes_while_an_answer_is_under_way_is_followed(window: Window) -> None:
    page = window.go("/taken")
    page.evaluate("document.querySelector('[data-blad]').grid.sync()")
    page.fill("#zoek", "licenties")
    page.wait_for_function(
        """() => {
          const { rows } = document.querySelector("[data-blad]").grid.data;
          return rows.filter((row) => row.c.number).length === 1;
        }"""
    )
