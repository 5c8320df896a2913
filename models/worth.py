"""What hours, floors, people and changes are worth around one plan: facts without prose."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.advice import NoPurchase
from models.outcome import Outcome
from models.plan import Plan, TaskKey
from models.problem import PersonCode
from models.result import LevelResult
from models.settings import Level


class WorthFamily(StrEnum):
    """What is asked at several values."""

    ENVELOPE = "envelope"
    PERSON = "person"
    FLOOR = "floor"
    BUDGET = "budget"


@dataclass(frozen=True)
class Subject:
    """What a curve is about: a school and a field, a person and a field, or a setting."""

    family: WorthFamily
    code: str = ""
    attribute: str = ""


@dataclass(frozen=True)
class CurvePoint:
    """One point of a curve.

    `at` is in the unit of the field: what there is more, or the value of the setting. `hours` are
    the clock hours of work done in all, `None` without a plan; `completed` are the tasks that are
    fully done here and are not in the plan at hand.
    """

    at: Decimal
    outcome: Outcome
    hours: int | None
    completed: tuple[TaskKey, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the price is proven."""
        return self.outcome.is_exact

    @property
    def is_gain(self) -> bool:
        """Whether the first level that differs is better than in the plan at hand."""
        return next((cost < 0 for cost in self.outcome.cost if cost), False)


@dataclass(frozen=True)
class Curve:
    """The points of one subject in the order of their value, those that were stopped left out.

    `break_at` is the least whole amount that gains anything, where that is proven: what is less
    gains nothing. `no_purchase` says why an amount of money cannot gain anything.
    """

    subject: Subject
    points: tuple[CurvePoint, ...]
    break_at: CurvePoint | None = None
    no_purchase: NoPurchase | None = None


@dataclass(frozen=True)
class Training:
    """One competence of one person brought to a level, and what a loss then comes to."""

    person: PersonCode
    competence: str
    level: int
    outcome: Outcome


@dataclass(frozen=True)
class Loss:
    """The best plan without a person.

    `fallen` are the tasks that are done now and not in that plan. `tried` counts the trainings
    that were looked at, `None` when nobody got to them; `training` is the one of those that makes
    up for most of the loss, `None` when none makes up for anything.
    """

    person: PersonCode
    outcome: Outcome
    fallen: tuple[TaskKey, ...] = ()
    training: Training | None = None
    tried: int | None = None


@dataclass(frozen=True)
class Worth:
    """All curves around one plan, with the levels on which they are judged.

    `is_partial` says that a stop was asked before everything was computed: what is there is as it
    should be, but it is not all.
    """

    plan: Plan
    levels: tuple[LevelResult, ...]
    curves: tuple[Curve, ...] = ()
    losses: tuple[Loss, ...] = ()
    is_partial: bool = False

    def of(self, *families: WorthFamily) -> tuple[Curve, ...]:
        """The curves of some families."""
        return tuple(curve for curve in self.curves if curve.subject.family in families)

    def level(self, level: Level) -> LevelResult:
        """What the plan at hand is worth on one level."""
        return next((each for each in self.levels if each.level is level), LevelResult(level))
