"""Each screen in a browser: no barrier, nothing cut, no error, nothing that leaves the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from app_window import Window
from machine import library
from running_app import Running, running
from small_school import small_school

from models.errors import TaakverdelerError
from optimizer.app.words import PLACES
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCREENS = (
    *(place.path for place in PLACES),
    "/taken/uitzonderingen",
    "/taken/uren",
    "/middelen/instellingen",
    "/papieren/bladen",
    "/jaar/dagen",
)
WIDTHS = (1024, 1280, 1920)
ZOOMED = 640
"""What is left of 1280 px at 200 per cent."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The program with a plan, a trial and a problem: every part of every screen is there."""
    folder = tmp_path_factory.mktemp("werk")
    with running(folder, small_school(folder / "school.xlsx")) as started:
        started.ask("/doe/uren/lees?naam=tickets.csv", "POST", b"taak;uren;datum\nT1;5;1/9/2026\n")
        desk = started.program.desk
        desk.plan(make_plan(desk.data, SolveOptions(2, deterministic=True)), "Plan berekenen")
        yield started


@pytest.fixture(scope="module", params=["light", "dark"])
def looks(
    request: pytest.FixtureRequest, full: Running, browser: "Browser"
) -> "Iterator[tuple[Page, list[str]]]":
    context = browser.new_context(color_scheme=request.param)
    window = Window(context.new_page(), full)
    window.page.goto(full.address.url)
    yield window.page, window.wrong
    context.close()


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_has_no_barrier_and_nothing_is_cut(
    looks: "tuple[Page, list[str]]", full: Running, path: str
) -> None:
    axe = library("axe_playwright_python.sync_playwright", "the extra ‘test’")
    page, wrong = looks
    page.goto(f"{full.base}{path}")
    if page.locator("[data-blad]").count():
        page.wait_for_selector("[data-blad] .cel", state="attached")
    for width in (*WIDTHS, ZOOMED):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = axe.Axe().run(page).response["violations"]
        bad = [each for each in found if each["impact"] in ("serious", "critical")]
        assert [(each["id"], each["nodes"][0]["html"]) for each in bad] == []
    assert wrong == []


def test_without_a_workbook_every_screen_leads_to_the_start(home: Path) -> None:
    with running(home) as started:
        for path in SCREENS[1:]:
            assert started.ask(path).headers["location"] == "/"
        assert b"Er is geen werkboek open" in started.ask("/").body


def test_a_workbook_that_cannot_be_opened_is_refused_before_the_program_begins(home: Path) -> None:
    path = home / "stuk.xlsx"
    path.write_bytes(b"PK nee")
    with pytest.raises(TaakverdelerError):
        from optimizer.app.program import Program
        from optimizer.app.serve import serve

        serve(Program(folder=home), path)
