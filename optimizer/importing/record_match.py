"""Which task a registration is about: by its number, or by its words."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from rapidfuzz import fuzz, process

from models.problem import Task, TaskNumber
from models.registrations import Link, MatchKind
from optimizer.importing.wording import judge
from optimizer.workbook.read.matching import fold

ALIKE = 85
"""From this per cent on a text and the title of a task are taken for the same: the words of one
are then in the other, endings apart."""


class RecordMatch:
    """Looks texts up among the tasks of a workbook."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._tasks = tuple(tasks)

    def link(self, what: str) -> Link:
        """What a text means; a number goes before words."""
        first = fold(what.partition(" ")[0].rstrip(":.-"))
        if first in self._by_number:
            return Link(what, self._by_number[first], MatchKind.NUMBER)
        return self._by_title(what) or self._by_wording(what) or Link(what, None, None)

    def _by_title(self, what: str) -> Link | None:
        titles = {task.number: fold(task.title) for task in self._tasks}
        found = process.extractOne(
            fold(what), titles, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE
        )
        return None if found is None else Link(what, found[2], MatchKind.WORDS, round(found[1]))

    def _by_wording(self, what: str) -> Link | None:
        """A task of our own list, where the workbook has it under its title."""
        match = judge(what).match
        number = None if match is None else self._ours.get(fold(match.entry.task.title))
        if match is None or number is None:
            return None
        return Link(what, number, MatchKind.WORDS, round(match.score))

    @cached_property
    def _by_number(self) -> Mapping[str, TaskNumber]:
        return {fold(task.number): task.number for task in self._tasks}

    @cached_property
    def _ours(self) -> Mapping[str, TaskNumber]:
        return {fold(task.title): task.number for task in self._tasks}
