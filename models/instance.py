"""The problem in whole numbers, indexed once after validation; the model only iterates over it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from models.agenda import Absence, TaskInstance, agenda, pools
from models.appointments import Commitments, commitments
from models.choice import standing
from models.eligibility import (
    in_reach,
    is_fully_competent,
    is_let_in,
    is_nearly_competent,
    may_touch,
)
from models.fitting import GrainCost, misfit, role_cost, wish_cost
from models.floors import able_capacity, available_hours, floor_targets
from models.funds import HOUR_FUNDINGS, Envelope, capacities, envelopes
from models.month_limits import MonthLimits, month_limits
from models.pins import Pins, collect_pins, previous_hours
from models.plan import EnvelopeKey, TaskKey
from models.problem import (
    CENTRAL,
    GROUP,
    Person,
    PersonCode,
    ProblemData,
    Task,
    TaskNumber,
    UnitCluster,
    UnitCode,
)
from models.rest_of_year import in_force
from models.settings import Settings
from models.units import cents
from models.vocabulary import Funding, Rhythm

Pair = tuple[TaskKey, PersonCode]


@dataclass(frozen=True)
class Instance:
    """One planning problem in grains.

    Attributes
    ----------
    tasks, persons, envelopes
        Sorted by key, so that row order in the workbook changes nothing.
    capacity
        Grains per (person, funding); absent means none.
    payers
        Envelopes that may pay a pair; exactly the pairs that are eligible to work.
    firm_payers
        Operating envelopes that may pay a firm for a task; absent means none.
    learners
        The eligible pairs that are one level short.
    watchers
        People who may answer for a task that a firm does, or be its back-up.
    cost
        What one grain costs in quality, per eligible pair.
    floor_targets
        Grains that the floor of a cluster asks at a unit, where it asks for something.
    commitments
        Fixed appointments that cost their points whether they work or not.
    months
        What the months hold, where the year is guarded.
    """

    data: ProblemData
    tasks: tuple[TaskInstance, ...]
    absences: Mapping[TaskKey, Absence]
    persons: tuple[Person, ...]
    envelopes: Mapping[EnvelopeKey, Envelope]
    capacity: Mapping[tuple[PersonCode, Funding], int]
    payers: Mapping[Pair, tuple[EnvelopeKey, ...]]
    firm_payers: Mapping[TaskKey, tuple[EnvelopeKey, ...]]
    learners: frozenset[Pair]
    watchers: Mapping[TaskKey, tuple[PersonCode, ...]]
    cost: Mapping[Pair, GrainCost]
    pins: Pins
    previous: Mapping[Pair, int]
    floor_targets: Mapping[UnitCluster, int] = field(default_factory=dict)
    commitments: Commitments = field(default_factory=Commitments)
    months: MonthLimits = field(default_factory=MonthLimits)

    @property
    def settings(self) -> Settings:
        """The settings of the run."""
        return self.data.settings

    def total_capacity(self, person: PersonCode) -> int:
        """Grains per year of a person over all fundings."""
        return sum(self.capacity.get((person, funding), 0) for funding in HOUR_FUNDINGS)

    def weight(self, task: "TaskInstance") -> int:
        """How heavily a missing grain of a task counts: by its priority, more when it comes daily.

        What comes every day goes before other work of its priority, as nobody can wait for it.
        Work that counts for nothing does so every day as well.
        """
        weight = self.settings.priority_weights[task.priority]
        is_daily = task.task.rhythm is Rhythm.DAILY
        return weight + self.settings.daily_weight if weight and is_daily else weight

    def max_tasks(self, person: Person) -> int | None:
        """How many different tasks a person does at the most; `None` for no limit.

        What the role says, and not the person's own cell, yields to what is pinned.
        """
        profile = self.data.roles.get(person.role)
        if person.max_tasks is not None or profile is None or profile.max_tasks is None:
            return person.max_tasks
        return max(profile.max_tasks, len(self.pins.numbers_of(person.code)))

    def grain_cost(self, pair: Pair) -> int:
        """What one grain of a pair costs in quality, weighed; 0 for who may not work on it."""
        cost = self.cost.get(pair)
        return 0 if cost is None else cost.weighed(self.settings.quality)

    def firm_cost(self, task: TaskInstance) -> int:
        """Cents that one grain of outsourced work costs; 0 when the task has no rate."""
        return cents(task.rate or 0) * self.settings.grain


class _Fit(NamedTuple):
    """How somebody's competences and role fit a task, wherever it is done."""

    is_near: bool
    is_full: bool
    misfit: int
    role: int

    @classmethod
    def of(cls, data: ProblemData, task: Task, person: Person) -> "_Fit":
        """Compare what is required with what somebody can, and the task with the role."""
        near, full = is_nearly_competent(task, person), is_fully_competent(task, person)
        return cls(near, full, misfit(task, person), role_cost(data, task, person.role))


