"""Ctrl-C and SIGTERM while the program computes: the best plan so far, or nothing at all."""

import os
import select
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import PATIENCE_SECONDS, PROGRAM
from small_school import EXAMPLE
from written import OUTPUTS, level_values, opened, rows, summary

from models.settings import Level
from optimizer.cli.exits import Exit
from optimizer.workbook import labels

pty = pytest.importorskip("pty", reason="a terminal to watch the progress on")


LONGEST = labels.LEVELS[Level.QUALITY]
"""The level of the example that is not proven for minutes: whoever waits for it, waits long."""


class Terminal:
    """The terminal that a running command writes its messages on."""

    def __init__(self, master: int) -> None:
        self._master = master
        self.text = ""

    def read(self) -> bool:
        """Wait for more text; false when the command has closed the terminal."""
        ready, _, _ = select.select([self._master], [], [], PATIENCE_SECONDS)
        assert ready, f"nothing was written for a long time after: {self.text}"
        try:
            found = os.read(self._master, 4096)
        except OSError:
            return False
        self.text += found.decode("utf-8", "replace")
        return bool(found)


@contextmanager
def computing(target: Path) -> Iterator[tuple[subprocess.Popen[bytes], Terminal]]:
    """A run on the example that is computing: its progress, with a gap, has been seen."""
    master, slave = pty.openpty()
    command = [*PROGRAM, "optimaliseer", str(EXAMPLE), "-o", str(target), "--tijd", "600"]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=slave, env=environment)
    os.close(slave)
    terminal = Terminal(master)
    try:
        while "nog hoogstens" not in terminal.text and terminal.read():
            continue
        assert "nog hoogstens" in terminal.text
        yield process, terminal
    finally:
        process.kill()
        process.communicate()
        os.close(master)


def finish(process: subprocess.Popen[bytes], terminal: Terminal) -> str:
    """What the command printed; reads its messages along, so that it never waits for a reader."""
    while terminal.read():
        continue
    out, _ = process.communicate(timeout=PATIENCE_SECONDS)
    return out.decode()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_the_first_signal_gives_the_best_plan_so_far(
    number: signal.Signals, tmp_path: Path
) -> None:
    target = tmp_path / "plan.xlsx"
    with computing(target) as (process, terminal):
        process.send_signal(number)
        out = finish(process, terminal)
    assert process.returncode == Exit.DONE, terminal.text
    check_progress(terminal.text)
    assert out.startswith("Status: onderbroken, na ")
    assert out.count("\nDekking ") == 4
    assert list(tmp_path.iterdir()) == [target]
    book = opened(target)
    assert all(rows(book, sheet) for sheet in OUTPUTS)
    assert summary(book)["status"]["waarde"] == "onderbroken"
    assert len(level_values(book)) == len(Level) - 1


def check_progress(text: str) -> None:
    """The state of the search stood on one line, rewritten time and again."""
    states = [line for line in text.split("\r") if "nog hoogstens" in line]
    assert any(" % beter mogelijk" in line or "zoekt een" in line for line in states)
    assert not any("\n" in line for line in states)


def test_the_second_signal_stops_at_once_and_writes_nothing(tmp_path: Path) -> None:
    with computing(tmp_path / "plan.xlsx") as (process, terminal):
        while f"{LONGEST}: hoogstens" not in terminal.text and terminal.read():
            continue
        # Two kinds: of one kind, the second could melt into a first that was not yet handled.
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGINT)
        out = finish(process, terminal)
    assert (process.returncode, out) == (Exit.INTERNAL, "")
    assert "Traceback" not in terminal.text
    assert "Gestopt op uw vraag." in terminal.text
    assert not list(tmp_path.iterdir())
