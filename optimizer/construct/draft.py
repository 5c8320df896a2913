"""A task as it would be done, before it is booked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.agenda import TaskInstance
from models.plan import EnvelopeKey
from models.problem import PersonCode


@dataclass
class Draft:
    """Who would do a task, for how many grains from which envelope; who leads, what is bought."""

    task: TaskInstance
    work: dict[PersonCode, Mapping[EnvelopeKey, int]] = field(default_factory=dict)
    lead: PersonCode | None = None
    bought: int = 0

    @property
    def own(self) -> int:
        """Grains of all people together."""
        return sum(map(self.share, self.work))

    @property
    def total(self) -> int:
        """Grains of people and firm."""
        return self.own + self.bought

    def share(self, person: PersonCode) -> int:
        """Grains of one person."""
        return sum(self.work[person].values())
