"""What our own task list proposes for the tasks of an overview: hours, competences, flags."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from models.problem import Task, TaskNumber
from models.vocabulary import Applies, Cluster, Driver, Priority, TaskLevel
from optimizer.importing import answer_words
from optimizer.importing.answers import Answers
from optimizer.importing.doubles import split_task
from optimizer.importing.doubts import Doubt
from optimizer.importing.known_wordings import entries_by_number
from optimizer.importing.source_task import SourceTask
from optimizer.importing.wording import Match, Verdict, judge
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.catalogue import CatalogueEntry

_EXPLANATION = re.compile(r"\s[-–]\s|[:;(,]\s?|\.\s")
_EXACT = 100.0
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Proposal:
    """A task of the overview with what is made of it.

    Attributes
    ----------
    source
        The task as it was read.
    match
        The task of our list that is taken over for it.
    offered
        The tasks of our list that it may be.
    shares
        How many tasks of the overview are like that same one, and divide its hours.
    cluster, core
        What holds for it, from the overview or else from our list.
    """

    source: SourceTask
    match: Match | None
    offered: tuple[CatalogueEntry, ...]
    shares: int
    cluster: Cluster
    core: bool

    @property
    def cluster_by_wording(self) -> bool:
        """Whether its own wording alone gave it its cluster, beyond doubt."""
        return self.source.cluster is None and self.match is not None and self.match.sure

    def task(self, number: TaskNumber) -> Task:
        """The record for the workbook."""
        base = self.match.entry.task if self.match else Task(number, self.cluster, "")
        task = replace(
            base,
            number=number,
            cluster=self.cluster,
            title=self.source.title,
            core=self.core,
            applies=self.source.applies,
            priority=self.source.priority or self._priority(base),
            level=self._level(base),
            rhythm=self.source.rhythm or base.rhythm,
            peak=self.source.peak or base.peak,
            fixed_hours=_share(base.fixed_hours, self.shares),
            unit_hours=_share(base.unit_hours, self.shares),
        )
        hours = self.source.hours or next((h for _, h in self.source.schools if h), None)
        if hours is None:
            return task
        return replace(task, fixed_hours=hours, unit_hours=Decimal(0), driver=Driver.NONE)

    def _level(self, base: Task) -> TaskLevel:
        """The level that the overview states; a task that it gives per school is done there."""
        return self.source.level or (TaskLevel.SCHOOL if self.source.schools else base.level)

    def _priority(self, base: Task) -> Priority:
        if self.match and base.core == self.core:
            return base.priority
        return Priority.ESSENTIAL if self.core else Priority.DESIRED


def _share(hours: Decimal, shares: int) -> Decimal:
    if shares == 1:
        return hours
    return (hours / shares).quantize(_CENT, ROUND_HALF_UP)


def propose(tasks: Sequence[SourceTask], answers: Answers, doubts: list[Doubt]) -> list[Proposal]:
    """Match every task with our list, as the user answered; doubt is added to `doubts`."""
    parts = [part for task in tasks for part in _parts(task, answers, doubts)]
    verdicts = [_stated(part, answers) or _judge(part) for part in parts]
    used = Counter(
        verdict.match.entry.task.number
        for part, verdict in zip(parts, verdicts, strict=True)
        if verdict.match and part.applies is not Applies.NO
    )
    proposals: list[Proposal] = []
    for part, verdict in zip(parts, verdicts, strict=True):
        match = verdict.match
        cluster, code = _cluster(part, match, proposals)
        shares = max(1, used[match.entry.task.number]) if match else 1
        core = _is_core(part, match)
        proposals.append(Proposal(part, match, verdict.offered, shares, cluster, core))
        if code:
            doubts.append(_doubt(code, part, cluster=cluster))
        doubts += _match_doubts(proposals[-1])
    doubts += _twice(tasks)
    return proposals


def _parts(task: SourceTask, answers: Answers, doubts: list[Doubt]) -> Iterator[SourceTask]:
    """The tasks that a text names, which share its people and divide its hours."""
    titles = split_task(task.title)
    if len(titles) == 1 or answer_words.ONE_TASK in map(fold, answers.task(task.where)):
        yield task
        return
    doubts.append(_doubt("task-split", task, count=len(titles)))
    hours = None if task.hours is None else _share(task.hours, len(titles))
    for title in titles:
        notes = (*task.notes, task.title)
        yield replace(task, title=title, number="", hours=hours, notes=notes)


def _is_core(task: SourceTask, match: Match | None) -> bool:
    """Whether a task is a core task: as the overview says, or as a sure match of our list is."""
    if task.core is not None:
        return task.core
    return match is not None and match.sure and match.entry.task.core


def _stated(task: SourceTask, answers: Answers) -> Verdict | None:
    """The task of our list that the user chose; `None` when he chose nothing."""
    for said in map(fold, answers.task(task.where)):
        if said == answer_words.NONE_OF_THESE:
            return Verdict()
        if said in _by_title():
            return Verdict(Match(_by_title()[said], _EXACT, sure=True))
    return None


@cache
def _by_title() -> Mapping[str, CatalogueEntry]:
    """The tasks of our list by folded title, and by number."""
    entries = entries_by_number()
    numbers = {fold(number): entry for number, entry in entries.items()}
    return {**numbers, **{fold(entry.task.title): entry for entry in entries.values()}}


def _judge(task: SourceTask) -> Verdict:
    """The task of our list that is meant; by how the title begins when it goes on explaining."""
    cluster, hinted = task.cluster or task.hint, task.cluster is None
    found = judge(task.title, cluster, hinted=hinted)
    beginning = _EXPLANATION.split(task.title)[0]
    if found.match or beginning == task.title:
        return found
    shorter = judge(beginning, cluster, hinted=hinted)
    if shorter.match is None:
        return found if found.offered else shorter
    return replace(shorter, match=shorter.match._replace(sure=False))


def _cluster(
    task: SourceTask, match: Match | None, before: Sequence[Proposal]
) -> tuple[Cluster, str]:
    """The cluster of a task, and the code of the doubt when the overview does not name it.

    The wording of a task goes before what a heading or the name of the sheet suggests.
    """
    if task.cluster is not None:
        return task.cluster, ""
    if match:
        return match.entry.task.cluster, "" if match.sure else "cluster-by-match"
    if task.hint is not None:
        return task.hint, ""
    if before:
        return before[-1].cluster, "cluster-by-neighbour"
    return Cluster.TECHNICAL, "cluster-unknown"


def _match_doubts(proposal: Proposal) -> Iterator[Doubt]:
    task, match = proposal.source, proposal.match
    if match is None:
        code = "no-match" if task.hours is None else "no-match-hours"
        titles = tuple(entry.task.title for entry in proposal.offered)
        yield replace(_doubt("match-offered" if titles else code, task), choices=titles)
        return
    title = match.entry.task.title
    if not match.sure:
        titles = tuple(dict.fromkeys((title, *(e.task.title for e in proposal.offered))))
        doubt = _doubt("match-doubtful", task, title=title, score=round(match.score))
        yield replace(doubt, choices=titles)
    if proposal.shares > 1 and task.hours is None:
        yield _doubt("match-shared", task, title=title, shares=proposal.shares)


def _twice(tasks: Iterable[SourceTask]) -> Iterator[Doubt]:
    first: dict[str, SourceTask] = {}
    for task in tasks:
        other = first.setdefault(fold(task.title), task)
        if other is not task:
            yield _doubt("task-twice", task, first=other.where)


def _doubt(code: str, task: SourceTask, **facts: object) -> Doubt:
    return Doubt(code, task.where, task.title, facts=facts)
