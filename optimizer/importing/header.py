"""The header of a list: the row or rows that say what the columns hold."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from models.vocabulary import Cluster
from optimizer.importing import words
from optimizer.importing.grid import Grid
from optimizer.importing.people import Sign, looks_like_person, read_sign
from optimizer.importing.source_map import Meaning
from optimizer.importing.titles import title_cluster
from optimizer.workbook.read.matching import fold

_SOUGHT_ROWS = 40
_LEAST_MEANINGS = 2
_WHO = frozenset({Meaning.WHO, Meaning.LEAD, Meaning.HELPER, Meaning.BACKUP})


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
        known = {column: meaning_of(text) for column, text in self.texts.items()}
        return {column: meaning for column, meaning in known.items() if meaning}

    def is_about_people(self, column: int) -> bool:
        """Whether the header above this one asks who."""
        return meaning_of(self.groups.get(column, "")) in _WHO


def meaning_of(text: str) -> Meaning | None:
    """What a header says; `None` for one that is not known."""
    word = fold(text.strip(" *?.!…")).split(" (")[0]
    return next((meaning for meaning, known in words.HEADERS.items() if word in known), None)


def rank_of(text: str) -> int:
    """Place of a header among those of its meaning; the first is the best."""
    word = fold(text.strip(" *?.!…")).split(" (")[0]
    return next((known.index(word) for known in words.HEADERS.values() if word in known), 99)


def find_header(grid: Grid) -> Header:
    """The header of the first list on a sheet; an empty one when there is none."""
    scores = [(_score(grid, row), -row) for row in grid.rows[:_SOUGHT_ROWS]]
    best, row = max(scores, default=(0, 0))
    return _read(grid, -row) if best else Header()


def title_columns(grid: Grid, row: int) -> list[int]:
    """Columns of a row whose cell names a cluster: lists that stand side by side."""
    return [column for column in grid.filled(row) if title_cluster(grid.text(row, column))]


def _score(grid: Grid, row: int) -> int:
    """How many headers a row holds; 0 when they are too few to be a header row."""
    filled = grid.filled(row)
    found = {column: meaning_of(grid.text(row, column)) for column in filled}
    meanings = {meaning for meaning in found.values() if meaning}
    if Meaning.TITLE in meanings:
        return 3 + len(meanings)
    clusters = len({title_cluster(grid.text(row, column)) for column in filled} - {None})
    if clusters > 1 or (clusters and meanings) or _is_repeated_band(grid, row):
        return 1 + clusters + len(meanings)
    return len(meanings) if len(meanings) >= _LEAST_MEANINGS and len(filled) > 2 else 0


def _is_repeated_band(grid: Grid, row: int) -> bool:
    """Whether a row names a cluster and people, and the same people stand beside another one."""
    cluster, names = _band(grid, row)
    if cluster is None or not names or not all(map(looks_like_person, names.values())):
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
    who = [column for column, text in upper.items() if meaning_of(text) in _WHO]
    if not below or not titles or not who or any(column in below for column in titles):
        return {}
    signs = [read_sign(text, {}).sign for text in below.values()]
    names = [looks_like_person(text) for text in below.values()]
    return below if Sign.CROSS not in signs and any(names) else {}


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
