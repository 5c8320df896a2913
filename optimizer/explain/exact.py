"""Re-solving a whole changed problem, with what the old proof still proves."""

from collections.abc import Mapping
from dataclasses import replace

from models.instance import Instance
from models.plan import Plan
from models.result import Result
from models.settings import Level
from optimizer.explain.baseline import Baseline, counted_levels
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.solver import solve


def solve_again(
    base: Baseline,
    instance: Instance,
    start: Plan | None,
    options: SolveOptions,
    stop: Stop,
    *,
    is_restriction: bool,
) -> Result:
    """The best plan of a changed problem; with `is_restriction`, old bounds may spare a search.

    An old bound holds as long as every level before it is held to its old value: from the first
    level that costs something on, the levels are searched with bounds of their own.

    Raises
    ------
    InfeasibleError, NoSolutionError
        As `optimizer.solver.solver.solve`.
    """
    part = _without_tie_break(instance)
    bounds = _proven_bounds(base) if is_restriction else {}
    result = solve(part, options, start, stop, bounds=bounds)
    last = _first_that_differs(base, result)
    if not bounds or last >= len(result.levels) - 1:
        return result
    own = {each.level: each.bound or 0 for each in result.levels[: last + 1]}
    return solve(part, options, result.plan, stop, bounds=own)


def _without_tie_break(instance: Instance) -> Instance:
    settings = replace(instance.settings, levels=counted_levels(instance))
    return replace(instance, data=replace(instance.data, settings=settings))


def _proven_bounds(base: Baseline) -> Mapping[Level, int]:
    if not base.is_proven:
        return {}
    return {each.level: each.bound for each in base.levels if each.bound is not None}


def _first_that_differs(base: Baseline, result: Result) -> int:
    """Place of the first level that is not proven, or not worth what it was."""
    for place, level in enumerate(result.levels):
        if not level.proven or level.value != base.level(level.level).value:
            return place
    return len(result.levels)
