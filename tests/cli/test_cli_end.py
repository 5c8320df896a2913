"""Leaving: the exit code arrives, and nothing is said that is no matter of the user."""

import subprocess
import sys

from optimizer.cli.exits import Exit


def test_the_code_and_the_output_arrive() -> None:
    program = "from optimizer.cli.main import run; run()"
    command = [sys.executable, "-c", program, "check", "inputs/er_is_niets.xlsx"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (Exit.USAGE, "")
    assert "er_is_niets.xlsx" in done.stderr


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
