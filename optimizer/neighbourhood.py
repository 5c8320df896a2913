"""A part of a plan on its own: some people and units are free, everything else stays as it is."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from models.agenda import TaskInstance
from models.floors import Spot
from models.funds import Envelope
from models.instance import Instance
from models.pins import Pins
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import GROUP, Person, PersonCode, ProblemData, UnitCode
from models.settings import Level
from models.travel import TravelRules
from models.vocabulary import Funding

People = frozenset[PersonCode]
Units = frozenset[UnitCode]
Fixed = list[tuple[TaskKey, PersonCode, EnvelopeKey, int]]
LEVELS = (Level.CORE, Level.BALANCE, Level.COVERAGE)
"""Levels that add up over neighbourhoods: better inside is better in all."""


class Neighbourhoods:
    """Cuts instances out of one instance, and fits their plans back in."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._tasks = {task.key: task for task in instance.tasks}
        self._persons = {person.code: person for person in instance.persons}
        self._travel = TravelRules(instance.data)
        settings = replace(instance.settings, levels=LEVELS)
        schools = tuple(
            replace(school, presence_min=Decimal(0)) for school in instance.data.schools
        )
        self._data: ProblemData = replace(instance.data, settings=settings, schools=schools)
        pins = instance.pins
        self._held = {key for key, _ in (*pins.backups, *pins.outsourced)}

    def cut(self, plan: Plan, people: People, units: Units) -> Instance:
        """The tasks at some units that these people do alone, or nobody, with what is left.

        Hours, money and floors are what the rest of the plan leaves; travel of the rest is rounded
        up on its own, so that what fits here fits in the whole. Back-ups cost no hours and are
        left out.
        """
        instance = self._instance
        free = self._free_tasks(plan, people, units)
        fixed = [(k, p, e, grains) for (k, p, e), grains in plan.hours.items() if k not in free]
        own = [entry for entry in fixed if entry[1] in people]
        return replace(
            instance,
            data=self._data,
            tasks=tuple(_without_backup(task) for task in instance.tasks if task.key in free),
            persons=tuple(self._limited(person, own, units) for person in sorted(people)),
            capacity=self._capacity_left(people, own),
            envelopes=self._envelopes_left(plan, free, fixed),
            payers={
                pair: payers
                for pair, payers in instance.payers.items()
                if pair[0] in free and pair[1] in people
            },
            firm_payers={k: payers for k, payers in instance.firm_payers.items() if k in free},
            watchers={
                key: tuple(person for person in watchers if person in people)
                for key, watchers in instance.watchers.items()
                if key in free
            },
            pins=Pins(
                works={pair: n for pair, n in instance.pins.works.items() if pair[0] in free},
                leads=frozenset(pair for pair in instance.pins.leads if pair[0] in free),
            ),
            floor_targets=self._floors_left(units, fixed),
        )

    def merge(self, plan: Plan, part: Instance, found: Plan) -> Plan:
        """The plan with the tasks of a part done as found; back-ups that still can are kept."""
        free = {task.key for task in part.tasks}
        leads = {k: person for k, person in plan.leads.items() if k not in free} | dict(found.leads)
        backups = {
            key: tuple(person for person in people if person != leads[key])
            for key, people in plan.backups.items()
            if key in leads
        }
        return Plan(
            hours={k: n for k, n in plan.hours.items() if k[0] not in free} | dict(found.hours),
            leads=leads,
            backups={key: people for key, people in backups.items() if people},
            outsourced={k: n for k, n in plan.outsourced.items() if k[0] not in free}
            | dict(found.outsourced),
        )

    def _free_tasks(self, plan: Plan, people: People, units: Units) -> set[TaskKey]:
        taken: dict[TaskKey, set[PersonCode]] = defaultdict(set)
        for key, person, _ in plan.hours:
            taken[key].add(person)
        for key, person in plan.leads.items():
            taken[key].add(person)
        return {
            key
            for key in self._tasks
            if key.unit in units and key not in self._held and taken[key] <= people
        }

    def _limited(self, code: PersonCode, own: Fixed, units: Units) -> Person:
        """The person with the number of tasks and schools that the rest of the plan leaves."""
        person = self._persons[code]
        outside = {key for key, who, _, _ in own if who == code}
        visited = {
            key.unit
            for key in outside
            if self._tasks[key].is_on_site and key.unit not in (GROUP, person.home, *units)
        }
        tasks, schools = person.max_tasks, person.max_schools
        return replace(
            person,
            max_tasks=None if tasks is None else tasks - len({key.task for key in outside}),
            max_schools=None if schools is None else schools - len(visited),
        )

    def _capacity_left(self, people: People, own: Fixed) -> dict[tuple[PersonCode, Funding], int]:
        left = {key: n for key, n in self._instance.capacity.items() if key[0] in people}
        on_site: dict[PersonCode, Counter[UnitCode]] = defaultdict(Counter)
        for key, person, payer, grains in own:
            left[person, payer.funding] -= grains
            if self._tasks[key].is_on_site and key.unit not in (GROUP, self._persons[person].home):
                on_site[person][key.unit] += grains
        for person, stays in on_site.items():
            travel = self._travel.travel(self._persons[person], stays)
            for funding in sorted(f for p, f in left if p == person):
                part = min(travel, left[person, funding])
                left[person, funding] -= part
                travel -= part
        return left

    def _envelopes_left(
        self, plan: Plan, free: set[TaskKey], fixed: Fixed
    ) -> dict[EnvelopeKey, Envelope]:
        spent: Counter[EnvelopeKey] = Counter()
        for _, person, payer, grains in fixed:
            envelope = self._instance.envelopes[payer]
            spent[payer] += envelope.cost(self._persons[person]) * grains
        for (key, payer), grains in plan.outsourced.items():
            if key not in free:
                spent[payer] += self._instance.firm_cost(self._tasks[key]) * grains
        return {
            key: envelope
            if envelope.amount is None
            else replace(envelope, amount=envelope.amount - spent[key])
            for key, envelope in self._instance.envelopes.items()
        }

    def _floors_left(self, units: Units, fixed: Fixed) -> Mapping[Spot, int]:
        done: Counter[Spot] = Counter()
        for key, _, _, grains in fixed:
            done[key.unit, self._tasks[key].task.cluster] += grains
        left = {
            spot: target - done[spot]
            for spot, target in self._instance.floor_targets.items()
            if spot[0] in units
        }
        return {spot: target for spot, target in left.items() if target > 0}


def _without_backup(task: TaskInstance) -> TaskInstance:
    return replace(task, task=replace(task.task, needs_backup=False))
