"""Which tasks are on the agenda of which unit, and how many grains each asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.eligibility import deviations_for, most_specific
from models.plan import TaskKey
from models.problem import GROUP, ProblemData, School, Task, UnitCode
from models.settings import Settings
from models.units import demand_grains, part_up
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

MODE_CLUSTERS = {
    Mode.TECHNICAL_CORE: frozenset({Cluster.TECHNICAL}),
    Mode.TECHNICAL_CORE_AND_POLICY: frozenset({Cluster.TECHNICAL, Cluster.POLICY}),
}
DRIVER_SIZE = {Driver.PUPILS: 100, Driver.DEVICES: 100, Driver.TEACHERS: 10, Driver.SITES: 1}


class Absence(StrEnum):
    """Why a task is not planned at a unit."""

    NOT_APPLICABLE = "not_applicable"
    LATER = "later"
    MODE = "mode"
    NO_DEMAND = "no_demand"


@dataclass(frozen=True)
class TaskInstance:
    """One task at one unit, in grains.

    `demand` ≥ 1; below `minimum` (1 … demand) the task counts as not done; `outsource_max` is the
    most that a firm may do. `rate` is what a firm asks per clock hour, in euro; `None` or 0 when no
    firm can be paid for it.
    """

    key: TaskKey
    task: Task
    demand: int
    minimum: int
    priority: Priority
    max_persons: int
    outsource_max: int
    rate: Decimal | None = None

    @property
    def is_on_site(self) -> bool:
        """Whether the work is done at the school itself, wholly or partly."""
        return self.task.on_site is not OnSite.NO


def real_schools(data: ProblemData) -> tuple[School, ...]:
    """The schools, without the row of the pool."""
    return tuple(school for school in data.schools if school.code != GROUP)


def is_single_school(data: ProblemData) -> bool:
    """Whether the workbook plans one school on its own, without a group."""
    return len(data.schools) == 1 and data.schools[0].code != GROUP


def units_of(data: ProblemData, task: Task) -> tuple[UnitCode, ...]:
    """Where a task is done: at each school, or once at `GROUP`."""
    schools = real_schools(data)
    at_schools = tuple(school.code for school in schools)
    if is_single_school(data) or task.level is TaskLevel.SCHOOL:
        return at_schools
    if task.level is TaskLevel.CHOICE and not any(school.pool_pct > 0 for school in schools):
        return at_schools
    return (GROUP,)


def pools(data: ProblemData, unit: UnitCode) -> bool:
    """Whether the pool pays for work at a unit: at `GROUP`, and at schools that bring money in."""
    return unit == GROUP or any(s.code == unit and s.pool_pct > 0 for s in data.schools)


def in_mode(settings: Settings, task: Task) -> bool:
    """Whether the chosen mode keeps a task."""
    clusters = MODE_CLUSTERS.get(settings.mode)
    return clusters is None or (task.core and task.cluster in clusters)


def _does_not_apply(data: ProblemData, key: TaskKey) -> bool:
    return bool(deviations_for(data, DeviationKind.NOT_APPLICABLE, key))


def _schools_served(data: ProblemData, key: TaskKey) -> tuple[School, ...]:
    schools = real_schools(data)
    if key.unit != GROUP:
        return tuple(school for school in schools if school.code == key.unit)
    return tuple(
        school for school in schools if not _does_not_apply(data, TaskKey(key.task, school.code))
    )


def driver_value(task: Task, schools: tuple[School, ...]) -> Fraction:
    """How many driver units (hundreds of pupils, ...) the schools have together; 1 for none."""
    if task.driver is Driver.NONE:
        return Fraction(1)
    counts: dict[Driver, Decimal] = {
        Driver.PUPILS: sum((school.pupils for school in schools), Decimal(0)),
        Driver.DEVICES: sum((school.devices for school in schools), Decimal(0)),
        Driver.TEACHERS: sum((school.teachers for school in schools), Decimal(0)),
        Driver.SITES: sum((school.sites for school in schools), Decimal(0)),
    }
    return Fraction(counts[task.driver]) / DRIVER_SIZE[task.driver]


def demand_of(data: ProblemData, task: Task, key: TaskKey) -> int:
    """Grains that a task asks at a unit: `fixed + per unit × driver`, or the deviation's hours."""
    deviation = most_specific(data, DeviationKind.HOURS, key)
    if deviation is not None and deviation.value is not None:
        return demand_grains(deviation.value, data.settings.grain)
    variable = Fraction(task.unit_hours) * driver_value(task, _schools_served(data, key))
    return demand_grains(Fraction(task.fixed_hours) + variable, data.settings.grain)


def _instance(data: ProblemData, task: Task, key: TaskKey, demand: int) -> TaskInstance:
    settings = data.settings
    percent = settings.minimum_pct if task.minimum_pct is None else task.minimum_pct
    minimum = most_specific(data, DeviationKind.MINIMUM, key)
    if minimum is not None and minimum.value is not None:
        percent = minimum.value
    priority = most_specific(data, DeviationKind.PRIORITY, key)
    return TaskInstance(
        key=key,
        task=task,
        demand=demand,
        minimum=max(1, part_up(percent, demand)),
        priority=priority.priority if priority and priority.priority else task.priority,
        max_persons=task.max_persons or settings.max_persons,
        outsource_max=int(Fraction(task.outsource_pct) * demand / 100),
        rate=settings.standard_rate if task.rate is None else task.rate,
    )


def agenda(data: ProblemData) -> Iterator[TaskInstance | tuple[TaskKey, Absence]]:
    """Every task at every unit: an instance to plan, or the reason why there is none."""
    for task in data.tasks:
        for unit in units_of(data, task):
            key = TaskKey(task.number, unit)
            if task.applies is not Applies.YES:
                later = task.applies is Applies.LATER
                yield key, Absence.LATER if later else Absence.NOT_APPLICABLE
            elif not in_mode(data.settings, task):
                yield key, Absence.MODE
            elif _does_not_apply(data, key) or not _schools_served(data, key):
                yield key, Absence.NOT_APPLICABLE
            elif (demand := demand_of(data, task, key)) > 0:
                yield _instance(data, task, key, demand)
            else:
                yield key, Absence.NO_DEMAND
