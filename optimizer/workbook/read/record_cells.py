"""Records to the words and numbers of their cells: what the parser reads, the other way round."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.problem import Deviation, Person, Reach, RoleProfile, School, Task
from models.vocabulary import Cluster, ReachKind, Role, RoleWord
from optimizer.workbook import labels
from optimizer.workbook.read.columns import Sheet

CellValue = str | int | float | None
Record = School | Person | Task | Deviation

_TABLES: tuple[Iterable[tuple[StrEnum, str]], ...] = (
    labels.APPLIES.items(),
    labels.CLUSTERS.items(),
    labels.DEVIATION_KINDS.items(),
    labels.DIPLOMAS.items(),
    labels.DRIVERS.items(),
    labels.EDUCATION_LEVELS.items(),
    labels.MODES.items(),
    labels.ON_SITE.items(),
    labels.PRIORITIES.items(),
    labels.RHYTHMS.items(),
    labels.ROLES.items(),
    labels.ROLE_WORDS.items(),
    labels.TASK_LEVELS.items(),
    labels.YEAR_ROWS.items(),
    labels.YEAR_WATCHES.items(),
)
# Two enumerations may share a value, and such members compare equal: hence the type in the key.
_WORDS = {(type(choice), choice): word for table in _TABLES for choice, word in table}


def record_cells(sheet: Sheet, record: Record) -> dict[str, CellValue]:
    """Cell per column key for one record; a value that the default states stays empty."""
    cells: dict[str, CellValue] = {}
    for column in sheet.columns:
        value = cell_value(getattr(record, column.key, None))
        cells[column.key] = None if str(value) == column.default == "0" else value
    return cells | _special_cells(record)


def cell_value(value: object) -> CellValue:
    """A value of a record as the workbook shows it: Dutch words, real numbers."""
    if isinstance(value, bool):
        return labels.YES_NO[value]
    if isinstance(value, StrEnum):
        return _WORDS[type(value), value]
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, Reach):
        return _reach(value)
    if isinstance(value, frozenset):
        return _roles(value)
    if isinstance(value, Mapping):
        return joined(f"{name}:{level}" for name, level in value.items())
    return value if isinstance(value, str | int) else None


def role_cells(role: Role, profile: RoleProfile) -> dict[str, CellValue]:
    """The cells of a row of the sheet of roles; every word is written out."""
    words = {str(c): cell_value(profile.words.get(c, RoleWord.CAN)) for c in Cluster}
    return {"role": cell_value(role), **words, "max_tasks": profile.max_tasks, **profile.levels}


def number(value: Decimal) -> int | float:
    """A decimal as a number that a cell can hold, whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def day_text(day: date) -> str:
    """A date as it is typed here: `01/02/2027`. As text it reads the same in every format."""
    return f"{day:%d/%m/%Y}"


def joined(parts: Iterable[str]) -> str | None:
    """Several entries in one cell, with a semicolon between; nothing gives an empty cell."""
    return "; ".join(parts) or None


def _roles(roles: frozenset[StrEnum]) -> str | None:
    """A list of roles; those of the team as one word when all four are in it."""
    team = frozenset(labels.ICT_ROLES)
    words = [labels.ICT_TEAM] if team <= roles else []
    rest = roles - team if words else roles
    return joined([*words, *sorted(str(cell_value(role)) for role in rest)])


def _reach(reach: Reach) -> str | None:
    if reach.kind is ReachKind.LISTED:
        return joined(reach.units)
    return labels.REACHES[reach.kind]


def _special_cells(record: Record) -> dict[str, CellValue]:
    """Cells whose value is not the attribute of the same name."""
    if isinstance(record, Person):
        levels: dict[str, CellValue] = dict(record.levels)
        levels["decides"] = joined(labels.CLUSTERS[c] for c in Cluster if c in record.decides)
        levels["contact_for"] = joined(record.contact_for)
        return levels | ({"ict_hours": labels.TO_DECIDE} if record.ict_to_decide else {})
    if isinstance(record, School):
        return _school_cells(record)
    if isinstance(record, Deviation):
        return _deviation_cells(record)
    return {}


def _deviation_cells(deviation: Deviation) -> dict[str, CellValue]:
    cells: dict[str, CellValue] = {"person": joined(deviation.people)}
    if deviation.priority is not None:
        cells["value"] = labels.PRIORITIES[deviation.priority]
    return cells


def _school_cells(school: School) -> dict[str, CellValue]:
    cells: dict[str, CellValue] = {
        f"class_counts.{each}": number(count) for each, count in school.class_counts.items()
    }
    return cells | ({"ict_points": labels.COMPUTED} if school.ict_points_computed else {})
