"""What comes in from elsewhere: names with script, paths in names, files that are no workbooks."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from app_window import Window
from openpyxl import Workbook, load_workbook
from running_app import Running, running
from small_school import Cells, small_school, to_bytes

from optimizer.app.words import PLACES
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCRIPT = '<img src=x onerror="window.got=1"><script>window.got=1</script>\'"><b>{{7*7}}'
TEXTS = (
    ("Scholen", "B4"), ("Personen", "B4"), ("Personen", "B5"), ("Personen", "B6"),
    ("Taken", "C5"), ("Taken", "C6"), ("Taken", "C7"),
)  # fmt: skip


def with_script(book: Workbook) -> None:
    for sheet, where in TEXTS:
        book[sheet][where] = SCRIPT
    for row, task in ((4, "T1"), (5, "*")):
        cells: Cells = {"A": task, "B": "S1", "C": "P1", "D": "voorkeur", "E": 1, "F": SCRIPT}
        for column, value in cells.items():
            book["Uitzonderingen"][f"{column}{row}"] = value
    for header in ("uitleg", "Verantwoordelijke"):
        book["Taken"][f"{letters_of(book, 'Taken', header)}5"] = SCRIPT


def letters_of(book: Workbook, sheet: str, header: str) -> str:
    """The letters of the column with a header, wherever the template has it."""
    for row in book[sheet].iter_rows():
        for cell in row:
            if cell.value == header:
                return str(cell.column_letter)
    raise LookupError(header)


def test_script_in_every_text_of_a_workbook_stays_text(home: Path, browser: "Browser") -> None:
    path = small_school(home / "<b>school's.xlsx", with_script)
    with running(home, path) as app:
        desk = app.program.desk
        desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
        context = browser.new_context()
        window = Window(context.new_page(), app)
        page = window.page
        page.goto(app.address.url)
        extra = ("/taken/uitzonderingen", "/taken/uren", "/taken/wensen", "/blad/mensen/afdruk")
        for screen in (*(place.path for place in PLACES), *extra):
            window.go(screen)
            if screen == "/plan":
                page.keyboard.press("Tab")
                page.evaluate("document.getElementById('bord').grid.selection.go(0, 7)")
                page.wait_for_selector("#cel h2")
                page.click("[data-goto] >> nth=0")
                page.wait_for_function("() => document.activeElement.matches('.cel')")
            assert page.evaluate("window.got") is None
            assert "{{7*7}}" in page.content() or "49" not in page.content()
        page.goto(f"{app.base}/papieren/verslag")
        assert page.evaluate("window.got") is None
        assert window.wrong == []
        context.close()


@pytest.mark.parametrize(
    "name",
    ["../../weg.xlsx", "..%5C..%5Cweg.xlsx", "/etc/weg.xlsx", "C%3A%5Cweg.xlsx", "weg.xlsx%00.exe"],
)
def test_an_uploaded_name_stays_in_the_folder_of_the_user(
    home: Path, tmp_path: Path, name: str
) -> None:
    content = small_school(tmp_path / "bron.xlsx").read_bytes()
    before = {path for path in tmp_path.rglob("*") if home not in path.parents}
    with running(home) as app:
        answer = app.ask(f"/doe/binnenhalen?naam={name}", "POST", content, {"origin": app.base})
        assert json.loads(answer.body)["fouten"] == []
        assert app.program.desk.opened.path.parent == home
    after = {path for path in tmp_path.rglob("*") if home not in path.parents}
    assert {path for path in after - before if path.suffix == ".xlsx"} == set()


def test_what_is_no_workbook_gets_no_place(home: Path) -> None:
    with running(home) as app:
        for content in (b"", b"PK\x03\x04 niets", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 oud"):
            answer = app.ask("/doe/binnenhalen?naam=x.xlsx", "POST", content)
            assert json.loads(answer.body)["fouten"]
        assert not app.program.desk.is_open
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"cellen": 3}', b'{"cellen": [["4"]]}'])
def test_a_question_that_is_none_changes_nothing(app: Running, body: bytes) -> None:
    answer = app.ask("/blad/mensen", "POST", body)
    assert answer.status == 200
    assert json.loads(answer.body)["fouten"]
    assert not app.program.desk.is_dirty


def test_what_excel_saved_meanwhile_is_seen_and_the_user_chooses(
    window: Window, school: Path
) -> None:
    page = window.go("/mensen")
    app = window.app
    assert (
        app.ask("/blad/mensen", "POST", b'{"cellen": [["4", "name", "Ann Anders"]]}').status == 200
    )
    book = load_workbook(school)
    book["Personen"]["B5"] = "Van Elders"
    school.write_bytes(to_bytes(book))
    theirs = school.read_bytes()
    page.click("#bewaar")
    page.wait_for_selector("#fout[open]")
    assert "gewijzigd" in page.inner_text("#fout")
    page.click("#fout [data-close]")
    assert school.read_bytes() == theirs
    page.wait_for_selector("text=Opnieuw inlezen en mijn wijzigingen opnieuw aanbrengen")
    page.click("text=Opnieuw inlezen en mijn wijzigingen opnieuw aanbrengen")
    page.wait_for_selector("text=Van Elders")
    page.click("#bewaar")
    page.wait_for_selector("text=alles is bewaard")
    saved = load_workbook(school)["Personen"]
    assert (saved["B4"].value, saved["B5"].value) == ("Ann Anders", "Van Elders")


def test_two_windows_that_edit_lose_nothing_of_each_other(app: Running) -> None:
    bodies = [
        json.dumps({"cellen": [[str(4 + number % 3), "max_tasks", str(number)]]}).encode()
        for number in range(12)
    ]
    for body in bodies:
        assert json.loads(app.ask("/blad/mensen", "POST", body).body)["fouten"] == []
    data = app.program.desk.checked.data
    assert data is not None
    assert [person.max_tasks for person in data.persons] == [9, 10, 11]
