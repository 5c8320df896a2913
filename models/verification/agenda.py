"""What is to be done where: the tasks on the agenda at their units, with their demand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil

from models.plan import TaskKey
from models.problem import GROUP, ProblemData, School, Task, UnitCode
from models.settings import Settings
from models.units import demand_grains, part_up
from models.verification.deviations import Deviations
from models.vocabulary import (
    Applies,
    Cluster,
    DeviationKind,
    Driver,
    Mode,
    OnSite,
    Priority,
    TaskLevel,
)

_CORE_OF: Mapping[Mode, frozenset[Cluster]] = {
    Mode.TECHNICAL_CORE: frozenset({Cluster.TECHNICAL}),
    Mode.TECHNICAL_CORE_AND_POLICY: frozenset({Cluster.TECHNICAL, Cluster.POLICY}),
}
_COUNTED: Mapping[Driver, tuple[Callable[[School], Decimal], int]] = {
    Driver.PUPILS: (lambda school: school.pupils, 100),
    Driver.DEVICES: (lambda school: school.devices, 100),
    Driver.TEACHERS: (lambda school: school.teachers, 10),
    Driver.SITES: (lambda school: school.sites, 1),
}


@dataclass(frozen=True)
class Duty:
    """A task at a unit; `demand`, `minimum` and `block` (the least of a worker) are in grains.

    `rate` is euro per clock hour of a firm, 0 when none can be paid. `is_choice` says that the task
    is done at `GROUP` or at the schools that pool, as the plan chooses.
    """

    key: TaskKey
    task: Task
    demand: int
    minimum: int
    block: int
    priority: Priority
    max_persons: int
    rate: Decimal
    is_choice: bool = False

    @property
    def unit(self) -> UnitCode:
        """Where the task is done."""
        return self.key.unit

    @property
    def is_central(self) -> bool:
        """Whether this is the task at the group of one whose level is chosen."""
        return self.is_choice and self.unit == GROUP

    @property
    def central(self) -> TaskKey:
        """The same task at the group."""
        return TaskKey(self.key.task, GROUP)

    @property
    def on_site(self) -> bool:
        """Whether the task is done, at least partly, at the school itself."""
        return self.task.on_site is not OnSite.NO


def schools_of(data: ProblemData) -> tuple[School, ...]:
    """The schools, without the row of the pool."""
    return tuple(school for school in data.schools if school.code != GROUP)


def find_duties(data: ProblemData, deviations: Deviations) -> dict[TaskKey, Duty]:
    """Every task on the agenda at every unit where there is something to do."""
    duties: dict[TaskKey, Duty] = {}
    for task in data.tasks:
        if _is_planned(task, data.settings.mode):
            found = [
                duty
                for unit, served in _places(task, data, deviations)
                if (duty := _make_duty(task, unit, served, data.settings, deviations)).demand > 0
            ]
            duties |= {duty.key: duty for duty in _with_choice(task, found, data)}
    return duties


def _with_choice(task: Task, found: Sequence[Duty], data: ProblemData) -> Iterable[Duty]:
    """The duties of a task, marked where the plan has to choose between them.

    A school that does not pool has its own whatever is chosen.
    """
    pooling = {school.code for school in schools_of(data) if school.pool_pct > 0}
    central = [duty for duty in found if duty.unit == GROUP]
    local = [duty for duty in found if duty.unit in pooling]
    if task.level is not TaskLevel.CHOICE or not central or not local:
        return found
    both = {duty.key for duty in central + local}
    return [replace(duty, is_choice=True) if duty.key in both else duty for duty in found]


def _is_planned(task: Task, mode: Mode) -> bool:
    if task.applies is not Applies.YES:
        return False
    return mode is Mode.FULL or (task.core and task.cluster in _CORE_OF[mode])


def _places(
    task: Task, data: ProblemData, deviations: Deviations
) -> Iterable[tuple[UnitCode, Sequence[School]]]:
    """The units of a task, each with the schools that it serves there."""
    schools = schools_of(data)
    served = [school for school in schools if not deviations.excludes(task.number, school.code)]
    pooling = [school for school in served if school.pool_pct > 0]
    is_single = len(data.schools) == len(schools) == 1
    apart = [(school.code, [school]) for school in served]
    level = TaskLevel.SCHOOL if is_single else task.level
    shared = {TaskLevel.GROUP: served, TaskLevel.CHOICE: pooling}.get(level, [])
    together = [(GROUP, shared)] if shared and not deviations.excludes(task.number, GROUP) else []
    return together if level is TaskLevel.GROUP else [*apart, *together]


def _make_duty(
    task: Task,
    unit: UnitCode,
    served: Sequence[School],
    settings: Settings,
    deviations: Deviations,
) -> Duty:
    priority = deviations.find(DeviationKind.PRIORITY, task.number, unit)
    hours = _hours(task, unit, served, deviations) * Fraction(task.part)
    demand = demand_grains(hours, settings.grain)
    least_pct = _minimum_pct(task, unit, settings, deviations)
    return Duty(
        key=TaskKey(task.number, unit),
        task=task,
        demand=demand,
        minimum=max(1, part_up(least_pct, demand)),
        block=min(ceil(Fraction(settings.min_block) / settings.grain), demand),
        priority=(priority and priority.priority) or task.priority,
        max_persons=settings.max_persons if task.max_persons is None else task.max_persons,
        rate=(settings.standard_rate if task.rate is None else task.rate) or Decimal(0),
    )


def _hours(
    task: Task, unit: UnitCode, served: Sequence[School], deviations: Deviations
) -> Fraction:
    row = deviations.find(DeviationKind.HOURS, task.number, unit)
    if row is not None and row.value is not None:
        return Fraction(row.value)
    return Fraction(task.fixed_hours) + Fraction(task.unit_hours) * _driver(task.driver, served)


def _driver(driver: Driver, served: Sequence[School]) -> Fraction:
    if driver is Driver.NONE:
        return Fraction(1)
    count, per = _COUNTED[driver]
    return sum((Fraction(count(school)) for school in served), Fraction(0)) / per


def _minimum_pct(task: Task, unit: UnitCode, settings: Settings, deviations: Deviations) -> Decimal:
    row = deviations.find(DeviationKind.MINIMUM, task.number, unit)
    if row is not None and row.value is not None:
        return row.value
    return settings.minimum_pct if task.minimum_pct is None else task.minimum_pct
