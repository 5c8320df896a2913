"""HiGHS, by highspy."""

import time
from pathlib import Path

import highspy
import numpy as np

from benchmarks.matrix import FREE, Matrix
from benchmarks.peers.answer import PeerAnswer, judged


def run(model: Path, seconds: float, threads: int) -> PeerAnswer:
    """Minimise within the time limit."""
    matrix = Matrix.load(model)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("threads", threads)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.passModel(_program(matrix))
    began = time.monotonic()
    solver.run()
    passed = time.monotonic() - began
    info = solver.getInfo()
    feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    found = np.array(solver.getSolution().col_value) if feasible else None
    return judged(matrix, found, info.mip_dual_bound, passed)


def version() -> str:
    """The version of the solver itself."""
    return f"HiGHS {highspy.Highs().version()}"


def _program(matrix: Matrix) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_col_ = len(matrix.lower)
    program.num_row_ = len(matrix.row_lower)
    program.col_cost_ = matrix.cost.astype(float)
    program.offset_ = float(matrix.offset)
    program.col_lower_ = matrix.lower.astype(float)
    program.col_upper_ = matrix.upper.astype(float)
    program.row_lower_ = np.where(matrix.row_lower <= -FREE, -highspy.kHighsInf, matrix.row_lower)
    program.row_upper_ = np.where(matrix.row_upper >= FREE, highspy.kHighsInf, matrix.row_upper)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_ = matrix.starts.astype(np.int32)
    program.a_matrix_.index_ = matrix.columns.astype(np.int32)
    program.a_matrix_.value_ = matrix.factors.astype(float)
    program.integrality_ = [highspy.HighsVarType.kInteger] * program.num_col_
    return program
