"""What a change comes to: the price per level, how certain it is, and the rows that move."""

from dataclasses import dataclass
from enum import StrEnum

from models.change_kinds import Change
from models.explanation import Conflict
from models.issues import Issue
from models.plan import Plan, TaskKey
from models.problem import PersonCode
from models.result import LevelResult
from models.settings import Level
from models.vocabulary import PlanRole


class Certainty(StrEnum):
    """How far a price can be trusted.

    `EXACT`: both values are proven, and so are those of every earlier level. `AT_MOST`: a plan
    with the value after the change was found, so the price is no higher; a cheaper one may exist.
    `UNKNOWN`: there is nothing to compare.
    """

    EXACT = "exact"
    AT_MOST = "at_most"
    UNKNOWN = "unknown"


class Refusal(StrEnum):
    """Why a change has no plan.

    `INVALID`: the workbook would have errors. `INFEASIBLE`: proven that no plan keeps the rules.
    `NOT_FOUND`: none was found within the time or the neighbourhood. `STOPPED`: on request.
    """

    INVALID = "invalid"
    INFEASIBLE = "infeasible"
    NOT_FOUND = "not_found"
    STOPPED = "stopped"


@dataclass(frozen=True)
class LevelPrice:
    """One level before and after a change, in the unit of that level.

    `slack` is what a level may lose without counting: other than 0 for fairness only.
    """

    level: Level
    before: LevelResult
    after: LevelResult
    certainty: Certainty
    slack: int = 0

    @property
    def difference(self) -> int | None:
        """What the level gets worse (above 0) or better (below 0); `None` when unknown.

        Of proven values the best on the level, otherwise what the two plans are worth.
        """
        exact = self.certainty is Certainty.EXACT
        before, after = (
            each.value if exact or each.final is None else each.final
            for each in (self.before, self.after)
        )
        return None if before is None or after is None else after - before

    @property
    def counted(self) -> int:
        """The difference as it ranks: what stays within the slack is no loss."""
        difference = self.difference or 0
        if self.certainty is Certainty.EXACT or not self.slack:
            return difference
        most = (self.before.value or 0) + self.slack
        return 0 if (self.after.final or 0) <= most else max(0, difference)


@dataclass(frozen=True)
class Move:
    """A row of the plan that changes; grains, `None` where there is no such row.

    `person` is `None` for outsourced work. A back-up has 0 grains.
    """

    task: TaskKey
    person: PersonCode | None
    role_before: PlanRole | None
    role_after: PlanRole | None
    grains_before: int | None
    grains_after: int | None


@dataclass(frozen=True)
class Outcome:
    """What some changes together come to.

    Attributes
    ----------
    prices
        Per level, in the order in which they count, the tie-break left out; empty without a plan.
    plan
        The plan after the changes, accepted by the checker; `None` with a refusal.
    moves
        The rows that differ from the plan before.
    issues, conflict
        The errors of an `INVALID` change, and the rules that clash of an `INFEASIBLE` one.
    """

    changes: tuple[Change, ...]
    prices: tuple[LevelPrice, ...] = ()
    plan: Plan | None = None
    moves: tuple[Move, ...] = ()
    refusal: Refusal | None = None
    issues: tuple[Issue, ...] = ()
    conflict: Conflict | None = None

    @property
    def cost(self) -> tuple[int, ...]:
        """The differences as they rank: the first that is not 0 decides."""
        return tuple(price.counted for price in self.prices)

    @property
    def is_exact(self) -> bool:
        """Whether every price is exact."""
        return bool(self.prices) and all(p.certainty is Certainty.EXACT for p in self.prices)

    def price(self, level: Level) -> LevelPrice | None:
        """The price on one level."""
        return next((price for price in self.prices if price.level is level), None)
