"""Who can still take a task, and what a person can still take: with room, or pushing work out."""

from dataclasses import dataclass
from enum import StrEnum

from models.choice import chosen
from models.instance import Instance, Pair
from models.plan import Plan, TaskKey
from models.problem import PersonCode
from optimizer.construct.by_hand import bookable_part
from optimizer.construct.fits import room
from optimizer.construct.ledger import Ledger


class Room(StrEnum):
    """What somebody more on a task means: it fits, a part of it fits, or other work must go."""

    ALL = "all"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True)
class Opening:
    """A person who may work on a task at a unit.

    Attributes
    ----------
    grains
        What the person does of it now.
    room
        Grains that still fit, as far as the task asks more.
    missing
        Grains that the task lacks.
    learns
        Whether the person is one level short.
    cost
        How badly the person fits, as the level of quality counts it.
    """

    task: TaskKey
    person: PersonCode
    grains: int
    room: int
    missing: int
    learns: bool
    cost: int

    @property
    def fits(self) -> Room:
        """Whether what is missing fits."""
        wanted = max(1, self.missing)
        if self.room >= wanted:
            return Room.ALL
        return Room.PART if self.room > 0 else Room.NONE


class Openings:
    """Looks both ways in one plan."""

    def __init__(self, instance: Instance, plan: Plan) -> None:
        plan = bookable_part(instance, plan)
        self._instance = instance
        self._ledger = Ledger.after(instance, plan)
        self._demand = {t.key: t.demand for t in chosen(instance.tasks, plan.leads)}
        self._hours = plan.hours_by_pair()
        self._covered = plan.covered()

    def for_task(self, key: TaskKey) -> tuple[Opening, ...]:
        """Everybody who may work on a task; who has most room and fits best first."""
        found = [self._opening(pair) for pair in self._instance.payers if pair[0] == key]
        return tuple(sorted(found, key=lambda each: (-each.room, each.cost, each.person)))

    def for_person(self, person: PersonCode) -> tuple[Opening, ...]:
        """The tasks that lack hours and that a person may work on; what lacks most first."""
        pairs = [pair for pair in self._instance.payers if pair[1] == person]
        found = [self._opening(pair) for pair in pairs if self._missing(pair[0]) > 0]
        return tuple(sorted(found, key=lambda each: (-each.room, -each.missing, each.task)))

    def _missing(self, key: TaskKey) -> int:
        return max(0, self._demand.get(key, 0) - self._covered.get(key, 0))

    def _opening(self, pair: Pair) -> Opening:
        key, person = pair
        missing = self._missing(key)
        return Opening(
            task=key,
            person=person,
            grains=self._hours.get(pair, 0),
            room=min(room(self._ledger, pair), missing) if missing else 0,
            missing=missing,
            learns=pair in self._instance.learners,
            cost=self._instance.grain_cost(pair),
        )
