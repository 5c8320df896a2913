"""What an overview's own signs mean, when a legend says so: ‘V = verantwoordelijke’."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from models.vocabulary import PlanRole
from optimizer.importing import words
from optimizer.importing.grid import Grid
from optimizer.workbook.read.matching import fold

_LINE = re.compile(r"(?P<sign>[^\s=:]{1,3})\s*[=:]\s*(?P<meaning>\S.*)")
_MOST_MEANING_WORDS = 3


@dataclass(frozen=True)
class Legend:
    """What an overview says of its own signs.

    Attributes
    ----------
    marks
        The role per sign.
    core
        The signs of a core task, folded; never a plain cross, which says many things.
    """

    marks: Mapping[str, PlanRole] = field(default_factory=dict)
    core: frozenset[str] = frozenset()


def find_legend(grids: Iterable[Grid]) -> Legend:
    """The signs explained in lines such as ‘B = back-up’, or by two cells beside each other."""
    marks: dict[str, PlanRole] = {}
    core = set()
    for sign, meaning in _explained(grids):
        _add(marks, sign, meaning)
        if fold(meaning) in words.CORE_WORDS and fold(sign) not in words.CROSSES:
            core.add(fold(sign))
    return Legend(marks, frozenset(core))


def _explained(grids: Iterable[Grid]) -> Iterator[tuple[str, str]]:
    """Signs with their meaning."""
    for grid in grids:
        for row in grid.rows:
            texts = [grid.text(row, column) for column in grid.filled(row)]
            yield from (parts for text in texts if all(parts := _parts(text)))
            for sign, meaning in pairwise(texts):
                if len(sign) == 1 and len(meaning.split()) == 1:
                    yield sign, meaning


def _parts(text: str) -> tuple[str, str]:
    found = _LINE.fullmatch(text)
    return (found["sign"], found["meaning"]) if found else ("", "")


def _add(marks: dict[str, PlanRole], sign: str, meaning: str) -> None:
    """Take over a sign when its explanation names a role."""
    if len(meaning.split()) > _MOST_MEANING_WORDS:
        return
    for start, role in words.LEGEND_ROLES.items():
        if fold(meaning).startswith(start):
            marks[sign] = role
            return
