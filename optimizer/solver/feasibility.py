"""Whether a problem has any plan at all: one search without an objective."""

from ortools.sat.python import cp_model

from models.instance import Instance
from models.plan import Plan
from models.result import SolveStatus
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.cp_sat import STATUSES, run, set_up
from optimizer.solver.model.model import build_model


def find_plan(
    instance: Instance, options: SolveOptions, stop: Stop
) -> tuple[SolveStatus, Plan | None]:
    """Any plan that keeps all hard rules, within the time limit; it is not a good one.

    Infeasible means proven so; unknown that time ran out or a stop was asked.
    """
    context = build_model(instance)
    solver = cp_model.CpSolver()
    set_up(solver, context.model, options, options.time_limit)
    status = STATUSES[run(solver, context.model, stop)]
    if status not in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE):
        return status, None
    return status, context.variables.plan_from(solver.value)
