"""One change of a plan by hand: hours, a mandate, a back-up; what it breaks is for the checker."""

from dataclasses import replace

from models.funds import HOUR_FUNDINGS
from models.instance import Instance
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode
from optimizer.construct.fits.envelope import parts as payable
from optimizer.construct.ledger import Ledger


def known_part(instance: Instance, plan: Plan) -> Plan:
    """The plan without tasks, people and pots that the problem no longer has."""
    tasks = {task.key for task in instance.tasks}
    people = {person.code for person in instance.persons}
    pots = instance.envelopes.keys()
    return Plan(
        hours={
            (key, who, pot): grains
            for (key, who, pot), grains in plan.hours.items()
            if key in tasks and who in people and pot in pots
        },
        leads={key: who for key, who in plan.leads.items() if key in tasks and who in people},
        backups={
            key: left
            for key, named in plan.backups.items()
            if key in tasks and (left := tuple(who for who in named if who in people))
        },
        outsourced={
            (key, pot): grains
            for (key, pot), grains in plan.outsourced.items()
            if key in tasks and pot in pots
        },
    )


def bookable_part(instance: Instance, plan: Plan) -> Plan:
    """The known part without hours from a funding that the person does not have."""
    known = known_part(instance, plan)
    hours = {
        (key, who, pot): grains
        for (key, who, pot), grains in known.hours.items()
        if (who, pot.funding) in instance.capacity
    }
    return replace(known, hours=hours)


def with_hours(
    instance: Instance, plan: Plan, key: TaskKey, person: PersonCode, grains: int
) -> Plan:
    """The plan in which a person does so many grains of a task, 0 for none.

    They are paid as far as pots and hours go; what is left is booked all the same, so that the
    checker can say what it breaks. The mandate goes to whoever can have it.
    """
    others = {place: g for place, g in plan.hours.items() if place[:2] != (key, person)}
    rest = replace(plan, hours=others)
    own = _paid(instance, rest, key, person, grains) if grains > 0 else {}
    return _with_roles(instance, replace(rest, hours=others | own), key)


def _paid(
    instance: Instance, plan: Plan, key: TaskKey, person: PersonCode, grains: int
) -> dict[tuple[TaskKey, PersonCode, EnvelopeKey], int]:
    pair = (key, person)
    parts = dict(payable(Ledger.after(instance, bookable_part(instance, plan)), pair, grains))
    left = grains - sum(parts.values())
    if left > 0:
        pot = next(iter(parts), None) or _pot(instance, key, person)
        if pot is not None:
            parts[pot] = parts.get(pot, 0) + left
    return {(key, person, pot): part for pot, part in parts.items()}


def _pot(instance: Instance, key: TaskKey, person: PersonCode) -> EnvelopeKey | None:
    """A pot to book on what nothing can pay: one that may, else one of a funding that she has."""
    may = instance.payers.get((key, person), ())
    has = [funding for funding in HOUR_FUNDINGS if (person, funding) in instance.capacity]
    there = [EnvelopeKey(funding, key.unit) for funding in (*has, *HOUR_FUNDINGS)]
    return next((pot for pot in (*may, *there) if pot in instance.envelopes), None)


def _with_roles(instance: Instance, plan: Plan, key: TaskKey) -> Plan:
    """The plan with the roles that follow when somebody got or lost hours on a task."""
    workers = _workers(plan, key)
    bought = any(task == key for task, _ in plan.outsourced)
    leads, backups = dict(plan.leads), dict(plan.backups)
    if not workers and not bought:
        leads.pop(key, None)
        backups.pop(key, None)
        return replace(plan, leads=leads, backups=backups)
    if workers and leads.get(key) not in workers:
        leads.pop(key, None)
        able = [who for who in workers if _may_lead(instance, key, who)]
        leads |= {key: able[0]} if able else {}
    return _without_double(replace(plan, leads=leads, backups=backups), key)


def _workers(plan: Plan, key: TaskKey) -> list[PersonCode]:
    """Who has hours on a task, most hours first."""
    hours = {who: grains for (task, who), grains in plan.hours_by_pair().items() if task == key}
    return sorted(hours, key=lambda who: (-hours[who], who))


def _may_lead(instance: Instance, key: TaskKey, person: PersonCode) -> bool:
    return (key, person) in instance.payers and (key, person) not in instance.learners


def with_lead(plan: Plan, key: TaskKey, person: PersonCode) -> Plan:
    """The plan in which a person answers for a task."""
    return _without_double(replace(plan, leads={**plan.leads, key: person}), key)


def with_backup(plan: Plan, key: TaskKey, person: PersonCode | None) -> Plan:
    """The plan in which a person can take a task over; nobody when there is none."""
    others = {task: people for task, people in plan.backups.items() if task != key}
    own = {} if person is None else {key: (person,)}
    return replace(plan, backups=others | own)


def _without_double(plan: Plan, key: TaskKey) -> Plan:
    """Who leads a task is no longer its back-up."""
    left = tuple(who for who in plan.backups.get(key, ()) if who != plan.leads.get(key))
    others = {task: people for task, people in plan.backups.items() if task != key}
    return replace(plan, backups=others | ({key: left} if left else {}))


def moved(
    instance: Instance, plan: Plan, key: TaskKey, giver: PersonCode, taker: PersonCode
) -> Plan:
    """The plan in which a person takes over all hours, and the mandate, of another on a task."""
    pairs = plan.hours_by_pair()
    grains = pairs.get((key, giver), 0) + pairs.get((key, taker), 0)
    was_lead = plan.leads.get(key) == giver
    after = with_hours(instance, plan, key, giver, 0)
    after = with_hours(instance, after, key, taker, grains)
    return with_lead(after, key, taker) if was_lead else after
