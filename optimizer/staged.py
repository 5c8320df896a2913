"""Large instances in stages: the levels that ask for some tasks only, then the pairs that count.

A whole group is too large to be searched at once. Each stage solves a smaller instance whose plans
are plans of the whole, starting from the plan of the stage before; bounds come from the stages
that are exact and from the linear relaxation.
"""

import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.instance import Instance, Pair
from models.plan import Plan
from models.result import LevelResult, Result, status_of
from models.settings import Level
from models.verification import verify
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.relaxation import relax
from optimizer.cpsat.restriction import HOLDING_LEVELS, for_levels, for_pairs, plan_within
from optimizer.cpsat.solver import OnProgress, Progress, solve
from optimizer.first_plan import best_plan, first_plan
from optimizer.greedy import complete
from optimizer.local_search import improve
from optimizer.stop import Stop

LARGE = 2500
"""Eligible pairs from which an instance is solved in stages."""
HOLDING_SHARE = 0.5
"""Part of the time for the levels that ask for some tasks only, shared equally."""
SEARCH_SHARE = 0.3
"""Part of the time for neighbourhood search; what is left goes to the last stage."""


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


@dataclass(frozen=True)
class ConditionalBound:
    """A lower bound of a level that was proven while earlier levels were held to `under`.

    It holds for a plan that is no worse on those levels; a plan that is worse there could be
    better here.
    """

    value: int
    under: Mapping[Level, int]

    def holds_for(self, values: Mapping[Level, int]) -> bool:
        """Whether the bound says something of a plan with these values of its levels."""
        return all(level in values and values[level] <= held for level, held in self.under.items())


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
        self._bounds: dict[Level, list[ConditionalBound]] = defaultdict(list)
        self._seconds: dict[Level, float] = {}
        self._began = time.monotonic()

    def run(self, start: Plan | None) -> Result:
        """All stages."""
        start = self._search(self._hold(start) or start)
        reached = verify(self._instance.data, start).levels if start else {}
        pairs = self._relax(reached) | frozenset(self._instance.pins.works)
        pairs |= frozenset(start.hours_by_pair()) if start else frozenset(self._instance.payers)
        part = for_pairs(self._instance, pairs)
        limited, bounds = self._limited(self._left()), self._bounds_for(reached)
        result = solve(part, limited, start, self._stop, self._on_progress, bounds)
        return self._merged(result)

    def _relax(self, reached: Mapping[Level, int]) -> frozenset[Pair]:
        """Note the bounds of the relaxation; the pairs that it uses."""
        relaxed = relax(self._instance, reached)
        under: dict[Level, int] = {}
        for level, bound in relaxed.bounds.items():
            self._bounds[level].append(ConditionalBound(bound, dict(under)))
            under[level] = reached.get(level, bound)
        return relaxed.pairs

    def _bounds_for(self, values: Mapping[Level, int]) -> dict[Level, int]:
        """The best bound of each level that holds for a plan with these values."""
        return {
            level: max((bound.value for bound in bounds if bound.holds_for(values)), default=0)
            for level, bounds in self._bounds.items()
        }

    def _left(self) -> float:
        """Seconds for the last stage; in deterministic mode a fixed part, whatever has passed."""
        planned = self._options.time_limit * (1 - HOLDING_SHARE - SEARCH_SHARE)
        if self._options.deterministic:
            return planned
        passed = time.monotonic() - self._began
        return max(planned / 2, self._options.time_limit - passed)

    def _limited(self, seconds: float) -> SolveOptions:
        return replace(self._options, time_limit=seconds)

    def _hold(self, start: Plan | None) -> Plan | None:
        """The best plan after the first levels, as far as these ask for some tasks only."""
        for number, level in enumerate(self._levels, start=1):
            if level not in HOLDING_LEVELS:
                break
            start = self._hold_level(self._levels[:number], start)
        return start

    def _hold_level(self, levels: tuple[Level, ...], start: Plan | None) -> Plan | None:
        """The best plan on some levels, on the tasks that they ask for; the rest filled in.

        The shares of pedagogical work are left out at first, for the bound; when the plan turns
        out to need them, the part is solved again with them.
        """
        part = for_levels(self._instance, levels)
        strict = replace(part, persons=self._instance.persons)
        result = self._solve_part(part, start, self._bounds_for({}))
        *earlier, last = result.levels
        under = {each.level: each.value or 0 for each in earlier}
        self._bounds[last.level].append(ConditionalBound(last.bound or 0, under))
        self._seconds[last.level] = last.seconds
        if not verify(self._instance.data, result.plan).ok:
            result = self._solve_part(strict, start, self._bounds_for({}))
        candidates = [complete(self._instance, result.plan), result.plan]
        return best_plan(self._instance, candidates if start is None else [*candidates, start])

    def _solve_part(self, part: Instance, start: Plan | None, bounds: dict[Level, int]) -> Result:
        limit = self._options.time_limit * HOLDING_SHARE / len(HOLDING_LEVELS)
        rest = self._options.time_limit - limit

        def tell(progress: Progress) -> None:
            self._on_progress(replace(progress, seconds_left=progress.seconds_left + rest))

        own = None if start is None else plan_within(part, start)
        return solve(part, self._limited(limit), own, self._stop, tell, bounds)

    def _search(self, start: Plan | None) -> Plan | None:
        """The best plan after neighbourhood search, when coverage is among the levels."""
        if start is None or Level.COVERAGE not in self._levels:
            return start
        seconds = self._options.time_limit * SEARCH_SHARE
        rest = self._options.time_limit * (1 - HOLDING_SHARE - SEARCH_SHARE)

        def tell(left: float) -> None:
            self._on_progress(Progress(Level.COVERAGE, None, None, left + rest))

        found = improve(self._instance, start, self._limited(seconds), self._stop, tell)
        fresh = complete(self._instance, replace(found, backups={}))
        return best_plan(self._instance, [fresh, complete(self._instance, found), start])

    def _merged(self, result: Result) -> Result:
        """The result with the bounds that hold for the whole instance."""
        finals = {each.level: each.final for each in result.levels if each.final is not None}
        bounds = self._bounds_for(finals)
        levels = tuple(self._with_bound(level, bounds) for level in result.levels)
        seconds = time.monotonic() - self._began
        return replace(result, levels=levels, status=status_of(levels), seconds=seconds)

    def _with_bound(self, level: LevelResult, bounds: Mapping[Level, int]) -> LevelResult:
        if level.value is None or level.level is Level.UNIQUENESS:
            return LevelResult(level.level)
        seconds = level.seconds + self._seconds.get(level.level, 0.0)
        bound = min(level.value, bounds.get(level.level, 0))
        return replace(level, bound=bound, seconds=seconds)
