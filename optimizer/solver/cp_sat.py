"""How CP-SAT is set up and run: its workers, its limits, and the guard against its known bugs."""

from ortools.sat.python import cp_model

from models.result import SolveStatus
from optimizer.run.solve_options import WORKER_SET, SolveOptions
from optimizer.run.stop import Stop
from optimizer.run.watched import watched
from optimizer.solver.matrix.message import message_of

DETERMINISTIC_PER_SECOND = 0.15
"""Deterministic time that one second of the time limit buys; see `docs/beslissingen/solver.md`."""
SAFE_RANGE = 2**30
"""Presolve of CP-SAT 9.15 can wrap sums above 2³¹ in linear constraints."""
SOLVED = (cp_model.OPTIMAL, cp_model.FEASIBLE)
STATUSES = {
    cp_model.OPTIMAL: SolveStatus.OPTIMAL,
    cp_model.FEASIBLE: SolveStatus.FEASIBLE,
    cp_model.INFEASIBLE: SolveStatus.INFEASIBLE,
    cp_model.UNKNOWN: SolveStatus.UNKNOWN,
}


def set_up(
    solver: cp_model.CpSolver, model: cp_model.CpModel, options: SolveOptions, limit: float
) -> None:
    """Set the parameters for a search that may take `limit` seconds, or as much work."""
    parameters = solver.parameters
    if options.deterministic:
        parameters.max_deterministic_time = limit * DETERMINISTIC_PER_SECOND
    else:
        parameters.max_time_in_seconds = limit
    if options.deterministic or options.threads == 1:
        one_worker(solver, options.seed)
    else:
        parameters.random_seed = options.seed
        parameters.catch_sigint_signal = False
        parameters.num_workers = len(WORKER_SET)
        parameters.subsolvers.extend(WORKER_SET)
    if has_wide_ranges(model):
        parameters.presolve_inclusion_work_limit = 0


def one_worker(solver: cp_model.CpSolver, seed: int) -> None:
    """One worker that relies on the linear relaxation: the same question has the same answer."""
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed % 2**31
    solver.parameters.catch_sigint_signal = False


def has_wide_ranges(model: cp_model.CpModel) -> bool:
    """Whether any linear constraint, or the objective, can leave the safe range."""
    proto = message_of(model)
    sizes = [max(map(abs, variable.domain)) for variable in proto.variables]
    linears = [each.linear for each in proto.constraints if each.HasField("linear")]
    return any(
        sum(abs(c) * sizes[v] for v, c in zip(linear.vars, linear.coeffs, strict=True))
        >= SAFE_RANGE
        for linear in [*linears, proto.objective]
    )


def run(solver: cp_model.CpSolver, model: cp_model.CpModel, stop: Stop) -> cp_model.CpSolverStatus:
    """Solve in a thread of its own, so that signals arrive and a stop is obeyed.

    A stop that comes before the search has begun is ignored by the solver, so it is repeated.

    Raises
    ------
    ValueError
        When CP-SAT calls the model invalid: an internal error.
    """

    def watch() -> None:
        if stop.requested:
            solver.stop_search()

    found = watched(lambda: solver.solve(model), watch, solver.stop_search)
    if found not in STATUSES:
        raise ValueError(f"the solver refused the model: {model.validate()}")
    return found
