"""Large instances in stages: the levels that ask for some tasks only, then the pairs that count.

A whole group is too large to be searched at once. Each stage solves a smaller instance whose plans
are plans of the whole, starting from the plan of the stage before; bounds come from the stages
that are exact and from the linear relaxation.
"""

from dataclasses import replace

from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Result, SolveStatus
from models.settings import Level
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.relaxation import relax
from optimizer.cpsat.restriction import HOLDING_LEVELS, for_levels, for_pairs, plan_within
from optimizer.cpsat.solver import OnProgress, Progress, solve
from optimizer.first_plan import best_plan, first_plan
from optimizer.greedy import complete
from optimizer.stop import Stop

LARGE = 2500
"""Eligible pairs from which an instance is solved in stages."""
HOLDING_SHARE = 0.4
"""Part of the time for the levels that ask for some tasks only."""


def solve_instance(
    instance: Instance, options: SolveOptions, stop: Stop, on_progress: OnProgress
) -> Result:
    """Solve an instance of any size from the best plan at hand.

    Raises
    ------
    InfeasibleError, NoSolutionError
        As `optimizer.cpsat.solver.solve`.
    """
    start = first_plan(instance)
    if len(instance.payers) < LARGE:
        return solve(instance, options, start, stop, on_progress)
    return _Stages(instance, options, stop, on_progress).run(start)


class _Stages:
    """One solve in stages."""

    def __init__(
        self, instance: Instance, options: SolveOptions, stop: Stop, on_progress: OnProgress
    ) -> None:
        self._instance = instance
        self._options = options
        self._stop = stop
        self._on_progress = on_progress
        self._levels = instance.settings.levels
        self._held: dict[Level, LevelResult] = {}

    def run(self, start: Plan | None) -> Result:
        """All stages."""
        held = self._hold(start)
        start = held or start
        ceilings = {level: result.value or 0 for level, result in self._held.items()}
        relaxed = relax(self._instance, ceilings)
        held_bounds = {level: result.bound or 0 for level, result in self._held.items()}
        bounds = {**relaxed.bounds, **held_bounds}
        used = frozenset(start.hours_by_pair()) if start else frozenset(self._instance.payers)
        pairs = relaxed.pairs | used | frozenset(self._instance.pins.works)
        part = for_pairs(self._instance, pairs)
        spent = sum(result.seconds for result in self._held.values())
        share = 1 - HOLDING_SHARE if self._held else 1.0
        left = max(self._options.time_limit * share, self._options.time_limit - spent)
        result = solve(part, self._limited(left), start, self._stop, self._on_progress, bounds)
        return self._merged(result, bounds)

    def _limited(self, seconds: float) -> SolveOptions:
        return replace(self._options, time_limit=seconds)

    def _hold(self, start: Plan | None) -> Plan | None:
        """The best plan after the first levels, when these ask for some tasks only."""
        asking = [level for level in self._levels if level in HOLDING_LEVELS]
        if not asking or tuple(asking) != self._levels[: len(asking)]:
            return start
        part = for_levels(self._instance, asking)
        limit = self._options.time_limit * HOLDING_SHARE
        rest = self._options.time_limit - limit

        def tell(progress: Progress) -> None:
            self._on_progress(replace(progress, seconds_left=progress.seconds_left + rest))

        own = None if start is None else plan_within(part, start)
        result = solve(part, self._limited(limit), own, self._stop, tell)
        self._held = {each.level: each for each in result.levels}
        candidates = [complete(self._instance, result.plan), result.plan]
        return best_plan(self._instance, candidates if start is None else [*candidates, start])

    def _merged(self, result: Result, bounds: dict[Level, int]) -> Result:
        """The result with the bounds that hold for the whole instance."""
        levels = tuple(self._with_bound(level, bounds) for level in result.levels)
        proven = all(level.proven for level in levels if level.value is not None)
        status = SolveStatus.OPTIMAL if proven else SolveStatus.FEASIBLE
        seconds = result.seconds + sum(each.seconds for each in self._held.values())
        return replace(result, levels=levels, status=status, seconds=seconds)

    def _with_bound(self, level: LevelResult, bounds: dict[Level, int]) -> LevelResult:
        if level.value is None or level.level is Level.UNIQUENESS:
            return LevelResult(level.level)
        held = self._held.get(level.level)
        seconds = level.seconds + (held.seconds if held else 0.0)
        bound = min(level.value, bounds.get(level.level, 0))
        return replace(level, bound=bound, seconds=seconds)
