"""What is done quickly, or answered late, counts in its order and for the cell it was meant for."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from app_window import Window, until_answered, until_shown
from openpyxl import load_workbook
from running_app import Running

from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

HELD_BODIES = """() => {
  const ask = window.fetch;
  window.held = [];
  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    const read = answer.json.bind(answer);
    const isQuestion = String(asked[0]).includes("vanaf");
    if (isQuestion) answer.json = () => new Promise((done) => window.held.push(() => done(read())));
    return answer;
  };
}"""
"""The head of an answer about a grid has come; its body waits until the test lets it."""


TEXT = """([row, column]) => {
  const { data } = document.querySelector("[data-blad]").grid;
  return data.shown(data.placeOf(row), data.columnOf(column));
}"""


def choose(page: "Page", row: str, column: str) -> None:
    page.evaluate(
        """([row, column]) => {
          const { selection, data } = document.querySelector("[data-blad]").grid;
          selection.go(data.placeOf(row), data.columnOf(column));
        }""",
        [row, column],
    )


def type_in(page: "Page", row: str, column: str, text: str) -> None:
    choose(page, row, column)
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def chosen(page: "Page") -> list[str]:
    named = "document.querySelector('[data-blad]').grid.selection.named().active"
    found = page.evaluate(named)
    return [found["row"], found["column"]]


def test_a_late_answer_with_more_rows_leaves_the_selection_where_it_is_now(window: Window) -> None:
    page = window.go("/mensen")
    last = page.evaluate("document.querySelector('[data-blad]').grid.data.rows.at(-1).i")
    page.evaluate(HELD_BODIES)
    type_in(page, last, "name", "Helemaal Onderaan")
    page.wait_for_function("() => window.held.length > 0")
    choose(page, "5", "role")
    page.evaluate("window.held.splice(0).forEach((go) => go())")
    page.wait_for_function(
        "(last) => document.querySelector('[data-blad]').grid.data.placeOf(String(+last + 1)) > 0",
        arg=last,
    )
    assert chosen(page) == ["5", "role"]


def test_what_was_typed_shows_before_it_is_answered_and_goes_when_it_is_refused(
    window: Window,
) -> None:
    desk = window.app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    page = window.go("/plan")
    before = page.evaluate(TEXT, ["T1@S1", "p:P1"])
    late: list[Route] = []
    page.route("**/blad/bord", lambda route: late.append(route))
    type_in(page, "T1@S1", "p:P1", "veel")
    while not late:
        page.wait_for_timeout(20)
    assert page.evaluate(TEXT, ["T1@S1", "p:P1"]) == "veel"
    late[0].continue_()
    page.wait_for_selector("#fout[open]")
    until_shown(page, "T1@S1", "p:P1", before)


def test_a_save_waits_for_the_edit_before_it(window: Window) -> None:
    page = window.go("/mensen")
    late: list[Route] = []
    page.route("**/blad/mensen", lambda route: late.append(route))
    type_in(page, "4", "name", "Ann Anders")
    page.keyboard.press("Control+s")
    while not late:
        page.wait_for_timeout(20)
    assert not window.app.program.desk.is_dirty
    late[0].continue_()
    page.wait_for_selector("text=Bewaard in")
    saved = load_workbook(window.app.program.desk.opened.path)
    assert saved["Personen"]["B4"].value == "Ann Anders"


def test_a_save_while_typing_takes_what_was_typed_along(window: Window) -> None:
    page = window.go("/mensen")
    choose(page, "4", "name")
    page.keyboard.type("Ann Anders")
    page.keyboard.press("Control+s")
    page.wait_for_selector("text=Bewaard in")
    saved = load_workbook(window.app.program.desk.opened.path)
    assert saved["Personen"]["B4"].value == "Ann Anders"


def test_a_link_waits_for_what_was_typed(window: Window) -> None:
    page = window.go("/mensen")
    late: list[Route] = []
    page.route("**/blad/mensen", lambda route: late.append(route))
    type_in(page, "4", "name", "Ann Anders")
    page.click("nav >> text=Taken")
    while not late:
        page.wait_for_timeout(20)
    assert page.url.endswith("/mensen")
    late[0].continue_()
    page.wait_for_url("**/taken")
    assert [edit.value for edit in window.app.program.desk.draft.edits] == ["Ann Anders"]


def test_a_part_that_was_asked_before_a_change_is_asked_again(window: Window) -> None:
    page = window.go("/mensen")
    page.wait_for_selector("text=alles is bewaard")
    old: list[Route] = []
    page.route("**/deel/balk*", lambda route: old.append(route), times=1)
    type_in(page, "4", "name", "Ann Anders")
    while not old:
        page.wait_for_timeout(20)
    answer = old[0].fetch()
    type_in(page, "5", "name", "Bert Bedacht")
    until_answered(page)
    old[0].fulfill(response=answer)
    page.wait_for_selector("text=niet bewaard: 2 cellen")


def test_a_window_that_lost_its_stream_looks_at_the_grid_again(window: Window) -> None:
    page = window.go("/mensen")
    page.context.set_offline(True)
    window.app.ask("/blad/mensen", "POST", b'{"cellen": [["4", "name", "Ann Anders"]]}')
    page.evaluate("document.querySelector('[data-blad]').grid.sync()")
    page.context.set_offline(False)
    window.app.ask("/blad/mensen", "POST", b'{"cellen": [["5", "name", "Bert Bedacht"]]}')
    until_shown(page, "4", "name", "Ann Anders")
    until_shown(page, "5", "name", "Bert Bedacht")
    window.wrong[:] = [line for line in window.wrong if "DISCONNECTED" not in line]


def test_a_button_that_is_made_again_while_it_is_pressed_is_clicked(window: Window) -> None:
    desk = window.app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    page = window.go("/plan")
    type_in(page, "T1@S1", "p:P1", "32")
    page.hover("#laatvallen")
    page.mouse.down()
    window.app.ask("/blad/bord", "POST", b'{"cellen": [["A1@S1", "p:P3", "8"]]}')
    page.wait_for_function(
        """() => {
          const { data } = document.getElementById("bord").grid;
          return data.shown(data.placeOf("A1@S1"), data.columnOf("p:P3")).startsWith("8");
        }"""
    )
    page.mouse.up()
    page.wait_for_selector("#laatvallen", state="detached")
    assert desk.draft.trial is None


def test_edits_that_come_at_once_are_all_made(app: Running) -> None:
    desk = app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    rows = [f"{task}@S1" for task in ("T1", "T2", "A1")]
    bodies = [json.dumps({"cellen": [[row, "p:P2", "4"]]}).encode() for row in rows]
    with ThreadPoolExecutor(len(bodies)) as pool:
        list(pool.map(lambda body: app.ask("/blad/bord", "POST", body), bodies))
    trial = desk.draft.trial
    assert trial is not None
    assert {str(key) for key, who, _ in trial.hours if who == "P2"} >= set(rows)


def test_a_reason_that_was_typed_stays_while_the_trial_goes_on(window: Window) -> None:
    desk = window.app.program.desk
    desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
    page = window.go("/plan")
    type_in(page, "T1@S1", "p:P1", "32")
    page.fill("#reden", "zo afgesproken")
    type_in(page, "A1@S1", "p:P3", "60")
    page.wait_for_selector("text=2 verschillen met het plan")
    assert page.input_value("#reden") == "zo afgesproken"


def test_a_page_shows_one_moment_while_plans_begin_and_end(app: Running) -> None:
    pages = ("/plan", "/deel/rekenen", "/deel/proef", "/deel/stand", "/blad/bord", "/controle")
    with ThreadPoolExecutor(4) as pool:
        for _ in range(5):
            asked = [pool.submit(app.ask, path) for path in pages * 2]
            app.ask("/doe/rekenen", "POST", b'{"seconden": 1}')
            app.ask("/blad/mensen", "POST", b'{"cellen": [["4", "max_tasks", "4"]]}')
            app.ask("/doe/stop", "POST", b"{}")
            app.ask("/doe/ongedaan", "POST", b"{}")
            assert {each.result().status for each in asked} == {200}
