"""What people and pots come to in hours a year, and whether that can be enough; nothing solved."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from models.choice import standing
from models.funds import HOUR_FUNDINGS, Envelope
from models.instance import Instance
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import CENTRAL, GROUP, PersonCode, UnitCode
from models.vocabulary import Cluster, Diploma, Funding


@dataclass(frozen=True)
class Pot:
    """An envelope in hours a year.

    Attributes
    ----------
    key
        The funding and its owner.
    hours
        Hours that it pays: of the cheapest of its people, or those of their appointments.
    people
        Hours of the people whom it may pay.
    used
        Hours that a plan takes from it.
    by_appointments
        Whether there is no amount, so that only the appointments bind.
    """

    key: EnvelopeKey
    hours: int
    people: int
    used: int
    by_appointments: bool


@dataclass(frozen=True)
class Fit:
    """Demand against hours for a cluster, in hours a year.

    Attributes
    ----------
    demand
        What its tasks ask.
    able
        Hours of all who can do any of it; the same people may be asked for other clusters.
    nobody
        The tasks that nobody can do and no firm may.
    """

    cluster: Cluster
    demand: int
    able: int
    nobody: tuple[TaskKey, ...]
    nobody_hours: int


def person_hours(instance: Instance) -> Mapping[PersonCode, int]:
    """Hours a year of everybody, over all fundings."""
    grain = instance.settings.grain
    return {p.code: instance.total_capacity(p.code) * grain for p in instance.persons}


def pots(instance: Instance, plan: Plan | None = None) -> tuple[Pot, ...]:
    """Every pot that pays people and holds anything, in the order of its owners."""
    grain = instance.settings.grain
    used: dict[EnvelopeKey, int] = defaultdict(int)
    for (_, _, payer), grains in plan.hours.items() if plan is not None else ():
        used[payer] += grains
    found = []
    for key, envelope in instance.envelopes.items():
        people = _grains_of_people(instance, key)
        if key.funding in HOUR_FUNDINGS and (people or envelope.amount):
            hours = _grains(instance, envelope, people) * grain
            bound = envelope.amount is None
            found.append(Pot(key, hours, people * grain, used[key] * grain, bound))
    place = {school.code: number for number, school in enumerate(instance.data.schools)}
    return tuple(sorted(found, key=lambda pot: (place.get(pot.key.owner, -1), pot.key.funding)))


def _grains_of_people(instance: Instance, key: EnvelopeKey) -> int:
    """Grains of the people who are at home with the owner."""
    homes: set[UnitCode] = {CENTRAL} if key.owner == GROUP else {key.owner}
    people = [p.code for p in instance.persons if p.home in homes]
    return sum(instance.capacity.get((code, key.funding), 0) for code in people)


def _grains(instance: Instance, envelope: Envelope, people: int) -> int:
    """Grains that an envelope pays, of the cheapest diploma among those whose price is known."""
    if envelope.amount is None:
        return people
    if envelope.key.funding is not Funding.ICT:
        return envelope.amount
    costs = [envelope.post_cost[each] for each in Diploma if each in envelope.post_cost]
    return envelope.amount // min(costs) if costs else 0


def fits(instance: Instance) -> tuple[Fit, ...]:
    """Per cluster: what is asked, who could do it, what nobody can."""
    grain = instance.settings.grain
    able: dict[Cluster, set[PersonCode]] = defaultdict(set)
    doable: set[TaskKey] = set(instance.firm_payers)
    clusters = {task.key: task.task.cluster for task in instance.tasks}
    for key, person in instance.payers:
        able[clusters[key]].add(person)
        if (key, person) not in instance.learners:
            doable.add(key)
    found = []
    for cluster in Cluster:
        tasks = [task for task in standing(instance.tasks) if task.task.cluster is cluster]
        nobody = [task for task in tasks if task.key not in doable]
        found.append(
            Fit(
                cluster,
                demand=sum(task.demand for task in tasks) * grain,
                able=sum(instance.total_capacity(code) for code in able[cluster]) * grain,
                nobody=tuple(task.key for task in nobody),
                nobody_hours=sum(task.demand for task in nobody) * grain,
            )
        )
    return tuple(found)
