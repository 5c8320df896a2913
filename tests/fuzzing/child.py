"""A command in a process of its own, forked from this one, within limits of time and memory.

The parent has loaded every library, so a command costs what it does itself and nothing more.
"""

import gc
import importlib
import multiprocessing
import os
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MEMORY_BYTES = 4 * 2**30
CPU_SECONDS = 60
WALL_SECONDS = 240
"""Much more than CPU_SECONDS: the machine may be busy."""
NEVER_ENDED = -1000
"""The code of a command that was still at it then."""
_KILLED_SECONDS = 10
_LOADED = (
    "optimizer.cli.main", "optimizer.flows.pipeline", "optimizer.importing.importer",
    "optimizer.report.text", "optimizer.report.json_result", "optimizer.report.conflict_text",
    "optimizer.solver.diagnosis", "optimizer.importing.map_reading",
)  # fmt: skip
_FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Outcome:
    """How a process ended: its code (negative for a signal), and what it wrote."""

    code: int
    out: str = ""
    err: str = ""

    @property
    def text(self) -> str:
        """Everything that the user saw."""
        return self.out + self.err


def load_everything() -> None:
    """Import what the commands import when they are run, so that no child has to."""
    for module in _LOADED:
        importlib.import_module(module)
    gc.freeze()


def run_program(arguments: list[str], folder: Path) -> Outcome:
    """The program with these arguments, in this folder, as `taakverdeler` runs it."""

    def program() -> None:
        from optimizer.cli.main import run

        sys.argv = ["taakverdeler", *arguments]
        run()

    return run_apart(program, folder)


def run_apart(work: Callable[[], object], folder: Path) -> Outcome:
    """Any work in a process of its own; what it writes is kept outside the folder."""
    out, err = folder.with_suffix(".out"), folder.with_suffix(".err")
    process = _FORK.Process(target=_limited, args=(work, folder, out, err))
    process.start()
    process.join(WALL_SECONDS)
    code = process.exitcode
    if code is None:
        process.kill()
        process.join(_KILLED_SECONDS)
        code = NEVER_ENDED
    return Outcome(code, _read(out), _read(err))


def _limited(work: Callable[[], object], folder: Path, out: Path, err: Path) -> None:
    for path, stream in ((out, sys.stdout), (err, sys.stderr)):
        with path.open("wb") as target:
            os.dup2(target.fileno(), stream.fileno())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.chdir(folder)
    work()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
