"""Curves: the same question asked at several values, and where along it something changes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil

from models.changes import Change
from models.instance import Instance
from models.outcome import Outcome, Refusal
from models.result import Result
from models.settings import Level
from models.worth import Curve, CurvePoint, Subject
from optimizer.explain.baseline import Baseline
from optimizer.explain.parallel import OnOutcome, resolve_all
from optimizer.explain.resolve import Resolver
from optimizer.run.stop import Stop


@dataclass(frozen=True)
class Question:
    """One point to compute: `at` is where it stands on the curve, in the unit of the field."""

    subject: Subject
    at: Decimal
    changes: tuple[Change, ...]


def judged_on(instance: Instance, result: Result, last: Level = Level.COVERAGE) -> Baseline:
    """A plan to compare with on the levels up to `last`: what comes after is no price of work."""
    levels = instance.settings.levels
    kept = levels[: levels.index(last) + 1] if last in levels else levels
    settings = replace(instance.settings, levels=kept)
    part = replace(instance, data=replace(instance.data, settings=settings))
    found = tuple(each for each in result.levels if each.level in kept)
    return Baseline.of(part, replace(result, levels=found))


def ask_all(
    resolver: Resolver,
    questions: Sequence[Question],
    jobs: int,
    stop: Stop,
    on_progress: OnOutcome = lambda done, asked: None,
) -> tuple[Curve, ...]:
    """A curve per subject, in the order of the questions."""
    bundles = [question.changes for question in questions]
    outcomes = resolve_all(resolver, bundles, jobs, stop, on_progress)
    points: dict[Subject, list[CurvePoint]] = {}
    for question, outcome in zip(questions, outcomes, strict=True):
        found = points.setdefault(question.subject, [])
        if outcome.refusal is not Refusal.STOPPED:
            found.append(point_of(resolver.base, question.at, outcome))
    return tuple(Curve(subject, tuple(found)) for subject, found in points.items() if found)


def point_of(base: Baseline, at: Decimal, outcome: Outcome) -> CurvePoint:
    """A point with what its plan does more than the plan at hand."""
    if outcome.plan is None:
        return CurvePoint(at, outcome, None)
    before, after = base.plan.covered(), outcome.plan.covered()
    completed = tuple(
        task.key
        for task in base.instance.tasks
        if after.get(task.key, 0) >= task.demand > before.get(task.key, 0)
    )
    hours = sum(after.values()) * base.instance.settings.grain
    return CurvePoint(at, outcome, hours, completed)


def find_break(
    resolver: Resolver, curve: Curve, change_at: Callable[[Decimal], Change], stop: Stop
) -> Curve:
    """The curve with its break: the least whole amount that gains.

    Every whole amount after the last point without gain is asked, up to the first with one: more
    may also cost something, so halving could miss it. Unchanged when nothing gains, or when a point
    that matters is not proven.
    """
    low, high = Decimal(0), next((point for point in curve.points if point.is_gain), None)
    if high is None or not high.is_exact or not _all_exact(curve.points, high):
        return curve
    low = max((p.at for p in curve.points if p.at < high.at), default=low)
    for at in map(Decimal, range(int(low) + 1, ceil(high.at))):
        point = point_of(resolver.base, at, resolver.resolve(change_at(at), stop))
        if stop.requested or not point.is_exact:
            return curve
        if point.is_gain:
            high = point
            break
    return curve if stop.requested else replace(curve, break_at=high)


def _all_exact(points: Iterable[CurvePoint], last: CurvePoint) -> bool:
    return all(point.is_exact for point in points if point.at <= last.at)
