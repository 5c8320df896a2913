"""What is to be done where: the tasks on the agenda at their units, with their demand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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

    `rate` is euro per clock hour of a firm, 0 when none can be paid.
    """

    key: TaskKey
    task: Task
    demand: int
    minimum: int
    block: int
    priority: Priority
    max_persons: int
    rate: Decimal

    @property
    def unit(self) -> UnitCode:
        """Where the task is done."""
        return self.key.unit

    @property
    def on_site(self) -> bool:
        """Whether the task is done, at least partly, at the school itself."""
        return self.task.on_site is not OnSite.NO


def schools_of(data: ProblemData) -> tuple[School, ...]:
    """The schools, without the row of the pool."""
    return tuple(school for school in data.schools if school.code != GROUP)


def find_duties(data: ProblemData, deviations: Deviations) -> dict[TaskKey, Duty]:
    """Every task on the agenda at every unit where there is something to do."""
    duties = {}
    for task in data.tasks:
        if _is_planned(task, data.settings.mode):
            for unit, served in _places(task, data, deviations):
                duty = _make_duty(task, unit, served, data.settings, deviations)
                if duty.demand > 0:
                    duties[duty.key] = duty
    return duties


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
    if not _is_shared(task, schools, single=len(data.schools) == len(schools) == 1):
        return [(school.code, [school]) for school in served]
    if not served or deviations.excludes(task.number, GROUP):
        return []
    return [(GROUP, served)]


def _is_shared(task: Task, schools: Sequence[School], *, single: bool) -> bool:
    if single or task.level is TaskLevel.SCHOOL:
        return False
    return task.level is TaskLevel.GROUP or any(school.pool_pct > 0 for school in schools)


def _make_duty(
    task: Task,
    unit: UnitCode,
    served: Sequence[School],
    settings: Settings,
    deviations: Deviations,
) -> Duty:
    priority = deviations.find(DeviationKind.PRIORITY, task.number, unit)
    demand = demand_grains(_hours(task, unit, served, deviations), settings.grain)
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
