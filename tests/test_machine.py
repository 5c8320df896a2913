"""Tests that the machine cannot run are skipped with a reason, and fail where all is installed."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from machine import COMPLETE, library, needs, program

TEXT = """
import machine
def test_it(): machine.needs("sh", "no-such-program")
"""


def test_what_is_installed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETE, "1")
    needs(sys.executable)
    assert program("no-such-program", sys.executable) == sys.executable
    assert library("json", "always").dumps([]) == "[]"


@pytest.mark.parametrize(
    "ask",
    [
        lambda: needs(sys.executable, "no-such-program"),
        lambda: program("no-such-program", "nor-this"),
        lambda: library("no_such_library", "the extra ‘none’"),
    ],
    ids=["needs", "program", "library"],
)
def test_what_lacks_is_named(ask: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(COMPLETE, raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"no.such"):
        ask()
    monkeypatch.setenv(COMPLETE, "1")
    with pytest.raises(pytest.fail.Exception, match=r"no.such"):
        ask()


@pytest.mark.parametrize(("complete", "code"), [("", 0), ("1", 1)])
def test_a_run_says_what_it_skipped_and_why(complete: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TEXT)
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-c", root / "setup.cfg", "-p", "no:cacheprovider",
         "--rootdir", root, tmp_path],
        capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"], COMPLETE: complete},
    )  # fmt: skip
    assert done.returncode == code, done.stdout
    assert "not installed: no-such-program" in done.stdout


def test_ci_installs_every_program_that_tests_ask_for() -> None:
    root = Path(__file__).parents[1]
    asked = {
        name
        for page in [*(root / "tests").glob("*/**/test_*.py"), root / "tests" / "conftest.py"]
        for call in re.findall(r"\b(?:needs|program)\(([^)]*)\)", page.read_text(encoding="utf-8"))
        for name in re.findall(r'"([\w-]+)"', call)
    }
    installed = set(re.findall(r"(?:need|command -v) ([\w-]+)", (root / ".ci" / "run").read_text()))
    assert {"soffice", "chromium"} <= asked <= installed
