"""The plan that stands in the workbook, checked, with what can be proven of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult
from models.settings import Level
from models.verification import Verification, verify
from optimizer.construct.first_plan import previous_plan
from optimizer.explain.baseline import Baseline, with_values


@dataclass(frozen=True)
class Stored:
    """A plan that the checker accepts, with what it found."""

    plan: Plan
    verification: Verification


def checked_plan(instance: Instance) -> Stored | None:
    """The plan of the workbook's own rows, when there is one that keeps every rule."""
    if not instance.data.previous:
        return None
    plan = previous_plan(instance)
    found = verify(instance.data, plan)
    return Stored(plan, found) if plan.leads and found.ok else None


def claimed(instance: Instance, stored: Stored, claims: Iterable[LevelResult]) -> Baseline:
    """A plan with bounds that somebody else states: believed only where the value is the plan's.

    From the first level on that is worth something else, nothing is known of the bounds.
    """
    known = {each.level: each for each in claims}
    levels: list[LevelResult] = []
    for level in with_values(instance, stored.verification):
        claim = known.pop(level.level, None)
        if claim is None or claim.value is None or not _agrees(instance, level, claim):
            known.clear()
            levels.append(level)
        else:
            levels.append(replace(level, value=claim.value, bound=claim.bound))
    return Baseline(instance, stored.plan, tuple(levels), is_proven=False)


def is_about(instance: Instance, stored: Stored, claims: Iterable[LevelResult]) -> bool:
    """Whether what somebody states can be of this plan: the values of all levels agree."""
    known = {each.level: each for each in claims}
    return all(
        level.level in known and _agrees(instance, level, known[level.level])
        for level in with_values(instance, stored.verification)
    )


def _agrees(instance: Instance, level: LevelResult, claim: LevelResult) -> bool:
    """Whether a plan can be worth what is claimed: for fairness, less its slack."""
    slack = instance.settings.fairness_slack if level.level is Level.FAIRNESS else 0
    value, final = claim.value or 0, level.final or 0
    return value <= final <= value + slack