class _Builder:
    """Fills the lookups of one instance, one (task, person) pair at a time."""

    def __init__(self, data: ProblemData) -> None:
        self.data = data
        self.capacity = capacities(data)
        self.envelopes = {envelope.key: envelope for envelope in envelopes(data)}
        self.payers: dict[Pair, tuple[EnvelopeKey, ...]] = {}
        self._payers_at: dict[tuple[UnitCode, PersonCode], tuple[EnvelopeKey, ...]] = {}
        self._fits: dict[tuple[TaskNumber, PersonCode], _Fit] = {}
        self.learners: set[Pair] = set()
        self.watchers: dict[TaskKey, list[PersonCode]] = defaultdict(list)
        self.cost: dict[Pair, GrainCost] = {}
        self.pooled = frozenset(s.code for s in data.schools if pools(data, s.code)) | {GROUP}

    def _may_pay(self, envelope: Envelope, person: Person, unit: UnitCode) -> bool:
        """Whether an hours envelope may pay this person for work at a unit."""
        if not envelope.is_open:
            return False
        owner = envelope.key.owner
        if owner == GROUP:
            can_pay = envelope.amount is not None or person.home == CENTRAL
            return unit in self.pooled and can_pay
        own_people_only = envelope.key.funding is Funding.BPT or envelope.amount is None
        return unit == owner and (not own_people_only or person.home == owner)

    def _payers(self, key: TaskKey, person: Person) -> tuple[EnvelopeKey, ...]:
        """Who may pay this person there: the same for all tasks of a unit."""
        where = (key.unit, person.code)
        if where not in self._payers_at:
            self._payers_at[where] = self._find_payers(key, person)
        return self._payers_at[where]

    def _find_payers(self, key: TaskKey, person: Person) -> tuple[EnvelopeKey, ...]:
        candidates = [
            self.envelopes[envelope_key]
            for funding in HOUR_FUNDINGS
            if (person.code, funding) in self.capacity
            for owner in sorted({key.unit, GROUP})
            if (envelope_key := EnvelopeKey(funding, owner)) in self.envelopes
        ]
        return tuple(e.key for e in candidates if self._may_pay(e, person, key.unit))

    def _fit(self, task: Task, person: Person) -> _Fit:
        """How a person fits a task: the same in all units."""
        pair = (task.number, person.code)
        if pair not in self._fits:
            self._fits[pair] = _Fit.of(self.data, task, person)
        return self._fits[pair]

    def add(self, task: TaskInstance, person: Person) -> None:
        """Record what this person may do for this task."""
        key = task.key
        fit = self._fit(task.task, person)
        if not (fit.is_near and may_touch(self.data, task.task, key, person, works=False)):
            return
        self.watchers[key].append(person.code)
        if not is_let_in(self.data, task.task, key, person, works=True):
            return
        is_learner = not fit.is_full
        payers = self._payers(key, person)
        if payers and not (is_learner and not self.data.settings.learners_allowed):
            self.payers[key, person.code] = payers
            wish = wish_cost(self.data, key, person.code)
            self.cost[key, person.code] = GrainCost(fit.misfit, wish, fit.role)
            if is_learner:
                self.learners.add((key, person.code))

    def ict_payers(self, person: Person) -> list[EnvelopeKey]:
        """The ICT envelopes that may pay a person for something, somewhere in reach."""
        if (person.code, Funding.ICT) not in self.capacity:
            return []
        units = [*(school.code for school in self.data.schools if school.code != GROUP), GROUP]
        reached = [unit for unit in units if in_reach(person, unit)]
        found = {
            key
            for unit in reached
            for owner in {unit, GROUP}
            if (key := EnvelopeKey(Funding.ICT, owner)) in self.envelopes
            and self._may_pay(self.envelopes[key], person, unit)
        }
        return sorted(found)

    def firm_payers(self, task: TaskInstance) -> tuple[EnvelopeKey, ...]:
        """Operating envelopes that may pay a firm for this task."""
        if not task.rate or task.outsource_max == 0:
            return ()
        unit = task.key.unit
        owners: set[UnitCode] = {unit, GROUP} if unit in self.pooled else {unit}
        keys = [EnvelopeKey(Funding.OPERATING, owner) for owner in sorted(owners)]
        return tuple(k for k in keys if k in self.envelopes and self.envelopes[k].is_open)


def build_instance(data: ProblemData) -> Instance:
    """Index a validated problem.

    Only schools, tasks and people that are known may be named in `data`; call
    `models.validation.validate` first. With `plan_from` the instance is that of the rest of the
    year, and so is its `data`.
    """
    data = in_force(data)
    tasks: list[TaskInstance] = []
    absences: dict[TaskKey, Absence] = {}
    for entry in agenda(data):
        if isinstance(entry, TaskInstance):
            tasks.append(entry)
        else:
            absences[entry[0]] = entry[1]
    tasks.sort(key=lambda task: task.key)
    persons = tuple(sorted(data.persons, key=lambda person: person.code))
    builder = _Builder(data)
    near = {unit: [p for p in persons if in_reach(p, unit)] for unit in {t.key.unit for t in tasks}}
    for task in tasks:
        for person in near[task.key.unit]:
            builder.add(task, person)
    keys = frozenset(task.key for task in tasks)
    codes = frozenset(person.code for person in persons)
    instance = Instance(
        data=data,
        tasks=tuple(tasks),
        absences=absences,
        persons=persons,
        envelopes=builder.envelopes,
        capacity=builder.capacity,
        payers=builder.payers,
        firm_payers={t.key: payers for t in tasks if (payers := builder.firm_payers(t))},
        learners=frozenset(builder.learners),
        watchers={key: tuple(people) for key, people in builder.watchers.items()},
        cost=builder.cost,
        pins=collect_pins(data, keys, codes),
        previous=previous_hours(data, keys, codes),
        commitments=commitments(
            persons,
            {person.code: builder.ict_payers(person) for person in persons},
            builder.capacity,
            builder.envelopes,
        ),
        months=month_limits(data),
    )
    return with_floor_targets(instance)


def with_floor_targets(instance: Instance) -> Instance:
    """The instance with what the floors ask of its tasks and of the pairs that it has."""
    tasks = standing(instance.tasks)
    keys = frozenset(task.key for task in tasks)
    competent = (
        pair for pair in instance.payers if pair not in instance.learners and pair[0] in keys
    )
    able = able_capacity(tasks, competent, instance.capacity)
    available = available_hours(instance.persons, instance.capacity, instance.envelopes)
    targets = floor_targets(tasks, instance.settings.floors, able, available)
    return replace(instance, floor_targets=targets)
