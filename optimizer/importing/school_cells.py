"""At which schools a task is done, with the hours and the people there."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from optimizer.importing import words
from optimizer.importing.grid import Grid
from optimizer.importing.hours_text import Period, read_hours
from optimizer.importing.people import is_nobody
from optimizer.importing.signs import Sign, read_sign
from optimizer.importing.source_map import ListMap
from optimizer.importing.source_task import Cross
from optimizer.importing.who_cells import WhoCells
from optimizer.workbook.read.headers import cell_text
from optimizer.workbook.read.matching import clean, fold
from optimizer.workbook.read.reader import RawCell

_BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+(?:en|\+|&)\s+")


class AtSchools(NamedTuple):
    """The schools of a task with the hours there, as far as they are given, and its people."""

    schools: tuple[tuple[str, Decimal | None], ...] = ()
    crosses: tuple[Cross, ...] = ()


class SchoolCells:
    """Reads what a list says of schools, row by row."""

    def __init__(self, grid: Grid, list_map: ListMap, who: WhoCells) -> None:
        self._grid, self._map, self._who = grid, list_map, who
        people = {*list_map.crosses, *list_map.names}
        self._bare = {
            column: school for column, school in list_map.schools.items() if column not in people
        }

    def read(self, row: int, crosses: tuple[Cross, ...]) -> AtSchools:
        """The schools of the task in a row, and its `crosses` with the school of each."""
        hours: dict[str, Decimal | None] = {cross.school: None for cross in crosses if cross.school}
        more: list[Cross] = []
        if self._map.school:
            hours.setdefault(self._map.school, None)
        for column, school in self._bare.items():
            cell = self._grid.shown(row, column)
            if self._is_there(cell):
                hours[school] = self._hours(cell) or hours.get(school)
                more += self._people(cell, school)
        named = tuple(self._named(row))
        for school in named:
            hours.setdefault(school, None)
        here = [
            replace(cross, school=cross.school or school)
            for cross in crosses
            for school in (named if named and not cross.school else ("",))
        ]
        return AtSchools(tuple(hours.items()), (*here, *more))

    def _is_there(self, cell: RawCell) -> bool:
        text = cell_text(cell)
        return bool(text) and read_sign(text, {}).sign is not Sign.NONE

    def _hours(self, cell: RawCell) -> Decimal | None:
        """Clock hours a year at one school; a bare 1 is a cross."""
        text = cell_text(cell)
        found = read_hours(text)
        if found is None or (found.period is None and text == words.ONE):
            return None
        return found.a_year(self._map.hours_per or Period.YEAR)

    def _people(self, cell: RawCell, school: str) -> Iterator[Cross]:
        if read_sign(cell_text(cell), {}).sign is Sign.UNKNOWN:
            for name in self._who.names(cell):
                yield Cross(name, None, cell.where, school)

    def _named(self, row: int) -> Iterator[str]:
        """The schools that the column of schools names; none when it says all of them."""
        text = self._grid.shown_text(row, self._map.school_column)
        for part in _BETWEEN.split(text):
            name = clean(part)
            if name and not is_nobody(name) and fold(name) not in words.ALL_SCHOOLS:
                yield name
