"""An old plan made fit for a changed problem: what is no longer allowed is left out."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from models.instance import Instance, Pair
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode
from models.vocabulary import Priority
from optimizer.construct.booking import Booking
from optimizer.construct.first_plan import best_plan, previous_plan
from optimizer.construct.fits import first_limit, room
from optimizer.construct.fits.backup import may_back_up
from optimizer.construct.fits.fit import Limit
from optimizer.construct.fits.split import block
from optimizer.construct.greedy import complete, greedy_plans
from optimizer.construct.ledger import Ledger

PASSES = 3
"""Limits that are looked at, one after the other, until there is room."""


def repaired(instance: Instance, plan: Plan) -> Plan | None:
    """The best plan at hand that keeps as much as it can of an old one; `None` when none fits."""
    return best_plan(instance, _candidates(instance, plan))


def _candidates(instance: Instance, plan: Plan) -> Iterator[Plan]:
    yield plan
    kept = without_breaches(instance, plan)
    yield complete(instance, kept)
    pinned = {person for _, person in (*instance.pins.works, *instance.pins.leads)}
    if pinned:
        yield complete(instance, _without_people(kept, pinned))
    yield from greedy_plans(instance)
    if instance.data.previous:
        yield previous_plan(instance)


def without_breaches(instance: Instance, plan: Plan) -> Plan:
    """The tasks of a plan that can stay as they are, the most important first.

    Tasks about which something is pinned are left out unless they have it: they are made anew.
    """
    keeper = _Keeper(instance, plan)
    tasks = sorted(
        instance.tasks,
        key=lambda task: (
            task.priority is not Priority.MANDATORY,
            not task.task.core,
            -instance.weight(task),
            task.key,
        ),
    )
    for task in tasks:
        keeper.try_to_keep(task.key)
    return keeper.kept()


def patched(instance: Instance, plan: Plan, tasks: Collection[TaskKey]) -> Plan:
    """An old plan with a few tasks made anew; the checker must judge the result.

    Who is pinned by name to the work of others gets the least that counts of it.
    """
    works = {
        pair: _least(instance, plan, pair) if grains is None and pair[0] in tasks else grains
        for pair, grains in instance.pins.works.items()
    }
    modest = replace(instance, pins=replace(instance.pins, works=works))
    return complete(modest, _without_tasks(plan, tasks))


def in_the_way(instance: Instance, plan: Plan, tasks: Collection[TaskKey]) -> set[TaskKey]:
    """The tasks, and those to put off so that whoever is pinned to them has the room.

    That is work of these people, or work paid from the same money, whichever is short; the least
    important first, and no more of it than needed.
    """
    gone = set(tasks)
    pins = instance.pins
    for pair in sorted({pair for pair in (*pins.works, *pins.leads) if pair[0] in tasks}):
        least = _least(instance, plan, pair)
        for _ in range(PASSES):
            gone |= _standing_in(instance, _without_tasks(plan, gone), pair, least)
    return gone


def _standing_in(instance: Instance, plan: Plan, pair: Pair, least: int) -> set[TaskKey]:
    """The tasks that keep a person from so many grains by the first limit that does."""
    payers = instance.payers.get(pair, ())
    felt = _felt(plan, pair[1], payers)
    limit = first_limit(Ledger.after(instance, felt), pair, least)
    if limit is None:
        return set()
    if limit is Limit.ENVELOPE:
        found = {key for key, _, payer in plan.hours if payer in payers}
    else:
        found = {key for key, worker, _ in plan.hours if worker == pair[1]}
    ranked = _in_order(instance, plan, found, limit)

    def is_open(count: int) -> bool:
        ledger = Ledger.after(instance, _without_tasks(felt, ranked[:count]))
        return first_limit(ledger, pair, least) is not limit

    enough = bisect_left(range(len(ranked) + 1), True, key=is_open)
    return set(ranked[:enough]) if enough <= len(ranked) else set()


def _felt(plan: Plan, person: PersonCode, payers: Collection[EnvelopeKey]) -> Plan:
    """The work that limits a person: their own, and what is paid from the same envelopes."""
    return Plan(
        hours={
            place: grains
            for place, grains in plan.hours.items()
            if place[1] == person or place[2] in payers
        },
        outsourced={place: n for place, n in plan.outsourced.items() if place[1] in payers},
    )


def _in_order(
    instance: Instance, plan: Plan, tasks: Iterable[TaskKey], limit: Limit
) -> list[TaskKey]:
    """Tasks in the order in which they make room: the least important, school or number first."""
    ranked = _least_important_first(instance, tasks)
    hours: Counter[str] = Counter()
    group = {Limit.MAX_SCHOOLS: "unit", Limit.MAX_TASKS: "task"}.get(limit)
    if group is None:
        return ranked
    names = {key: str(getattr(key, group)) for key in ranked}
    covered = plan.covered()
    for key, name in names.items():
        hours[name] += covered.get(key, 0)
    return sorted(ranked, key=lambda key: (hours[names[key]], names[key]))


def _least(instance: Instance, plan: Plan, pair: Pair) -> int:
    """Grains that a person needs at the least: a block beside others, or the whole minimum."""
    key, person = pair
    task = next(task for task in instance.tasks if task.key == key)
    others = any(worker != person for other, worker, _ in plan.hours if other == key)
    least = block(instance, task) if others else task.minimum
    return min(least, instance.total_capacity(person))


def _least_important_first(instance: Instance, tasks: Iterable[TaskKey]) -> list[TaskKey]:
    """Tasks in the order in which they can be missed; what is pinned goes last."""
    known = {task.key: task for task in instance.tasks}
    pinned = {key for key, _ in (*instance.pins.works, *instance.pins.leads)}

    def rank(key: TaskKey) -> tuple[bool, bool, bool, int, int, TaskKey]:
        task = known[key]
        must = task.priority is Priority.MANDATORY
        weight = instance.weight(task)
        return (key in pinned, must, task.task.core, weight, task.demand, key)

    return sorted(tasks, key=rank)


class _Keeper:
    """Books the tasks of an old plan one by one, as long as they fit."""

    def __init__(self, instance: Instance, plan: Plan) -> None:
        self._instance = instance
        self._plan = plan
        self._ledger = Ledger(instance)
        self._tasks = {task.key: task for task in instance.tasks}
        self._work: dict[TaskKey, dict[PersonCode, int]] = defaultdict(dict)
        for (key, person), grains in plan.hours_by_pair().items():
            self._work[key][person] = grains
        self._firms: dict[TaskKey, int] = {}
        for (key, _), grains in plan.outsourced.items():
            self._firms[key] = self._firms.get(key, 0) + grains

    def try_to_keep(self, key: TaskKey) -> None:
        """Book a task when every rule that looks at it alone still holds."""
        lead, bought = self._plan.leads.get(key), self._firms.get(key, 0)
        work = self._work.get(key, {})
        booking = Booking(self._ledger, self._tasks[key], sum(work.values()) + bought)
        if all(self._adds(booking, person, grains) for person, grains in work.items()):
            booking.book(lead, bought)

    def _adds(self, booking: Booking, person: PersonCode, grains: int) -> bool:
        """Whether somebody still can do the hours they did."""
        fits = room(self._ledger, (booking.draft.task.key, person)) >= grains
        return fits and booking.add(person, grains, least=grains)

    def kept(self) -> Plan:
        """What was booked, with the back-ups that are still allowed."""
        leads = self._ledger.leads
        backups = {
            key: left
            for key, people in self._plan.backups.items()
            if key in leads and (left := self._left_backups(key, people, leads[key]))
        }
        return Plan(self._ledger.hours, dict(leads), backups, self._ledger.outsourced)

    def _left_backups(
        self, key: TaskKey, people: tuple[PersonCode, ...], lead: PersonCode
    ) -> tuple[PersonCode, ...]:
        return tuple(p for p in people if may_back_up(self._instance, (key, p), lead))


def _without_people(plan: Plan, people: Collection[PersonCode]) -> Plan:
    """The plan without the tasks on which these people work."""
    gone = {key for key, person, _ in plan.hours if person in people}
    return _without_tasks(plan, gone | {k for k, lead in plan.leads.items() if lead in people})


def _without_tasks(plan: Plan, gone: Collection[TaskKey]) -> Plan:
    return Plan(
        hours={place: grains for place, grains in plan.hours.items() if place[0] not in gone},
        leads={key: lead for key, lead in plan.leads.items() if key not in gone},
        backups={key: who for key, who in plan.backups.items() if key not in gone},
        outsourced={place: n for place, n in plan.outsourced.items() if place[0] not in gone},
    )
