"""Names beside codes in the plan that stands there: they have to be those of the same person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.issues import CellRef, Issue, error, warning
from models.naming import PersonName
from models.problem import PersonCode
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.references import Codes


@dataclass(frozen=True)
class NamedRow:
    """The name that stands beside a person's code in one row."""

    person: PersonCode
    name: str
    where: CellRef


def check_plan_names(rows: Iterable[NamedRow], persons: Codes) -> list[Issue]:
    """A name that was changed while its code was not would be undone without a word.

    Somebody who is called otherwise in all rows has got another name on the sheet of people: a
    warning. In some rows, or with the name of somebody else, it is an edit: an error.
    """
    per_person: dict[PersonCode, list[NamedRow]] = defaultdict(list)
    for row in rows:
        if persons.name(row.person) and row.name:
            per_person[row.person].append(row)
    return [issue for mine in per_person.values() for issue in _check(mine, persons)]


def _check(rows: Sequence[NamedRow], persons: Codes) -> Iterator[Issue]:
    code = rows[0].person
    name = persons.name(code)
    person = PersonName(code, name)
    others = [row for row in rows if fold(row.name) != fold(name)]
    spellings = {fold(row.name) for row in rows}
    if others and len(spellings) == 1 and not persons.meant(rows[0].name):
        yield warning("renamed", rows[0].where, found=rows[0].name, person=person)
        return
    for row in others:
        yield error("name-differs", row.where, found=row.name, person=person)
