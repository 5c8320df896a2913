"""A plan held against the workbook as it is now: what it breaks, and what it is worth."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Result, status_of
from models.verification import Verification, verify
from optimizer.explain.answer import Answer
from optimizer.explain.stored_plan import Stored, claimed
from optimizer.flows.checking import answer_of
from optimizer.run.solve_options import SolveOptions


@dataclass(frozen=True)
class Judged:
    """A plan of whatever origin, with what the checker says of it.

    `levels` are the counted ones, with the bounds that are known of this plan.
    """

    instance: Instance
    plan: Plan
    verification: Verification
    levels: tuple[LevelResult, ...]

    @property
    def is_kept(self) -> bool:
        """Whether the plan keeps every rule."""
        return self.verification.ok


def judge(instance: Instance, plan: Plan, known: Iterable[LevelResult] = ()) -> Judged:
    """Hold a plan against every rule.

    Bounds in `known` are believed from level to level as long as the values are those of the plan.
    """
    found = verify(instance.data, plan)
    levels = claimed(instance, Stored(plan, found), known).levels
    return Judged(instance, plan, found, levels)


def answer_to(judged: Judged, input_hash: str) -> Answer:
    """The plan as it is written and reported.

    Raises
    ------
    ValueError
        When it breaks a rule: such a plan is shown, never written.
    """
    if not judged.is_kept:
        raise ValueError("a plan that breaks a rule is not written")
    result = Result(status_of(judged.levels), judged.plan, judged.levels)
    options = SolveOptions.of(judged.instance.settings)
    return answer_of(judged.instance, result, judged.verification, options, input_hash)
