"""Leaving: the exit code arrives, also while a solver is still at work in the background."""

import subprocess
import sys

import pytest

BUSY = "threading.Thread(target=time.sleep, args=(600,), daemon=True).start(); "


@pytest.mark.parametrize("background", ["", BUSY])
@pytest.mark.parametrize(("code", "expected"), [(0, 0), (3, 3), (None, 0)])
def test_the_code_and_the_output_arrive(background: str, code: int | None, expected: int) -> None:
    program = (
        "import threading, time; from optimizer.exits import end; print('klaar', end=''); "
        f"{background}end(SystemExit({code}))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (expected, "klaar")
