"""The lexicographic search: level after level, each held before the next.

A plan of one block is counted in work, so that the same workbook gives the same plan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from math import inf

from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Result, status_of
from models.settings import Level
from optimizer.run.clock import Clock
from optimizer.run.solve_options import OnProgress, Progress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.highs import Limits, Watch
from optimizer.solver.matrix.linear import LinearModel
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.beside import Beside
from optimizer.solver.search.confirmed import confirm, untied
from optimizer.solver.search.level_search import LevelSearch, is_one_block

WEIGHT = 30
"""What a point of a leading level is worth in points of the next, in a first look at all of them.
It need not be right: it chooses a start, and the levels are then solved in their order."""
FOLLOWING = (Level.CONTINUITY, Level.FAIRNESS, Level.QUALITY)
"""Levels that say nothing of how much is done: they do not lead."""
FIRST_SHARE, SHARE = 1 / 3, 1 / 5
"""Parts of what is left that the first look and a level may take: most end long before. With a half
the last levels of a group had nothing left of a minute, and with a quarter the last level of a
group of nine, where branch and cut takes what it gets, had 8 seconds of it. The first look of a
larger group looks for cutting planes as well: of 40 schools it had no relaxation with them by then
in a quarter of two minutes."""
PATIENCE = 0.25
"""Part of the limit that the last level gets without getting better before it may be left."""


class Lexicographic:
    """One search, from a plan that keeps every rule."""

    def __init__(
        self,
        whole: Whole,
        instance: Instance,
        options: SolveOptions,
        plan: Plan,
        stop: Stop,
        on_progress: OnProgress,
        bounds: Mapping[Level, int],
        passed: float,
    ) -> None:
        """`bounds` are lower bounds that are proven elsewhere.

        `passed` is how many seconds of the limit went into that plan: where none can be made by
        hand CP-SAT looks for one.
        """
        self._whole = whole
        self._passed = passed
        self._settings = instance.settings
        self._options = options
        self._on_progress = on_progress
        self._bounds = bounds
        self._is_counted = options.deterministic or is_one_block(whole)
        self._clock = Clock(
            stop,
            work=options.time_limit if self._is_counted else inf,
            seconds=inf if options.deterministic else max(0.0, options.time_limit - passed),
        )
        self._beside = Beside(self._clock, is_counted=self._is_counted)
        self._levels: list[Level] = [
            each for each in self._settings.levels if each is not Level.UNIQUENESS
        ]
        self._leading = list(takewhile(lambda level: level not in FOLLOWING, self._levels))
        self._search = LevelSearch(whole, options, self._beside, self._levels[-1])
        self._plan, self._worth = plan, whole.worth(plan)
        self._results: list[LevelResult] = []
        self._held: dict[Level, int] = {}

    def run(self) -> Result:
        """All levels, then the tie-break when everything is proven."""
        try:
            self._look_together()
            for level in self._levels:
                self._solve(level)
        finally:
            self._beside.finish()
        self._results = [self._bounded(result) for result in self._results]
        if Level.UNIQUENESS in self._settings.levels:
            self._break_ties()
        self._results = [self._finished(result) for result in self._results]
        confirm(self._whole, self._held, self._plan)
        return Result(
            status=status_of(self._results),
            plan=self._plan,
            levels=tuple(self._results),
            interrupted=self._clock.stop.requested,
            seconds=self._passed + self._clock.passed,
            repeatable=self._is_counted
            and not (self._clock.stop.requested or self._clock.has_braked),
        )

    def _look_together(self) -> None:
        """Begin with a plan that is good on the leading levels together.

        A level on its own knows nothing of what the next ones ask for.
        """
        leading = self._leading
        if self._clock.is_over or not any(self._worth[level] for level in leading):
            return
        model, values = self._whole.joint(_weights(leading), {}), self._whole.values(self._plan)
        limits = self._limits(leading[0], self._clock.part(FIRST_SHARE)).untold()
        found = self._whole.plan(self._search.together(model, values, limits))
        worth = self._whole.worth(found)
        if self._in_order(worth, leading[0]) < self._in_order(self._worth, leading[0]):
            self._plan, self._worth = found, worth

    def _in_order(self, worth: Mapping[Level, int], first: Level) -> list[int]:
        return [worth[level] for level in self._levels[self._levels.index(first) :]]

    def _solve(self, level: Level) -> None:
        """Solve one level within its share, and hold it for the next."""
        began, bound = self._clock.passed, self._bounds.get(level, 0)
        if self._worth[level] > bound and not self._clock.is_over:
            bound = max(bound, self._searched(level))
        value = self._worth[level]
        seconds = self._clock.passed - began
        self._results.append(LevelResult(level, value, min(value, bound), seconds))
        slack = self._settings.fairness_slack if level is Level.FAIRNESS else 0
        self._held[level] = value + slack

    def _searched(self, level: Level) -> int:
        """Go on with the best plan that is found; what is proven of the level."""
        model, values = self._whole.model(level, self._held), self._whole.values(self._plan)
        known = self._bounds.get(level, 0)
        # Where proofs are counted they come after the last level.
        is_last = level is self._levels[-1] and not self._beside.has_to_wait
        limits = self._limits(level, self._clock.part(1 if is_last else SHARE))
        found = self._search.search(level, model, self._goal(level), values, limits, known)
        plan = self._whole.plan(found.values)
        worth = self._whole.worth(plan)
        is_held = all(worth[each] <= most for each, most in self._held.items())
        # What is held may be worse than it was, where there is slack.
        is_better = self._in_order(worth, level) < self._in_order(self._worth, level)
        if is_held and is_better:
            self._plan, self._worth = plan, worth
        return found.bound

    def _goal(self, level: Level) -> LinearModel | None:
        """A leading level together with those that it leads, no worse than it is.

        To do one core task more, a plan of 40 schools left a coverage of 16 000 for 38 000.
        """
        if is_one_block(self._whole) or level not in self._leading[:-1]:
            return None  # It is mostly proven by itself; or it leads none.
        together = self._leading[self._leading.index(level) :]
        return self._whole.joint(_weights(together), {**self._held, level: self._worth[level]})

    def _limits(self, level: Level, clock: Clock) -> Limits:
        """The limits of the search of a level, of which is told how far it is."""

        def tell(watch: Watch) -> None:
            bound = max(watch.bound or 0, self._bounds.get(level, 0), self._beside.bound(level))
            self._on_progress(Progress(level, watch.value, bound, self._clock.left))

        def is_enough(watch: Watch) -> bool:
            if watch.value is not None and watch.value <= self._bounds.get(level, -1):
                return True
            return level is self._levels[-1] and self._is_enough(watch, clock)

        return Limits(clock, is_enough, tell)

    def _is_enough(self, watch: Watch, clock: Clock) -> bool:
        """Whether the last level may be left: it is near its bound, and got no better for long."""
        idle = clock.used - watch.improved
        if watch.value is None or idle < PATIENCE * self._options.time_limit:
            return False
        near = float(self._settings.enough_pct) / 100 * max(1, watch.value)
        return watch.value - (watch.bound or 0) <= near

    def _break_ties(self) -> None:
        """Choose among plans that are equally good, when it is proven that none is better.

        It may take a tenth of what was done before it.
        """
        stop = self._clock.stop
        if stop.requested or not all(result.proven for result in self._results):
            self._results.append(LevelResult(Level.UNIQUENESS))
            return
        began, limit = self._clock.passed, self._clock.done / 10
        found = untied(self._whole, self._held, self._plan, self._options.seed, limit, stop)
        self._plan, self._worth = found.plan, self._whole.worth(found.plan)
        seconds = self._clock.passed - began
        self._results.append(
            LevelResult(Level.UNIQUENESS, found.value, found.bound, seconds, found.value)
        )

    def _bounded(self, result: LevelResult) -> LevelResult:
        """The level with what was proven beside the search; later levels may have improved it."""
        reached = self._worth[result.level]
        value = min(result.value if result.value is not None else reached, reached)
        bound = max(result.bound or 0, self._beside.bound(result.level))
        return replace(result, value=value, bound=min(value, bound))

    def _finished(self, result: LevelResult) -> LevelResult:
        """The level with what the final plan is worth: a tie-break may use the slack there is."""
        return replace(result, final=self._worth.get(result.level, result.final))


def _weights(levels: Sequence[Level]) -> Mapping[Level, int]:
    """What a point of each of some levels is worth when they are looked at together."""
    return {level: WEIGHT**power for power, level in enumerate(reversed(levels))}
