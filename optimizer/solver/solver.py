"""The lexicographic solve of one block: level after level, each held before the next.

The whole model goes to HiGHS as a matrix, the plan at hand as its start; CP-SAT confirms the plan
on the model itself. All of it is counted in work, so that the same workbook gives the same plan.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import inf

from models.errors import InfeasibleError, NoSolutionError
from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Result, SolveStatus, status_of
from models.settings import Level
from optimizer.run.clock import Clock
from optimizer.run.solve_options import OnProgress, Progress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.diagnosis import find_conflict
from optimizer.solver.feasibility import find_plan
from optimizer.solver.matrix.highs import Watch, branch_and_cut, whole_bound
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.confirmed import confirm, untied

SHARE = 0.5
"""What a level may use of what is left when others follow: it is mostly proven long before."""
PATIENCE = 0.25
"""Part of the limit that the last level gets without getting better before it may be left."""
TIE_BREAK = 0.1
"""What the tie-break may take, as a part of all that was done before it."""


def solve(
    instance: Instance,
    options: SolveOptions,
    first_plan: Plan | None = None,
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
    bounds: Mapping[Level, int] | None = None,
    whole: Whole | None = None,
) -> Result:
    """Find the best plan, level by level.

    `first_plan` must satisfy every hard rule; it is the start and the fallback. `bounds` are lower
    bounds that are proven elsewhere; a level whose value reaches its bound is not searched. `whole`
    is the model as numbers when that has been made already.

    Raises
    ------
    InfeasibleError
        When it is proven that no plan exists; carries the smallest conflict found.
    NoSolutionError
        When the limit passed without any plan.
    """
    stop = stop or Stop()
    plan = first_plan or any_plan(instance, options, stop)
    run = _Run(whole or Whole(instance), instance, options, plan, stop, on_progress, bounds or {})
    for level in instance.settings.levels:
        if level is not Level.UNIQUENESS:
            run.solve_level(level)
    if Level.UNIQUENESS in instance.settings.levels:
        run.break_ties()
    return run.result()


def any_plan(instance: Instance, options: SolveOptions, stop: Stop) -> Plan:
    """Any plan to begin with, the same on every machine.

    Raises
    ------
    InfeasibleError
        When it is proven that there is none, and diagnosis confirms it.
    NoSolutionError
        When the limit passed without any plan.
    """
    status, plan = find_plan(instance, replace(options, deterministic=True), stop)
    if plan is not None:
        return plan
    if status is SolveStatus.INFEASIBLE:
        conflict = find_conflict(instance, options, stop)
        if conflict is not None:
            raise InfeasibleError(conflict, instance.data)
    raise NoSolutionError


class _Run:
    """The state of one lexicographic solve."""

    def __init__(
        self,
        whole: Whole,
        instance: Instance,
        options: SolveOptions,
        plan: Plan,
        stop: Stop,
        on_progress: OnProgress,
        bounds: Mapping[Level, int],
    ) -> None:
        limit = options.time_limit
        self._clock = Clock(stop, work=limit, seconds=inf if options.deterministic else limit)
        self._instance = instance
        self._options = options
        self._stop = stop
        self._on_progress = on_progress
        self._bounds = bounds
        self._levels = [each for each in instance.settings.levels if each is not Level.UNIQUENESS]
        self._whole = whole
        self._take(plan)
        self._results: list[LevelResult] = []
        self._held: dict[Level, int] = {}

    def _take(self, plan: Plan) -> None:
        """Go on with a plan."""
        self._plan, self._worth = plan, self._whole.worth(plan)

    def solve_level(self, level: Level) -> None:
        """Solve one level within its share, and hold it for the next."""
        began = self._clock.passed
        bound = self._bounds.get(level, 0)
        if self._worth[level] > bound and not self._clock.is_over:
            bound = max(bound, self._searched(level))
        value = self._worth[level]
        seconds = self._clock.passed - began
        self._results.append(LevelResult(level, value, min(value, bound), seconds))
        slack = self._instance.settings.fairness_slack if level is Level.FAIRNESS else 0
        self._held[level] = value + slack

    def _searched(self, level: Level) -> int:
        """Go on with the best plan that is found; what is proven of the level."""
        model = self._whole.model(level, list(self._held.items()))
        start = self._whole.values(self._plan, model)
        before = self._clock.done
        part = self._clock.part(1.0 if level is self._levels[-1] else SHARE)

        def is_enough(watch: Watch) -> bool:
            return level is self._levels[-1] and self._is_enough(watch, before)

        def tell(watch: Watch) -> None:
            left = self._clock.left
            self._on_progress(Progress(level, watch.value, watch.bound, left))

        found = branch_and_cut(model, start, part, is_enough=is_enough, tell=tell)
        if found.values is not None:
            self._offer(level, self._whole.plan(found.values))
        return whole_bound(found.bound)

    def _offer(self, level: Level, plan: Plan) -> None:
        """Go on with a plan when it is better on a level, and no worse on those that are held.

        One that is only as good on this level may be worse on the next ones.
        """
        worth = self._whole.worth(plan)
        is_held = all(worth[each] <= most for each, most in self._held.items())
        if is_held and worth[level] < self._worth[level]:
            self._plan, self._worth = plan, worth

    def _is_enough(self, watch: Watch, before: float) -> bool:
        """Whether the last level may be left: near its bound, or not better for half the work."""
        idle = self._clock.done - before - watch.improved
        if watch.value is None or idle < PATIENCE * self._options.time_limit:
            return False
        near = float(self._instance.settings.enough_pct) / 100 * max(1, watch.value)
        return watch.value - (watch.bound or 0) <= near or idle >= self._clock.done / 2

    def break_ties(self) -> None:
        """Choose among plans that are equally good, when it is proven that none is better."""
        if not all(result.proven for result in self._results) or self._stop.requested:
            self._results.append(LevelResult(Level.UNIQUENESS))
            return
        began, limit = self._clock.passed, TIE_BREAK * self._clock.done
        found = untied(self._whole, self._held, self._plan, self._options.seed, limit, self._stop)
        self._take(found.plan)
        seconds = self._clock.passed - began
        self._results.append(LevelResult(Level.UNIQUENESS, found.value, found.bound, seconds))

    def result(self) -> Result:
        """What the solve has found, confirmed on the model itself."""
        confirm(self._whole, self._held, self._plan)
        levels = tuple(self._finished(result) for result in self._results)
        return Result(
            status=status_of(levels),
            plan=self._plan,
            levels=levels,
            interrupted=self._stop.requested,
            seconds=self._clock.passed,
            repeatable=not (self._stop.requested or self._clock.has_braked),
        )

    def _finished(self, result: LevelResult) -> LevelResult:
        """The level with what the final plan is worth; later levels may have improved it."""
        if result.value is None or result.level is Level.UNIQUENESS:
            return replace(result, final=result.value)
        final = self._worth[result.level]
        return replace(result, value=min(result.value, final), final=final)
