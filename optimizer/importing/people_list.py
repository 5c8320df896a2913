"""A list of people beside the tasks: their names, what they are, and their hours."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from models.issues import CellRef
from models.vocabulary import Role
from optimizer.importing import words
from optimizer.importing.columns import MOSTLY, part
from optimizer.importing.grid import Grid
from optimizer.importing.header import WHO_MEANINGS, Header
from optimizer.importing.hours_text import SCHOOL_WEEKS, Period, read_hours
from optimizer.importing.people import role_of, without_aside
from optimizer.importing.somebody import Somebody, names_somebody
from optimizer.importing.source_map import Meaning, PeopleMap
from optimizer.workbook.read.matching import fold

_HOURS = (Meaning.HOURS_WEEK, Meaning.HOURS_YEAR, Meaning.HOURS_MONTH, Meaning.HOURS)
_PER = {
    Meaning.HOURS_YEAR: Period.YEAR,
    Meaning.HOURS_MONTH: Period.MONTH,
}
_LEAST = 2


class ListedPerson(NamedTuple):
    """Somebody of a list of people; hours are clock hours a week, `teaching` says of lessons."""

    name: str
    where: CellRef
    role: Role | None
    hours: Decimal | None
    teaching: bool


def find_people(grid: Grid, header: Header, *, asked: bool = False) -> PeopleMap | None:
    """The list of people on a sheet; `None` when there is none, or nothing but names in it.

    It has a header that asks who or a column of names, none that names tasks, and says of most
    people what they are or how many hours they have. When `asked` there is one.
    """
    meanings = header.meanings()
    if not asked and (Meaning.TITLE in meanings.values() or not header.last_row):
        return None
    rows = [row for row in grid.rows if row > header.last_row]
    names = [column for column in grid.columns if _are_people(grid, column, rows)]
    if not names:
        return None
    stated = [column for column in names if meanings.get(column) in WHO_MEANINGS]
    name = min(stated or names)
    role = next((c for c in grid.columns if c != name and _are_roles(grid, c, rows)), None)
    hours = next((c for each in _HOURS for c, found in meanings.items() if found is each), None)
    if role is None and hours is None and not asked:
        return None
    per = _PER.get(meanings[hours], Period.WEEK) if hours is not None else Period.WEEK
    return PeopleMap(grid.name, header.last_row + 1, grid.last_row, name, role, hours, per)


def read_people(grid: Grid, people: PeopleMap) -> Iterator[ListedPerson]:
    """Everybody of a list, downwards."""
    for row in grid.rows:
        entry = without_aside(grid.text(row, people.name))
        inside = people.first_row <= row <= people.last_row
        if not inside or names_somebody(entry.name) is Somebody.NO:
            continue
        kind = grid.text(row, people.role)
        found = read_hours(grid.text(row, people.hours))
        week = found.a_year(people.hours_per) / SCHOOL_WEEKS if found else None
        role = role_of(kind) or role_of(entry.aside) or role_of(entry.name)
        where = grid.where(row, people.name)
        yield ListedPerson(entry.name, where, role, week, words.TEACHING in fold(kind))


def _are_people(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    texts = [text for _, text in grid.texts(column, rows)]
    sure = part(texts, lambda text: names_somebody(text) is Somebody.YES)
    return len(texts) >= _LEAST and sure >= MOSTLY and not _are_roles(grid, column, rows)


def _are_roles(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    texts = [text for _, text in grid.texts(column, rows)]
    return len(texts) >= _LEAST and part(texts, role_of) >= MOSTLY
