"""The plan that changes are compared with, and what is proven of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.errors import VerificationError
from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Result
from models.settings import Level
from models.verification import Verification, verify


@dataclass(frozen=True)
class Baseline:
    """A plan of an instance, level by level, the tie-break left out.

    `is_proven` tells whether the bounds were proven by this program in this run; bounds that were
    read from a file are claims, and no price that rests on them is exact.
    """

    instance: Instance
    plan: Plan
    levels: tuple[LevelResult, ...]
    is_proven: bool = True

    @classmethod
    def of(cls, instance: Instance, result: Result) -> "Baseline":
        """The outcome of a solve, which the checker must agree with.

        Raises
        ------
        VerificationError
            When the plan breaks a rule: an internal error.
        """
        return cls(instance, result.plan, checked_levels(instance, result.plan, result.levels))

    def level(self, level: Level) -> LevelResult:
        """What is known of one level."""
        return next((each for each in self.levels if each.level is level), LevelResult(level))


def counted_levels(instance: Instance) -> tuple[Level, ...]:
    """The levels that have a price: all but the tie-break."""
    return tuple(level for level in instance.settings.levels if level is not Level.UNIQUENESS)


def checked_levels(
    instance: Instance, plan: Plan, levels: tuple[LevelResult, ...]
) -> tuple[LevelResult, ...]:
    """The levels of a plan with the values that the checker computes.

    Raises
    ------
    VerificationError
        When the plan breaks a rule.
    """
    found = verify(instance.data, plan)
    if not found.ok:
        raise VerificationError(found.violations)
    return with_values(instance, found, levels)


def with_values(
    instance: Instance, found: Verification, levels: Iterable[LevelResult] = ()
) -> tuple[LevelResult, ...]:
    """The counted levels with the values that the checker found, and the bounds that are known."""
    known = {each.level: each for each in levels}
    return tuple(
        _checked(known.get(level, LevelResult(level)), found.levels[level])
        for level in counted_levels(instance)
    )


def _checked(level: LevelResult, final: int) -> LevelResult:
    """A level with the checker's value: no level is worth less than its best, or its bound."""
    value = final if level.value is None else min(level.value, final)
    bound = 0 if value == 0 else level.bound
    return LevelResult(
        level=level.level,
        value=value,
        bound=None if bound is None else min(bound, value),
        seconds=level.seconds,
        final=final,
    )
