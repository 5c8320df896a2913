"""What people have done and what is left of envelopes while a plan is being made by hand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from models.agenda import TaskInstance
from models.instance import Instance, Pair
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import GROUP, Person, PersonCode, UnitCode
from models.travel import TravelRules
from models.vocabulary import Cluster, Funding
from optimizer.construct.accounts import Accounts


class Ledger:
    """Books work on people and envelopes; what more the rules let in is asked of `fits`.

    Attributes
    ----------
    hours, leads, outsourced
        The plan so far.
    work, pedagogical
        Grains of each person in all, and of pedagogical work.
    numbers
        The task numbers on which each person has hours.
    on_site
        Grains on site per person and visited school.
    road
        Scaled time on the road per person, as `TravelRules` counts it.
    accounts
        What is left of the envelopes.
    """

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.hours: dict[tuple[TaskKey, PersonCode, EnvelopeKey], int] = {}
        self.leads: dict[TaskKey, PersonCode] = {}
        self.outsourced: dict[tuple[TaskKey, EnvelopeKey], int] = {}
        self.tasks = {task.key: task for task in instance.tasks}
        self.persons = {person.code: person for person in instance.persons}
        self.rules = TravelRules(instance.data)
        self.work: dict[PersonCode, int] = defaultdict(int)
        self.pedagogical: dict[PersonCode, int] = defaultdict(int)
        self.numbers: dict[PersonCode, set[str]] = defaultdict(set)
        self.on_site: dict[PersonCode, dict[UnitCode, int]] = defaultdict(dict)
        self.road: dict[PersonCode, int] = defaultdict(int)
        self._free = dict(instance.capacity)
        amounts = {key: envelope.amount for key, envelope in instance.envelopes.items()}
        self.accounts = Accounts(amounts, instance.commitments)
        self.accounts.settle()
        self._shares: dict[TaskKey, dict[PersonCode, int]] = defaultdict(dict)
        self._bought: dict[TaskKey, int] = defaultdict(int)
        self._in_month: dict[tuple[PersonCode, int], int] = defaultdict(int)

    @classmethod
    def after(cls, instance: Instance, plan: Plan) -> "Ledger":
        """The ledger in which a whole plan is booked."""
        ledger = cls(instance)
        ledger.leads.update(plan.leads)
        ledger.accounts.release()
        for (key, person, envelope), grains in plan.hours.items():
            ledger._book_part(ledger.tasks[key], person, envelope, grains)
        ledger.accounts.settle()
        for (key, envelope), grains in plan.outsourced.items():
            ledger._book_firm(ledger.tasks[key], envelope, grains)
        return ledger

    def free(self, person: PersonCode, funding: Funding) -> int:
        """Grains that a person has left of a funding."""
        return self._free.get((person, funding), 0)

    def spare(self, code: PersonCode) -> int:
        """Grains that a person has left over all fundings, after work and travel."""
        travel = self.rules.travel_of(self.road[code])
        return self.instance.total_capacity(code) - self.work[code] - travel

    def charged(
        self, accounts: Accounts, person: PersonCode, parts: Mapping[EnvelopeKey, int]
    ) -> None:
        """Take what the parts of a person cost from their envelopes, in these accounts."""
        for key, grains in parts.items():
            accounts.work(person, key, grains * self.cost(person, key))

    def cost(self, person: PersonCode, envelope: EnvelopeKey) -> int:
        """What a grain of a person takes from an envelope, in its own unit."""
        return self.instance.envelopes[envelope].cost(self.persons[person])

    def open_payers(self, pair: Pair) -> list[EnvelopeKey]:
        """The envelopes that may pay a pair from a funding of which the person has hours left."""
        payers = self.instance.payers.get(pair, ())
        return [key for key in payers if self.free(pair[1], key.funding) > 0]

    def purses(self, pairs: Iterable[Pair]) -> dict[EnvelopeKey, int | None]:
        """The envelopes that can pay any of these pairs, with the grains that each still pays.

        Counted for the cheapest of the people; `None` where only their appointments bind.
        """
        found: dict[EnvelopeKey, int | None] = {}
        for pair in pairs:
            for key in self.open_payers(pair):
                cost = self.cost(pair[1], key)
                wanted = cost * self.free(pair[1], key.funding)
                left = self.accounts.left_for(pair[1], key, wanted)
                fits = None if left is None else max(left // cost, found.get(key) or 0)
                found[key] = fits
        return found

    def in_month(self, person: PersonCode, month: int) -> int:
        """Thousandths of grains that a person does in a month; 0 where the year is not guarded."""
        return self._in_month.get((person, month), 0)

    def is_visit(self, person: Person, task: TaskInstance) -> bool:
        """Whether the person would work on site at a school that is not home."""
        return task.is_on_site and task.key.unit not in (GROUP, person.home)

    def people_on(self, key: TaskKey) -> list[PersonCode]:
        """Who has hours on a task, most hours first."""
        return sorted(self._shares[key], key=lambda person: (-self._shares[key][person], person))

    def share(self, pair: Pair) -> int:
        """Grains of a person on a task."""
        return self._shares[pair[0]].get(pair[1], 0)

    def bought(self, key: TaskKey) -> int:
        """Grains of a task that a firm does."""
        return self._bought[key]

    def covered(self, key: TaskKey) -> int:
        """Grains booked on a task."""
        return sum(self._shares[key].values()) + self._bought[key]

    def book_person(
        self, task: TaskInstance, person: PersonCode, parts: Mapping[EnvelopeKey, int]
    ) -> None:
        """Write work of a person down."""
        for envelope, grains in parts.items():
            self._book_part(task, person, envelope, grains)

    def book_firm(self, task: TaskInstance, parts: Mapping[EnvelopeKey, int]) -> None:
        """Write down what is bought of a task."""
        for envelope, grains in parts.items():
            self._book_firm(task, envelope, grains)

    def _book_firm(self, task: TaskInstance, envelope: EnvelopeKey, grains: int) -> None:
        place = (task.key, envelope)
        self.outsourced[place] = self.outsourced.get(place, 0) + grains
        self._bought[task.key] += grains
        self.accounts.buy(envelope, grains * self.instance.firm_cost(task))

    def _book_part(
        self, task: TaskInstance, code: PersonCode, envelope: EnvelopeKey, grains: int
    ) -> None:
        person = self.persons[code]
        place = (task.key, code, envelope)
        self.hours[place] = self.hours.get(place, 0) + grains
        shares = self._shares[task.key]
        shares[code] = shares.get(code, 0) + grains
        self._free[code, envelope.funding] -= grains
        self.work[code] += grains
        self.numbers[code].add(task.key.task)
        for month, share in self.instance.months.shares.get(task.key.task, {}).items():
            self._in_month[code, month] += share * grains
        if task.task.cluster is Cluster.PEDAGOGICAL:
            self.pedagogical[code] += grains
        if self.is_visit(person, task):
            self._book_journey(person, task.key.unit, grains)
        self.charged(self.accounts, code, {envelope: grains})

    def _book_journey(self, person: Person, unit: UnitCode, grains: int) -> None:
        at = self.on_site[person.code]
        before = at.get(unit, 0)
        at[unit] = before + grains
        self.road[person.code] += self.rules.time(person, unit, before + grains)
        self.road[person.code] -= self.rules.time(person, unit, before)
