"""Solves an instance: the best plan that is found within the limits, level by level."""

from collections.abc import Mapping
from dataclasses import replace
from time import monotonic

from models.errors import InfeasibleError, NoSolutionError
from models.instance import Instance
from models.plan import Plan
from models.result import Result, SolveStatus
from models.settings import Level
from optimizer.construct.first_plan import first_plan
from optimizer.run.solve_options import OnProgress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.diagnosis import find_conflict
from optimizer.solver.feasibility import find_plan
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.lexicographic import Lexicographic


def solve(
    instance: Instance,
    options: SolveOptions,
    start: Plan | None = None,
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
    bounds: Mapping[Level, int] | None = None,
) -> Result:
    """Find the best plan, level by level, of an instance of any size.

    `start` must satisfy every hard rule; it is where the search begins and the fallback. Without
    one it is the best plan at hand. `bounds` are lower bounds that are proven elsewhere; a level
    whose value reaches its bound is not searched.

    Raises
    ------
    InfeasibleError
        When it is proven that no plan exists; carries the smallest conflict found.
    NoSolutionError
        When the limit passed without any plan.
    """
    stop, began = stop or Stop(), monotonic()
    plan = start or first_plan(instance) or _any_plan(instance, options, stop)
    passed, whole = monotonic() - began, Whole(instance)
    return Lexicographic(
        whole, instance, options, plan, stop, on_progress, bounds or {}, passed
    ).run()


def _any_plan(instance: Instance, options: SolveOptions, stop: Stop) -> Plan:
    """Any plan to begin with, the same on every machine.

    That there is none counts as proven only when diagnosis confirms it.
    """
    status, plan = find_plan(instance, replace(options, deterministic=True), stop)
    if plan is not None:
        return plan
    if status is SolveStatus.INFEASIBLE:
        conflict = find_conflict(instance, options, stop)
        if conflict is not None:
            raise InfeasibleError(conflict, instance.data)
    raise NoSolutionError
