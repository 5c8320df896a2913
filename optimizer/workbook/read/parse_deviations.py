"""Rows of the deviations sheet to `Deviation` records."""

import re
from dataclasses import dataclass
from decimal import Decimal

from models.problem import ANY, Deviation, PersonCode
from models.vocabulary import DeviationKind, Priority
from optimizer.workbook import labels
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.matching import clean, fold
from optimizer.workbook.read.records import Codes, Collected
from optimizer.workbook.read.rows import Row
from optimizer.workbook.read.values import parts

MOST_PEOPLE = 2
"""No kind of exception is about more people than this."""
_AND = re.compile(r"\s+en\s+", re.IGNORECASE)
_KEYS = ("task", "unit", "person", "kind", "value")
_NUMBER_KINDS = frozenset({DeviationKind.HOURS, DeviationKind.PIN, DeviationKind.PREFERENCE})


@dataclass(frozen=True)
class KnownCodes:
    """The codes that rows may refer to."""

    tasks: Codes
    units: Codes
    persons: Codes


def parse_deviations(
    located: Located, codes: KnownCodes, collected: Collected
) -> tuple[Deviation, ...]:
    """Every deviation; what a row lacks for its kind is for validation to say.

    A row whose kind is a dash is out of use.
    """
    deviations = []
    for number in located.data_rows():
        row = Row(located, number, collected.issues)
        is_in_use = any(not row.cell(key).is_empty for key in _KEYS)
        if is_in_use and not row.says("kind", fold(labels.NONE)):
            collected.sources.update(row.sources("deviation", str(number), "kind"))
            deviations.append(_deviation(row, codes))
    return tuple(deviations)


def _deviation(row: Row, codes: KnownCodes) -> Deviation:
    kind = row.required_choice("kind", labels.DEVIATION_KINDS)
    person, colleague = _people(row, codes.persons)
    return Deviation(
        kind=kind,
        task=codes.tasks.resolve(row.text("task") or ANY),
        unit=codes.units.resolve(row.text("unit") or ANY),
        person=person,
        value=_value(row, kind),
        priority=_priority(row, kind),
        where=row.cell("kind").where,
        colleague=colleague,
    )


def _people(row: Row, persons: Codes) -> tuple[PersonCode | None, PersonCode | None]:
    """The one or two people of a row; what cannot be split into two stays as it stands."""
    text = row.text("person")
    named = parts(row.cell("person"))
    if len(named) == 1:
        named = tuple(clean(name) for name in _AND.split(text))
    if len(named) != MOST_PEOPLE:
        return PersonCode(persons.resolve(text)) if text else None, None
    first, second = (PersonCode(persons.resolve(name)) for name in named)
    return first, second


def _value(row: Row, kind: DeviationKind) -> Decimal | None:
    if kind is DeviationKind.MINIMUM:
        return row.optional_percent("value")
    return row.optional("value") if kind in _NUMBER_KINDS else None


def _priority(row: Row, kind: DeviationKind) -> Priority | None:
    if kind is not DeviationKind.PRIORITY or row.cell("value").is_empty:
        return None
    return row.required_choice("value", labels.PRIORITIES)
