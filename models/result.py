"""What a run returns: a status, the levels with their bounds, and the plan when there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from models.plan import Plan
from models.settings import Level


class SolveStatus(StrEnum):
    """Outcome of a run; `OPTIMAL` only when every level's value equals its bound.

    The tie-break is no objective: it chooses among plans that are equally good.
    """

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"


class Opinion(StrEnum):
    """What another solver says of a proven level; one that contradicts it is an error instead."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class LevelResult:
    """Value and proven lower bound of one objective level (all levels are minimised).

    `value` is the best that was reached on this level, `final` what the final plan is worth: the
    two differ only where a level leaves slack to the later ones. All are `None` for a level that
    was skipped; `seconds` is wall time. `opinion` is `None` where a second opinion was not wanted
    or there is nothing proven to ask about.
    """

    level: Level
    value: int | None = None
    bound: int | None = None
    seconds: float = 0.0
    final: int | None = None
    opinion: Opinion | None = None

    @property
    def proven(self) -> bool:
        """Whether the value is the best possible: it equals the bound."""
        return self.value is not None and self.value == self.bound

    @property
    def gap(self) -> float | None:
        """Relative distance to the bound, `(value − bound) / max(1, |value|)`."""
        if self.value is None or self.bound is None:
            return None
        return (self.value - self.bound) / max(1, abs(self.value))


def status_of(levels: Iterable[LevelResult]) -> SolveStatus:
    """Optimal when every level that was solved is proven, the tie-break aside."""
    solved = [each for each in levels if each.value is not None]
    proven = all(each.proven for each in solved if each.level is not Level.UNIQUENESS)
    return SolveStatus.OPTIMAL if proven else SolveStatus.FEASIBLE


@dataclass(frozen=True)
class Provenance:
    """What a run was made of, so that it can be made again.

    `time_limit` is in seconds, `input_hash` a SHA-256 of the workbook that was read.
    """

    versions: str
    input_hash: str
    seed: int
    time_limit: float
    deterministic: bool


@dataclass(frozen=True)
class Result:
    """Outcome of one solve; it always carries a plan, and `seconds` is wall time.

    `repeatable` says that nothing but the workbook and the version decided the plan: no clock, no
    stop, no race between solvers.
    """

    status: SolveStatus
    plan: Plan
    levels: tuple[LevelResult, ...]
    interrupted: bool = False
    seconds: float = 0.0
    repeatable: bool = False

    def level(self, level: Level) -> LevelResult | None:
        """The outcome of one level, when it was solved."""
        return next((result for result in self.levels if result.level is level), None)
