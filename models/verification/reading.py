"""Reads a plan with suspicion: what refers to nothing or is no amount is set aside and reported."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from models.explanation import Family
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode
from models.verification.months import WORKED
from models.verification.outcome import Violation, broken
from models.verification.world import World


@dataclass(frozen=True)
class Sound:
    """The part of a plan that can be counted, and the complaints about the rest."""

    hours: Mapping[tuple[TaskKey, PersonCode, EnvelopeKey], int]
    leads: Mapping[TaskKey, PersonCode]
    backups: Mapping[TaskKey, tuple[PersonCode, ...]]
    outsourced: Mapping[tuple[TaskKey, EnvelopeKey], int]
    complaints: tuple[Violation, ...]


class _Reader:
    """Collects a complaint for every part of the plan that is not sound."""

    def __init__(self, world: World) -> None:
        envelopes = world.money.envelopes
        self._known: Mapping[str, Collection[object]] = {
            "task": frozenset(world.duties),
            "person": frozenset(world.persons),
            "envelope": frozenset(key for key in envelopes if key.funding in WORKED),
            "purse": frozenset(key for key in envelopes if key.funding not in WORKED),
        }
        self.complaints: list[Violation] = []

    def accepts(self, family: Family, **facts: object) -> bool:
        """Whether the facts name things that exist and whole numbers above 0."""
        flaws = [name for kind, value in facts.items() if (name := self._flaw(kind, value))]
        if flaws:
            self.complaints.append(broken(family, flaws[0], **facts))
        return not flaws

    def backups(self, key: TaskKey, people: object) -> tuple[PersonCode, ...]:
        """The backups of a task that exist, each once."""
        if not isinstance(people, tuple):
            self.complaints.append(broken(Family.BACKUP, "not-a-tuple", task=key))
            return ()
        known = [
            person for person in people if self.accepts(Family.BACKUP, task=key, person=person)
        ]
        for person in sorted({person for person in known if known.count(person) > 1}):
            self.complaints.append(broken(Family.BACKUP, "named-twice", task=key, person=person))
        return tuple(dict.fromkeys(known))

    def _flaw(self, kind: str, value: object) -> str | None:
        if kind == "grains":
            return None if type(value) is int and value > 0 else "not-a-positive-whole-number"
        if isinstance(value, str | tuple) and value in self._known[kind]:
            return None
        return f"unknown-{kind}"


def read_plan(world: World, plan: Plan) -> Sound:
    """Set aside everything in the plan that the rules cannot count."""
    reader = _Reader(world)
    hours = {
        (task, person, envelope): grains
        for (task, person, envelope), grains in plan.hours.items()
        if reader.accepts(Family.SPLIT, task=task, person=person, envelope=envelope, grains=grains)
    }
    outsourced = {
        (task, purse): grains
        for (task, purse), grains in plan.outsourced.items()
        if reader.accepts(Family.OUTSOURCING, task=task, purse=purse, grains=grains)
    }
    leads = {
        task: person
        for task, person in plan.leads.items()
        if reader.accepts(Family.LEAD, task=task, person=person)
    }
    backups = {
        task: people
        for task, named in plan.backups.items()
        if reader.accepts(Family.BACKUP, task=task) and (people := reader.backups(task, named))
    }
    return Sound(hours, leads, backups, outsourced, tuple(reader.complaints))
