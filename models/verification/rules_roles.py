"""Rules about who answers for the work: leads, backups, firms, focus and pins."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from models.explanation import Family
from models.plan import TaskKey
from models.problem import Person, PersonCode
from models.units import part_down
from models.verification.agenda import Duty
from models.verification.facts import Facts
from models.verification.outcome import Violation, broken
from models.verification.world import World
from models.vocabulary import Cluster


def check_lead(world: World, facts: Facts) -> Iterator[Violation]:
    """A task that is done has one lead, who works on it or watches the firm that does it all."""
    leads = facts.sound.leads
    for key, duty in world.duties.items():
        if facts.covered.get(key, 0) > 0 and key not in leads:
            yield broken(Family.LEAD, "no-lead", task=key)
        if key in leads:
            breach = _lead_breach(world, facts, duty, world.persons[leads[key]])
            if breach:
                yield broken(Family.LEAD, breach, task=key, person=leads[key])


def _lead_breach(world: World, facts: Facts, duty: Duty, lead: Person) -> str | None:
    workers = facts.workers.get(duty.key, {})
    if facts.covered.get(duty.key, 0) == 0:
        return "lead-of-nothing"
    if not workers:
        return "may-not-watch" if world.eligibility.obstacles_to_watch(duty, lead) else None
    if lead.code not in workers:
        return "does-not-work"
    if not world.eligibility.is_competent(duty.task, lead):
        return "not-competent"
    return "too-small-part" if _does_too_little(world, facts, duty, lead) else None


def _does_too_little(world: World, facts: Facts, duty: Duty, lead: Person) -> bool:
    """Whether the lead does less than the least part of what own people do, and no pin says so."""
    workers = facts.workers[duty.key]
    asked = world.pins.works.get((duty.key, lead.code), set()) - {None}
    is_said = bool(asked) and lead.code in world.pins.leads.get(duty.key, set())
    least = Fraction(world.settings.lead_min_pct) * sum(workers.values())
    return not is_said and 100 * workers[lead.code] < least


def check_backup(world: World, facts: Facts) -> Iterator[Violation]:
    """A backup can take over, is not the lead, and does not back up too much."""
    for key, people in facts.sound.backups.items():
        allowed = max(1, len(world.pins.backups.get(key, ())))
        if facts.covered.get(key, 0) == 0:
            yield broken(Family.BACKUP, "backup-of-nothing", task=key)
        if len(people) > allowed:
            yield broken(Family.BACKUP, "too-many", task=key, backups=len(people), allowed=allowed)
        for person in people:
            yield from _backup_breaches(world, facts, key, person)
    counts = Counter(person for people in facts.sound.backups.values() for person in people)
    for person, count in counts.items():
        if count > world.settings.max_backups:
            yield broken(
                Family.BACKUP,
                "backs-up-too-much",
                person=person,
                tasks=count,
                allowed=world.settings.max_backups,
            )


def _backup_breaches(
    world: World, facts: Facts, key: TaskKey, person: PersonCode
) -> Iterator[Violation]:
    duty = world.duties[key]
    if facts.sound.leads.get(key) == person:
        yield broken(Family.BACKUP, "is-the-lead", task=key, person=person)
    if not duty.task.needs_backup and person not in world.pins.backups.get(key, ()):
        yield broken(Family.BACKUP, "not-asked", task=key, person=person)
    obstacles = world.eligibility.obstacles_to_watch(duty, world.persons[person])
    if obstacles:
        yield broken(Family.BACKUP, "may-not-back-up", task=key, person=person, obstacles=obstacles)


def check_outsourcing(world: World, facts: Facts) -> Iterator[Violation]:
    """Firms do at most their part, from money that may buy it: `Σ_e outsourced ≤ pct·demand`."""
    for key, grains in facts.bought.items():
        duty = world.duties[key]
        allowed = part_down(duty.task.outsource_pct, duty.demand)
        if grains > allowed:
            yield broken(Family.OUTSOURCING, "too-much", task=key, grains=grains, allowed=allowed)
    for key, purse in facts.sound.outsourced:
        if not world.money.may_buy(purse, world.duties[key]):
            yield broken(Family.OUTSOURCING, "may-not-buy", task=key, purse=purse)


def check_focus(world: World, facts: Facts) -> Iterator[Violation]:
    """Nobody gets more task numbers or more visited schools than asked."""
    for code, tasks in facts.tasks_of.items():
        limit = _most_tasks(world, world.persons[code])
        count = len({key.task for key in tasks})
        if limit is not None and count > limit:
            yield broken(Family.FOCUS, "too-many-tasks", person=code, tasks=count, allowed=limit)
    for code, visited in facts.visited().items():
        limit = world.persons[code].max_schools
        if limit is not None and visited > limit:
            yield broken(
                Family.FOCUS, "too-many-schools", person=code, schools=visited, allowed=limit
            )


def _most_tasks(world: World, person: Person) -> int | None:
    """The person's own limit on tasks, else that of the role, which yields to what is pinned."""
    profile = world.data.roles.get(person.role)
    if person.max_tasks is not None or profile is None or profile.max_tasks is None:
        return person.max_tasks
    pinned = {key.task for key, code in world.pins.works if code == person.code}
    pinned |= {key.task for key, people in world.pins.leads.items() if person.code in people}
    return max(profile.max_tasks, len(pinned))


def check_pins(world: World, facts: Facts) -> Iterator[Violation]:
    """What is laid down is in the plan, and people get the pedagogical share that they ask."""
    yield from _pinned_work(world, facts)
    yield from _pinned_roles(world, facts)
    yield from _pinned_purchases(world, facts)
    yield from _pedagogical_shares(world, facts)


def _pinned_work(world: World, facts: Facts) -> Iterator[Violation]:
    for (key, person), asked in world.pins.works.items():
        grains = facts.workers.get(key, {}).get(person, 0)
        for pinned in asked:
            kept = grains > 0 if pinned is None else grains == pinned
            if not kept:
                yield broken(
                    Family.PINS, "work", task=key, person=person, grains=grains, pinned=pinned
                )


def _pinned_roles(world: World, facts: Facts) -> Iterator[Violation]:
    for key, people in world.pins.leads.items():
        for person in sorted(people - {facts.sound.leads.get(key)}):
            yield broken(Family.PINS, "lead", task=key, person=person)
    for key, people in world.pins.backups.items():
        for person in sorted(people - set(facts.sound.backups.get(key, ()))):
            yield broken(Family.PINS, "backup", task=key, person=person)


def _pinned_purchases(world: World, facts: Facts) -> Iterator[Violation]:
    for (key, purse), pinned in world.pins.outsourced.items():
        grains = facts.sound.outsourced.get((key, purse), 0)
        if grains != pinned:
            yield broken(
                Family.PINS, "outsourced", task=key, purse=purse, grains=grains, pinned=pinned
            )


def _pedagogical_shares(world: World, facts: Facts) -> Iterator[Violation]:
    for code, tasks in facts.tasks_of.items():
        pct = Fraction(world.persons[code].min_pedagogical_pct)
        pedagogical = sum(
            grains
            for key, grains in tasks.items()
            if world.duties[key].task.cluster is Cluster.PEDAGOGICAL
        )
        if 100 * pedagogical < pct * sum(tasks.values()):
            yield broken(
                Family.PINS,
                "pedagogical-share",
                person=code,
                pedagogical=pedagogical,
                grains=sum(tasks.values()),
                asked_pct=pct,
            )
