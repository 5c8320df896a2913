"""Rows of the deviations sheet and pinned rows of the plan: complete, known, and about a task."""

from collections.abc import Sequence
from decimal import Decimal

from models.agenda import real_schools
from models.eligibility import matches
from models.instance import Instance
from models.issues import CellRef, Issue, error, warning
from models.plan import TaskKey
from models.problem import ANY, GROUP, Deviation, ProblemData
from models.validation.codes import nearest
from models.vocabulary import DeviationKind as Kind

PEOPLE = {
    Kind.PIN: 1,
    Kind.BAN: 1,
    Kind.PREFERENCE: 1,
    Kind.LEAD: 1,
    Kind.BACKUP: 1,
    Kind.APART: 2,
}
"""How many people each kind is about; the others are about none, and may name one."""
NEEDS_VALUE = frozenset({Kind.HOURS, Kind.MINIMUM, Kind.PREFERENCE})
VALUE_LIMITS = {
    Kind.HOURS: (0, 10_000),
    Kind.MINIMUM: (0, 100),
    Kind.PREFERENCE: (-2, 2),
    Kind.PIN: (0, 10_000),
}


def cell_of(data: ProblemData, deviation: Deviation, attribute: str) -> CellRef | None:
    """The cell of a field of a deviation; that of its kind when the field has none."""
    if deviation.where is None:
        return None
    row = deviation.where.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return data.sources.get(("deviation", row, attribute), deviation.where)


def check_deviation_codes(data: ProblemData) -> list[Issue]:
    """Every task, unit and person that a deviation names exists."""
    tasks = [*(task.number for task in data.tasks), ANY]
    units = [*(school.code for school in real_schools(data)), GROUP, ANY]
    persons = [person.code for person in data.persons]
    issues = []
    for deviation in data.deviations:
        if deviation.task not in tasks:
            where = cell_of(data, deviation, "task")
            issues.append(_unknown_task(where, deviation.task, tasks))
        if deviation.unit not in units:
            where = cell_of(data, deviation, "unit")
            issues.append(_unknown_unit(where, deviation.unit, units))
        for code in deviation.people:
            if code not in persons:
                where = cell_of(data, deviation, "person")
                issues.append(_unknown_person(where, code, persons))
    return issues


def check_plan_codes(data: ProblemData) -> list[Issue]:
    """Every task, unit and person of a pinned plan row exists; other rows may be of the past."""
    tasks = [task.number for task in data.tasks]
    units = [*(school.code for school in real_schools(data)), GROUP]
    persons = [person.code for person in data.persons]
    issues = []
    for row in data.previous:
        if row.pinned and row.task not in tasks:
            issues.append(_unknown_task(row.where, row.task, tasks))
        if row.pinned and row.unit not in units:
            issues.append(_unknown_unit(row.where, row.unit, units))
        if row.pinned and row.person is not None and row.person not in persons:
            issues.append(_unknown_person(row.where, row.person, persons))
    return issues


def _unknown_task(where: CellRef | None, found: str, known: Sequence[str]) -> Issue:
    return error("unknown-task", where, found=found, nearest=nearest(found, known))


def _unknown_unit(where: CellRef | None, found: str, known: Sequence[str]) -> Issue:
    expected = tuple(known)
    return error(
        "unknown-unit", where, found=found, expected=expected, nearest=nearest(found, known)
    )


def _unknown_person(where: CellRef | None, found: str, known: Sequence[str]) -> Issue:
    return error("unknown-person", where, found=found, nearest=nearest(found, known))


def check_deviation_contents(data: ProblemData) -> list[Issue]:
    """Every deviation has the person and the value that its kind needs, within its limits."""
    issues = []
    for deviation in data.deviations:
        kind, value = deviation.kind, deviation.value
        where = cell_of(data, deviation, "value")
        issues += _check_people(deviation, cell_of(data, deviation, "person"))
        if kind in NEEDS_VALUE and value is None:
            issues.append(error("deviation-needs-value", where, kind=kind))
        if kind is Kind.PRIORITY and deviation.priority is None:
            issues.append(error("deviation-needs-value", where, kind=kind))
        if value is not None:
            issues += _check_value(kind, value, where)
    return issues


def _check_people(deviation: Deviation, where: CellRef | None) -> list[Issue]:
    """As many people as the kind is about, no one twice."""
    kind, asked = deviation.kind, PEOPLE.get(deviation.kind, 0)
    found = len(set(deviation.people))
    if found < asked:
        code = "deviation-needs-person" if asked == 1 else "deviation-needs-people"
        return [error(code, where, kind=kind)]
    if found > max(1, asked):
        return [error("deviation-one-person", where, kind=kind)]
    return []


def _check_value(kind: Kind, value: Decimal, where: CellRef | None) -> list[Issue]:
    least, most = VALUE_LIMITS.get(kind, (value, value))
    if not least <= value <= most:
        return [error("out-of-range", where, found=value, least=least, most=most)]
    if kind is Kind.PREFERENCE and value != value.to_integral_value():
        return [error("not-whole", where, found=value)]
    return []


def check_deviations_match(instance: Instance) -> list[Issue]:
    """Every deviation, and every pinned row, is about a task that is on the agenda."""
    data = instance.data
    planned = {task.key for task in instance.tasks}
    issues = [
        warning("deviation-matches-nothing", deviation.where, kind=deviation.kind)
        for deviation in data.deviations
        if not _matches_something(instance, deviation, planned)
    ]
    return issues + [
        warning("pin-matches-nothing", row.where, task=row.task, unit=row.unit)
        for row in data.previous
        if row.pinned and TaskKey(row.task, row.unit) not in planned
    ]


def _matches_something(instance: Instance, deviation: Deviation, planned: set[TaskKey]) -> bool:
    if deviation.kind not in (Kind.NOT_APPLICABLE, Kind.HOURS):
        return any(matches(deviation, key) for key in planned)
    # Rows that take a task off the agenda are about what is absent, or about a part of the group.
    keys = planned | instance.absences.keys()
    schools = [school.code for school in real_schools(instance.data)]
    at_schools = {TaskKey(key.task, code) for key in keys if key.unit == GROUP for code in schools}
    if deviation.kind is Kind.NOT_APPLICABLE:
        keys = keys | at_schools
    return any(matches(deviation, key) for key in keys)
