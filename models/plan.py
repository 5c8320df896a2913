"""A plan: who does what, for how many grains, from which envelope; loads and shares derived."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from models.problem import PersonCode, TaskNumber, UnitCode
from models.vocabulary import Funding


class TaskKey(NamedTuple):
    """A task at a unit; printed as `T27@S1`."""

    task: TaskNumber
    unit: UnitCode

    def __str__(self) -> str:
        return f"{self.task}@{self.unit}"


class EnvelopeKey(NamedTuple):
    """A funding type at its owner: a school, or the pool."""

    funding: Funding
    owner: UnitCode

    def __str__(self) -> str:
        return f"{self.funding}@{self.owner}"


@dataclass(frozen=True)
class Plan:
    """A whole answer, in grains; every value in the mappings is above 0.

    Attributes
    ----------
    hours
        Grains per (task, person, envelope).
    leads
        The person answerable for each task that is done.
    backups
        Who can take a task over, per task.
    outsourced
        Grains bought from a firm per (task, operating envelope).
    """

    hours: Mapping[tuple[TaskKey, PersonCode, EnvelopeKey], int] = field(default_factory=dict)
    leads: Mapping[TaskKey, PersonCode] = field(default_factory=dict)
    backups: Mapping[TaskKey, tuple[PersonCode, ...]] = field(default_factory=dict)
    outsourced: Mapping[tuple[TaskKey, EnvelopeKey], int] = field(default_factory=dict)

    def hours_by_pair(self) -> dict[tuple[TaskKey, PersonCode], int]:
        """Grains per (task, person), over all envelopes."""
        totals: dict[tuple[TaskKey, PersonCode], int] = defaultdict(int)
        for (task, person, _), grains in self.hours.items():
            totals[task, person] += grains
        return dict(totals)

    def covered(self) -> dict[TaskKey, int]:
        """Grains done per task, by own people and firms together."""
        totals: dict[TaskKey, int] = defaultdict(int)
        for (task, _, _), grains in self.hours.items():
            totals[task] += grains
        for (task, _), grains in self.outsourced.items():
            totals[task] += grains
        return dict(totals)
