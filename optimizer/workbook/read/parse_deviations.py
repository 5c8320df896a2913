"""Rows of the deviations sheet to `Deviation` records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product

from models.issues import Issue, error
from models.problem import ANY, Deviation, PersonCode
from models.vocabulary import DeviationKind, Priority
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import Located
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.records import Collected
from optimizer.workbook.read.references import Codes, references
from optimizer.workbook.read.rows import Row

_KEYS = ("task", "unit", "person", "kind", "value")
_HOUR_KINDS = frozenset({DeviationKind.HOURS, DeviationKind.PIN})
_NUMBER_KINDS = _HOUR_KINDS | {DeviationKind.PREFERENCE}


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

    A row whose kind is a dash is out of use. A row with several tasks, schools or people gives a
    deviation for each of them. Those that a row reaches by a cluster or a pattern come first: of
    two rows about the same the last wins, and that has to be the one that names it.
    """
    found: list[tuple[int, Deviation]] = []
    for number in located.data_rows():
        row = Row(located, number, collected.issues)
        is_in_use = any(not row.cell(key).is_empty for key in _KEYS)
        if is_in_use and not row.says("kind", fold(labels.NONE)):
            collected.sources.update(row.sources("deviation", str(number), "kind"))
            found += _deviations(row, codes)
    return tuple(deviation for _, deviation in sorted(found, key=lambda each: each[0]))


def _deviations(row: Row, codes: KnownCodes) -> Iterator[tuple[int, Deviation]]:
    """The deviations of one row, each with how closely it is named: the higher the closer."""
    kind = row.required_choice("kind", labels.DEVIATION_KINDS)
    tasks = references(row, "task", codes.tasks, ANY) or {ANY: False}
    units = references(row, "unit", codes.units, ANY) or {ANY: False}
    people = _people(kind, [*map(PersonCode, references(row, "person", codes.persons))])
    value, priority = _value(row, kind), _priority(row, kind)
    for task, unit, (person, colleague) in product(tasks, units, people):
        closeness = 2 * (not tasks[task]) + (not units[unit])
        where = row.cell("kind").where
        found = Deviation(kind, task, unit, person, value, priority, where, colleague)
        yield closeness, found


def _people(
    kind: DeviationKind, named: Sequence[PersonCode]
) -> Sequence[tuple[PersonCode | None, PersonCode | None]]:
    """Whom each deviation of a row is about: one of the people, or every two who stay apart."""
    if kind is DeviationKind.APART and len(named) > 1:
        return [*combinations(named, 2)]
    return [(person, None) for person in named or (None,)]


def _value(row: Row, kind: DeviationKind) -> Decimal | None:
    if kind is DeviationKind.MINIMUM:
        return row.optional_percent("value")
    if kind not in _NUMBER_KINDS:
        return None
    found = values.number(row.cell("value"))
    if isinstance(found, Issue) and found.code == "not-a-number" and kind in _HOUR_KINDS:
        row.issues.append(error("not-yearly-hours", found.where, found=found.facts["found"]))
        return None
    return row.optional("value")


def _priority(row: Row, kind: DeviationKind) -> Priority | None:
    if kind is not DeviationKind.PRIORITY or row.cell("value").is_empty:
        return None
    return row.required_choice("value", labels.PRIORITIES)
