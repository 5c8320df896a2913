"""Large instances: the same levels in the same order, by neighbourhood search instead of one solve.

A whole group is too large to be searched at once. The levels that ask for some tasks only are
proven on those tasks; every level is then improved part by part, and the linear relaxation tells
how far from the best it can be.
"""

import time
from dataclasses import replace

from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Result, SolveStatus, status_of
from models.settings import Level
from models.verification import verify
from optimizer.cpsat.budget import Budget
from optimizer.cpsat.local_search import Terrain, improve
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.relaxation import Bounding
from optimizer.cpsat.restriction import HOLDING_LEVELS, for_levels, plan_within
from optimizer.cpsat.solver import OnProgress, Progress, solve
from optimizer.cpsat.whole import Whole
from optimizer.first_plan import best_plan, first_plan
from optimizer.greedy import complete
from optimizer.stop import Stop

LARGE = 2500
"""Eligible pairs from which an instance is solved part by part."""
AT_ONCE = 10_000
"""Eligible pairs of the tasks that a holding level asks for, up to which it is solved at once."""
FREE_SHARE = 0.9
"""Part of a holding level's time before shares of pedagogical work are looked at."""
SEARCH_SHARE = 0.4
"""Part of that time for neighbourhood search, before all of it is solved at once for the proof."""


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
    if start is None:
        start = solve(_only_first(instance), options, None, stop, on_progress).plan
    return _Stages(instance, options, stop, on_progress, start).run()


def _only_first(instance: Instance) -> Instance:
    """The instance with one level: enough to find any plan at all."""
    settings = replace(instance.settings, levels=instance.settings.levels[:1])
    return replace(instance, data=replace(instance.data, settings=settings))


