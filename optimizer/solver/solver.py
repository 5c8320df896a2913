"""The lexicographic solve: level after level, each fixed before the next."""

import time
from collections.abc import Mapping
from dataclasses import replace

from models.errors import InfeasibleError, NoSolutionError
from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Result, SolveStatus, status_of
from models.settings import Level
from optimizer.run.solve_options import OnProgress, Progress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.diagnosis import find_conflict
from optimizer.solver.model.context import Context
from optimizer.solver.model.hints import Measure, set_hint
from optimizer.solver.model.model import build_model
from optimizer.solver.model.objectives import OBJECTIVES
from optimizer.solver.model.variables import Linear
from optimizer.solver.search.budget import Budget
from optimizer.solver.search.cpsat_run import SearchOutcome, Watch, search
from optimizer.solver.search.head_start import HeadStart


def solve(
    instance: Instance,
    options: SolveOptions,
    first_plan: Plan | None = None,
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
    bounds: Mapping[Level, int] | None = None,
) -> Result:
    """Find the best plan, level by level.

    `first_plan` must satisfy every hard rule; it is the start and the fallback. `bounds` are lower
    bounds that are proven elsewhere; a level whose value reaches its bound is not searched.

    Raises
    ------
    InfeasibleError
        When it is proven that no plan exists; carries the smallest conflict found.
    NoSolutionError
        When the limit passed without any plan.
    """
    run = _Run(instance, options, first_plan, stop or Stop(), on_progress, bounds or {})
    for level in instance.settings.levels:
        run.solve_level(level)
    return run.result()


class _Run:
    """The state of one lexicographic solve."""

    def __init__(
        self,
        instance: Instance,
        options: SolveOptions,
        plan: Plan | None,
        stop: Stop,
        on_progress: OnProgress,
        bounds: Mapping[Level, int],
    ) -> None:
        self._bounds = dict(bounds)
        self._context: Context = build_model(instance)
        self._options = options
        self._plan = plan
        self._stop = stop
        self._on_progress = on_progress
        self._budget = Budget(options.time_limit, instance.settings.levels)
        self._head_start = HeadStart(instance, options, stop)
        self._started = time.monotonic()
        self._results: list[LevelResult] = []
        self._measures: dict[Level, Measure] = {}
        self._held: dict[Level, int] = {}
        self._recent: list[tuple[Plan, Mapping[int, int]]] = []

    def solve_level(self, level: Level) -> None:
        """Solve one level within its share of the time, and fix it for the next."""
        share = self._budget.share(level)
        # As long as there is no plan, finding one may take all that is left.
        limit = self._budget.left if self._plan is None else share
        if level is Level.UNIQUENESS and not all(result.proven for result in self._results):
            self._results.append(LevelResult(level))
            return
        expression = OBJECTIVES[level](self._context)
        self._context.model.minimize(expression)
        self._recent.clear()
        self._measures[level] = Measure.of(self._context.model)
        began = time.monotonic()
        ahead = self._take_head_start(level, limit)
        outcome = self._search(level, limit - ahead)
        self._budget.spend(ahead + outcome.spent)
        self._accept(level, replace(outcome, seconds=time.monotonic() - began))
        self._fix(level, expression)

    def _take_head_start(self, level: Level, limit: float) -> float:
        """Look ahead, with what that finds and proves; what it took of the limit."""
        if self._plan is None or not self._head_start.helps(level) or self._is_settled(level):
            return 0.0

        def tell(value: int, left: float) -> None:
            rest = self._budget.left - limit + left
            self._on_progress(Progress(level, value, self._bounds.get(level), rest))

        found = self._head_start.take(level, self._plan, self._held, limit, tell)
        self._bounds[level] = max(found.bound, self._bounds.get(level, 0))
        if self._worth(level, found.plan) < self._worth(level, self._plan):
            self._plan = found.plan
        return min(found.spent, limit)

    def _is_settled(self, level: Level) -> bool:
        """Whether there is nothing to search: a plan worth its bound (0 at least), or a stop."""
        if self._plan is None:
            return False
        least = self._bounds.get(level, 0)
        return self._stop.requested or self._worth(level, self._plan) <= least

    def _search(self, level: Level, limit: float) -> SearchOutcome:
        """Search, unless there is no need."""
        least = self._bounds.get(level, 0)
        if self._is_settled(level):
            return SearchOutcome(SolveStatus.UNKNOWN, least)
        if self._plan is not None:
            set_hint(self._context.model, self._values(self._plan))

        def report(watch: Watch, left: float) -> None:
            rest = self._budget.left - limit + left
            bound = max(watch.bound or 0, least)
            self._on_progress(Progress(level, watch.value, bound, rest))

        return search(self._context.model, self._options, limit, self._stop, report)

    def _accept(self, level: Level, outcome: SearchOutcome) -> None:
        """Take over the plan that was found when it is better than the plan at hand.

        One that is as good on this level may be worse on the next ones.
        """
        if outcome.values is not None:
            found = self._context.variables.plan_from(outcome.values)
            if self._plan is None or self._worth(level, found) < self._worth(level, self._plan):
                self._plan = found
        if self._plan is None:
            raise self._failure(outcome.status)
        value = self._worth(level, self._plan)
        bound = max(outcome.bound, self._bounds.get(level, 0))
        self._results.append(LevelResult(level, value, min(value, bound), outcome.seconds))

    def _worth(self, level: Level, plan: Plan) -> int:
        return self._measures[level].value(self._values(plan))

    def _values(self, plan: Plan) -> Mapping[int, int]:
        """The value of every variable; of the last two plans known, as they are compared often."""
        for known, values in self._recent:
            if known is plan:
                return values
        values = self._context.variables.values_from(plan)
        self._recent = [*self._recent[-1:], (plan, values)]
        return values

    def _failure(self, status: SolveStatus) -> NoSolutionError | InfeasibleError:
        """What to say when there is no plan; a proof counts only when diagnosis confirms it."""
        if status is SolveStatus.INFEASIBLE:
            conflict = find_conflict(self._context.instance, self._options, self._stop)
            if conflict is not None:
                return InfeasibleError(conflict, self._context.instance.data)
        return NoSolutionError()

    def _fix(self, level: Level, expression: Linear) -> None:
        slack = self._context.instance.settings.fairness_slack if level is Level.FAIRNESS else 0
        value = self._results[-1].value
        assert value is not None
        self._context.model.add(expression <= value + slack)
        self._held[level] = value + slack

    def result(self) -> Result:
        """What the solve has found."""
        if self._plan is None:
            raise NoSolutionError
        levels = tuple(self._finished(result, self._plan) for result in self._results)
        return Result(
            status=status_of(levels),
            plan=self._plan,
            levels=levels,
            interrupted=self._stop.requested,
            seconds=time.monotonic() - self._started,
        )

    def _finished(self, result: LevelResult, plan: Plan) -> LevelResult:
        """The level with what the final plan is worth; later levels may have improved it."""
        if result.value is None:
            return result
        final = self._worth(result.level, plan)
        return replace(result, value=min(result.value, final), final=final)
