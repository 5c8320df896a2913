"""The price of a change: the problem solved again, exactly where it is small, nearby where not."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from models.changes import Change, DeviationAdded
from models.errors import InfeasibleError, NoSolutionError
from models.instance import Instance, Pair
from models.issues import Issue, Severity
from models.moves import moves_between
from models.outcome import Certainty, LevelPrice, Move, Outcome, Refusal
from models.plan import Plan, TaskKey
from models.problem import ANY, Deviation, TaskNumber, UnitCode
from models.result import LevelResult
from models.settings import Level
from models.validation import validate
from models.vocabulary import DeviationKind
from optimizer.construct.first_plan import best_plan
from optimizer.construct.greedy import complete
from optimizer.construct.repair import in_the_way, patched, repaired
from optimizer.explain.after import RESTRICTING, instance_after, is_restriction
from optimizer.explain.baseline import Baseline, checked_levels
from optimizer.explain.nearby import Held, Nearby
from optimizer.explain.touched import Touched, touched
from optimizer.explain.window import SIZES, narrowed, used_pairs, window
from optimizer.run.solve_options import LARGE, SolveOptions
from optimizer.run.stop import Stop, Until

__all__ = ["Certainty", "LevelPrice", "Move", "Outcome", "Refusal", "Resolver"]

SECONDS = 10.0
"""Time for one change of a small problem, unless told otherwise."""


class Resolver:
    """Tells what changes cost, against one finished plan.

    `options.time_limit` is that of one change, but of all changes of one `question` to a large
    problem: there every change is priced, and once the time is over no price is bettered. Without
    `options.deterministic` such a price depends on how fast the machine is.
    """

    def __init__(self, base: Baseline, options: SolveOptions | None = None) -> None:
        self.base = base
        self.options = options or SolveOptions(time_limit=SECONDS)
        self._prepared: Nearby | None = None
        self._deadline: float | None = None
        self._known: dict[tuple[DeviationAdded, ...], Touched] = {}

    @property
    def is_large(self) -> bool:
        """Whether prices are upper limits, from a neighbourhood of the change."""
        return len(self.base.instance.payers) >= LARGE

    @property
    def takes_one_core(self) -> bool:
        """Whether a price does: that of a small group takes two."""
        return self.is_large or len({task.key.unit for task in self.base.instance.tasks}) == 1

    def resolve(self, change: Change, stop: Stop | None = None) -> Outcome:
        """The price of one change."""
        return self.resolve_together((change,), stop)

    def resolve_together(self, changes: Sequence[Change], stop: Stop | None = None) -> Outcome:
        """The price of several changes made at once; never an error for what a change breaks."""
        chosen, stop = tuple(changes), stop or Stop()
        if stop.requested:
            return Outcome(chosen, refusal=Refusal.STOPPED)
        if self.is_large and (named := _naming(chosen)):
            return self._by_name(named, stop)
        instance = instance_after(self.base.instance, chosen)
        if issues := self._new_errors(instance):
            return Outcome(chosen, refusal=Refusal.INVALID, issues=issues)
        if self.is_large:
            return self._nearby(chosen, instance, stop)
        return self._exactly(chosen, instance, stop)

    @contextmanager
    def question(self, changes: Sequence[DeviationAdded]) -> Iterator[None]:
        """One model and one time limit for many pins and bans of the same task.

        They are asked one by one while this lasts; a small problem needs neither.
        """
        self._deadline = self._new_deadline()
        if self.is_large and changes:
            windows = [self._window(self._about((change,)), SIZES[0]) for change in changes]
            self._prepared = self._model(frozenset().union(*windows))
        try:
            yield
        finally:
            self._deadline = None

    def _new_deadline(self) -> float:
        return time.monotonic() + self.options.time_limit

    def _late(self, stop: Stop) -> Stop:
        """A stop that is also asked when the time of the question is over."""
        if self.options.deterministic:
            return stop
        deadline = self._deadline or self._new_deadline()
        return Until(stop, lambda: time.monotonic() >= deadline)

    def _about(self, changes: Sequence[DeviationAdded]) -> Touched:
        """What pins and bans are about; looked up once, also when a model is made first."""
        key = tuple(changes)
        if key not in self._known:
            self._known[key] = self._find_about(key)
        return self._known[key]

    def _find_about(self, changes: Sequence[DeviationAdded]) -> Touched:
        """The tasks, those in the way of them, and the people named or at work."""
        plan = self.base.plan
        rows = [change.deviation for change in changes]
        tasks = {TaskKey(TaskNumber(row.task), UnitCode(row.unit)) for row in rows}
        people = {row.person for row in rows if row.person}
        people |= {person for key, person, _ in plan.hours if key in tasks}
        instance = instance_after(self.base.instance, changes)
        loose = in_the_way(instance, plan, tasks) - tasks
        return Touched(frozenset(tasks), frozenset(people), frozenset(loose))

    def _new_errors(self, instance: Instance) -> tuple[Issue, ...]:
        """Errors of a changed problem that were not there before."""
        return tuple(issue for issue in _errors_of(instance) if issue not in self._old_errors)

    @cached_property
    def _old_errors(self) -> tuple[Issue, ...]:
        return _errors_of(self.base.instance)

    def _exactly(self, changes: tuple[Change, ...], instance: Instance, stop: Stop) -> Outcome:
        """All levels of the whole problem again, with the repaired plan as the start."""
        from optimizer.explain.exact import solve_again  # loads all solvers; large plans need one

        start = repaired(instance, self.base.plan)
        narrower = is_restriction(self.base.instance, instance, changes)
        try:
            result = solve_again(
                self.base, instance, start, self.options, stop, is_restriction=narrower
            )
        except InfeasibleError as failure:
            return Outcome(changes, refusal=Refusal.INFEASIBLE, conflict=failure.conflict)
        except NoSolutionError:
            refusal = Refusal.STOPPED if stop.requested else Refusal.NOT_FOUND
            return Outcome(changes, refusal=refusal)
        # Out of time, levels that were never reached lack what there is room for, like back-ups.
        better = best_plan(instance, (result.plan, complete(instance, result.plan)))
        plan = better or result.plan
        return self._outcome(changes, plan, checked_levels(instance, plan, result.levels))

    def _by_name(self, changes: tuple[DeviationAdded, ...], stop: Stop) -> Outcome:
        """Pins and bans of named tasks and people, in a model that may serve many of them."""
        about, plan = self._about(changes), self.base.plan
        instance = instance_after(self.base.instance, changes)
        rows, late = [change.deviation for change in changes], self._late(stop)
        for size in SIZES:
            if size != SIZES[0]:
                if late.requested:
                    break
                if issues := self._new_errors(instance):
                    return Outcome(changes, refusal=Refusal.INVALID, issues=issues)
            free = self._window(about, size)
            nearby = self._prepared
            if nearby is None or not free <= nearby.pairs:
                nearby = self._model(free)
            inside = instance_after(nearby.instance, changes)
            start = patched(inside, plan, about.tasks | about.loose)
            found = nearby.solve(start, free, rows, stop, late)
            if found is not None:
                return self._upper_limit(changes, instance, found)
        return self._refused(changes, instance, stop)

    def _window(self, about: Touched, size: int) -> frozenset[Pair]:
        return window(self.base.instance, self.base.plan, about, size)

    def _model(self, free: frozenset[Pair]) -> Nearby:
        """A model of the plan and the pairs that may change."""
        pairs = free | used_pairs(self.base.plan)
        return Nearby(narrowed(self.base.instance, pairs), pairs, self._goals())

    def _nearby(self, changes: tuple[Change, ...], instance: Instance, stop: Stop) -> Outcome:
        """A neighbourhood of the change alone, around the plan as it stands."""
        about = touched(self.base.instance, instance, self.base.plan)
        start = repaired(instance, self.base.plan)
        if start is None:
            return self._refused(changes, instance, stop)
        free = window(instance, start, about, SIZES[-1])
        pairs = free | used_pairs(start)
        nearby = Nearby(narrowed(instance, pairs), pairs, self._goals())
        plan = nearby.solve(start, free, (), stop, self._late(stop))
        return self._upper_limit(changes, instance, plan or start)

    def _refused(self, changes: tuple[Change, ...], instance: Instance, stop: Stop) -> Outcome:
        """Why no plan was found for a change to a large problem."""
        if stop.requested:
            return Outcome(changes, refusal=Refusal.STOPPED)
        if issues := self._new_errors(instance):
            return Outcome(changes, refusal=Refusal.INVALID, issues=issues)
        return Outcome(changes, refusal=Refusal.NOT_FOUND)

    def _upper_limit(self, changes: tuple[Change, ...], instance: Instance, plan: Plan) -> Outcome:
        """The price of a plan that was found: no more than that."""
        narrower = is_restriction(self.base.instance, instance, changes)
        levels = checked_levels(instance, plan, self._carried(narrower=narrower))
        return self._outcome(changes, plan, levels)

    def _goals(self) -> list[Held]:
        return [
            Held(each.level, each.final or 0, max(each.final or 0, self._allowed(each)))
            for each in self.base.levels
        ]

    def _allowed(self, level: LevelResult) -> int:
        """What later levels may let a level be: its value, for fairness with its slack."""
        return (level.value or 0) + self._slack(level.level)

    def _slack(self, level: Level) -> int:
        return self.base.instance.settings.fairness_slack if level is Level.FAIRNESS else 0

    def _carried(self, *, narrower: bool) -> tuple[LevelResult, ...]:
        """The bounds that still hold when a change only takes plans away."""
        bounds = self.base.levels if narrower else ()
        return tuple(LevelResult(each.level, bound=each.bound) for each in bounds)

    def _outcome(
        self, changes: tuple[Change, ...], plan: Plan, levels: Sequence[LevelResult]
    ) -> Outcome:
        prices: list[LevelPrice] = []
        for after in levels:
            before = self.base.level(after.level)
            exact = self._is_exact(before, after, prices)
            certainty = Certainty.EXACT if exact else _uncertain(before, after)
            slack = self._slack(after.level)
            prices.append(LevelPrice(after.level, before, after, certainty, slack))
        moves = moves_between(self.base.plan, plan)
        return Outcome(changes, tuple(prices), plan, moves)

    def _is_exact(
        self, before: LevelResult, after: LevelResult, earlier: Sequence[LevelPrice]
    ) -> bool:
        proven = self.base.is_proven and before.proven and after.proven
        return proven and all(price.certainty is Certainty.EXACT for price in earlier)


def _naming(changes: Sequence[Change]) -> tuple[DeviationAdded, ...]:
    """The changes, when all of them pin or ban a named person at a named task."""
    named = [
        change
        for change in changes
        if isinstance(change, DeviationAdded) and _names_one(change.deviation)
    ]
    return tuple(named) if len(named) == len(changes) else ()


def _names_one(row: Deviation) -> bool:
    """Whether a row pins or bans one person at one task, without a number of hours."""
    has_hours = row.kind is DeviationKind.PIN and row.value is not None
    is_named = bool(row.person) and ANY not in (row.task, row.unit)
    return row.kind in RESTRICTING and is_named and not has_hours


def _uncertain(before: LevelResult, after: LevelResult) -> Certainty:
    known = before.value is not None and after.value is not None
    return Certainty.AT_MOST if known else Certainty.UNKNOWN


def _errors_of(instance: Instance) -> tuple[Issue, ...]:
    return tuple(i for i in validate(instance.data) if i.severity is Severity.ERROR)
