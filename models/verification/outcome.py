"""What the checker says: the rules that a plan breaks, and the numbers that follow from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.explanation import Family
from models.plan import EnvelopeKey, TaskKey
from models.problem import PersonCode, UnitCode
from models.settings import Level
from models.vocabulary import Cluster


class Measure(StrEnum):
    """What an envelope is counted in."""

    POINTS = "points"
    GRAINS = "grains"
    EURO = "euro"


@dataclass(frozen=True)
class Violation:
    """A rule that a plan breaks.

    Attributes
    ----------
    family
        The family of rules.
    facts
        `breach` names what is wrong; the other facts are codes of tasks, people and envelopes,
        and numbers in grains unless their name says otherwise. Never a name of a person.
    """

    family: Family
    facts: Mapping[str, object]

    def __str__(self) -> str:
        details = " ".join(f"{key}={value}" for key, value in self.facts.items())
        return f"{self.family}: {details}"


def broken(family: Family, breach: str, **facts: object) -> Violation:
    """A violation of `family`; `breach` names which of its rules."""
    return Violation(family, {"breach": breach, **facts})


@dataclass(frozen=True)
class EnvelopeUse:
    """What a plan takes from an envelope, exactly.

    Attributes
    ----------
    used
        What the plan takes, in `measure`.
    amount
        What there is, in `measure`; `None` when only the appointments of people bind.
    measure
        ICT points, grains, or euro per year.
    """

    used: Fraction
    amount: Fraction | None
    measure: Measure


@dataclass(frozen=True)
class Verification:
    """What the checker found and computed for one plan.

    Attributes
    ----------
    violations
        Every broken rule; empty for a valid plan.
    levels
        Value of every objective level but the tie-break. Means little for an invalid plan.
    loads
        Grains per person, travel included; every person has a value.
    travel
        Grains on the road per person; every person has a value.
    trips
        Trips in the year per person and visited school.
    floor_targets
        Grains that the floor of a cluster asks at a unit, where it asks for something.
    demand
        Grains per task on the agenda.
    envelope_use
        What is taken from each envelope; every envelope has a value.
    """

    violations: tuple[Violation, ...]
    levels: Mapping[Level, int]
    loads: Mapping[PersonCode, int]
    travel: Mapping[PersonCode, int]
    trips: Mapping[tuple[PersonCode, UnitCode], int]
    floor_targets: Mapping[tuple[UnitCode, Cluster], int]
    demand: Mapping[TaskKey, int]
    envelope_use: Mapping[EnvelopeKey, EnvelopeUse]

    @property
    def ok(self) -> bool:
        """Whether the plan breaks no rule."""
        return not self.violations
