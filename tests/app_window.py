"""A window on the application, and everything that was wrong in it."""

from typing import TYPE_CHECKING

from running_app import Running

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE_MILLISECONDS = 120_000
"""How long a busy machine may keep a test waiting before it gives up."""


SHOWN = """([row, column, text]) => {
  const { data, view } = document.querySelector("[data-blad]").grid;
  return view.grid.getAttribute("aria-busy") !== "true"
    && data.shown(data.placeOf(row), data.columnOf(column)) === text;
}"""


def until_shown(page: "Page", row: str, column: str, text: str) -> None:
    """Until the grid has an answer to everything that was edited, with this text in a cell."""
    page.wait_for_function(SHOWN, arg=[row, column, text])


def until_answered(page: "Page") -> None:
    """Until the grid shows what came of everything that was edited in it."""
    page.wait_for_selector("[data-blad] [role=grid]:not([aria-busy=true])")


class Window:
    """A page of the program, and everything that was wrong on it."""

    def __init__(self, page: "Page", app: Running) -> None:
        self.page = page
        self.app = app
        self.wrong: list[str] = []
        page.set_default_timeout(PATIENCE_MILLISECONDS)
        page.on("console", lambda line: self._hear(line.type, line.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda asked: self._look(asked.url))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.wrong.append(text)

    def _look(self, url: str) -> None:
        inside = url.startswith((self.app.base, "data:", "blob:"))
        if not inside:
            self.wrong.append(f"leaves the program: {url}")

    def go(self, path: str) -> "Page":
        """Show a screen, until its grid is there when it has one."""
        self.page.goto(f"{self.app.base}{path}")
        if self.page.locator("[data-blad]").count():
            self.page.wait_for_selector("[data-blad] .cel", state="attached")
        return self.page
