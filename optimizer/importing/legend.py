"""What an overview's own signs mean: by its legend, else by the letters that many tables share."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.issues import CellRef
from optimizer.importing import words
from optimizer.importing.grid import Grid
from optimizer.importing.signs import letters_of
from optimizer.importing.source_map import Mark
from optimizer.workbook.read.matching import fold

_PART = re.compile(r"\s*[,;|•·]\s*|\s+[-–]\s+(?=\S{1,3}\s*[=:])|\s+(?=\S{1,2}\s*=\s*\S)")
_LINE = re.compile(
    r"(?:een |de )?[\"'‘“(]?(?P<sign>[^\s=:\"'’”)]{1,3})[\"'’”)]?\s*"
    r"(?:[=:→]|->|=>|staat voor|betekent|is)\s*(?P<meaning>[^\s=].*)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^(?:legende|legenda|verklaring|tekens|codes|afkortingen)\s*[:.-]?\s*", re.I)
_MOST_MEANING_WORDS = 6
_LONGEST_CELL_SIGN = 2
_SCHEMES: tuple[tuple[frozenset[str], frozenset[str], Mapping[str, Mark]], ...] = (
    (
        frozenset("RA"),
        frozenset("RACIS"),
        {"R": Mark.CROSS, "A": Mark.LEAD, "C": Mark.NOTHING, "I": Mark.NOTHING, "S": Mark.HELPER},
    ),
    (
        frozenset("VU"),
        frozenset("VUOBGI"),
        {"V": Mark.LEAD, "U": Mark.HELPER, "O": Mark.HELPER, "B": Mark.BACKUP,
         "G": Mark.NOTHING, "I": Mark.NOTHING},
    ),
)  # fmt: skip
"""Letters that tell a scheme, letters that it may have, and what they mean: RACI (responsible does
it, accountable answers for it, consulted and informed do nothing), and its Dutch counterpart."""


@dataclass(frozen=True)
class Legend:
    """What an overview says of its own signs.

    Attributes
    ----------
    marks
        What each sign means.
    core
        The signs of a core task, folded; never a plain cross, which says many things.
    where
        The cell that explains a sign, or the first in which it stands when nothing does.
    assumed
        The signs that nothing explains.
    """

    marks: Mapping[str, Mark] = field(default_factory=dict)
    core: frozenset[str] = frozenset()
    where: Mapping[str, CellRef] = field(default_factory=dict)
    assumed: frozenset[str] = frozenset()


def find_legend(grids: Iterable[Grid]) -> Legend:
    """The signs explained in lines such as ‘X = trekker, x = werkt mee’, or by two cells."""
    marks: dict[str, Mark] = {}
    places: dict[str, CellRef] = {}
    core = set()
    for sign, meaning, where in _explained(grids):
        mark = mark_in(meaning)
        if mark is not None and sign not in marks:
            marks[sign], places[sign] = mark, where
        if fold(meaning) in words.CORE_WORDS and fold(sign) not in words.CROSSES:
            core.add(fold(sign))
    return Legend(marks, frozenset(core), places)


def with_known_letters(legend: Legend, texts: Iterable[tuple[str, CellRef]]) -> Legend:
    """The legend with letters of a known scheme, when the cells of crosses hold these alone.

    `texts` are the cells of columns that hold letters.
    """
    used: dict[str, CellRef] = {}
    for text, where in texts:
        for letter in letters_of(text):
            used.setdefault(letter.upper(), where)
    unknown = {letter for letter in used if letter not in map(str.upper, legend.marks)}
    for telling, allowed, marks in _SCHEMES:
        if unknown <= allowed and len(used) > 1 and unknown & telling:
            found = {letter: marks[letter] for letter in sorted(unknown)}
            return replace(
                legend, marks={**legend.marks, **found},
                where={**legend.where, **{letter: used[letter] for letter in found}},
                assumed=legend.assumed | unknown,
            )  # fmt: skip
    return legend


def mark_in(meaning: str) -> Mark | None:
    """What the explanation of a sign says that somebody does; `None` when it says no such thing."""
    found = fold(meaning).strip(" .()")
    if len(found.split()) > _MOST_MEANING_WORDS:
        return None
    starts = [found, *(part.strip(" ()") for part in re.split(r"[(/ ]", found) if part)]
    for start in starts:
        for beginning, mark in words.LEGEND_MARKS.items():
            if start.startswith(beginning):
                return mark
    return None


def legend_parts(text: str) -> Iterator[tuple[str, str]]:
    """Each sign that a line explains, with its meaning."""
    for part in _PART.split(_HEAD.sub("", text)):
        if found := _LINE.fullmatch(part.strip()):
            yield found["sign"], found["meaning"]


def _explained(grids: Iterable[Grid]) -> Iterator[tuple[str, str, CellRef]]:
    """Signs with their meaning, and the cell that says so."""
    for grid in grids:
        for row in grid.rows:
            cells = [(grid.text(row, each), grid.where(row, each)) for each in grid.filled(row)]
            for text, where in cells:
                yield from ((sign, meaning, where) for sign, meaning in legend_parts(text))
            for (sign, where), (meaning, _) in pairwise(cells):
                if len(sign) <= _LONGEST_CELL_SIGN and sign.isalpha() and _explains(meaning, cells):
                    yield sign, meaning, where


def _explains(meaning: str, cells: list[tuple[str, CellRef]]) -> bool:
    """Whether the cell beside a sign explains it: such a row holds little else."""
    return len(cells) == 2 and not meaning.isdecimal()
