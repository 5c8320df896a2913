"""Rows that only introduce the tasks below them: by how they look, how they are numbered or say."""

import re
from collections.abc import Mapping, Sequence

from optimizer.importing import words
from optimizer.importing.free_text import names_one
from optimizer.importing.grid import Grid
from optimizer.importing.jargon import plain_words
from optimizer.importing.row_style import measure
from optimizer.importing.schools import looks_like_school
from optimizer.importing.source_map import ListMap
from optimizer.importing.titles import title_cluster
from optimizer.importing.wording import likeness
from optimizer.workbook.read.matching import fold

_RARE = 0.3
_MOST_BOLD_WORDS = 3
_MOST_TITLE_WORDS = 8
_MOST_PLAIN_WORDS = 6
_SHORT = 4
_A_TASK = 85
"""A text that is so much like a task of ours is a task, however it looks."""
_MOSTLY = 0.6
"""So many rows of a list say more than a title when it is a list of who does what."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_LEADING = re.compile(r"^\(?(\d+(?:\.\d+)*)[.)]?\s")


class Headings:
    """Which rows of a list are headings; `more` tells per row whether something stands beside."""

    def __init__(self, grid: Grid, list_map: ListMap, more: Mapping[int, bool]) -> None:
        self._grid, self._map = grid, list_map
        self._more = more
        self._rows: Sequence[int] = tuple(more)
        self._style = measure(grid, list_map.title, self._rows)
        self._busy = sum(more.values()) >= _MOSTLY * len(more)
        plain = [row for row in self._rows if not more[row] and self._says_so(row)]
        self._tell_by_words = len(plain) <= max(1, _RARE * len(more))

    def is_heading(self, row: int) -> bool:
        """Whether the text in the column of the tasks only introduces the tasks below it."""
        text = self._text(row)
        if self._more[row] or not text:
            return False
        if self._numbers_below(row) or looks_like_school(text):
            return True
        if self._map.free and names_one(text):
            return True
        many = len(text.split())
        if many > _MOST_TITLE_WORDS or (likeness(text) >= _A_TASK and not self._is_plain(row)):
            return False
        return self._looks_so(row, text, many) or self._is_plain(row)

    def _looks_so(self, row: int, text: str, many: int) -> bool:
        cell, style = self._grid.cell(row, self._map.title), self._style
        return (
            (cell.bold and style.bold < _RARE and many <= _MOST_BOLD_WORDS)
            or (self._grid.is_wide(row, self._map.title) and style.wide < _RARE)
            or (text.isupper() and style.upper < _RARE and len(text) >= _SHORT)
            or text.endswith(":")
        )

    def _is_plain(self, row: int) -> bool:
        """Whether a text in plain letters is a heading: it says so, and tasks follow.

        Where nearly every task has somebody or hours beside it, a text without either that says
        so is one even when our list knows it; elsewhere it must not be like a task of ours.
        """
        if not self._tell_by_words or not self._says_so(row) or not self._is_followed(row):
            return False
        return self._busy or likeness(self._text(row)) < _A_TASK

    def _is_followed(self, row: int) -> bool:
        later = [other for other in self._rows if other > row]
        return bool(later) and (not self._busy or self._more[later[0]])

    def _says_so(self, row: int) -> bool:
        """Whether all words are those of headings: ‘Toestellen en netwerk’, ‘Eerste trimester’."""
        found = [word for word in plain_words(self._text(row)) if word not in words.STOP_WORDS]
        known = all(word in words.HEADING_WORDS or word.isdecimal() for word in found)
        named = title_cluster(self._text(row)) is not None
        return 0 < len(found) <= _MOST_PLAIN_WORDS and known and not named

    def _numbers_below(self, row: int) -> bool:
        """Whether the rows below are numbered as parts of this one: 1, then 1.1."""
        own, later = self._number(row), [other for other in self._rows if other > row][:1]
        return bool(own) and any(self._number(other).startswith(f"{own}.") for other in later)

    def _number(self, row: int) -> str:
        stated = fold(self._grid.text(row, self._map.number)).rstrip(".")
        if _NUMBER.fullmatch(stated):
            return stated
        found = _LEADING.match(self._text(row))
        return found[1] if found else ""

    def _text(self, row: int) -> str:
        return self._grid.text(row, self._map.title)
