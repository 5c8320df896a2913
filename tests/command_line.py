"""Running the program: inside this process, which is quick, or as a command of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from optimizer.cli.main import main

PROGRAM = (sys.executable, "-c", "from optimizer.cli.main import run; run()")
PATIENCE_SECONDS = 180
"""How long a command may take before a test gives up: much longer than it ever takes."""


@dataclass(frozen=True)
class Run:
    """What a command returned and wrote."""

    code: object
    out: str
    err: str

    @property
    def text(self) -> str:
        """Everything that the user saw."""
        return self.out + self.err


def run(*arguments: str | Path) -> Run:
    """Run a command inside this process; an error that escapes it fails the test."""
    out, err = StringIO(), StringIO()
    code: object = None
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main([str(argument) for argument in arguments], prog_name="taakverdeler")
        except SystemExit as end:
            code = end.code
    return Run(code, out.getvalue(), err.getvalue())


def run_apart(program: Sequence[str], *arguments: str | Path) -> Run:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [*program, *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE_SECONDS, check=False,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return Run(done.returncode, done.stdout, done.stderr)
