"""The board in a browser: hours by hand are judged at once, and nothing is applied by itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from app_window import Window, until_answered, until_shown

from optimizer.construct.by_hand import with_hours
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def board(window: Window) -> "Iterator[Page]":
    """The board of a plan in which Noor (P1) does T1 and Lies (P3) does A1."""
    desk = window.app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    yield window.go("/plan")


def go_to(page: "Page", row: str, column: str) -> None:
    page.evaluate(
        """([row, column]) => {
          const { grid } = document.getElementById("bord");
          grid.selection.go(grid.data.placeOf(row), grid.data.columnOf(column));
        }""",
        [row, column],
    )


def shown(page: "Page", row: str, column: str) -> str:
    return str(
        page.evaluate(
            """([row, column]) => {
              const { grid } = document.getElementById("bord");
              return grid.data.shown(grid.data.placeOf(row), grid.data.columnOf(column));
            }""",
            [row, column],
        )
    )


def typed(page: "Page", row: str, column: str, text: str) -> None:
    go_to(page, row, column)
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    until_answered(page)


def test_too_many_hours_are_told_at_once_and_cannot_be_applied(board: "Page") -> None:
    typed(board, "T1@S1", "p:P1", "200")
    board.wait_for_selector("text=200 uur gepland, meer dan de 40 uur die gevraagd zijn")
    assert board.locator("#toepassen").is_disabled()
    board.click("#laatvallen")
    board.wait_for_selector("#toepassen", state="detached")


def test_hours_that_fit_become_the_plan_only_when_applied(board: "Page", window: Window) -> None:
    before = shown(board, "T1@S1", "p:P1")
    assert before.startswith("40")
    typed(board, "T1@S1", "p:P1", "32")
    board.wait_for_selector("text=1 verschil met het plan")
    board.wait_for_selector("text=dekking:")
    plan = window.app.program.desk.draft.plan
    board.click("#toepassen")
    board.wait_for_selector("text=De proef is het plan geworden")
    assert window.app.program.desk.draft.plan is not plan
    board.keyboard.press("Escape")
    board.click("#ongedaan")
    board.click("#ongedaan")
    until_shown(board, "T1@S1", "p:P1", before)


def test_who_gets_too_much_is_told_with_what_could_move_on(board: "Page") -> None:
    typed(board, "D1@S1", "p:P2", "200")
    board.wait_for_selector("text=uur te veel. Wat kan naar iemand anders?")
    board.click("[data-column='p:P2'] >> text=Leerkrachten begeleiden")
    board.wait_for_selector("#cel h3 >> text=Bram Denkbeeld")
    board.click("#laatvallen")
    board.wait_for_selector("text=uur te veel", state="detached")


def test_one_difference_can_be_set_back_alone(board: "Page") -> None:
    typed(board, "T1@S1", "p:P1", "32")
    board.wait_for_selector("text=1 verschil met het plan")
    typed(board, "A1@S1", "p:P3", "60")
    board.wait_for_selector("text=2 verschillen met het plan")
    board.click("text=terugzetten >> nth=0")
    board.wait_for_selector("text=1 verschil met het plan")


def test_with_a_reason_the_hours_stay_fixed(board: "Page", window: Window) -> None:
    typed(board, "T1@S1", "p:P1", "32")
    board.wait_for_selector("#toepassen:not([disabled])")
    board.fill("#reden", "zo afgesproken op 3 mei")
    board.click("#toepassen")
    board.wait_for_selector("text=De proef is het plan geworden")
    values = {edit.value for edit in window.app.program.desk.draft.edits}
    assert {"vast", 32, "zo afgesproken op 3 mei"} <= values


def test_a_cell_tells_why_who_else_and_what_it_costs(board: "Page") -> None:
    go_to(board, "T1@S1", "p:P2")
    board.wait_for_selector("#cel h3")
    told = board.inner_text("#cel")
    assert "Netwerk bewaken" in told
    assert "Bram Denkbeeld" in told
    board.click("text=Wat kost een andere keuze?")
    # A slow machine prices nothing within the time that a question gets, and then that is told.
    board.wait_for_selector("#cel ol, #cel p:has-text('Niet uitgerekend')")
    board.wait_for_selector("#cel >> text=Wordt uitgerekend", state="detached")


def test_a_cell_tells_what_became_of_it(board: "Page") -> None:
    before = shown(board, "T1@S1", "p:P1")
    typed(board, "T1@S1", "p:P1", "32")
    board.wait_for_selector("#toepassen:not([disabled])")
    board.fill("#reden", "zo afgesproken op 3 mei")
    board.click("#toepassen")
    board.wait_for_selector("text=De proef is het plan geworden")
    go_to(board, "T1@S1", "p:P1")
    board.wait_for_selector("#cel h2 >> text=Netwerk bewaken")
    board.click("text=Geschiedenis van deze cel")
    board.wait_for_selector(f"text=Uren wijzigen op het bord: {before} → 32 V")
    board.wait_for_selector("text=vast 32 ‘zo afgesproken op 3 mei’")


def test_nooit_is_a_row_of_deviations_and_can_be_taken_back(board: "Page", window: Window) -> None:
    go_to(board, "T1@S1", "p:P1")
    board.click("#cel >> text=Nooit")
    board.wait_for_selector("text=Het plan klopt niet meer met het werkboek")
    board.wait_for_selector("#cel >> text=een uitzondering zegt ‘nooit’")
    board.click("#cel >> text=Weer toelaten")
    board.wait_for_selector("text=Het plan klopt niet meer", state="detached")
    data = window.app.program.desk.checked.data
    assert data is not None
    assert data.deviations == ()


def test_a_cell_is_carried_to_somebody_else_by_mouse_and_by_click(board: "Page") -> None:
    before = shown(board, "T1@S1", "p:P1")
    go_to(board, "T1@S1", "p:P1")
    board.wait_for_selector("#cel h3")
    source = board.locator(".cel.actief")
    place = board.evaluate(
        """() => {
          const { grid } = document.getElementById("bord");
          const row = grid.data.placeOf("T1@S1"), column = grid.data.columnOf("p:P2");
          const box = grid.view.cellAt(row, column).getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }"""
    )
    source.hover()
    board.mouse.down()
    board.mouse.move(place[0], place[1], steps=4)
    board.mouse.up()
    until_shown(board, "T1@S1", "p:P1", "")
    assert shown(board, "T1@S1", "p:P2") == before
    board.click("#laatvallen")
    until_shown(board, "T1@S1", "p:P1", before)
    go_to(board, "T1@S1", "p:P1")
    board.click("text=verplaats van P1 hierheen >> nth=0")
    until_shown(board, "T1@S1", "p:P1", "")


def test_what_lacks_hours_leads_to_its_row(board: "Page") -> None:
    board.click("[data-goto] >> nth=0")
    board.wait_for_function("() => document.activeElement.classList.contains('cel')")


def test_a_load_that_changes_takes_no_typing_away(board: "Page", window: Window) -> None:
    go_to(board, "T2@S1", "p:P1")
    board.keyboard.type("1")
    desk = window.app.program.desk
    judged = desk.board
    assert judged is not None
    key = next(task.key for task in judged.instance.tasks if str(task.key) == "A1@S1")
    person = judged.instance.persons[2].code
    desk.attempt(with_hours(judged.instance, judged.plan, key, person, 1), "In een ander venster")
    board.wait_for_function(
        """() => {
          const { grid } = document.getElementById("bord");
          const row = grid.data.placeOf("A1@S1");
          return parseInt(grid.data.shown(row, grid.data.columnOf("p:P3"))) === 4;
        }"""
    )
    assert board.evaluate("document.activeElement.value") == "1"
    board.keyboard.press("Escape")


def test_a_new_plan_is_told_beside_the_one_in_the_workbook(board: "Page", window: Window) -> None:
    window.app.program.desk.save()
    assert board.locator(".brought").count() == 0
    typed(board, "T1@S1", "p:P1", "32")
    board.click("#toepassen")
    board.wait_for_selector(".brought")
    assert "het eerste plan" in board.inner_text(".brought")


def test_what_changed_since_the_plan_was_made_is_flagged(board: "Page", window: Window) -> None:
    assert board.locator("#sinds-titel").count() == 0
    window.app.ask("/blad/mensen", "POST", b'{"cellen": [["5", "bpt_hours", "3"]]}')
    board.wait_for_selector("text=Bram Denkbeeld: BPT-uren 2 → 3")
    board.wait_for_selector(".kopcel.sinds >> text=Bram Denkbeeld")
    board.click("#ongedaan")
    board.wait_for_selector("#sinds-titel", state="detached")


def test_a_move_that_pushes_other_work_out_opens_that_next(board: "Page") -> None:
    go_to(board, "T1@S1", "p:P1")
    board.wait_for_selector("#cel h2 >> text=Netwerk bewaken")
    board.click("text=verplaats van P1 hierheen >> nth=0")
    board.wait_for_selector("#meldingen >> text=Bram Denkbeeld (P2) heeft nu 20 uur te veel.")
    board.wait_for_selector("#meldingen >> text=Kies wie ‘Leerkrachten begeleiden’ kan overnemen.")
    board.wait_for_selector("#cel h2 >> text=Leerkrachten begeleiden")
    board.wait_for_selector("#cel h3 >> text=Bram Denkbeeld")


def test_a_move_that_fits_stays_where_it_is(board: "Page") -> None:
    typed(board, "T1@S1", "p:P1", "8")
    go_to(board, "T1@S1", "p:P1")
    board.wait_for_selector("#cel h2 >> text=Netwerk bewaken")
    board.click("text=verplaats van P1 hierheen >> nth=0")
    until_shown(board, "T1@S1", "p:P1", "")
    board.wait_for_selector("#cel h2 >> text=Netwerk bewaken")
    assert board.locator("#meldingen p").count() == 0
