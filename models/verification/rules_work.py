"""Rules about doing the work: demand, capacity, envelopes, eligibility, split, presence."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from models.explanation import Family
from models.problem import ANY
from models.verification.facts import Facts
from models.verification.outcome import Violation, broken
from models.verification.world import World
from models.vocabulary import DeviationKind, Priority


def check_demand(world: World, facts: Facts) -> Iterator[Violation]:
    """A task is covered from its minimum up to its demand, or not at all.

    `minimum·done ≤ covered ≤ demand·done`; a mandatory task is done.
    """
    for key, duty in world.duties.items():
        covered = facts.covered.get(key, 0)
        if covered > duty.demand:
            yield broken(
                Family.DEMAND, "above-demand", task=key, covered=covered, demand=duty.demand
            )
        if 0 < covered < duty.minimum:
            yield broken(
                Family.DEMAND, "below-minimum", task=key, covered=covered, minimum=duty.minimum
            )
        if duty.priority is Priority.MANDATORY and facts.is_chosen(duty) and covered == 0:
            yield broken(Family.DEMAND, "mandatory-not-done", task=key)


def check_choice(world: World, facts: Facts) -> Iterator[Violation]:
    """A task whose level is chosen has no hours at a school when it has some at the group."""
    for key, duty in world.duties.items():
        if not facts.is_chosen(duty) and facts.covered.get(key, 0) > 0:
            yield broken(Family.CHOICE, "both-levels", task=key)


def check_capacity(world: World, facts: Facts) -> Iterator[Violation]:
    """Hours per funding type stay within the appointment: `Σ hours ≤ capacity[p, f]`."""
    for (person, funding), grains in facts.by_funding.items():
        capacity = world.money.capacity[person, funding]
        if grains > capacity:
            yield broken(
                Family.CAPACITY,
                "overbooked",
                person=person,
                funding=funding,
                grains=grains,
                capacity=capacity,
            )


def check_travel(world: World, facts: Facts) -> Iterator[Violation]:
    """The trips fit beside the hours: `load[p] ≤ Σ_f capacity[p, f]`."""
    for person, load in facts.loads.items():
        capacity = world.money.totals[person]
        travel = facts.travel[person]
        if load - travel <= capacity < load:
            yield broken(
                Family.TRAVEL,
                "no-time-for-trips",
                person=person,
                load=load,
                travel=travel,
                capacity=capacity,
            )


def check_envelope(world: World, facts: Facts) -> Iterator[Violation]:
    """An envelope pays only whom it may, no more than its amount, and fixed appointments whole."""
    money = world.money
    for key, person, envelope in facts.sound.hours:
        if not money.may_pay(envelope, world.duties[key].unit, world.persons[person]):
            yield broken(Family.ENVELOPE, "may-not-pay", envelope=envelope, task=key, person=person)
    for envelope, used in facts.used.items():
        amount = money.envelopes[envelope].amount
        if amount is not None and used > amount:
            yield broken(Family.ENVELOPE, "overspent", envelope=envelope, used=used, amount=amount)
    for person, lacking in world.posts.unpaid(facts.sound.hours).items():
        yield broken(Family.ENVELOPE, "appointment-unpaid", person=person, lacking=lacking)


def check_eligibility(world: World, facts: Facts) -> Iterator[Violation]:
    """Whoever has hours on a task may work on it."""
    for key, people in facts.workers.items():
        for person in people:
            obstacles = world.eligibility.obstacles_to_work(
                world.duties[key], world.persons[person]
            )
            if obstacles:
                yield broken(
                    Family.ELIGIBILITY,
                    "may-not-work",
                    task=key,
                    person=person,
                    obstacles=obstacles,
                )


def check_split(world: World, facts: Facts) -> Iterator[Violation]:
    """Nobody does less than a block of a task, and few people share one.

    `chunk·works ≤ Σ_e hours`; `Σ_p works ≤ max_persons[t]`.
    """
    for key, people in facts.workers.items():
        duty = world.duties[key]
        for person, grains in people.items():
            least = world.pins.least((key, person), duty.block)
            if grains < least:
                yield broken(
                    Family.SPLIT, "below-block", task=key, person=person, grains=grains, least=least
                )
        if len(people) > duty.max_persons:
            yield broken(
                Family.SPLIT,
                "too-many-people",
                task=key,
                people=len(people),
                allowed=duty.max_persons,
            )


def check_presence(world: World, facts: Facts) -> Iterator[Violation]:
    """A school sees enough of its people: `Σ on-site hours ≥ presence_min·weeks/grain`."""
    weeks = Fraction(world.settings.school_weeks)
    for unit, school in world.schools.items():
        asked = ceil(Fraction(school.presence_min) * weeks / world.settings.grain)
        present = facts.present.get(unit, 0)
        if present < asked:
            yield broken(Family.PRESENCE, "too-little", unit=unit, present=present, asked=asked)


def check_apart(world: World, facts: Facts) -> Iterator[Violation]:
    """Two people whom a row keeps apart do not both have hours on a task that it names."""
    rows = [row for row in world.data.deviations if row.kind is DeviationKind.APART]
    for key, people in facts.workers.items():
        for row in rows:
            is_meant = row.task in (ANY, key.task) and row.unit in (ANY, key.unit)
            if is_meant and len(row.people) > 1 and people.keys() >= set(row.people):
                yield broken(Family.APART, "together", task=key, people=row.people)
