"""CBC, the solver behind PuLP and OpenSolver: PuLP's own copy, else the one on the path."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pulp
from numpy.typing import NDArray

from benchmarks.matrix import Matrix
from benchmarks.peers.answer import PeerAnswer, judged
from benchmarks.peers.mps import write_mps

VERSION = re.compile(r"^Version:\s+(\S+)", re.MULTILINE)
BOUND = re.compile(r"^(?:Lower bound|Best possible):\s+(\S+)", re.MULTILINE)
PROVEN = "Result - Optimal solution found\n"
NO_SOLUTION = ("infeasible", "no integer solution", "unbounded")


def program() -> str | None:
    """The path of CBC; `None` when there is none that runs here."""
    bundled = pulp.PULP_CBC_CMD()
    return str(bundled.path) if bundled.available() else shutil.which("cbc")


def version() -> str:
    """The version of the solver itself."""
    told = subprocess.run([program() or "cbc", "-quit"], capture_output=True, text=True)
    found = VERSION.search(told.stdout)
    return f"CBC {found[1] if found else 'of an unknown version'}"


def run(model: Path, seconds: float, threads: int) -> PeerAnswer:
    """Minimise within the time limit."""
    matrix = Matrix.load(model)
    file, solution = model.with_suffix(".cbc.mps"), model.with_suffix(".sol")
    write_mps(matrix, file)
    options = ["-sec", seconds, "-timeMode", "elapsed", "-threads", threads]
    actions = ["-solve", "-printingOptions", "all", "-solution", solution, "-quit"]
    command = [program() or "cbc", file, *options, *actions]
    began = time.monotonic()
    told = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    passed = time.monotonic() - began
    found = _found(solution, len(matrix.cost))
    return judged(matrix, found, _bound(matrix, told.stdout, found), passed)


def _found(solution: Path, size: int) -> NDArray[np.float64] | None:
    """The values in CBC's solution file; none when its first line says that there are none."""
    if not solution.exists():
        return None
    status, *lines = solution.read_text(encoding="ascii", errors="replace").splitlines()
    if any(words in status.lower() for words in NO_SOLUTION):
        return None
    return _values(lines, size)


def _values(lines: Iterable[str], size: int) -> NDArray[np.float64]:
    """Lines such as `   3 C3  1  0`; two stars mark what breaks a rule."""
    values = np.zeros(size)
    for line in lines:
        _, name, value, *_ = line.replace("**", " ").split()
        if name.startswith("C"):
            values[int(name.removeprefix("C"))] = float(value)
    return values


def _bound(matrix: Matrix, log: str, found: NDArray[np.float64] | None) -> float | None:
    """The bound of the log; a proven solution is its own bound."""
    if PROVEN in log and found is not None:
        return matrix.value(found)
    told = BOUND.findall(log)
    return float(told[-1]) + int(matrix.offset) if told else None
