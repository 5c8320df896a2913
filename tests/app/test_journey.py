"""The whole journey in a browser: from a new school to a saved plan and its papers.

With `BEELDEN=docs/beeld` in the environment the pictures of the documentation are made on the way.
"""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from app_window import Window
from openpyxl import load_workbook
from running_app import running

from optimizer.flows.checking import check_workbook

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCHOOL = {
    "naam": "Basisschool De Wilg", "onderwijsniveau": "basis", "leerlingen": "320",
    "toestellen": "210", "leerkrachten": "28",
}  # fmt: skip
PEOPLE = (
    ("Noor Voorbeeld", "TICT", {"ICT-uren": "18"}),
    ("Bram Denkbeeld", "PICT", {"BPT-uren": "6"}),
    ("Lies Verzonnen", "diensthoofd", {"andere uren": "4"}),
    ("Amir Fictief", "leraar", {"BPT-uren": "2"}),
    ("Els Gefingeerd", "digicoach", {"BPT-uren": "2"}),
    ("Wim Bedacht", "administratie", {"andere uren": "3"}),
    ("Fatima Zogezegd", "directie", {"andere uren": "2"}),
)
LEVELS = {"technische kennis": 3, "pedagogische kennis": 3, "administratief": 3, "analytisch": 3}
"""What everybody here can; a workbook whose roles bring competences needs none of it."""
ANSWERS = ("growth-yes", "vision-yes", "policy-yes", "pooling-school")
"""A school that goes for a team of its own."""
MOST_CELLS = 40
"""Filled cells from a new school to its first plan, where roles bring the competences."""


PASTED = """([row, title, first, count, last]) => {
  const { data, view } = document.querySelector("[data-blad]").grid;
  const column = data.columns.findIndex((each) => each.t === title);
  return view.grid.getAttribute("aria-busy") !== "true" && data.shown(row, column) === first
    && data.shown(row + count - 1, column) === last;
}"""


def paste(page: "Page", row: int, title: str, block: list[list[str]]) -> int:
    """Paste a block as from Excel, from a row of the grid and the title of a column."""
    text = "\r\n".join("\t".join(cells) for cells in block)
    page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
    page.evaluate(
        """([row, title]) => {
          const { grid } = document.querySelector("[data-blad]");
          grid.selection.go(row, grid.data.columns.findIndex((each) => each.t === title));
        }""",
        [row, title],
    )
    page.keyboard.press("Control+v")
    # The grid holds what was pasted once the program has answered, and not before.
    page.wait_for_function(PASTED, arg=[row, title, block[0][0], len(block), block[-1][0]])
    return sum(bool(cell) for cells in block for cell in cells)


def picture(page: "Page", name: str) -> None:
    """A picture for the documentation, when it is asked for."""
    folder = os.environ.get("BEELDEN")
    if folder:
        page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
        page.wait_for_timeout(400)
        page.screenshot(path=Path(folder) / f"app_{name}.png")


def brings_competences(path: Path) -> bool:
    """Whether the role of somebody says what she can."""
    return "Rollen" in load_workbook(path, read_only=True).sheetnames


def guided_start(page: "Page") -> int:
    """Answer the questions up to the means, one after the other; how many answers that takes."""
    for answer, following in zip(ANSWERS, (*ANSWERS[1:], "tasks_school-yes"), strict=True):
        page.click(f"#antwoord-{answer}")
        page.wait_for_selector(f"#antwoord-{following}")
    picture(page, "stappen")
    return len(ANSWERS)


def fill_in(page: "Page", base: str, path: Path) -> int:
    """The school and its people, each block where it would be pasted; the cells that it takes."""
    filled = 0
    page.goto(f"{base}/middelen")
    page.wait_for_selector("[data-blad] .cel")
    for title, text in SCHOOL.items():
        filled += paste(page, 0, title, [[text]])
    picture(page, "middelen")
    page.goto(f"{base}/mensen")
    page.wait_for_selector("[data-blad] .cel")
    for row, (name, role, hours) in enumerate(PEOPLE):
        filled += paste(page, row, "naam", [[name]])
        filled += paste(page, row, "rol", [[role]])
        for title, text in hours.items():
            filled += paste(page, row, title, [[text]])
    if not brings_competences(path):
        for title, level in LEVELS.items():
            filled += paste(page, 0, title, [[str(level)]] * len(PEOPLE))
    picture(page, "mensen")
    return filled


