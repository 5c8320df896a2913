"""Pins that cannot hold together: too many hours, too many people, two leads, a firm too much."""

from collections import Counter, defaultdict

from models.eligibility import matches
from models.instance import Instance
from models.issues import CellRef, Issue, error
from models.naming import Names
from models.pins import pinned_hours
from models.plan import TaskKey
from models.problem import PersonCode
from models.units import demand_grains, hours
from models.validation.pinned_idle import pinned_without_hours
from models.validation.pinned_pairs import pinned_pairs
from models.vocabulary import DeviationKind, PlanRole


def check_pin_hours(instance: Instance) -> list[Issue]:
    """Pinned hours fit in the demand of the task and in the hours of the person."""
    per_task: Counter[TaskKey] = Counter()
    per_person: Counter[PersonCode] = Counter()
    for (key, person), grains in instance.pins.works.items():
        per_task[key] += grains or 0
        per_person[person] += grains or 0
    return [
        *_above_demand(instance, per_task),
        *_above_capacity(instance, per_person),
        *_below_grain(instance),
    ]


def _above_demand(instance: Instance, pinned: Counter[TaskKey]) -> list[Issue]:
    cells = _task_cells(instance)
    grain = instance.settings.grain
    names = Names(instance.data)
    return [
        error(
            "pin-above-demand",
            cells.get(task.key),
            task=names.task(task.key),
            found=hours(pinned[task.key], grain),
            most=hours(task.demand, grain),
        )
        for task in instance.tasks
        if pinned[task.key] > task.demand
    ]


def _above_capacity(instance: Instance, pinned: Counter[PersonCode]) -> list[Issue]:
    """Nothing about who has no hours at all: `check_pinned_have_hours` says that."""
    idle = pinned_without_hours(instance)
    cells = {pin.person.code: pin.where for pin in reversed(pinned_pairs(instance))}
    grain = instance.settings.grain
    names = Names(instance.data)
    return [
        error(
            "pin-above-capacity",
            cells.get(person),
            person=names.person(person),
            found=hours(grains, grain),
            most=hours(instance.total_capacity(person), grain),
        )
        for person, grains in sorted(pinned.items())
        if grains > instance.total_capacity(person) and person not in idle
    ]


def _below_grain(instance: Instance) -> list[Issue]:
    """Pinned hours so small that they round to nothing: the pair would work without hours."""
    grain = instance.settings.grain
    pinned = [
        (deviation.where, deviation.value)
        for deviation in instance.data.deviations
        if deviation.kind is DeviationKind.PIN and deviation.value is not None
    ]
    pinned += [
        (row.where, row.hours)
        for row in instance.data.previous
        if row.pinned and row.role is not PlanRole.BACKUP and row.hours > 0
    ]
    return [
        error("pin-below-grain", where, found=value, grain=grain)
        for where, value in pinned
        if 2 * value < grain
    ]


def check_pins_agree(instance: Instance) -> list[Issue]:
    """The hours of one person on one task are pinned to one number, wherever that is done."""
    grain = instance.settings.grain
    asked = pinned_hours(instance.data)
    names = Names(instance.data)
    cells: dict[tuple[TaskKey, PersonCode], CellRef | None] = {}
    for deviation in instance.data.deviations_by_kind.get(DeviationKind.PIN, {}).values():
        for row in deviation:
            for task in instance.tasks if row.value is not None and row.person else ():
                if matches(row, task.key) and row.person is not None and row.value is not None:
                    pair = (task.key, row.person)
                    asked.setdefault(pair, set()).add(demand_grains(row.value, grain))
                    cells[pair] = row.where
    return [
        error(
            "pins-disagree",
            cells.get(pair),
            task=names.task(pair[0]),
            person=names.person(pair[1]),
            found=tuple(hours(grains, grain) for grains in sorted(numbers)),
        )
        for pair, numbers in asked.items()
        if len(numbers) > 1
    ]


def _task_cells(instance: Instance) -> dict[TaskKey, CellRef | None]:
    return {pin.task.key: pin.where for pin in reversed(pinned_pairs(instance))}


def check_pin_counts(instance: Instance) -> list[Issue]:
    """No more people are pinned on a task, or as back-up, than are allowed."""
    workers: dict[TaskKey, set[PersonCode]] = defaultdict(set)
    for key, person in instance.pins.works:
        workers[key].add(person)
    cells = _task_cells(instance)
    names = Names(instance.data)
    issues = [
        error(
            "too-many-pins",
            cells.get(task.key),
            task=names.task(task.key),
            found=len(workers[task.key]),
            most=task.max_persons,
        )
        for task in instance.tasks
        if len(workers[task.key]) > task.max_persons
    ]
    return issues + _too_many_backups(instance)


def _too_many_backups(instance: Instance) -> list[Issue]:
    counts = Counter(person for _, person in instance.pins.backups)
    most = instance.settings.max_backups
    names = Names(instance.data)
    cells = {
        pin.person.code: pin.where
        for pin in reversed(pinned_pairs(instance))
        if pin.role is PlanRole.BACKUP
    }
    return [
        error(
            "too-many-backup-pins",
            cells.get(person),
            person=names.person(person),
            found=count,
            most=most,
        )
        for person, count in sorted(counts.items())
        if count > most
    ]


def check_pin_roles(instance: Instance) -> list[Issue]:
    """At most one lead is pinned on a task, and a pinned lead is not its pinned back-up."""
    leads: dict[TaskKey, dict[PersonCode, CellRef | None]] = defaultdict(dict)
    names = Names(instance.data)
    for pin in pinned_pairs(instance):
        if pin.role is PlanRole.LEAD:
            leads[pin.task.key].setdefault(pin.person.code, pin.where)
    issues = [
        error(
            "two-leads",
            list(people.values())[-1],
            task=names.task(key),
            persons=tuple(map(names.person, people)),
        )
        for key, people in leads.items()
        if len(people) > 1
    ]
    return issues + [
        error(
            "lead-is-backup",
            pin.where,
            task=names.task(pin.task.key),
            person=names.person(pin.person.code),
        )
        for pin in pinned_pairs(instance)
        if pin.role is PlanRole.BACKUP and pin.person.code in leads[pin.task.key]
    ]


def check_pinned_firms(instance: Instance) -> list[Issue]:
    """Pinned outsourcing stays within what a firm may do and may be paid for."""
    tasks = {task.key: task for task in instance.tasks}
    names = Names(instance.data)
    cells = {
        TaskKey(row.task, row.unit): row.where
        for row in instance.data.previous
        if row.pinned and row.role is PlanRole.OUTSOURCED
    }
    bought: Counter[TaskKey] = Counter()
    issues = []
    for (key, envelope), grains in instance.pins.outsourced.items():
        bought[key] += grains
        if envelope not in instance.firm_payers.get(key, ()):
            issues.append(error("pin-not-outsourceable", cells.get(key), task=names.task(key)))
    grain = instance.settings.grain
    return issues + [
        error(
            "pin-above-outsourcing",
            cells.get(key),
            task=names.task(key),
            found=hours(grains, grain),
            most=hours(tasks[key].outsource_max, grain),
        )
        for key, grains in bought.items()
        if grains > tasks[key].outsource_max > 0
    ]
