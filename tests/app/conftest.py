"""One small school for all tests of the application."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from app_window import Window
from running_app import Running, running
from small_school import small_school

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home and a folder for workbooks of the test alone."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "instellingen"))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "werk"
    folder.mkdir()
    return folder


@pytest.fixture
def school(home: Path) -> Path:
    """A small school in that folder."""
    return small_school(home / "school.xlsx")


@pytest.fixture
def app(home: Path, school: Path) -> Iterator[Running]:
    """The program, with the small school open."""
    with running(home, school) as started:
        yield started


@pytest.fixture
def window(app: Running, browser: "Browser") -> Iterator[Window]:
    """A window that came in with the key; nothing may go wrong in it."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        permissions=["clipboard-read", "clipboard-write"],
        accept_downloads=True,
    )
    opened = Window(context.new_page(), app)
    opened.page.goto(app.address.url)
    yield opened
    context.close()
    assert opened.wrong == []
