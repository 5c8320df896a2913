"""What-if changes: what a problem is after one edit of its input, and where that edit is made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar, cast

from models.change_kinds import (
    Change,
    CompetenceChange,
    DeviationAdded,
    DeviationRemoved,
    PersonChange,
    PersonGone,
    PinRemoved,
    RequirementChange,
    SchoolChange,
    SettingChange,
    TaskChange,
    Value,
)
from models.issues import CellRef
from models.problem import Deviation, Person, ProblemData, School, Task
from models.settings import Settings
from models.vocabulary import Cluster, Diploma, Priority

__all__ = [
    "Change",
    "CompetenceChange",
    "DeviationAdded",
    "DeviationRemoved",
    "PersonChange",
    "PersonGone",
    "PinRemoved",
    "Place",
    "RequirementChange",
    "SchoolChange",
    "SettingChange",
    "TaskChange",
    "Value",
    "all_changed",
    "cell_of",
    "changed",
    "place_of",
    "value_before",
]

_Record = TypeVar("_Record", School, Person, Task)


class Place(NamedTuple):
    """The key under which `ProblemData.sources` knows a cell."""

    record: str
    code: str
    attribute: str = ""


def changed(data: ProblemData, change: Change) -> ProblemData:
    """The problem after a change; it may be one that `models.validation.validate` refuses.

    Raises
    ------
    LookupError
        When the change is about a record, field, setting or row that is not there.
    """
    return _CHANGERS[type(change)](data, change)


def all_changed(data: ProblemData, changes: Iterable[Change]) -> ProblemData:
    """The problem after several changes, one after the other."""
    for change in changes:
        data = changed(data, change)
    return data


def cell_of(data: ProblemData, change: Change) -> CellRef | None:
    """The cell to edit; the first cell of a row to take away; `None` for a row to add."""
    place = place_of(change)
    return row_cell(change) if place is None else data.where(*place)


def row_cell(change: Change) -> CellRef | None:
    """The cell of the row that stands there and that a change takes away or loosens."""
    match change:
        case DeviationRemoved(deviation):
            return deviation.where
        case PinRemoved(row):
            return row.where
        case _:
            return None


def place_of(change: Change) -> Place | None:
    """The field that a change is about; `None` when it is about a row of deviations or plan."""
    match change:
        case SchoolChange(unit, attribute):
            return Place("school", unit, attribute)
        case PersonChange(person, attribute):
            return Place("person", person, attribute)
        case CompetenceChange(person, competence):
            return Place("person", person, f"level:{competence}")
        case PersonGone(person):
            return Place("person", person)
        case TaskChange(task, attribute):
            return Place("task", task, attribute)
        case RequirementChange(task):
            return Place("task", task, "required")
        case SettingChange(path):
            return Place("setting", path)
        case _:
            return None


def value_before(data: ProblemData, change: Change) -> Value:
    """What stands in the cell before the change; `None` when it is empty or there is no cell.

    Raises
    ------
    LookupError
        As `changed`.
    """
    match change:
        case SchoolChange(unit, attribute):
            return _field(_one(data.schools, "code", unit), attribute)
        case PersonChange(person, attribute):
            return _field(_one(data.persons, "code", person), attribute)
        case CompetenceChange(person, competence):
            return _one(data.persons, "code", person).levels.get(competence, 0)
        case TaskChange(task, attribute):
            return _field(_one(data.tasks, "number", task), attribute)
        case RequirementChange(task, competence):
            return _one(data.tasks, "number", task).required.get(competence)
        case SettingChange(path):
            return _setting(data.settings, path)
        case _:
            return None


def _field(record: object, attribute: str) -> Value:
    """The value of a field of a record."""
    if attribute not in getattr(record, "__dataclass_fields__", {}):
        raise LookupError(attribute)
    return cast("Value", getattr(record, attribute))


def _one(records: Iterable[_Record], key: str, code: str) -> _Record:
    """The record with a code."""
    for record in records:
        if getattr(record, key) == code:
            return record
    raise LookupError(code)


def _replaced(
    records: tuple[_Record, ...], key: str, code: str, values: dict[str, Any]
) -> tuple[_Record, ...]:
    """The records with some fields of one of them changed."""
    target = _one(records, key, code)
    for attribute in values:
        _field(target, attribute)
    edited = replace(target, **values)
    return tuple(edited if record is target else record for record in records)


def _school(data: ProblemData, change: SchoolChange) -> ProblemData:
    values: dict[str, Any] = {change.attribute: change.value}
    if change.attribute == "ict_points":
        values["ict_points_computed"] = False
    return replace(data, schools=_replaced(data.schools, "code", change.unit, values))


def _person(data: ProblemData, change: PersonChange) -> ProblemData:
    values: dict[str, Any] = {change.attribute: change.value}
    if change.attribute == "ict_hours":
        values["ict_to_decide"] = False
    return replace(data, persons=_replaced(data.persons, "code", change.person, values))


def _competence(data: ProblemData, change: CompetenceChange) -> ProblemData:
    person = _one(data.persons, "code", change.person)
    levels = {**person.levels, change.competence: change.level}
    return replace(data, persons=_replaced(data.persons, "code", person.code, {"levels": levels}))


def _gone(data: ProblemData, change: PersonGone) -> ProblemData:
    gone = _one(data.persons, "code", change.person)
    return replace(
        data,
        persons=tuple(person for person in data.persons if person is not gone),
        deviations=tuple(row for row in data.deviations if gone.code not in row.people),
        previous=tuple(row for row in data.previous if row.person != gone.code),
    )


def _task(data: ProblemData, change: TaskChange) -> ProblemData:
    values: dict[str, Any] = {change.attribute: change.value}
    return replace(data, tasks=_replaced(data.tasks, "number", change.task, values))


def _requirement(data: ProblemData, change: RequirementChange) -> ProblemData:
    task = _one(data.tasks, "number", change.task)
    others = {name: level for name, level in task.required.items() if name != change.competence}
    asked = {} if change.level is None else {change.competence: change.level}
    required = {**others, **asked}
    return replace(data, tasks=_replaced(data.tasks, "number", task.number, {"required": required}))


def _settings(data: ProblemData, change: SettingChange) -> ProblemData:
    return replace(data, settings=_with_setting(data.settings, change.path, change.value))


def _with_setting(settings: Settings, path: str, value: Value) -> Settings:
    """The settings with one of them, or one entry of a group of them, changed."""
    name, _, entry = path.partition(".")
    if entry and name == _QUALITY:
        _field(settings.quality, entry)
        weights: dict[str, Any] = {entry: value}
        return replace(settings, quality=replace(settings.quality, **weights))
    _field(settings, name)
    after: dict[str, Any] = {name: value}
    if entry:
        group = {**getattr(settings, name), _GROUP_KEYS[name](entry): value}
        after[name] = {key: found for key, found in group.items() if found is not None}
    return replace(settings, **after)


def _setting(settings: Settings, path: str) -> Value:
    name, _, entry = path.partition(".")
    if not entry:
        return _field(settings, name)
    if name == _QUALITY:
        return _field(settings.quality, entry)
    group = cast("Mapping[StrEnum, Value]", getattr(settings, name))
    return group.get(_GROUP_KEYS[name](entry))


def _added(data: ProblemData, change: DeviationAdded) -> ProblemData:
    return replace(data, deviations=(*data.deviations, change.deviation))


def _removed(data: ProblemData, change: DeviationRemoved) -> ProblemData:
    return replace(data, deviations=_without(data.deviations, change.deviation))


def _without(rows: tuple[Deviation, ...], gone: Deviation) -> tuple[Deviation, ...]:
    """The rows but one, with all that stands in it; of rows that are equal only the first goes."""
    if gone not in rows:
        raise LookupError(gone.kind)
    if gone.where is not None:
        return tuple(row for row in rows if row.where != gone.where)
    place = rows.index(gone)
    return rows[:place] + rows[place + 1 :]


def _unpinned(data: ProblemData, change: PinRemoved) -> ProblemData:
    if not change.row.pinned or change.row not in data.previous:
        raise LookupError(change.row.task)
    free = replace(change.row, pinned=False)
    rows = tuple(free if row == change.row else row for row in data.previous)
    return replace(data, previous=rows)


_QUALITY = "quality"
_GROUP_KEYS: Mapping[str, Callable[[str], StrEnum]] = {
    "floors": Cluster,
    "post_prices": Diploma,
    "priority_weights": Priority,
}
_CHANGERS: Mapping[type, Callable[[ProblemData, Any], ProblemData]] = {
    SchoolChange: _school,
    PersonChange: _person,
    CompetenceChange: _competence,
    PersonGone: _gone,
    TaskChange: _task,
    RequirementChange: _requirement,
    SettingChange: _settings,
    DeviationAdded: _added,
    DeviationRemoved: _removed,
    PinRemoved: _unpinned,
}
