"""A policy: a rule that gives every school its ICT points, knowing all schools."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.problem import UnitCode
from models.vocabulary import EducationLevel


@dataclass(frozen=True)
class SchoolFacts:
    """What a policy may know of a school.

    Attributes
    ----------
    workbook
        The workbook that it stands in, within the study; empty for a drawn school.
    points
        ICT points a year that it has now; those that its ICT appointments cost when the workbook
        states no amount.
    """

    workbook: str
    code: UnitCode
    level: EducationLevel | None
    pupils: Decimal
    points: Decimal


Rule = Callable[[Sequence[SchoolFacts]], Sequence[Decimal]]


@dataclass(frozen=True)
class Policy:
    """A rule with a name.

    Attributes
    ----------
    rule
        Gets every school of one replication, and gives as many amounts of points in that order. It
        runs in the program itself, once per replication, so any function of Python will do.
    """

    name: str
    rule: Rule

    def points(self, schools: Sequence[SchoolFacts]) -> dict[tuple[str, UnitCode], Decimal]:
        """New points by workbook and school.

        Raises
        ------
        ValueError
            When the rule does not give every school an amount of at least 0.
        """
        given = [Decimal(amount) for amount in self.rule(schools)]
        if len(given) != len(schools) or any(not amount >= 0 for amount in given):
            raise ValueError(f"{self.name}: an amount of at least 0 for each of {len(schools)}")
        return {(s.workbook, s.code): amount for s, amount in zip(schools, given, strict=True)}
