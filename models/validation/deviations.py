"""Rows of the deviations sheet and pinned rows of the plan: complete, known, and about a task."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from models.agenda import real_schools
from models.eligibility import matches
from models.instance import Instance
from models.issues import CellRef, Issue, error, warning
from models.naming import Names
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
    return data.sources.get(("deviation", deviation.where.row, attribute), deviation.where)


def check_deviation_codes(data: ProblemData) -> list[Issue]:
    """Every task, unit and person that a deviation names exists."""
    known = _Known(data)
    issues = []
    for deviation in data.deviations:
        if deviation.task not in {*known.tasks, ANY}:
            issues.append(known.no_task(cell_of(data, deviation, "task"), deviation.task))
        if deviation.unit not in {*known.units, ANY}:
            issues.append(known.no_unit(cell_of(data, deviation, "unit"), deviation.unit))
        issues += [
            known.no_person(cell_of(data, deviation, "person"), code)
            for code in deviation.people
            if code not in known.persons
        ]
    return issues


def check_plan_codes(data: ProblemData) -> list[Issue]:
    """Every task, unit and person of a pinned plan row exists; other rows may be of the past."""
    known = _Known(data)
    issues = []
    for row in data.previous:
        if row.pinned and row.task not in known.tasks:
            issues.append(known.no_task(row.where, row.task))
        if row.pinned and row.unit not in known.units:
            issues.append(known.no_unit(row.where, row.unit))
        if row.pinned and row.person is not None and row.person not in known.persons:
            issues.append(known.no_person(row.where, row.person))
    return issues


class _Known:
    """The codes that exist, with their names, and what is said of one that does not."""

    def __init__(self, data: ProblemData) -> None:
        self.tasks: dict[str, str] = {task.number: task.title for task in data.tasks}
        self.units: dict[str, str] = {school.code: school.name for school in real_schools(data)}
        self.units[GROUP] = ""
        self.persons: dict[str, str] = {person.code: person.name for person in data.persons}

    def no_task(self, where: CellRef | None, found: str) -> Issue:
        """That there is no such task."""
        return error("unknown-task", where, found=found, nearest=_nearest(found, self.tasks))

    def no_unit(self, where: CellRef | None, found: str) -> Issue:
        """That there is no such school, and which there are."""
        near, expected = _nearest(found, self.units), tuple(self.units)
        return error("unknown-unit", where, found=found, expected=expected, nearest=near)

    def no_person(self, where: CellRef | None, found: str) -> Issue:
        """That there is no such person."""
        return error("unknown-person", where, found=found, nearest=_nearest(found, self.persons))


def _nearest(found: str, names: Mapping[str, str]) -> str | None:
    """The code that looks most like a text, or else the only one in whose name it stands."""
    if near := nearest(found, names):
        return near
    holding = [code for code, name in names.items() if found.casefold() in name.casefold()]
    return f"{holding[0]} ({names[holding[0]]})" if len(holding) == 1 else None


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
    """As many different people as the kind is about."""
    kind, asked = deviation.kind, PEOPLE.get(deviation.kind, 0)
    if len(set(deviation.people)) >= asked:
        return []
    if asked == 1:
        return [error("deviation-needs-person", where, kind=kind)]
    return [error("deviation-needs-people", where, kind=kind)]


def _check_value(kind: Kind, value: Decimal, where: CellRef | None) -> list[Issue]:
    least, most = VALUE_LIMITS.get(kind, (value, value))
    if not least <= value <= most:
        return [error("out-of-range", where, found=value, least=least, most=most)]
    if kind is Kind.PREFERENCE and value != value.to_integral_value():
        return [error("not-whole", where, found=value)]
    return []


def check_deviations_match(instance: Instance) -> list[Issue]:
    """Every deviation, and every pinned row, is about a task that is on the agenda.

    A row that names several tasks, schools or people is enough about one of them.
    """
    data = instance.data
    planned = {task.key for task in instance.tasks}
    issues = [
        warning("deviation-matches-nothing", rows[0].where, kind=rows[0].kind)
        for rows in _by_row(data.deviations)
        if not any(_matches_something(instance, row, planned) for row in rows)
    ]
    names = Names(data)
    return issues + [
        warning("pin-matches-nothing", row.where, task=names.task(TaskKey(row.task, row.unit)))
        for row in data.previous
        if row.pinned and TaskKey(row.task, row.unit) not in planned
    ]


def _by_row(deviations: Iterable[Deviation]) -> Iterator[list[Deviation]]:
    """The deviations that stand in one row; those without a cell each apart."""
    rows: dict[object, list[Deviation]] = {}
    for deviation in deviations:
        rows.setdefault(deviation.where or id(deviation), []).append(deviation)
    yield from rows.values()


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
