"""A first plan as a person would make it by hand: important tasks first, to whoever has room."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from models.agenda import TaskInstance
from models.instance import Instance, Pair
from models.plan import Plan, TaskKey
from models.problem import PersonCode
from models.vocabulary import Priority
from optimizer.construct.booking import Booking
from optimizer.construct.draft import Draft
from optimizer.construct.fits import may_join, room
from optimizer.construct.fits.backup import can_back_up
from optimizer.construct.fits.envelope import parts
from optimizer.construct.fits.lead import may_lead
from optimizer.construct.fits.outsourcing import purchase
from optimizer.construct.fits.split import block
from optimizer.construct.ledger import Ledger


def greedy_plans(instance: Instance) -> list[Plan]:
    """The greedy plan; two where levels are chosen, one that does what it can at the group."""
    has_choice = any(task.is_choice for task in instance.tasks)
    firsts = (False, True) if has_choice else (False,)
    return [greedy_plan(instance, central_first=first) for first in firsts]


def greedy_plan(instance: Instance, *, central_first: bool = False) -> Plan:
    """A plan without search, in well under a second.

    Of a task whose level is chosen the schools are tried before the group, or after it. It keeps
    capacities, envelopes, competences and focus; pins, mandatory tasks, shares and presence may be
    missed when they are tight, so let the checker judge it.
    """
    return complete(instance, Plan(), central_first=central_first)


def complete(instance: Instance, plan: Plan, *, central_first: bool = False) -> Plan:
    """A plan with the tasks added for which it still has room."""
    ledger = Ledger.after(instance, plan)
    order, demands = _by_importance(instance), _demands_on(instance)
    order.sort(key=lambda task: task.is_local if central_first else task.is_central)
    floors = instance.settings.floors
    pinned = _pinned(instance)
    first = [task for task in order if task.task.core or floors[task.task.cluster] > 0]
    # What is pinned must find its people free; core tasks count as done at their minimum: first
    # as many of them as there can be.
    for task in [*(task for task in order if task.key in pinned), *first]:
        if task.key not in ledger.leads:
            is_small = task.task.core or task.key in pinned
            _cover(ledger, task, task.minimum if is_small else task.demand, demands)
    for task in order:
        if task.key in ledger.leads:
            _top_up(ledger, task)
        else:
            _cover(ledger, task, task.demand, demands)
    return Plan(
        hours=ledger.hours,
        leads=ledger.leads,
        backups=_backups(instance, ledger.leads, plan.backups),
        outsourced=ledger.outsourced,
    )


def fitted(instance: Instance, plan: Plan) -> Plan:
    """The tasks of a plan for which there is room, the important ones first."""
    ledger = Ledger(instance)
    work: dict[TaskKey, Counter[PersonCode]] = defaultdict(Counter)
    for (key, person, _), grains in plan.hours.items():
        work[key][person] += grains
    bought: Counter[TaskKey] = Counter()
    for (key, _), grains in plan.outsourced.items():
        bought[key] += grains
    for task in _by_importance(instance):
        if task.key in plan.leads:
            booking = Booking(ledger, task, task.demand)
            for person, grains in work[task.key].items():
                fits = min(grains, room(ledger, (task.key, person)))
                booking.add(person, fits, least=min(instance.settings.block, grains))
            booking.book(plan.leads[task.key], booking.firm_part(bought[task.key]))
    backups = {key: people for key, people in plan.backups.items() if key in ledger.leads}
    return Plan(ledger.hours, ledger.leads, backups, ledger.outsourced)


def _by_importance(instance: Instance) -> list[TaskInstance]:
    """Pinned and mandatory tasks, core tasks, tasks of protected clusters, then by weight."""
    pinned = _pinned(instance)
    floors = instance.settings.floors

    def rank(task: TaskInstance) -> tuple[bool, bool, bool, int, int, TaskKey]:
        must = task.key in pinned or task.priority is Priority.MANDATORY
        protected = floors[task.task.cluster] > 0
        weight = instance.weight(task)
        return (not must, not task.task.core, not protected, -weight, task.demand, task.key)

    return sorted(instance.tasks, key=rank)


def _pinned(instance: Instance) -> set[TaskKey]:
    """The tasks about which the user has fixed something."""
    pins = instance.pins
    return {key for key, _ in [*pins.works, *pins.leads, *pins.backups, *pins.outsourced]}


def _demands_on(instance: Instance) -> Counter[PersonCode]:
    """How many core tasks could call on each person: those few can do without are kept free."""
    core = frozenset(task.key for task in instance.tasks if task.task.core)
    able = instance.payers.keys() - instance.learners
    return Counter(person for key, person in able if key in core)


def _top_up(ledger: Ledger, task: TaskInstance) -> None:
    """More hours for a task that is done, by the people who do it and by a firm."""
    people = ledger.people_on(task.key)
    for person in people:
        pair = (task.key, person)
        extra = min(task.demand - ledger.covered(task.key), room(ledger, pair))
        ledger.book_person(task, person, parts(ledger, pair, extra))
    if people:
        rest = task.demand - ledger.covered(task.key)
        ledger.book_firm(task, purchase(ledger, task, rest))


def _cover(ledger: Ledger, task: TaskInstance, goal: int, demands: Counter[PersonCode]) -> None:
    """Do `goal` grains of a task; leave it when its minimum cannot be reached."""
    instance, booking = ledger.instance, Booking(ledger, task, goal)
    for person, grains in sorted(instance.pins.works_on(task.key).items()):
        fits = min(booking.rest, room(ledger, (task.key, person)))
        wanted = max(fits, instance.settings.block) if grains is None else grains
        booking.add(person, wanted, least=grains or 1)
    for person in _candidates(ledger, task, booking.draft.work, demands):
        fits = min(booking.rest, room(ledger, (task.key, person)))
        booking.add(person, fits, least=block(instance, task))
    booking.book(_lead(ledger, task, booking.draft), booking.firm_part(booking.rest))


def _candidates(
    ledger: Ledger,
    task: TaskInstance,
    taken: Collection[PersonCode],
    demands: Counter[PersonCode],
) -> list[PersonCode]:
    """Who may still join: competent people with room who are least called for, learners last."""
    instance = ledger.instance
    people = [code for code in instance.watchers.get(task.key, ()) if code not in taken]
    open_pairs = [(task.key, code) for code in people if may_join(instance, task, code, taken)]

    def rank(pair: Pair) -> tuple[bool, bool, int, bool, int, int, PersonCode]:
        fits, is_learner = room(ledger, pair), pair in instance.learners
        leads, short = pair in instance.pins.leads, max(0, task.minimum - fits)
        travels = ledger.is_visit(ledger.persons[pair[1]], task)
        return (not leads, is_learner, short, travels, demands[pair[1]], -fits, pair[1])

    ranked = sorted(open_pairs, key=rank)
    return [person for _, person in ranked]


def _lead(ledger: Ledger, task: TaskInstance, draft: Draft) -> PersonCode | None:
    """The pinned lead, else the competent person with most hours, else who watches the firm."""
    instance, key = ledger.instance, task.key
    pinned = sorted(instance.pins.leads_of(key))
    if pinned:
        return pinned[0]
    able = [
        person
        for person in draft.work
        if may_lead(instance, (key, person), draft.work)
        and (key, person) not in instance.pins.backups
    ]
    if draft.work:
        return max(able, key=lambda person: (draft.share(person), person), default=None)
    watchers = instance.watchers.get(key, ()) if key in instance.firm_payers else ()
    return watchers[0] if watchers else None


def _backups(
    instance: Instance,
    leads: Mapping[TaskKey, PersonCode],
    settled: Mapping[TaskKey, tuple[PersonCode, ...]],
) -> dict[TaskKey, tuple[PersonCode, ...]]:
    """Those settled and pinned; for other tasks that ask one, the person with the fewest so far."""
    backups: dict[TaskKey, list[PersonCode]] = defaultdict(list)
    for key, people in settled.items():
        backups[key] += people
    for key, person in sorted(instance.pins.backups):
        if key in leads and person not in backups[key]:
            backups[key].append(person)
    counts = Counter(person for people in backups.values() for person in people)
    few_first = sorted(instance.tasks, key=lambda t: (len(instance.watchers.get(t.key, ())), t.key))
    for task in few_first:
        key = task.key
        if task.task.needs_backup and key in leads and not backups[key]:
            free = [
                person
                for person in instance.watchers.get(key, ())
                if can_back_up(instance, (key, person), leads[key], counts[person])
            ]
            if free:
                chosen = min(free, key=lambda person: (counts[person], person))
                backups[key].append(chosen)
                counts[chosen] += 1
    return {key: tuple(people) for key, people in backups.items() if people}
