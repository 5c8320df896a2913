"""One search of a part of a large model, to the end or until it is good enough."""

from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.part import Part, cut
from optimizer.solver.search.cpsat_run import run


@dataclass(frozen=True)
class Effort:
    """How hard a part is searched: `limit` is deterministic time, about 20 times a second."""

    limit: float
    seed: int = 1


def search_part(
    linear: LinearModel, values: Numbers, free: Numbers, enough: int, effort: Effort, stop: Stop
) -> Numbers | None:
    """The best values found when only the columns `free` may differ; `None` without any.

    The columns may start at values that break rules. The search ends as soon as the objective is
    at most `enough`; it is the same on every machine.
    """
    part = cut(linear, values, free)
    if not part.variables:
        return part.fixed if linear.rows.are_kept_by(part.fixed) else None
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = effort.seed
    solver.parameters.max_deterministic_time = effort.limit
    solver.parameters.catch_sigint_signal = False
    status = run(solver, part.model, stop, _Enough(enough - _settled(linear, part)))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return part.found(solver)


def _settled(linear: LinearModel, part: Part) -> int:
    """What the columns outside the part add to the objective."""
    outside = part.fixed.copy()
    outside[part.columns] = 0
    return linear.offset + int(np.dot(linear.cost, outside))


class _Enough(cp_model.CpSolverSolutionCallback):
    """Ends the search at the first solution that is good enough."""

    def __init__(self, enough: int) -> None:
        super().__init__()
        self._enough = enough

    def on_solution_callback(self) -> None:
        """Look at a new best solution."""
        if round(self.objective_value) <= self._enough:
            self.stop_search()
