"""Which tasks are on the agenda of which unit, and how many grains each asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.eligibility import deviations_for, most_specific
from models.plan import TaskKey
from models.problem import GROUP, ProblemData, School, Task, UnitCode
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
    most that a firm may do. With `is_choice` the plan has this task both at `GROUP` and at the
    schools that pool, and does it at one of these two levels. `rate` is what a firm asks per clock
    hour, in euro; `None` or 0 when no firm can be paid for it.
    """

    key: TaskKey
    task: Task
    demand: int
    minimum: int
    priority: Priority
    max_persons: int
    outsource_max: int
    rate: Decimal | None = None
    is_choice: bool = False

    @property
    def is_central(self) -> bool:
        """Whether this is the task at the group, which could be done at the schools instead."""
        return self.is_choice and self.key.unit == GROUP

    @property
    def is_local(self) -> bool:
        """Whether this is the task at a school, which could be done at the group instead."""
        return self.is_choice and self.key.unit != GROUP

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


def pools(data: ProblemData, unit: UnitCode) -> bool:
    """Whether the pool pays for work at a unit: at `GROUP`, and at schools that bring money in."""
    return unit == GROUP or any(s.code == unit and s.pool_pct > 0 for s in data.schools)


def is_chosen_level(data: ProblemData, task: Task) -> bool:
    """Whether the plan decides if a task is done at the group or at the schools that pool."""
    return (
        task.level is TaskLevel.CHOICE
        and not is_single_school(data)
        and any(school.pool_pct > 0 for school in real_schools(data))
    )


def units_of(data: ProblemData, task: Task) -> tuple[UnitCode, ...]:
    """Where a task is done: at each school, once at `GROUP`, or at both when the plan chooses."""
    at_schools = tuple(school.code for school in real_schools(data))
    if is_chosen_level(data, task):
        return (*at_schools, GROUP)
    is_central = task.level is TaskLevel.GROUP and not is_single_school(data)
    return (GROUP,) if is_central else at_schools


def in_mode(mode: Mode, task: Task) -> bool:
    """Whether a mode keeps a task."""
    clusters = MODE_CLUSTERS.get(mode)
    return clusters is None or (task.core and task.cluster in clusters)


def _does_not_apply(data: ProblemData, key: TaskKey) -> bool:
    return bool(deviations_for(data, DeviationKind.NOT_APPLICABLE, key))


def _schools_served(data: ProblemData, task: Task, unit: UnitCode) -> tuple[School, ...]:
    """The schools for which a task is done at a unit; a chosen level is that of those that pool."""
    schools = real_schools(data)
    if unit != GROUP:
        return tuple(school for school in schools if school.code == unit)
    only_pooling = task.level is TaskLevel.CHOICE
    return tuple(
        school
        for school in schools
        if not _does_not_apply(data, TaskKey(task.number, school.code))
        and (school.pool_pct > 0 or not only_pooling)
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
    hours = _hours_of(data, task, key) * Fraction(task.part)
    return demand_grains(hours, data.settings.grain)


def _hours_of(data: ProblemData, task: Task, key: TaskKey) -> Fraction:
    """Clock hours that a task asks at a unit in a whole year."""
    deviation = most_specific(data, DeviationKind.HOURS, key)
    if deviation is not None and deviation.value is not None:
        return Fraction(deviation.value)
    variable = Fraction(task.unit_hours) * driver_value(task, _schools_served(data, task, key.unit))
    return Fraction(task.fixed_hours) + variable


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
        entries = [_entry(data, task, unit) for unit in units_of(data, task)]
        yield from _marked(data, entries) if is_chosen_level(data, task) else entries


def _entry(data: ProblemData, task: Task, unit: UnitCode) -> TaskInstance | tuple[TaskKey, Absence]:
    key = TaskKey(task.number, unit)
    if task.applies is not Applies.YES:
        later = task.applies is Applies.LATER
        return key, Absence.LATER if later else Absence.NOT_APPLICABLE
    if not in_mode(data.settings.mode, task):
        return key, Absence.MODE
    if _does_not_apply(data, key) or not _schools_served(data, task, unit):
        return key, Absence.NOT_APPLICABLE
    demand = demand_of(data, task, key)
    return _instance(data, task, key, demand) if demand > 0 else (key, Absence.NO_DEMAND)


def _marked(
    data: ProblemData, entries: Sequence[TaskInstance | tuple[TaskKey, Absence]]
) -> Iterator[TaskInstance | tuple[TaskKey, Absence]]:
    """The entries of a task whose level the plan may choose; with one level there is no choice.

    The group is the last. A task that is put off is told of at the schools alone.
    """
    *local, central = entries
    pooling = {school.code for school in real_schools(data) if school.pool_pct > 0}
    found = [each for each in local if isinstance(each, TaskInstance) and each.key.unit in pooling]
    is_choice = isinstance(central, TaskInstance) and bool(found)
    for entry in local:
        if isinstance(entry, TaskInstance) and entry.key.unit in pooling:
            yield replace(entry, is_choice=is_choice)
        else:
            yield entry
    if isinstance(central, TaskInstance):
        yield replace(central, is_choice=is_choice)
    elif central[1] not in (Absence.LATER, Absence.MODE):
        yield central
