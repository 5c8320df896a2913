"""How CP-SAT is set up: which workers, which limits, and the guard against its known bugs."""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from models.settings import Settings

WORKER_SET = ("max_lp", "default_lp")
"""On two cores this pair proves the levels of a school where the default set does not."""
DETERMINISTIC_PER_SECOND = 0.15
"""Deterministic time that one second of the time limit buys; see `docs/beslissingen/solver.md`."""
SAFE_RANGE = 2**30
"""Presolve of CP-SAT 9.15 can wrap sums above 2³¹ in linear constraints."""


@dataclass(frozen=True)
class SolveOptions:
    """How long and how the solver searches.

    `time_limit` is in seconds over all levels; with `deterministic` it is deterministic time, so
    that the same workbook gives the same plan on every machine. With `second_opinion` another
    solver is asked about what is proven, after the search. `threads` is how many the search may
    use, at most two; a deterministic one uses one.
    """

    time_limit: float
    seed: int = 1
    deterministic: bool = False
    second_opinion: bool = False
    threads: int = len(WORKER_SET)

    @classmethod
    def of(
        cls,
        settings: Settings,
        time_limit: float | None = None,
        seed: int | None = None,
        *,
        deterministic: bool = False,
    ) -> "SolveOptions":
        """The options of a run: what is `None` is as the workbook's settings say."""
        return cls(
            time_limit=float(settings.time_limit) if time_limit is None else time_limit,
            seed=settings.seed if seed is None else seed,
            deterministic=deterministic,
        )


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
        parameters.num_workers = 1
        parameters.linearization_level = 2
    else:
        parameters.num_workers = len(WORKER_SET)
        parameters.subsolvers.extend(WORKER_SET)
    if has_wide_ranges(model):
        parameters.presolve_inclusion_work_limit = 0


def has_wide_ranges(model: cp_model.CpModel) -> bool:
    """Whether any linear constraint, or the objective, can leave the safe range."""
    sizes = [max(map(abs, variable.domain)) for variable in model.proto.variables]
    linears = [c.linear for c in model.proto.constraints if c.has_linear()]
    return any(
        sum(abs(c) * sizes[v] for v, c in zip(linear.vars, linear.coeffs, strict=True))
        >= SAFE_RANGE
        for linear in [*linears, model.proto.objective]
    )
