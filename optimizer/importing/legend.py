"""What an overview's own signs mean, when a legend says so: ‘V = verantwoordelijke’."""

import re
from collections.abc import Iterable
from itertools import pairwise

from models.vocabulary import PlanRole
from optimizer.importing import words
from optimizer.importing.grid import Grid
from optimizer.workbook.matching import fold

_LINE = re.compile(r"(?P<sign>[^\s=:]{1,3})\s*[=:]\s*(?P<meaning>\S.*)")
_MOST_MEANING_WORDS = 3


def find_marks(grids: Iterable[Grid]) -> dict[str, PlanRole]:
    """The role per sign, from lines such as ‘B = back-up’ or two cells beside each other."""
    marks: dict[str, PlanRole] = {}
    for grid in grids:
        for row in grid.rows:
            texts = [grid.text(row, column) for column in grid.filled(row)]
            for text in texts:
                _add(marks, *_parts(text))
            for sign, meaning in pairwise(texts):
                if len(sign) == 1 and len(meaning.split()) == 1:
                    _add(marks, sign, meaning)
    return marks


def _parts(text: str) -> tuple[str, str]:
    found = _LINE.fullmatch(text)
    return (found["sign"], found["meaning"]) if found else ("", "")


def _add(marks: dict[str, PlanRole], sign: str, meaning: str) -> None:
    """Take over a sign when its explanation names a role."""
    if not sign or len(meaning.split()) > _MOST_MEANING_WORDS:
        return
    for start, role in words.LEGEND_ROLES.items():
        if fold(meaning).startswith(start):
            marks[sign] = role
            return