class _Stages:
    """One solve, level by level."""

    def __init__(
        self,
        instance: Instance,
        options: SolveOptions,
        stop: Stop,
        on_progress: OnProgress,
        start: Plan,
    ) -> None:
        self._instance = instance
        self._options = options
        self._stop = stop
        self._on_progress = on_progress
        self._began = time.monotonic()
        self._levels: list[Level] = [
            level for level in instance.settings.levels if level is not Level.UNIQUENESS
        ]
        self._budget = Budget(options.time_limit, self._levels)
        self._bounding = Bounding(options)
        self._whole = Whole(instance)
        self._take(start)
        self._bounds: dict[Level, int] = {}
        self._values: dict[Level, int] = {}
        self._seconds: dict[Level, float] = {}

    def run(self) -> Result:
        """All levels, then the tie-break when everything is proven."""
        self._spend_passed()
        for level in self._levels:
            began = time.monotonic()
            self._solve_level(level)
            self._seconds[level] = time.monotonic() - began
        self._bounding.finish(wait=not self._stop.requested)
        result = self._result()
        if Level.UNIQUENESS in self._instance.settings.levels:
            result = self._made_unique(result)
        return replace(result, seconds=time.monotonic() - self._began)

    def _spend_passed(self) -> None:
        """Preparing takes time as well; not in deterministic mode, where it is not counted."""
        if not self._options.deterministic:
            self._budget.spend(time.monotonic() - self._began)

    def _solve_level(self, level: Level) -> None:
        """Improve one level within its share of the time; none goes below 0."""
        share = self._budget.share(level)
        began = time.monotonic()
        if self._worth[level] > 0 and not self._stop.requested:
            improve_level = self._hold if level in HOLDING_LEVELS else self._search
            improve_level(level, share)
            passed = time.monotonic() - began
            self._budget.spend(share if self._options.deterministic else passed)
        self._values[level] = self._worth[level]

    def _take(self, plan: Plan) -> None:
        """Go on with a plan."""
        self._plan, self._worth = plan, self._whole.worth(plan)

    def _hold(self, level: Level, share: float) -> None:
        """Solve a level on the tasks that it asks for, and do the others with what is left.

        The shares of pedagogical work are left out at first, for the bound; when the plan turns
        out to need them, the part is solved again with them.
        """
        instance = self._instance
        part = for_levels(instance, self._levels[: self._levels.index(level) + 1])
        found, self._bounds[level] = self._solve_part(part, share * FREE_SHARE, bound=True)
        if not verify(instance.data, found).ok:
            strict = replace(part, persons=instance.persons)
            found, _ = self._solve_part(strict, share * (1 - FREE_SHARE), bound=False)
        candidates = [self._plan, found, complete(instance, found)]
        self._take(best_plan(instance, candidates) or self._plan)

    def _solve_part(self, part: Instance, limit: float, *, bound: bool) -> tuple[Plan, int]:
        """The best plan of a part on its last level, those before it kept, and its bound.

        A part that is too large to be solved at once is bounded by its relaxation, with `bound`.
        """
        level, own = part.settings.levels[-1], plan_within(part, self._plan)
        if len(part.payers) > AT_ONCE:
            return self._improved(Whole(part), own, level, limit, bound=bound), 0
        began = time.monotonic()
        own = self._improved(Whole(part), own, level, limit * SEARCH_SHARE, bound=False)
        used = limit * SEARCH_SHARE if self._options.deterministic else time.monotonic() - began
        rest = self._budget.left - limit

        def tell(progress: Progress) -> None:
            self._on_progress(replace(progress, seconds_left=progress.seconds_left + rest))

        options = replace(self._options, time_limit=max(0.0, limit - used))
        result = solve(part, options, own, self._stop, tell, self._values)
        return result.plan, result.levels[-1].bound or 0

    def _search(self, level: Level, limit: float) -> None:
        """Improve the plan part by part; the model's relaxation gets in the queue."""
        self._take(self._improved(self._whole, self._plan, level, limit, bound=True))

    def _improved(
        self, whole: Whole, plan: Plan, level: Level, limit: float, *, bound: bool
    ) -> Plan:
        """A plan that is better on a level; with `bound`, the relaxation gets in the queue."""
        model = whole.model(level, [(each, self._limit_of(each)) for each in self._values])
        if bound:
            self._bounding.ask(level, whole.outline(model))
            self._bounding.ask(level, model)
        rest = self._budget.left - limit

        def tell(value: int, left: float) -> None:
            self._on_progress(Progress(level, value, self._bound(level), max(0.0, left + rest)))

        found = improve(
            Terrain(model, whole.landscape, whole.guide(level)),
            whole.values(plan, model),
            replace(self._options, time_limit=limit),
            self._stop,
            tell,
        )
        return whole.plan(found)

    def _bound(self, level: Level) -> int:
        """What is proven so far, on the part or by the relaxation, whichever says more."""
        return max(self._bounds.get(level, 0), self._bounding.bound(level))

    def _limit_of(self, level: Level) -> int:
        """What a level is held to: what it is worth now, for fairness with its slack."""
        if level is Level.FAIRNESS:
            return self._values[level] + self._instance.settings.fairness_slack
        return self._worth[level]

    def _result(self) -> Result:
        levels = tuple(self._level_result(level) for level in self._levels)
        return Result(status_of(levels), self._plan, levels, self._stop.requested)

    def _level_result(self, level: Level) -> LevelResult:
        """A level with what is known of it."""
        final = self._worth[level]
        value = min(self._values[level], final)
        return LevelResult(
            level, value, min(value, self._bound(level)), self._seconds[level], final
        )

    def _made_unique(self, result: Result) -> Result:
        """The result with the tie-break: solved when all else is proven, otherwise skipped."""
        if result.status is not SolveStatus.OPTIMAL:
            skipped = (*result.levels, LevelResult(Level.UNIQUENESS))
            return replace(result, levels=skipped)
        values = {each.level: each.value or 0 for each in result.levels}
        options = replace(self._options, time_limit=max(1.0, self._budget.left))
        return solve(self._instance, options, self._plan, self._stop, self._on_progress, values)
