"""The page in a real browser: nothing cut, nothing asked for, no barrier for who cannot see it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from factory import person, problem, school, task
from machine import library
from worth_answers import answered, answered_worth

from models.vocabulary import Cluster
from optimizer.flows.pipeline import make_plan
from optimizer.report.html.curves import curves_of
from optimizer.report.html.page import render_page
from optimizer.run.solve_options import SolveOptions

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

axe = library("axe_playwright_python.sync_playwright", "the extra ‘test’")

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
OUTSIDE = """() => {
  const width = document.documentElement.clientWidth;
  const inside = (e) => e.closest(".scroll") && !e.classList.contains("scroll");
  const sticksOut = (e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1);
  };
  return [...document.body.querySelectorAll("*")]
    .filter((e) => !inside(e) && !e.classList.contains("skip") && sticksOut(e))
    .map((e) => e.outerHTML.slice(0, 100));
}"""
"""Elements beyond the sides of the page; what is in a region that scrolls may be wider."""
UNNAMED = """() => [...document.querySelectorAll(".scroll")]
  .filter((e) => e.tabIndex !== 0 || !e.getAttribute("aria-label")).length"""
TEXTS_APART = """() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg")) {
    const whole = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll("text")].map((e) => [e, e.getBoundingClientRect()]);
    boxes.forEach(([e, a], place) => {
      if (a.left < whole.left - 1 || a.right > whole.right + 1) found.push(e.textContent);
      for (const [, b] of boxes.slice(place + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 3) found.push(e.textContent);
      }
    });
  }
  return found;
}"""
"""Words of a drawing that are cut, or lie over other words."""


class Opened(NamedTuple):
    """A page that is looked at, and what it said and asked for."""

    page: "Page"
    seen: list[str]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page with curves, and one with long names and words that cannot be broken."""
    folder = tmp_path_factory.mktemp("bladzijden")
    answer = answered()
    long = make_plan(
        problem(
            schools=[school(name="Scholengemeenschap" * 6, operating_euro=100)],
            persons=[
                person(name="Maria-Magdalena van den Bossche-Vanderstraeten " * 2, ict=20),
                person("P2", name="W" * 80, other=5),
            ],
            tasks=[
                task(title="Onderhoudsovereenkomst" * 8, hours=30, outsource_pct=50, rate=10),
                task("T02", title="<b>" * 30, hours=8, cluster=Cluster.PEDAGOGICAL, core=True),
            ],
        ),
        OPTIONS,
    )
    texts = {
        "curven": render_page(answer, "boek.xlsx", curves_of(answer, answered_worth())),
        "lang": render_page(long, "boek" * 40 + ".xlsx"),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in texts}


@pytest.fixture(params=["light", "dark"])
def opened(request: pytest.FixtureRequest, browser: "Browser") -> Iterator[Opened]:
    page = browser.new_page(color_scheme=request.param)
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("request", lambda asked: seen.append(asked.url))
    yield Opened(page, seen)
    page.close()


@pytest.mark.parametrize("name", ["curven", "lang"])
def test_nothing_is_cut_and_nothing_leaves_the_page(
    opened: Opened, pages: dict[str, Path], name: str
) -> None:
    address = pages[name].as_uri()
    opened.page.goto(address)
    for width in (360, 1280, 1920):
        opened.page.set_viewport_size({"width": width, "height": 900})
        assert opened.page.evaluate("document.documentElement.scrollWidth") == width
        assert opened.page.evaluate(OUTSIDE) == []
        assert opened.page.evaluate(TEXTS_APART) == []
    assert opened.page.evaluate(UNNAMED) == 0
    asked = [seen for seen in opened.seen if not seen.startswith("data:")]
    assert asked == [address]


@pytest.mark.parametrize("name", ["curven", "lang"])
def test_axe_finds_no_barrier(opened: Opened, pages: dict[str, Path], name: str) -> None:
    opened.page.goto(pages[name].as_uri())
    opened.page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    opened.page.set_viewport_size({"width": 360, "height": 900})
    found = axe.Axe().run(opened.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_it_prints_with_a_page_for_everybody(browser: "Browser", pages: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(pages["curven"].as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") >= 4
    page.close()


def test_the_keyboard_reaches_the_content_first(browser: "Browser", pages: dict[str, Path]) -> None:
    page = browser.new_page()
    page.goto(pages["curven"].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.close()
