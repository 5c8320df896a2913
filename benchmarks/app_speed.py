"""How fast the application is on the example group of 22 schools, in headless Chromium.

`python -m benchmarks.app_speed` prints a table; Chromium and Playwright must be there.
"""

import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from optimizer.app.program import Program
from optimizer.app.serve import Address, serve
from optimizer.app.words import PLACES
from optimizer.construct.first_plan import first_plan
from optimizer.flows.judging import answer_to, judge
from optimizer.workbook.template.template import write_template

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDITS = 10
"""Hours that are changed by hand, each on another task."""
ASKED = 40
"""Questions during a solve, and during the scrolling of the board: so many steps."""
SOLVE_SECONDS = 30
SCROLLED = """async (steps) => {
  const view = document.getElementById("bord").grid.view;
  let blank = 0;
  for (let step = 0; step < steps; step += 1) {
    view.grid.scrollTop += 900;
    await new Promise(requestAnimationFrame);
    const box = view.grid.getBoundingClientRect();
    const there = document.elementFromPoint(box.x + 100, box.y + box.height / 2);
    if (!there?.closest(".blad-rij")) blank += 1;
  }
  return blank;
}"""
EDITED = """async ([row, hours]) => {
  const { grid } = document.getElementById("bord");
  const isHeld = (text) => /^\\d+ V$/.test(text);
  const cells = (n) => grid.data.columns.slice(6).map((_, c) => grid.data.shown(n, c + 6));
  const place = grid.data.rows.findIndex((_, n) => n >= row && cells(n).some(isHeld));
  const column = 6 + cells(place).findIndex(isHeld);
  const began = performance.now();
  await grid.send([[grid.data.rows[place].i, grid.data.columns[column].k, `${hours} V`]]);
  return performance.now() - began;
}"""


def measured() -> Iterator[tuple[str, float]]:
    """What was measured, in seconds unless the name says otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "groep.xlsx"
        write_template(path, "groep")
        program, address, thread = _begun(Path(folder), path)
        try:
            yield from _in_browser(program, address)
        finally:
            program.end()
            thread.join()


def _begun(folder: Path, path: Path) -> tuple[Program, Address, threading.Thread]:
    program, found, ready = Program(folder=folder), list[Address](), threading.Event()

    def tell(address: Address) -> None:
        found.append(address)
        ready.set()

    thread = threading.Thread(target=serve, args=(program, path), kwargs={"on_ready": tell})
    thread.start()
    ready.wait()
    return program, found[0], thread


def _in_browser(program: Program, address: Address) -> Iterator[tuple[str, float]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1920, "height": 1000})
        page.goto(address.url)
        _plan_by_hand(program)
        base = address.url.partition("?")[0]
        for place in PLACES:
            yield f"scherm {place.name}", _shown(page, f"{base.rstrip('/')}{place.path}")
        page.goto(f"{base}plan")
        page.wait_for_selector("#bord .cel")
        yield "lege beelden bij het schuiven (aantal)", float(page.evaluate(SCROLLED, ASKED))
        page.evaluate("document.getElementById('bord').grid.view.grid.scrollTop = 0")
        edits = [page.evaluate(EDITED, [40 * n, 4 * n + 4]) / 1000 for n in range(EDITS)]
        yield "uren op het bord gewijzigd en nagekeken (mediaan)", median(edits)
        yield "idem, traagste", max(edits)
        program.desk.drop_trial()
        yield from _while_solving(program, page, base)
        browser.close()


def _plan_by_hand(program: Program) -> None:
    instance = program.desk.instance
    plan = first_plan(instance)
    assert plan is not None
    program.desk.plan(answer_to(judge(instance, plan), ""), "Eerste plan")


def _shown(page: "Page", url: str) -> float:
    began = time.perf_counter()
    page.goto(url)
    if page.locator("[data-blad]").count():
        page.wait_for_selector("[data-blad] .cel", state="attached")
    return time.perf_counter() - began


def _while_solving(program: Program, page: "Page", base: str) -> Iterator[tuple[str, float]]:
    program.planner.start(SOLVE_SECONDS)
    time.sleep(SOLVE_SECONDS / 5)
    asked = []
    for _ in range(ASKED):
        took = page.evaluate(
            "async () => { const t = performance.now();"
            " await (await fetch('/deel/rekenen')).text(); return performance.now() - t; }"
        )
        asked.append(took / 1000)
        time.sleep(0.2)
    yield "antwoord tijdens het rekenen (mediaan)", median(asked)
    yield "idem, traagste", max(asked)
    program.planner.stop()
    while program.planner.is_running:
        time.sleep(0.2)


def main() -> None:
    """Print the table."""
    print("| wat | seconden |\n|---|---|")  # noqa: T201
    for name, value in measured():
        print(f"| {name} | {value:.2f} |".replace(".", ","))  # noqa: T201


if __name__ == "__main__":
    main()
