"""Large instances: the same levels in the same order, by neighbourhood search instead of one solve.

A whole group is too large to be searched at once. Every level is looked at in its kernel, the pairs
that the linear relaxation would use, and then part by part; the relaxation tells how far from the
best it can be.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Result, SolveStatus, status_of
from models.settings import Level
from optimizer.construct.first_plan import best_plan, first_plan
from optimizer.construct.greedy import complete
from optimizer.run.solve_options import OnProgress, Progress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.bounds import LevelBounds
from optimizer.solver.search.budget import SHARES_OF_HUGE, SHARES_OF_LARGE, Budget
from optimizer.solver.search.first_look import (
    first_look,
    is_huge,
    joint_weights,
    leading_levels,
)
from optimizer.solver.search.level_search import LevelSearch
from optimizer.solver.search.local_search import Terrain
from optimizer.solver.solver import any_plan, solve

NEEDS_FILLING = (Level.CORE, Level.BALANCE, Level.COVERAGE, Level.SPREAD, Level.CONTINUITY)
"""Levels whose plans may leave hours and back-ups that later levels ask for."""
MOST_AT_ONCE = 100_000
"""Non-zeros up to which a plain MIP solver on the whole is better than parts of it: a group of ten
schools has 70 000, one of 22 has 300 000."""
LOOK_SHARE = 0.7
"""Part of the time for a look at the first levels together."""
LOOK_SHARE_OF_HUGE = 0.5
"""The same where that look is not the last word on its levels."""


def solve_instance(
    instance: Instance, options: SolveOptions, stop: Stop, on_progress: OnProgress
) -> Result:
    """Solve an instance of any size from the best plan at hand.

    Raises
    ------
    InfeasibleError, NoSolutionError
        As `optimizer.solver.solver.solve`.
    """
    began = time.monotonic()
    start, whole = first_plan(instance), Whole(instance)
    if whole.num_entries <= MOST_AT_ONCE:
        return solve(instance, options, start, stop, on_progress, whole=whole)
    start = start or any_plan(instance, options, stop)
    left = _left(options.time_limit, began, options)
    options = replace(options, time_limit=left)
    return _Stages(whole, instance, options, stop, on_progress, start).run()


def _left(limit: float, began: float, options: SolveOptions) -> float:
    """What is left of so many seconds; in deterministic mode none pass by themselves."""
    return limit if options.deterministic else max(0.0, limit - (time.monotonic() - began))


class _Stages:
    """One solve, level by level."""

    def __init__(
        self,
        whole: Whole,
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
        shares = SHARES_OF_HUGE if is_huge(instance) else SHARES_OF_LARGE
        self._budget = Budget(options.time_limit, self._levels, shares)
        self._bounds = LevelBounds(options)
        self._whole = whole
        self._take(start)
        self._seconds = dict.fromkeys(self._levels, 0.0)
        self._search = LevelSearch(
            self._whole,
            options,
            stop,
            self._bounds,
            self._teller,
            is_huge=is_huge(instance),
        )

    def run(self) -> Result:
        """All levels, then the tie-break when everything is proven."""
        self._spend_passed()
        self._look_at_once()
        self._price_ahead()
        for level in self._levels:
            began = time.monotonic()
            self._solve_level(level)
            self._seconds[level] += time.monotonic() - began
        self._bounds.finish(wait=not self._stop.requested)
        result = self._result()
        if Level.UNIQUENESS in self._instance.settings.levels:
            result = self._made_unique(result)
        return replace(result, seconds=time.monotonic() - self._began)

    def _spend_passed(self) -> None:
        """Preparing takes time as well; not in deterministic mode, where it is not counted."""
        if not self._options.deterministic:
            self._budget.spend(time.monotonic() - self._began)

    def _look_at_once(self) -> None:
        """Begin the levels with a plan that is good on the first of them together."""
        share = LOOK_SHARE_OF_HUGE if is_huge(self._instance) else LOOK_SHARE
        began, share = time.monotonic(), self._budget.left * share
        leading = leading_levels(self._levels)
        if not any(self._worth[level] > 0 for level in leading):
            return
        options = replace(self._options, time_limit=share)
        tell = partial(self._teller(leading[0], share), self._worth[leading[0]])
        look = first_look(
            self._whole, self._instance, leading, self._plan, options, self._stop, tell
        )
        self._take(look.plan)
        self._bounds.look = look
        passed = time.monotonic() - began
        self._budget.spend(look.spent if self._options.deterministic else passed)
        self._seconds.update(dict.fromkeys(leading, passed / len(leading)))

    def _price_ahead(self) -> None:
        """Begin with the slowest prices, for what the levels before it are worth now."""
        level = self._search.slowest
        if self._worth.get(level, 0) == 0:
            return
        before = self._levels[: self._levels.index(level)]
        assumed: dict[Level, int] = {
            each: self._worth[each] for each in before if each is not Level.FAIRNESS
        }
        self._search.price_ahead(level, self._plan, assumed, self._budget.left)

    def _solve_level(self, level: Level) -> None:
        """Improve one level within its share of the time; none goes below 0."""
        share = self._budget.share(level)
        began = time.monotonic()
        if self._worth[level] > 0 and not self._stop.requested:
            self._improve(level, share)
            passed = time.monotonic() - began
            self._budget.spend(share if self._options.deterministic else passed)
        self._bounds.values[level] = self._worth[level]

    def _take(self, plan: Plan) -> None:
        """Go on with a plan."""
        self._plan, self._worth = plan, self._whole.worth(plan)

    def _improve(self, level: Level, limit: float) -> None:
        """Look for a better plan in the kernel, and go on part by part.

        What a level has no need of, later ones have: that is filled in.
        """
        began = time.monotonic()
        later = self._later(level)
        held = {each: self._limit_of(each) for each in self._bounds.values}
        model = self._whole.model(level, list(held.items()), later)
        values = self._whole.values(self._plan, model)
        guide = self._whole.guide(level, model, joint_weights(later))
        by_place = level is Level.QUALITY
        terrain, before = Terrain(model, self._whole.landscape, guide, by_place), values
        left = _left(limit, began, self._options)
        for step, share in self._search.steps(level, model, held, limit):
            if model.value(values) > self._bounds.of(level):
                began, planned = time.monotonic(), left * share
                values = step(terrain, values, planned)
                passed = time.monotonic() - began
                left = max(0.0, left - (planned if self._options.deterministic else passed))
        if not np.array_equal(values, before):
            self._take(self._completed(level, self._whole.plan(values)))

    def _later(self, level: Level) -> list[Level]:
        """The leading levels after one of them: it is searched with an eye on these."""
        leading = leading_levels(self._levels)
        return leading[leading.index(level) + 1 :] if level in leading else []

    def _teller(self, level: Level, limit: float) -> Callable[[int, float], None]:
        """What reports the value of a step, and its seconds left as those of the solve."""
        rest = self._budget.left - limit

        def tell(value: int, seconds: float) -> None:
            self._on_progress(
                Progress(level, value, self._bounds.of(level), max(0.0, seconds + rest))
            )

        return tell

    def _completed(self, level: Level, plan: Plan) -> Plan:
        """The plan with the hours and the back-ups filled in that a level had no need of."""
        if level not in NEEDS_FILLING:
            return plan
        candidates = [self._plan, plan, complete(self._instance, plan)]
        return best_plan(self._instance, candidates) or self._plan

    def _limit_of(self, level: Level) -> int:
        """What a level is held to: what it is worth now, for fairness with its slack."""
        if level is Level.FAIRNESS:
            return self._bounds.values[level] + self._instance.settings.fairness_slack
        return self._worth[level]

    def _result(self) -> Result:
        levels = tuple(self._level_result(level) for level in self._levels)
        return Result(
            status_of(levels),
            self._plan,
            levels,
            self._stop.requested,
            repeatable=self._options.deterministic and not self._stop.requested,
        )

    def _level_result(self, level: Level) -> LevelResult:
        """A level with what is known of it."""
        final = self._worth[level]
        value = min(self._bounds.values[level], final)
        bound = min(value, self._bounds.of(level))
        return LevelResult(level, value, bound, self._seconds[level], final)

    def _made_unique(self, result: Result) -> Result:
        """The result with the tie-break: solved when all else is proven, otherwise skipped."""
        if result.status is not SolveStatus.OPTIMAL:
            skipped = (*result.levels, LevelResult(Level.UNIQUENESS))
            return replace(result, levels=skipped)
        values = {each.level: each.value or 0 for each in result.levels}
        options = replace(self._options, time_limit=max(1.0, self._budget.left))
        return solve(self._instance, options, self._plan, self._stop, self._on_progress, values)