def test_from_a_new_school_to_papers(home: Path, browser: "Browser", tmp_path: Path) -> None:
    with running(home) as app:
        context = browser.new_context(
            viewport={"width": 1280, "height": 800},
            permissions=["clipboard-read", "clipboard-write"],
            accept_downloads=True,
        )
        window = Window(context.new_page(), app)
        page = window.page
        page.goto(app.address.url)
        picture(page, "start")
        page.fill("#naam", "De Wilg")
        page.keyboard.press("Enter")
        page.wait_for_url("**/stappen")
        path = home / "De Wilg.xlsx"
        filled = guided_start(page)
        filled += fill_in(page, app.base, path)
        print(f"gevulde cellen: {filled}")  # noqa: T201
        if brings_competences(path):
            assert filled <= MOST_CELLS

        page.goto(f"{app.base}/controle")
        assert re.search(r"\b0 fouten|Geen fouten", page.inner_text("main"))
        picture(page, "controle")
        page.goto(f"{app.base}/plan")
        page.fill("#seconden", "5")
        page.click("#reken")
        # On a busy machine the plan is there before the window has shown how far it was.
        page.wait_for_selector("tr.now, .result")
        picture(page, "rekenen")
        page.wait_for_selector(".result")
        page.reload()
        page.wait_for_selector("#bord .cel")
        edit_on_the_board(page)
        picture(page, "proef")
        page.click("#toepassen")
        page.wait_for_selector("text=De proef is het plan geworden")
        page.click("#bewaar")
        page.wait_for_selector("text=alles is bewaard")
        assert check_workbook(path).is_usable
        assert load_workbook(path)["Verdeling"]["A2"].value is not None
        get_papers(page, app.base, tmp_path)
        if os.environ.get("BEELDEN"):
            draw_the_example(page, app.base)
        assert window.wrong == []
        context.close()


def edit_on_the_board(page: "Page") -> None:
    """Give an hour block of somebody with room to a task that lacks it, by hand."""
    page.click("[data-goto] >> nth=0")
    page.wait_for_selector("#cel h3")
    place = page.evaluate(
        """() => {
          const { grid } = document.getElementById("bord");
          for (let row = 0; row < grid.data.rows.length; row += 1)
            for (let column = 6; column < grid.data.columns.length; column += 1)
              if (/^([89]|\\d\\d+) V$/.test(grid.data.shown(row, column)))
                return [row, column, parseInt(grid.data.shown(row, column)) - 4];
          return null;
        }"""
    )
    page.evaluate(
        "([row, column]) => document.getElementById('bord').grid.selection.go(row, column)", place
    )
    page.keyboard.type(str(place[2]))
    page.keyboard.press("Enter")
    page.wait_for_selector("#toepassen:not([disabled])")
    page.wait_for_selector("text=1 verschil met het plan")


def draw_the_example(page: "Page", base: str) -> None:
    """The board of the example, where there is more to see, with a cell that is looked at."""
    page.goto(base)
    page.click("text=Voorbeeldschool")
    page.wait_for_url("**/plan")
    page.fill("#seconden", "10")
    page.click("#reken")
    page.wait_for_selector(".result")
    page.reload()
    page.wait_for_selector("#bord .cel")
    page.set_viewport_size({"width": 1600, "height": 900})
    page.evaluate("document.getElementById('bord').grid.selection.go(3, 6)")
    page.wait_for_selector("#cel h3")
    picture(page, "bord")


def get_papers(page: "Page", base: str, folder: Path) -> None:
    """The workbook, the report, and the sheets to hand out."""
    page.goto(f"{base}/papieren")
    picture(page, "papieren")
    with page.expect_download() as taken:
        page.click("text=Werkboek downloaden")
    taken.value.save_as(folder / "gehaald.xlsx")
    assert load_workbook(folder / "gehaald.xlsx")["Verdeling"]["A2"].value is not None
    with page.context.expect_page() as opened:
        page.click("text=Verslag openen")
    report = opened.value
    report.wait_for_load_state()
    assert "De Wilg.xlsx" in report.inner_text("body")
    report.close()
    with page.expect_download() as taken:
        page.click("text=Als Excel")
    assert taken.value.suggested_filename == "De Wilg bladen.zip"
