"""What follows from a plan: who works where, what is covered, trips, loads, use of envelopes."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from models.plan import EnvelopeKey, TaskKey
from models.problem import CENTRAL, GROUP, Person, PersonCode, UnitCluster, UnitCode
from models.verification.agenda import Duty
from models.verification.balance import floor_targets
from models.verification.outcome import Measure
from models.verification.reading import Sound
from models.verification.world import World
from models.vocabulary import Cluster, Funding

Visit = tuple[PersonCode, UnitCode]


@dataclass(frozen=True)
class Facts:
    """Sums over the sound part of a plan, in grains unless told otherwise.

    Attributes
    ----------
    sound
        The plan itself.
    workers
        Grains per person, per task with own hours.
    tasks_of
        The tasks each working person has hours on.
    bought, covered
        Outsourced grains, and all grains, per task.
    by_funding
        Grains per person and funding type.
    present
        On-site grains per school.
    trips
        Trips in the year per person and visited school.
    travel, loads
        Grains on the road, and all grains, per person; every person has a value.
    used
        What is taken from each envelope, in its own measure.
    floor_targets
        What the floors ask per unit and cluster; the same for every plan.
    """

    sound: Sound
    workers: Mapping[TaskKey, Mapping[PersonCode, int]]
    tasks_of: Mapping[PersonCode, Mapping[TaskKey, int]]
    bought: Mapping[TaskKey, int]
    covered: Mapping[TaskKey, int]
    by_funding: Mapping[tuple[PersonCode, Funding], int]
    present: Mapping[UnitCode, int]
    trips: Mapping[Visit, int]
    travel: Mapping[PersonCode, int]
    loads: Mapping[PersonCode, int]
    used: Mapping[EnvelopeKey, Fraction]
    floor_targets: Mapping[UnitCluster, int]

    def is_chosen(self, duty: Duty) -> bool:
        """Whether a task counts at this unit: when its level is chosen, at one level only.

        It is central as soon as anything of it is done at the group.
        """
        is_done_centrally = self.covered.get(duty.central, 0) > 0
        return not duty.is_choice or duty.is_central == is_done_centrally

    def visited(self) -> dict[PersonCode, int]:
        """Number of schools that each person visits."""
        counts: dict[PersonCode, int] = defaultdict(int)
        for person, _ in self.trips:
            counts[person] += 1
        return dict(counts)

    def clusters(self, world: World) -> dict[PersonCode, set[Cluster]]:
        """The clusters that each person works in."""
        return {
            person: {world.duties[key].task.cluster for key in tasks}
            for person, tasks in self.tasks_of.items()
        }


def derive_facts(world: World, sound: Sound) -> Facts:
    """Add up a plan."""
    workers: dict[TaskKey, dict[PersonCode, int]] = defaultdict(dict)
    tasks_of: dict[PersonCode, dict[TaskKey, int]] = defaultdict(dict)
    covered: dict[TaskKey, int] = defaultdict(int)
    bought: dict[TaskKey, int] = defaultdict(int)
    by_funding: dict[tuple[PersonCode, Funding], int] = defaultdict(int)
    for (task, person, envelope), grains in sound.hours.items():
        key = world.duties[task].key
        total = workers[key].get(person, 0) + grains
        workers[key][person] = tasks_of[person][key] = total
        covered[key] += grains
        by_funding[person, world.money.envelopes[envelope].key.funding] += grains
    for (key, _), grains in sound.outsourced.items():
        covered[key] += grains
        bought[key] += grains
    on_site = _on_site(world, workers)
    trips = _trips(world, on_site)
    travel = _travel(world, trips)
    return Facts(
        sound=sound,
        workers=dict(workers),
        tasks_of=dict(tasks_of),
        bought=dict(bought),
        covered=dict(covered),
        by_funding=dict(by_funding),
        present=_presence(on_site),
        trips=trips,
        travel=travel,
        loads={
            person: grains + sum(tasks_of.get(person, {}).values())
            for person, grains in travel.items()
        },
        used=_used(world, sound),
        floor_targets=floor_targets(world),
    )


def _on_site(world: World, workers: Mapping[TaskKey, Mapping[PersonCode, int]]) -> dict[Visit, int]:
    """On-site grains per person and school, the home school included."""
    grains: dict[Visit, int] = defaultdict(int)
    for key, people in workers.items():
        duty = world.duties[key]
        if duty.on_site and duty.unit != GROUP:
            for person, hours in people.items():
                grains[person, duty.unit] += hours
    return dict(grains)


def _presence(on_site: Mapping[Visit, int]) -> dict[UnitCode, int]:
    present: dict[UnitCode, int] = defaultdict(int)
    for (_, unit), grains in on_site.items():
        present[unit] += grains
    return dict(present)


def _trips(world: World, on_site: Mapping[Visit, int]) -> dict[Visit, int]:
    per_visit = Fraction(world.settings.hours_per_visit)
    return {
        (person, unit): ceil(grains * world.settings.grain / per_visit)
        for (person, unit), grains in on_site.items()
        if world.persons[person].home != unit
    }


def _travel(world: World, trips: Mapping[Visit, int]) -> dict[PersonCode, int]:
    hours = dict.fromkeys(world.persons, Fraction(0))
    for (person, unit), count in trips.items():
        hours[person] += count * _trip_hours(world, world.persons[person], unit)
    return {person: ceil(total / world.settings.grain) for person, total in hours.items()}


def _trip_hours(world: World, person: Person, unit: UnitCode) -> Fraction:
    settings = world.settings
    home = world.schools.get(person.home)
    zone = settings.central_zone if person.home == CENTRAL else (home.zone if home else "")
    near = bool(zone) and zone == world.schools[unit].zone
    return Fraction(settings.travel_within_zone if near else settings.travel_between_zones)


def _used(world: World, sound: Sound) -> dict[EnvelopeKey, Fraction]:
    used = dict.fromkeys(world.money.envelopes, Fraction(0))
    for (_, person, key), grains in sound.hours.items():
        used[key] += _taken(world, key, world.persons[person], grains)
    for (task, key), grains in sound.outsourced.items():
        rate = Fraction(world.duties[task].rate)
        used[key] += grains * rate * world.settings.grain
    return used


def _taken(world: World, key: EnvelopeKey, person: Person, grains: int) -> Fraction:
    """What hours take from an envelope: their price in points, or the grains themselves."""
    if world.money.envelopes[key].measure is not Measure.POINTS:
        return Fraction(grains)
    price = world.money.price(person.diploma)
    return Fraction(0) if price is None else grains * price / world.money.fulltime
