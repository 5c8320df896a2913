"""Leaving: the exit code arrives, also while a solver is still at work in the background."""

import subprocess
import sys

import pytest

BUSY = "threading.Thread(target=time.sleep, args=(600,), daemon=True).start(); "


@pytest.mark.parametrize("background", ["", BUSY])
@pytest.mark.parametrize(("code", "expected"), [(0, 0), (3, 3), (None, 0)])
def test_the_code_and_the_output_arrive(background: str, code: int | None, expected: int) -> None:
    program = (
        "import threading, time; from optimizer.cli.exits import end; print('klaar', end=''); "
        f"{background}end(SystemExit({code}))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (expected, "klaar")


def test_a_reader_that_has_gone_is_no_error_of_the_program() -> None:
    program = "from optimizer.cli.main import run; run()"
    command = [sys.executable, "-c", program, "check", "inputs/voorbeeld_school.xlsx"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert b"fout van het programma" not in said
    assert b"Traceback" not in said
