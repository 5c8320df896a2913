"""Plain CP-SAT: the model as it stands, no parameter but the time limit, no hint."""

import time
from importlib import metadata
from pathlib import Path

import numpy as np
from ortools.sat.python import cp_model

from benchmarks.matrix import FREE, Matrix
from benchmarks.peers.answer import PeerAnswer, judged


def run(model: Path, seconds: float, threads: int) -> PeerAnswer:
    """Minimise within the time limit; the number of workers is CP-SAT's own choice."""
    del threads
    matrix = Matrix.load(model)
    program, variables = _program(matrix)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    began = time.monotonic()
    status = solver.solve(program)
    passed = time.monotonic() - began
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return judged(matrix, None, None, passed)
    found = np.array([solver.value(variable) for variable in variables], dtype=float)
    return judged(matrix, found, solver.best_objective_bound, passed)


def version() -> str:
    """The version of the solver itself."""
    return f"CP-SAT {metadata.version('ortools')}"


def _program(matrix: Matrix) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    program = cp_model.CpModel()
    limits = zip(matrix.lower.tolist(), matrix.upper.tolist(), strict=True)
    variables = [program.new_int_var(lower, upper, "") for lower, upper in limits]
    columns, factors = matrix.columns.tolist(), matrix.factors.tolist()
    starts, lowers, uppers = (
        each.tolist() for each in (matrix.starts, matrix.row_lower, matrix.row_upper)
    )
    for first, end, lower, upper in zip(starts, starts[1:], lowers, uppers, strict=False):
        total = cp_model.LinearExpr.weighted_sum(
            [variables[column] for column in columns[first:end]], factors[first:end]
        )
        least = lower if lower > -FREE else cp_model.INT_MIN
        most = upper if upper < FREE else cp_model.INT_MAX
        program.add_linear_constraint(total, least, most)
    objective = cp_model.LinearExpr.weighted_sum(variables, matrix.cost.tolist())
    program.minimize(objective + int(matrix.offset))
    return program, variables
