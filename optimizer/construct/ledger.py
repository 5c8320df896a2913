"""What is left of people's hours and of envelopes while a plan is being made by hand."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction

from models.agenda import TaskInstance
from models.instance import Instance, Pair
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import GROUP, Person, PersonCode, UnitCode
from models.travel import TravelRules
from models.vocabulary import Cluster, Funding


class Limit(StrEnum):
    """What can keep a person from more hours on a task, in the order in which it is looked at."""

    PIN = "pin"
    CAPACITY = "capacity"
    FUNDING = "funding"
    MAX_TASKS = "max_tasks"
    MAX_SCHOOLS = "max_schools"
    SHARE = "share"
    ENVELOPE = "envelope"
    TRAVEL = "travel"


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
        self._shares: dict[TaskKey, dict[PersonCode, int]] = defaultdict(dict)
        self._bought: dict[TaskKey, int] = defaultdict(int)
        self._pedagogical: dict[PersonCode, int] = defaultdict(int)
        self._numbers: dict[PersonCode, set[str]] = defaultdict(set)
        self._on_site: dict[PersonCode, dict[UnitCode, int]] = defaultdict(dict)
        self._road: dict[PersonCode, int] = defaultdict(int)

    @classmethod
    def after(cls, instance: Instance, plan: Plan) -> "Ledger":
        """The ledger in which a whole plan is booked."""
        ledger = cls(instance)
        ledger.leads.update(plan.leads)
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
        free: dict[Funding, int] = {}
        for key in self.instance.payers.get(pair, ()):
            own = free.setdefault(key.funding, self._free.get((pair[1], key.funding), 0))
            fits = min(limit - sum(found.values()), own)
            amount = self._left[key]
            if fits > 0 and amount is not None:
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

    def spare(self, code: PersonCode) -> int:
        """Grains that a person has left over all fundings, after work and travel."""
        travel = self._rules.travel_of(self._road[code])
        return self.instance.total_capacity(code) - self._work[code] - travel

    def room(self, pair: Pair) -> int:
        """Grains that a person can still do for a task: hours, money, travel, focus and share."""
        person, task = self._persons[pair[1]], self._tasks[pair[0]]
        if self._broken_focus(person, task):
            return 0
        grains = sum(self.parts(pair, task.demand).values())
        if grains == 0:
            return 0
        return min(self._after_travel(person, task, grains), self._share_room(person, task))

    def limit(self, pair: Pair, grains: int) -> Limit | None:
        """The first limit that keeps a person from `grains` more on a task, if any does."""
        fits = self._fits(pair, grains)
        return next((limit for limit, is_kept in fits if not is_kept), None)

    def _fits(self, pair: Pair, grains: int) -> Iterator[tuple[Limit, bool]]:
        """Each limit, and whether `grains` more keep to it when they keep to those before it."""
        person, task = self._persons[pair[1]], self._tasks[pair[0]]
        fundings = {key.funding for key in self._open_payers(pair)}
        paid = sum(self._free.get((person.code, funding), 0) for funding in fundings)
        broken = self._broken_focus(person, task)
        yield Limit.PIN, self.instance.pins.works.get(pair) is None
        yield Limit.CAPACITY, grains <= self.spare(person.code)
        yield Limit.FUNDING, grains <= paid
        yield Limit.MAX_TASKS, broken is not Limit.MAX_TASKS
        yield Limit.MAX_SCHOOLS, broken is not Limit.MAX_SCHOOLS
        yield Limit.SHARE, grains <= self._share_room(person, task)
        yield Limit.ENVELOPE, grains == sum(self.parts(pair, grains).values())
        yield Limit.TRAVEL, grains == self._after_travel(person, task, grains)

    def _open_payers(self, pair: Pair) -> list[EnvelopeKey]:
        """The envelopes that may pay a pair from a funding of which the person has hours left."""
        return [
            key
            for key in self.instance.payers.get(pair, ())
            if self._free.get((pair[1], key.funding), 0) > 0
        ]

    def purses(self, pairs: Iterable[Pair]) -> dict[EnvelopeKey, int | None]:
        """The envelopes that can pay any of these pairs, with the grains that each still pays.

        Counted for the cheapest of the people; `None` where only their appointments bind.
        """
        found: dict[EnvelopeKey, int | None] = {}
        for pair in pairs:
            for key in self._open_payers(pair):
                left = self._left[key]
                cost = self.instance.envelopes[key].cost(self._persons[pair[1]])
                fits = None if left is None else max(left // cost, found.get(key) or 0)
                found[key] = fits
        return found

    def _after_travel(self, person: Person, task: TaskInstance, grains: int) -> int:
        """The most of `grains` that fit in a person's hours together with the trips they take."""
        spare = self.instance.total_capacity(person.code) - self._work[person.code]

        def total(extra: int) -> int:
            return extra + self._travel(person, task, extra)

        if grains == 0 or total(grains) <= spare:
            return grains
        return bisect_right(range(1, grains + 1), spare, key=total)

    def _share_room(self, person: Person, task: TaskInstance) -> int:
        """Grains before a person's least pedagogical share would be broken."""
        if person.min_pedagogical_pct == 0 or task.task.cluster is Cluster.PEDAGOGICAL:
            return task.demand
        percent = Fraction(person.min_pedagogical_pct)
        most = int(100 * self._pedagogical[person.code] / percent)
        return max(0, most - self._work[person.code])

    def _broken_focus(self, person: Person, task: TaskInstance) -> Limit | None:
        """The limit on tasks or schools that one more task would break."""
        if person.max_tasks is not None:
            numbers = self._numbers[person.code] | {task.key.task}
            if len(numbers) > person.max_tasks:
                return Limit.MAX_TASKS
        if person.max_schools is None or not self._is_visit(person, task):
            return None
        schools = set(self._on_site[person.code]) | {task.key.unit}
        return Limit.MAX_SCHOOLS if len(schools) > person.max_schools else None

    def is_visit(self, pair: Pair) -> bool:
        """Whether the pair would work on site at a school that is not the person's home."""
        return self._is_visit(self._persons[pair[1]], self._tasks[pair[0]])

    def _is_visit(self, person: Person, task: TaskInstance) -> bool:
        return task.is_on_site and task.key.unit not in (GROUP, person.home)

    def _travel(self, person: Person, task: TaskInstance, extra: int) -> int:
        """Travel in grains when `extra` grains of a task come on top."""
        time, unit = self._road[person.code], task.key.unit
        if self._is_visit(person, task):
            before = self._on_site[person.code].get(unit, 0)
            time += self._rules.time(person, unit, before + extra)
            time -= self._rules.time(person, unit, before)
        return self._rules.travel_of(time)

    def firm_room(self, task: TaskInstance) -> int:
        """Grains that a firm can still be paid for a task."""
        open_part = task.outsource_max - self._bought[task.key]
        return min(open_part, sum(fits for _, fits in self._firm_parts(task)))

    def firm_left(self, task: TaskInstance) -> int:
        """Grains that the money for firms still pays for a task, its share aside.

        An envelope from which the outsourced hours are pinned pays no more.
        """
        pinned = self.instance.pins.outsourced
        return sum(fits for key, fits in self._firm_parts(task) if (task.key, key) not in pinned)

    def _firm_parts(self, task: TaskInstance) -> list[tuple[EnvelopeKey, int]]:
        cost = self.instance.firm_cost(task)
        keys = self.instance.firm_payers.get(task.key, ())
        return [(key, (self._left[key] or 0) // cost) for key in keys]

    def people_on(self, key: TaskKey) -> list[PersonCode]:
        """Who has hours on a task, most hours first."""
        return sorted(self._shares[key], key=lambda person: (-self._shares[key][person], person))

    def covered(self, key: TaskKey) -> int:
        """Grains booked on a task."""
        return sum(self._shares[key].values()) + self._bought[key]

    def book_person(
        self, task: TaskInstance, person: PersonCode, parts: Mapping[EnvelopeKey, int]
    ) -> None:
        """Write work of a person down."""
        for envelope, grains in parts.items():
            self._book_part(task, person, envelope, grains)

    def book_firm(self, task: TaskInstance, grains: int) -> None:
        """Buy work, at most `grains`, as far as share and money go."""
        for envelope, fits in self._firm_parts(task):
            part = min(grains, fits, task.outsource_max - self._bought[task.key])
            if part > 0:
                self._book_firm(task, envelope, part)
                grains -= part

    def _book_firm(self, task: TaskInstance, envelope: EnvelopeKey, grains: int) -> None:
        place = (task.key, envelope)
        self.outsourced[place] = self.outsourced.get(place, 0) + grains
        self._bought[task.key] += grains
        self._left[envelope] = (self._left[envelope] or 0) - grains * self.instance.firm_cost(task)

    def _book_part(
        self, task: TaskInstance, code: PersonCode, envelope: EnvelopeKey, grains: int
    ) -> None:
        person = self._persons[code]
        place = (task.key, code, envelope)
        self.hours[place] = self.hours.get(place, 0) + grains
        shares = self._shares[task.key]
        shares[code] = shares.get(code, 0) + grains
        self._free[code, envelope.funding] -= grains
        self._work[code] += grains
        self._numbers[code].add(task.key.task)
        if task.task.cluster is Cluster.PEDAGOGICAL:
            self._pedagogical[code] += grains
        if self._is_visit(person, task):
            at = self._on_site[code]
            before = at.get(task.key.unit, 0)
            at[task.key.unit] = before + grains
            self._road[code] += self._rules.time(person, task.key.unit, before + grains)
            self._road[code] -= self._rules.time(person, task.key.unit, before)
        amount = self._left[envelope]
        if amount is not None:
            cost = self.instance.envelopes[envelope].cost(person)
            self._left[envelope] = amount - grains * cost
