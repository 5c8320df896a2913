"""SCIP, by pyscipopt."""

import time
from pathlib import Path

import numpy as np
import pyscipopt

from benchmarks.matrix import Matrix
from benchmarks.peers.answer import PeerAnswer, judged
from benchmarks.peers.mps import write_mps


def run(model: Path, seconds: float, threads: int) -> PeerAnswer:
    """Minimise within the time limit; SCIP as it is shipped uses one thread."""
    del threads
    matrix = Matrix.load(model)
    file = model.with_suffix(".scip.mps")
    write_mps(matrix, file)
    solver = pyscipopt.Model()
    solver.hideOutput()
    solver.readProblem(str(file))
    solver.setParam("limits/time", float(seconds))
    began = time.monotonic()
    solver.optimize()
    passed = time.monotonic() - began
    bound = solver.getDualbound() + int(matrix.offset)
    return judged(matrix, _found(solver, len(matrix.cost)), bound, passed)


def version() -> str:
    """The version of the solver itself."""
    return f"SCIP {pyscipopt.Model().version()}"


def _found(
    solver: "pyscipopt.Model", size: int
) -> "np.ndarray[tuple[int], np.dtype[np.float64]] | None":
    if solver.getNSols() == 0:
        return None
    best = solver.getBestSol()
    found = np.zeros(size)
    for variable in solver.getVars():
        found[int(variable.name.removeprefix("C"))] = best[variable]
    return found
