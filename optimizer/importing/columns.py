"""What a column holds, by what stands in it: tasks, signs, names, numbers."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from optimizer.importing import answer_words
from optimizer.importing.grid import Grid
from optimizer.importing.header import Header
from optimizer.importing.header_meaning import rank_of
from optimizer.importing.legend import Legend
from optimizer.importing.people import split_names
from optimizer.importing.signs import Sign, letters_of, read_sign
from optimizer.importing.somebody import Somebody, names_somebody
from optimizer.importing.source_map import Mark, Meaning
from optimizer.importing.titles import hinted_cluster
from optimizer.importing.wording import is_ours
from optimizer.workbook.read.matching import fold

_NUMBERING = re.compile(r"[A-Za-z]{0,3}[-. ]?\d+(?:[.-]\d+)*[a-z]?\.?")
MOSTLY = 0.6
_NEARLY_ALL = 0.8
_LEAST_PHRASE = 2
"""Words in a text that can be a task."""
_SAMPLE = 40


@dataclass(frozen=True)
class Area:
    """Where a list stands: its rows, and the columns that can belong to it.

    `legend` tells of the overview's own signs, `stated` what the user said of its columns.
    """

    grid: Grid
    rows: Sequence[int]
    columns: Sequence[int]
    legend: Legend
    stated: Mapping[int, str] = field(default_factory=dict)

    def texts(self, column: int) -> list[str]:
        """The texts in a column of the list."""
        return [text for _, text in self.grid.texts(column, self.rows)]


def find_title(area: Area, header: Header) -> int | None:
    """The column of the tasks: the one whose header says so, else the one that reads like tasks.

    A header goes first, however long the texts beside it are; a column of mere numbers is none.
    """
    stated = [column for column, word in area.stated.items() if word in answer_words.SINGLE_COLUMNS]
    said = [c for c in stated if answer_words.SINGLE_COLUMNS[area.stated[c]] is Meaning.TITLE]
    if said:
        return said[0] if said[0] in area.columns else None
    named = [column for column, each in header.meanings().items() if each is Meaning.TITLE]
    usable = [c for c in named if c in area.columns and not are_numbers(area.texts(c) or ["1"])]
    if usable:
        return min(usable, key=lambda column: (rank_of(header.texts[column]), column))
    score = {column: _title_score(area.texts(column)) for column in area.columns}
    most = max(score.values(), default=0)
    return max(score, key=lambda column: (score[column], -column)) if most > 0 else None


def _title_score(texts: Sequence[str]) -> float:
    """How much a column reads like a list of tasks: many different phrases, some of them ours."""
    phrases = {text for text in texts if len(text.split()) >= _LEAST_PHRASE}
    single = {text for text in texts if len(text.split()) == 1 and len(text) > 3}
    sample = sorted(phrases | single)[:_SAMPLE]
    ours = sum(map(is_ours, sample))
    known = ours / len(sample) if sample else 0
    names = (
        sum(names_somebody(text) is Somebody.YES for text in sample) / len(sample) if sample else 0
    )
    return (len(phrases) + len(single) / 4) * (0.3 + known) * (1.2 - names)


def are_numbers(texts: Sequence[str]) -> bool:
    """Whether a column numbers the rows: `3`, `T12`, `1.2`."""
    return part(texts, _NUMBERING.fullmatch) >= MOSTLY


def are_clusters(texts: Sequence[str]) -> bool:
    """Whether the entries of a column name clusters, outright or by a word that suggests one."""
    return part(texts, lambda text: hinted_cluster(text) is not None) >= MOSTLY


def part(texts: Sequence[str], holds: Callable[[str], object]) -> float:
    """The part of some texts for which something holds."""
    return sum(bool(holds(text)) for text in texts) / len(texts) if texts else 0.0


def are_signs(texts: Sequence[str], marks: Mapping[str, Mark]) -> bool:
    """Whether a column holds crosses: signs nearly everywhere, and a real one, or letters alone."""
    signs = Counter(read_sign(text, marks).sign for text in texts)
    known = signs.total() - signs[Sign.UNKNOWN]
    return are_letters(texts) or (signs[Sign.CROSS] > 0 and known >= _NEARLY_ALL * signs.total())


def are_letters(texts: Sequence[str]) -> bool:
    """Whether a column holds letters alone: `R`, `A/R`."""
    return bool(texts) and all(map(letters_of, texts))


def are_names(texts: Sequence[str]) -> bool:
    """Whether a column holds names: short entries that look so and come back."""
    names = [fold(entry) for text in texts for entry in split_names(text)]
    if len(texts) < 3 or not names:
        return False
    alike = part(texts, lambda text: names_somebody(text) is not Somebody.NO)
    return alike >= _NEARLY_ALL and len(set(names)) <= MOSTLY * len(names)
