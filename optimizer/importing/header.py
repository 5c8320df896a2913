"""The header of a list: the row or rows that say what the columns hold."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from models.vocabulary import Cluster
from optimizer.importing.grid import Grid
from optimizer.importing.header_meaning import meaning_of, rank_of
from optimizer.importing.schools import looks_like_school
from optimizer.importing.signs import Sign, read_sign
from optimizer.importing.somebody import Somebody, is_calendar, names_somebody
from optimizer.importing.source_map import Meaning
from optimizer.importing.titles import title_cluster
from optimizer.importing.wording import is_ours
from optimizer.workbook.read.matching import fold

_SOUGHT_ROWS = 40
_LEAST_MEANINGS = 2
_NO_RANK = 99
_FEW = 0.2
"""So many texts below names or days are tasks of our list when all are tasks."""
WHO_MEANINGS = frozenset({Meaning.WHO, Meaning.LEAD, Meaning.HELPER, Meaning.BACKUP})
"""Headers that ask who."""


@dataclass(frozen=True)
class Header:
    """What stands above the columns.

    Attributes
    ----------
    first_row, last_row
        The rows of the header; 0 when the list has none.
    texts
        Header per column.
    groups
        The text above several headers, per column that it holds for.
    """

    first_row: int = 0
    last_row: int = 0
    texts: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[int, str] = field(default_factory=dict)

    def meanings(self) -> dict[int, Meaning]:
        """What the columns hold, as far as their headers say so."""
        known = {column: self.meaning(column) for column in self.texts}
        return {column: meaning for column, meaning in known.items() if meaning}

    def meaning(self, column: int) -> Meaning | None:
        """What a column holds, as far as its header says so, with the one above it."""
        text, group = self.texts.get(column, ""), self.groups.get(column, "")
        if meaning_of(group) is Meaning.HOURS and (together := meaning_of(f"{group} {text}")):
            return together
        return meaning_of(text)

    def is_about_people(self, column: int) -> bool:
        """Whether the header above this one asks who."""
        return meaning_of(self.groups.get(column, "")) in WHO_MEANINGS


def find_header(grid: Grid) -> Header:
    """The header of the first list on a sheet; an empty one when there is none."""
    scores = [(_score(grid, row), -row) for row in grid.rows[:_SOUGHT_ROWS]]
    best, row = max(scores, default=(0.0, 0))
    return _read(grid, -row) if best else Header()


def _score(grid: Grid, row: int) -> float:
    """How many headers a row holds; 0 when they are too few to be a header row.

    The title of the whole sheet stands alone in its row, and seldom says ‘taak’ and no more.
    """
    texts = {column: grid.text(row, column) for column in grid.filled(row)}
    meanings = {meaning for text in texts.values() if (meaning := meaning_of(text))}
    if Meaning.TITLE in meanings:
        plain = any(rank_of(text) < _NO_RANK for text in texts.values())
        return 3 + len(meanings) + 0.5 * plain + (len(texts) > 1)
    clusters = len({title_cluster(text) for text in texts.values()} - {None})
    if clusters > 1 or (clusters and meanings) or _is_repeated_band(grid, row):
        return 1 + clusters + len(meanings)
    if _names_crosses(grid, row, texts) or _names_lists(grid, row, texts):
        return 2 + len(meanings)
    of_people = bool(meanings & WHO_MEANINGS) and Meaning.ROLE in meanings
    enough = len(meanings) >= _LEAST_MEANINGS and (len(texts) > 2 or of_people)
    return len(meanings) if enough else 0


def _names_crosses(grid: Grid, row: int, texts: Mapping[int, str]) -> bool:
    """Whether a row names people above columns of signs, without a word above the tasks."""
    known = [column for column, text in texts.items() if names_somebody(text) is Somebody.YES]
    if len(known) < _LEAST_MEANINGS or len(known) < len(texts) - 1:
        return False
    below = [other for other in grid.rows if other > row]
    signs = [
        read_sign(text, {}).sign
        for column in known
        for _, text in grid.texts(column, below)
        if text != texts[column]
    ]
    return bool(signs) and signs.count(Sign.UNKNOWN) < len(signs) / 2


def _names_lists(grid: Grid, row: int, texts: Mapping[int, str]) -> bool:
    """Whether a row names people, days or weeks above columns of tasks."""
    people = [c for c, text in texts.items() if names_somebody(text) is Somebody.YES]
    days = [c for c, text in texts.items() if is_calendar(text)]
    starts = people if len(people) >= _LEAST_MEANINGS else days
    if len(starts) < _LEAST_MEANINGS or len(starts) < len(texts) - 1:
        return False
    below = [other for other in grid.rows if other > row]
    tasks = [text for column in starts for _, text in grid.texts(column, below)]
    names = sum(names_somebody(text) is Somebody.YES for text in tasks)
    return sum(map(is_ours, tasks)) > _FEW * len(tasks) and names < _FEW * len(tasks)


def _is_repeated_band(grid: Grid, row: int) -> bool:
    """Whether a row names a cluster and people, and the same people stand beside another one."""
    cluster, names = _band(grid, row)
    if cluster is None or not names or not all(names_somebody(text) for text in names.values()):
        return False
    bands = (_band(grid, other) for other in grid.rows if other > row)
    return any(found not in (None, cluster) and who == names for found, who in bands)


def _band(grid: Grid, row: int) -> tuple[Cluster | None, dict[int, str]]:
    """The cluster that the first cell of a row names, and the texts beside it."""
    texts = {column: grid.text(row, column) for column in grid.filled(row)}
    first = texts.pop(min(texts), "") if texts else ""
    return title_cluster(first), texts


def _read(grid: Grid, row: int) -> Header:
    """The header around a row: with a row of names under it, or with groups above it."""
    upper = {column: grid.text(row, column) for column in grid.filled(row)}
    lower = _row_below(grid, row, upper)
    if lower:
        return Header(row, row + 1, upper | lower, _spread(grid, row, lower))
    return Header(row, row, upper, _spread(grid, row - 1, upper))


def _row_below(grid: Grid, row: int, upper: Mapping[int, str]) -> dict[int, str]:
    """The second row of a header: names under a wide or lonely ‘who’, nothing under the tasks."""
    below = {column: grid.text(row + 1, column) for column in grid.filled(row + 1)}
    titles = [column for column, text in upper.items() if meaning_of(text) is Meaning.TITLE]
    if not below or not titles or any(column in below for column in titles):
        return {}
    groups = _spread(grid, row, below)
    signs = [read_sign(text, {}).sign for text in below.values()]
    heads = [_is_head_below(text, groups.get(column, "")) for column, text in below.items()]
    return below if Sign.CROSS not in signs and sum(heads) * 2 > len(heads) else {}


def _is_head_below(text: str, group: str) -> bool:
    """Whether a text under a wide header is a header too: a name, or what the columns hold."""
    about = meaning_of(group)
    if about in WHO_MEANINGS and names_somebody(text) is not Somebody.NO:
        return True
    together = meaning_of(f"{group} {text}")
    wide = names_somebody(text) is Somebody.YES or looks_like_school(text)
    return bool(group) and (wide or meaning_of(text) is not None or together not in (None, about))


def _spread(grid: Grid, row: int, columns: Mapping[int, str]) -> dict[int, str]:
    """The text of an upper row for each column: its own, that of its block, or the one before.

    What stands above the tasks is the title of the sheet, not of a group of columns.
    """
    groups: dict[int, str] = {}
    before = ""
    for column in sorted(columns):
        before = grid.shown_text(row, column) or before
        groups[column] = before
    tasks = [groups[each] for each in columns if meaning_of(columns[each]) is Meaning.TITLE]
    return {column: text for column, text in groups.items() if text and text not in tasks}


def repeats_header(texts: Iterable[str], known: Collection[str]) -> bool:
    """Whether the texts of a row say the header once more, perhaps behind the title of a cluster.

    `known` are the folded texts of the header.
    """
    others = [fold(text) for text in texts if title_cluster(text) is None]
    return bool(others) and all(text in known for text in others)
