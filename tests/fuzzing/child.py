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
_PATIENCE = 4
"""How much longer than its CPU time a command may take: the machine may be busy."""
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
    """How a process ended: its code (negative for a signal), what it wrote, and what it cost.

    `seconds` is of CPU time; `megabytes` is the most memory that it had at once.
    """

    code: int
    out: str = ""
    err: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0

    @property
    def text(self) -> str:
        """Everything that the user saw."""
        return self.out + self.err


def load_everything() -> None:
    """Import what the commands import when they are run, so that no child has to."""
    for module in _LOADED:
        importlib.import_module(module)
    gc.freeze()


def run_program(arguments: list[str], folder: Path, seconds: int = CPU_SECONDS) -> Outcome:
    """The program with these arguments, in this folder, as `taakverdeler` runs it."""

    def program() -> None:
        from optimizer.cli.main import run

        sys.argv = ["taakverdeler", *arguments]
        run()

    return run_apart(program, folder, seconds)


def run_apart(work: Callable[[], object], folder: Path, seconds: int = CPU_SECONDS) -> Outcome:
    """Any work in a process of its own; what it writes is kept outside the folder."""
    out, err, cost = (folder.with_suffix(end) for end in (".out", ".err", ".cost"))
    process = _FORK.Process(target=_limited, args=(work, folder, (out, err, cost), seconds))
    process.start()
    process.join(_PATIENCE * seconds)
    code = process.exitcode
    if code is None:
        process.kill()
        process.join(_KILLED_SECONDS)
        code = NEVER_ENDED
    spent, kilobytes = (float(each) for each in (_read(cost) or f"{seconds} 0").split())
    return Outcome(code, _read(out), _read(err), spent, kilobytes / 1024)


def _limited(
    work: Callable[[], object], folder: Path, files: tuple[Path, Path, Path], seconds: int
) -> None:
    *texts, cost = files
    for path, stream in zip(texts, (sys.stdout, sys.stderr), strict=True):
        with path.open("wb") as target:
            os.dup2(target.fileno(), stream.fileno())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.chdir(folder)
    try:
        work()
    finally:
        used = resource.getrusage(resource.RUSAGE_SELF)
        cost.write_text(f"{used.ru_utime + used.ru_stime} {used.ru_maxrss}", encoding="utf-8")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
