"""Opens the bundle as a new user of Linux would: unpack, click, plan the example, close.

`make dubbelklik` after `make bundel`. A home that is new, a path without any Python, Chromium on a
screen that nobody sees (Xvfb), and the launcher started the way a desktop starts it. It asks for
Xvfb, Chromium, xdg-utils and glib (`gio`), and for Playwright, which does the clicking in the page.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright
from release_name import DIST, NAME, file_stem, version

PATIENCE = 180.0
"""Seconds for a step on a machine that is busy."""
DEBUG_PORT = 9333
COMMANDS = ("sh", "env", "dirname", "basename", "readlink", "sed", "grep", "cat", "cut", "head",
            "tr", "uname", "mkdir", "rm", "mv", "ls", "chmod", "file", "awk", "mktemp", "xdg-open",
            "xdg-mime", "gio", "dbus-launch", "which", "expr", "test", "stat")  # fmt: skip
"""What a desktop has on its path; no Python among it."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER = """#!/bin/sh
exec "{chromium}" --no-sandbox --disable-gpu --disable-quic --no-first-run \\
  --disable-background-networking --disable-component-update --disable-sync \\
  --user-data-dir="$HOME/.chromium" --remote-debugging-port={port} "$@" >/dev/null 2>&1
"""


def main() -> None:
    """Go the whole way, and say how long it took."""
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        home = Path(folder)
        program = unpacked(home)
        world = environment(home, display)
        assert shutil.which("python3", path=world["PATH"]) is None
        subprocess.run([program, "app", "--snelkoppeling", menu(home)], env=world, check=True)
        launcher = menu(home) / f"{NAME}.desktop"
        tell_what_xdg_open_does(launcher, world)
        for words in (["gio", "launch", launcher], [program]):
            tell(f"started by {Path(words[0]).name}")
            starting(words, world)
            until_gone(program)
        launcher.unlink()
        shutil.rmtree(program.parent)
        tell(f"removed; what is left: {', '.join(sorted(left(home)))}")


def tell(line: str) -> None:
    """One line for who runs this."""
    sys.stdout.write(f"{line}\n")


def unpacked(home: Path) -> Path:
    """Unpack the download; the program in it."""
    downloads = home / "Downloads"
    downloads.mkdir()
    with tarfile.open(DIST / f"{file_stem()}.tar.gz") as archive:
        archive.extractall(downloads, filter="data")
    return downloads / NAME / NAME


def menu(home: Path) -> Path:
    """Where a user's own programs stand in the menu."""
    folder = home / ".local" / "share" / "applications"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def environment(home: Path, display: str) -> Mapping[str, str]:
    """What a new user has: a home, a screen, a browser, and programs of the system."""
    commands = home / ".commands"
    commands.mkdir()
    for name in COMMANDS:
        found = shutil.which(name)
        if found:
            (commands / name).symlink_to(found)
    browser = commands / "browser"
    chromium = next(filter(None, map(shutil.which, BROWSERS)), "chromium")
    browser.write_text(BROWSER.format(chromium=chromium, port=DEBUG_PORT), encoding="utf-8")
    browser.chmod(0o755)
    return {
        "HOME": str(home), "PATH": str(commands), "DISPLAY": display, "LANG": "C.UTF-8",
        "BROWSER": str(browser), "XDG_RUNTIME_DIR": str(home), "SHELL": "/bin/sh",
    }  # fmt: skip


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def tell_what_xdg_open_does(launcher: Path, world: Mapping[str, str]) -> None:
    """Say whether xdg-open alone, without a desktop around it, starts a launcher."""
    kind = subprocess.run(["xdg-mime", "query", "filetype", launcher], env=world, check=False,
                          capture_output=True, text=True)  # fmt: skip
    program = subprocess.run(["xdg-mime", "query", "default", kind.stdout.strip()], env=world,
                             check=False, capture_output=True, text=True)  # fmt: skip
    tell(f"xdg-open would open a launcher ({kind.stdout.strip()}) with "
         f"{program.stdout.strip() or 'nothing: no program is registered for it'}")  # fmt: skip


def starting(command: Sequence[str | Path], world: Mapping[str, str]) -> None:
    """Start the program as a desktop does, and go the whole way in the browser that opens."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=world, stdout=subprocess.DEVNULL)
    in_the_browser(began)
    process.wait(PATIENCE)


def until_gone(program: Path) -> None:
    """Wait until no process of the bundle is left."""
    deadline = time.monotonic() + PATIENCE
    while any(os.path.realpath(each) == str(program) for each in Path("/proc").glob("*/exe")):
        assert time.monotonic() < deadline, "the program does not end"
        time.sleep(0.2)
    tell("closed: no process of it is left")


def left(home: Path) -> Iterator[str]:
    """The files in the home that are neither the download's place nor the test's own."""
    for path in home.rglob("*"):
        name = path.relative_to(home).as_posix()
        if path.is_file() and not name.startswith((".commands/", ".chromium/", ".cache/", ".pki/")):
            yield name


def in_the_browser(began: float) -> None:
    """Plan the example in the page that opened, and close the program there."""
    address = f"http://127.0.0.1:{DEBUG_PORT}"
    until_answered(f"{address}/json/version")
    with sync_playwright() as playwright:
        browser = playwright.chromium.connect_over_cdp(address)
        page = browser.contexts[0].pages[0]
        page.set_default_timeout(PATIENCE * 1000)
        plan_the_example(page, began)
        browser.new_browser_cdp_session().send("Browser.close")


def until_answered(url: str) -> None:
    """Wait until the browser is there."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(url).close()
        except OSError:
            assert time.monotonic() < deadline, "no browser came"
            time.sleep(0.2)
        else:
            return


def plan_the_example(page: Page, began: float) -> None:
    """From the first screen to a plan, and out."""
    page.wait_for_selector("#naam")
    tell(f"the first screen after {time.monotonic() - began:.1f} s")
    assert f"{NAME} {version()}" in page.inner_text("main")
    page.click("text=Voorbeeldschool")
    page.wait_for_url("**/plan")
    page.fill("#seconden", "10")
    page.click("#reken")
    page.wait_for_selector(".result")
    tell(f"a plan: {' '.join(page.inner_text('.result').split())[:120]}")
    page.on("dialog", lambda asked: asked.accept())
    page.click("#einde")
    page.wait_for_timeout(1000)


if __name__ == "__main__":
    main()
