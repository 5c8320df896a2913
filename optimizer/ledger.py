"""What is left of people's hours and of envelopes while a plan is being made by hand."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from models.agenda import TaskInstance
from models.instance import Instance, Pair
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import GROUP, Person, PersonCode, UnitCode
from models.travel import TravelRules
from models.vocabulary import Cluster, Funding

Work = Mapping[PersonCode, Mapping[EnvelopeKey, int]]
"""Grains of each person on one task, per envelope."""


class Ledger:
    """Books work on people and envelopes, and answers how much more fits."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.hours: dict[tuple[TaskKey, PersonCode, EnvelopeKey], int] = {}
        self.leads: dict[TaskKey, PersonCode] = {}
        self.outsourced: dict[tuple[TaskKey, EnvelopeKey], int] = {}
        self.chunk = instance.settings.block
        self._tasks = {task.key: task for task in instance.tasks}
        self._persons = {person.code: person for person in instance.persons}
        self._rules = TravelRules(instance.data)
        self._free = dict(instance.capacity)
        self._left = {key: envelope.amount for key, envelope in instance.envelopes.items()}
        self._work: dict[PersonCode, int] = defaultdict(int)
        self._pedagogical: dict[PersonCode, int] = defaultdict(int)
        self._numbers: dict[PersonCode, set[str]] = defaultdict(set)
        self._on_site: dict[PersonCode, dict[UnitCode, int]] = defaultdict(dict)

    @classmethod
    def after(cls, instance: Instance, plan: Plan) -> "Ledger":
        """The ledger in which a whole plan is booked."""
        ledger = cls(instance)
        for (key, person, envelope), grains in plan.hours.items():
            ledger._book_part(ledger._tasks[key], person, envelope, grains)
        for (key, envelope), grains in plan.outsourced.items():
            ledger._book_firm(ledger._tasks[key], envelope, grains)
        return ledger

    def parts(
        self, pair: Pair, limit: int, spent: Mapping[EnvelopeKey, int] | None = None
    ) -> dict[EnvelopeKey, int]:
        """At most `limit` grains of a pair over the envelopes that can still pay them.

        `spent` is what others take from an envelope on top of what is booked.
        """
        person = self._persons[pair[1]]
        found: dict[EnvelopeKey, int] = {}
        free = {funding: self._free.get((pair[1], funding), 0) for funding in Funding}
        for key in self.instance.payers.get(pair, ()):
            amount = self._left[key]
            fits = min(limit - sum(found.values()), free[key.funding])
            if amount is not None:
                cost = self.instance.envelopes[key].cost(person)
                fits = min(fits, (amount - (spent or {}).get(key, 0)) // cost)
            if fits > 0:
                found[key] = fits
                free[key.funding] -= fits
        return found

    def cost(self, person: PersonCode, parts: Mapping[EnvelopeKey, int]) -> dict[EnvelopeKey, int]:
        """What the parts of a person take from their envelopes."""
        record = self._persons[person]
        return {k: self.instance.envelopes[k].cost(record) * g for k, g in parts.items()}

    def free_hours(self, person: PersonCode) -> int:
        """Grains that a person has left, over all fundings, travel aside."""
        return sum(grains for (code, _), grains in self._free.items() if code == person)

    def room(self, pair: Pair) -> int:
        """Grains that a person can still do for a task: hours, money, travel, focus and share."""
        key, code = pair
        person, task = self._persons[code], self._tasks[key]
        grains = sum(self.parts(pair, task.demand).values())
        if not self._in_focus(person, task):
            return 0
        spare = self.instance.total_capacity(code) - self._work[code]
        while grains > 0 and (over := grains + self._travel(person, task, grains) - spare) > 0:
            grains -= min(over, grains) if over < grains else 1
        return min(grains, self._share_room(person, task))

    def _share_room(self, person: Person, task: TaskInstance) -> int:
        """Grains before a person's least pedagogical share would be broken."""
        percent = Fraction(person.min_pedagogical_pct)
        if percent == 0 or task.task.cluster is Cluster.PEDAGOGICAL:
            return task.demand
        most = int(100 * self._pedagogical[person.code] / percent)
        return max(0, most - self._work[person.code])

    def _in_focus(self, person: Person, task: TaskInstance) -> bool:
        numbers = self._numbers[person.code] | {task.key.task}
        if person.max_tasks is not None and len(numbers) > person.max_tasks:
            return False
        if person.max_schools is None or not self._is_visit(person, task):
            return True
        return len(set(self._on_site[person.code]) | {task.key.unit}) <= person.max_schools

    def _is_visit(self, person: Person, task: TaskInstance) -> bool:
        return task.is_on_site and task.key.unit not in (GROUP, person.home)

    def _travel(self, person: Person, task: TaskInstance, extra: int) -> int:
        """Travel in grains when `extra` grains of a task come on top."""
        on_site = self._on_site[person.code]
        if self._is_visit(person, task):
            unit = task.key.unit
            on_site = {**on_site, unit: on_site.get(unit, 0) + extra}
        return self._rules.travel(person, on_site)

    def firm_room(self, task: TaskInstance) -> int:
        """Grains that a firm can still be paid for a task."""
        return min(task.outsource_max, sum(fits for _, fits in self._firm_parts(task)))

    def _firm_parts(self, task: TaskInstance) -> list[tuple[EnvelopeKey, int]]:
        cost = self.instance.firm_cost(task)
        keys = self.instance.firm_payers.get(task.key, ())
        return [(key, (self._left[key] or 0) // cost) for key in keys]

    def book(self, task: TaskInstance, work: Work, bought: int, lead: PersonCode) -> None:
        """Write a task's work down."""
        self.leads[task.key] = lead
        for person, parts in work.items():
            for envelope, grains in parts.items():
                self._book_part(task, person, envelope, grains)
        for envelope, fits in self._firm_parts(task):
            grains = min(bought, fits)
            if grains > 0:
                self._book_firm(task, envelope, grains)
                bought -= grains

    def _book_firm(self, task: TaskInstance, envelope: EnvelopeKey, grains: int) -> None:
        self.outsourced[task.key, envelope] = grains
        self._left[envelope] = (self._left[envelope] or 0) - grains * self.instance.firm_cost(task)

    def _book_part(
        self, task: TaskInstance, code: PersonCode, envelope: EnvelopeKey, grains: int
    ) -> None:
        person = self._persons[code]
        self.hours[task.key, code, envelope] = grains
        self._free[code, envelope.funding] -= grains
        self._work[code] += grains
        self._numbers[code].add(task.key.task)
        if task.task.cluster is Cluster.PEDAGOGICAL:
            self._pedagogical[code] += grains
        if self._is_visit(person, task):
            at = self._on_site[code]
            at[task.key.unit] = at.get(task.key.unit, 0) + grains
        amount = self._left[envelope]
        if amount is not None:
            cost = self.instance.envelopes[envelope].cost(person)
            self._left[envelope] = amount - grains * cost
