"""How CP-SAT is set up: which workers, which limits, and the guard against its known bugs."""

from ortools.sat.python import cp_model

from optimizer.run.solve_options import WORKER_SET, SolveOptions
from optimizer.solver.matrix.message import message_of

DETERMINISTIC_PER_SECOND = 0.15
"""Deterministic time that one second of the time limit buys; see `docs/beslissingen/solver.md`."""
SAFE_RANGE = 2**30
"""Presolve of CP-SAT 9.15 can wrap sums above 2³¹ in linear constraints."""


def set_up(
    solver: cp_model.CpSolver, model: cp_model.CpModel, options: SolveOptions, limit: float
) -> None:
    """Set the parameters for one level that may take `limit` seconds."""
    parameters = solver.parameters
    parameters.random_seed = options.seed
    parameters.catch_sigint_signal = False
    if options.deterministic:
        parameters.max_deterministic_time = limit * DETERMINISTIC_PER_SECOND
    else:
        parameters.max_time_in_seconds = limit
    if options.deterministic or options.threads == 1:
        one_worker(solver, options.seed)
    else:
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
