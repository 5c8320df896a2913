"""A first plan as a person would make it by hand: important tasks first, to whoever has room."""

from collections import defaultdict
from collections.abc import Container

from models.agenda import TaskInstance
from models.instance import Instance
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode
from models.vocabulary import Priority
from optimizer.ledger import Ledger


def greedy_plan(instance: Instance) -> Plan:
    """A plan without search, in well under a second.

    It keeps capacities, envelopes, competences and focus; pins, mandatory tasks, shares and
    presence may be missed when they are tight, so let the checker judge it.
    """
    ledger = Ledger(instance)
    for task in _by_importance(instance):
        _cover(ledger, task)
    return Plan(
        hours=ledger.hours,
        leads=ledger.leads,
        backups=_backups(instance, ledger.leads),
        outsourced=ledger.outsourced,
    )


def _by_importance(instance: Instance) -> list[TaskInstance]:
    """Pinned and mandatory tasks, core tasks, tasks of protected clusters, then by weight."""
    pins = instance.pins
    pinned = {key for key, _ in [*pins.works, *pins.leads, *pins.backups, *pins.outsourced]}
    floors, weights = instance.settings.floors, instance.settings.priority_weights

    def rank(task: TaskInstance) -> tuple[bool, bool, bool, int, int, TaskKey]:
        must = task.key in pinned or task.priority is Priority.MANDATORY
        protected = floors[task.task.cluster] > 0
        weight = weights[task.priority]
        return (not must, not task.task.core, not protected, -weight, task.demand, task.key)

    return sorted(instance.tasks, key=rank)


def _cover(ledger: Ledger, task: TaskInstance) -> None:
    """Do a task as far as there is room; leave it when its minimum cannot be reached."""
    draft = _Draft(ledger, task)
    for (key, person), grains in sorted(ledger.instance.pins.works.items()):
        if key == task.key:
            draft.add(person, ledger.chunk if grains is None else grains, least=grains or 1)
    for person in _candidates(ledger, task, draft.work):
        room = min(draft.rest, ledger.room((task.key, person)))
        draft.add(person, room, least=min(ledger.chunk, task.demand))
    lead = _lead(ledger, task, draft)
    bought = min(draft.rest, ledger.firm_room(task))
    if lead is not None and draft.total + bought >= task.minimum:
        ledger.book(task, draft.work, bought, lead)


class _Draft:
    """Who would do a task, before it is booked."""

    def __init__(self, ledger: Ledger, task: TaskInstance) -> None:
        self._ledger = ledger
        self._task = task
        self._spent: dict[EnvelopeKey, int] = defaultdict(int)
        self.work: dict[PersonCode, dict[EnvelopeKey, int]] = {}

    @property
    def total(self) -> int:
        """Grains of all people together."""
        return sum(map(self.share, self.work))

    @property
    def rest(self) -> int:
        """Grains that are still to be done."""
        return self._task.demand - self.total

    def share(self, person: PersonCode) -> int:
        """Grains of one person."""
        return sum(self.work[person].values())

    def add(self, person: PersonCode, grains: int, least: int) -> None:
        """Let a person do so many grains, when there is money for `least` and room for one more."""
        parts = self._ledger.parts((self._task.key, person), grains, self._spent)
        if len(self.work) < self._task.max_persons and sum(parts.values()) >= least:
            self.work[person] = parts
            for envelope, cost in self._ledger.cost(person, parts).items():
                self._spent[envelope] += cost


def _candidates(
    ledger: Ledger, task: TaskInstance, taken: Container[PersonCode]
) -> list[PersonCode]:
    """Who may still join: competent people with the most room first, learners last."""
    instance = ledger.instance
    pairs = [(task.key, person) for person in instance.watchers.get(task.key, ())]
    open_pairs = [pair for pair in pairs if pair in instance.payers and pair[1] not in taken]

    def rank(pair: tuple[TaskKey, PersonCode]) -> tuple[bool, bool, int, int, PersonCode]:
        room, is_learner = ledger.room(pair), pair in instance.learners
        leads = pair in instance.pins.leads
        return (not leads, is_learner, -room, instance.cost[pair], pair[1])

    ranked = sorted(open_pairs, key=rank)
    return [person for _, person in ranked]


def _lead(ledger: Ledger, task: TaskInstance, draft: _Draft) -> PersonCode | None:
    """The pinned lead, else the competent person with most hours, else who watches the firm."""
    instance, key = ledger.instance, task.key
    pinned = [person for pair_key, person in sorted(instance.pins.leads) if pair_key == key]
    if pinned:
        return pinned[0]
    able = [person for person in draft.work if (key, person) not in instance.learners]
    if draft.work:
        return max(able, key=lambda person: (draft.share(person), person), default=None)
    watchers = instance.watchers.get(key, ()) if key in instance.firm_payers else ()
    return watchers[0] if watchers else None


def _backups(
    instance: Instance, leads: dict[TaskKey, PersonCode]
) -> dict[TaskKey, tuple[PersonCode, ...]]:
    """The pinned back-ups; for other tasks that ask one, the person with the fewest so far."""
    counts: dict[PersonCode, int] = defaultdict(int)
    backups: dict[TaskKey, list[PersonCode]] = defaultdict(list)
    for key, person in sorted(instance.pins.backups):
        if key in leads:
            backups[key].append(person)
            counts[person] += 1
    for task in instance.tasks:
        key = task.key
        if task.task.needs_backup and key in leads and key not in backups:
            free = [
                person
                for person in instance.watchers.get(key, ())
                if person != leads[key] and counts[person] < instance.settings.max_backups
            ]
            if free:
                chosen = min(free, key=lambda person: (counts[person], person))
                backups[key].append(chosen)
                counts[chosen] += 1
    return {key: tuple(people) for key, people in backups.items()}
