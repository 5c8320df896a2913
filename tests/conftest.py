"""What holds for all tests."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from machine import library, program

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSER_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# A test never fails because a machine was busy.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The one browser of all tests: Playwright refuses a second beside it in the same process."""
    sync_api = library("playwright.sync_api", "the extra ‘test’")
    path = program("chromium", "chromium-browser")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(BROWSER_ARGS))
        yield chromium
        chromium.close()
