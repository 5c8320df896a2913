"""One search: runs CP-SAT in a thread of its own so that it can be watched and stopped."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, inf

from ortools.sat.python import cp_model

from models.result import SolveStatus
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.run.watched import watched
from optimizer.solver.parameters import DETERMINISTIC_PER_SECOND, set_up

ROUNDING = 1e-6


@dataclass
class Watch:
    """Best value and bound so far of a running search."""

    value: int | None = None
    bound: int | None = None


Report = Callable[[Watch, float], None]
"""Called a few times a second with the state of the search and the seconds left."""


@dataclass(frozen=True)
class SearchOutcome:
    """What one search found.

    `values` gives a variable's value and is `None` without a plan; `bound` is then 0, the least
    that any level can be. `seconds` is wall time, `spent` is in the unit of the limit.
    """

    status: SolveStatus
    bound: int = 0
    values: Callable[[cp_model.IntVar], int] | None = None
    seconds: float = 0.0
    spent: float = 0.0


class _Watcher(cp_model.CpSolverSolutionCallback):
    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def on_solution_callback(self) -> None:
        """Note the value of a new best solution."""
        self._watch.value = round(self.objective_value)


STATUSES = {
    cp_model.OPTIMAL: SolveStatus.OPTIMAL,
    cp_model.FEASIBLE: SolveStatus.FEASIBLE,
    cp_model.INFEASIBLE: SolveStatus.INFEASIBLE,
    cp_model.UNKNOWN: SolveStatus.UNKNOWN,
}


def search(
    model: cp_model.CpModel, options: SolveOptions, limit: float, stop: Stop, report: Report
) -> SearchOutcome:
    """Minimise the model's objective within `limit`."""
    solver = cp_model.CpSolver()
    set_up(solver, model, options, limit)
    watch = Watch()
    solver.best_bound_callback = lambda bound: setattr(watch, "bound", whole_bound(bound))
    started = time.monotonic()

    def tell() -> None:
        report(watch, max(0.0, limit - (time.monotonic() - started)))

    status = run(solver, model, stop, _Watcher(watch), tell)
    return _outcome(solver, options, status, time.monotonic() - started)


def run(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    stop: Stop,
    callback: cp_model.CpSolverSolutionCallback | None = None,
    poll: Callable[[], None] = lambda: None,
) -> cp_model.CpSolverStatus:
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
        poll()

    found = watched(lambda: solver.solve(model, callback), watch, solver.stop_search)
    if found not in STATUSES:
        raise ValueError(f"the solver refused the model: {model.validate()}")
    return found


def whole_bound(bound: float) -> int:
    """The least whole value that the bound leaves; no level goes below 0."""
    return 0 if bound in (inf, -inf) else max(0, ceil(bound - ROUNDING))


def _outcome(
    solver: cp_model.CpSolver,
    options: SolveOptions,
    found: cp_model.CpSolverStatus,
    seconds: float,
) -> SearchOutcome:
    status = STATUSES[found]
    spent = seconds
    if options.deterministic:
        spent = solver.response_proto.deterministic_time / DETERMINISTIC_PER_SECOND
    if status not in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE):
        return SearchOutcome(status, seconds=seconds, spent=spent)
    bound = whole_bound(solver.best_objective_bound)
    return SearchOutcome(status, bound, solver.value, seconds, spent)
