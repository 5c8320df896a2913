"""Lists of tasks that stand side by side: below clusters, below people, or below days."""

from collections.abc import Sequence
from typing import NamedTuple

from optimizer.importing.columns import MOSTLY, Area, are_names, are_signs, part
from optimizer.importing.header import Header
from optimizer.importing.somebody import Somebody, is_calendar, names_somebody
from optimizer.importing.source_map import Meaning
from optimizer.importing.titles import title_cluster
from optimizer.importing.wording import is_ours

_LEAST_DAYS = 3
_PHRASES = 0.4
"""So many texts of a column of tasks are phrases, or tasks of our list."""


class Block(NamedTuple):
    """The columns of one list.

    `title` is the column of its tasks where the block itself tells, and `person` whose they are
    or `who` the column that says so.
    """

    columns: Sequence[int]
    title: int | None = None
    person: str = ""
    who: int | None = None


def find_blocks(whole: Area, header: Header) -> list[Block]:
    """The blocks of a sheet: one of all its columns unless several lists stand side by side."""
    if not header.last_row:
        return [Block(whole.grid.columns)]
    blocks = _by_cluster(whole, header) or _by_person(whole, header) or _by_day(whole, header)
    return blocks or [Block(whole.grid.columns)]


def _by_cluster(whole: Area, header: Header) -> list[Block]:
    """Clusters beside each other, each with its tasks below."""
    texts = {column: whole.grid.text(header.last_row, column) for column in whole.columns}
    starts = [
        column
        for column, text in texts.items()
        if title_cluster(text)
        and (below := whole.texts(column))
        and not are_signs(below, whole.legend.marks)
    ]
    if len({title_cluster(texts[column]) for column in starts}) < 2:
        return []
    ends = [*starts[1:], whole.grid.columns[-1] + 1]
    return [Block(range(start, end)) for start, end in zip(starts, ends, strict=True)]


def _by_person(whole: Area, header: Header) -> list[Block]:
    """People beside each other, each with the tasks below the name."""
    if Meaning.TITLE in header.meanings().values():
        return []
    starts = [
        column
        for column, text in header.texts.items()
        if names_somebody(text) is Somebody.YES and _are_tasks(whole, column)
    ]
    if len(starts) < 2:
        return []
    return [Block((column,), column, header.texts[column]) for column in starts]


def _by_day(whole: Area, header: Header) -> list[Block]:
    """Days or weeks beside each other with tasks below, and a column that says whose they are."""
    days = [
        column
        for column, text in header.texts.items()
        if is_calendar(text) and _are_tasks(whole, column)
    ]
    who = next((column for column in whole.columns if _are_people(whole, column)), None)
    if len(days) < _LEAST_DAYS or who is None or who in days:
        return []
    return [Block((who, column), column, who=who) for column in days]


def _are_tasks(whole: Area, column: int) -> bool:
    texts = whole.texts(column)
    if not texts or are_signs(texts, whole.legend.marks) or are_names(texts):
        return False
    return part(texts, lambda text: len(text.split()) > 1 or is_ours(text)) >= _PHRASES


def _are_people(whole: Area, column: int) -> bool:
    texts = whole.texts(column)
    return bool(texts) and part(texts, lambda t: names_somebody(t) is Somebody.YES) >= MOSTLY
