"""Which task of our own list an unknown task is, by its wording.

All wordings of a task together are one text, and the tasks are ranked by the runs of letters that
they share with the unknown text. The nearest is taken over when it is near, well ahead of the next,
nearer than any ordinary chore of a school, and like one of its wordings word by word as well.
Otherwise the nearest are offered as a choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from models.vocabulary import Cluster
from optimizer.importing.gram_score import Index, Vector, Weights, nearness
from optimizer.importing.jargon import own_words, subject
from optimizer.importing.known_wordings import chores, entries_by_number, task_wordings
from optimizer.importing.word_score import word_score
from optimizer.workbook.template.catalogue import CatalogueEntry

# The limits below were set on wordings of ours that the index did not hold (six folds over all
# of them, chores too): wrong for about 3 % of the tasks, taken over for about 4 % of the chores.
_NEAR, _LEAD = 0.3, 1.25
"""A task that is less near, or not so many times as near as the next, is not taken over."""
_CHORE_LEAD = 1.2
"""So many times as near as the nearest chore a task must be."""
_ALIKE = 50
"""Word by word a task that is taken over is like one of its wordings by at least this per cent."""
_KNOWN = 0.7
"""Part of the runs of letters that must be known: a text full of unknown words says little."""
_SURE_NEAR, _SURE_LEAD, _SURE_ALIKE = 0.33, 1.5, 70
"""From here on nobody needs to look."""
_BY_RUNS = 0.4
"""What counts of the runs of letters where the words are not alike at all."""
_WEIGHED = 8
"""So many of the nearest tasks are compared word by word as well."""
_OFFERED = 0.12
"""A task that is less near is not even offered."""
_MOST_OFFERED = 3
_FOREIGN_LEAD = 1.6
"""When a chore is so many times as near as the nearest task, no task is offered."""
_OTHER_CLUSTER, _OTHER_HINT = 0.75, 0.88
"""How much a task counts when the overview names another cluster, or only suggests one."""


class Match(NamedTuple):
    """A task of our list, how much the text is like it (0 to 100), and whether it is certain."""

    entry: CatalogueEntry
    score: float
    sure: bool


@dataclass(frozen=True)
class Verdict:
    """What is made of a text: the task that is taken over, if any, and those that it may be."""

    match: Match | None = None
    offered: tuple[CatalogueEntry, ...] = ()


@lru_cache(maxsize=8192)
def judge(text: str, cluster: Cluster | None = None, *, hinted: bool = False) -> Verdict:
    """Find the task of our list that a text means.

    A task of the given cluster goes before one of another that is about as near; `hinted` tells
    that the overview does not name this cluster outright.
    """
    vector = _base().weights.vector([text])
    ranked = _ranked(vector, cluster, _OTHER_HINT if hinted else _OTHER_CLUSTER)
    if not ranked:
        return Verdict()
    offered = tuple(entry for near, entry in ranked[:_MOST_OFFERED] if near >= _OFFERED)
    about = _base().weights.vector([subject(text)])
    chore = max(_base().chores.nearest(about).values(), default=0.0)
    own = max(nearness(about, other) for other in _base().wordings[ranked[0][1].task.number])
    if chore >= _FOREIGN_LEAD * own:
        return Verdict()
    return Verdict(_match(text, ranked) if own >= _CHORE_LEAD * chore else None, offered)


def likeness(text: str) -> float:
    """How much a text is like the nearest task of our list, from 0 to 100."""
    ranked = _ranked(_base().weights.vector([text]), None, 1.0)
    return word_score(text, ranked[0][1].task.number) if ranked else 0.0


def is_ours(text: str) -> bool:
    """Whether a text is taken for a task of our list."""
    return judge(text).match is not None


def _match(text: str, ranked: Sequence[tuple[float, CatalogueEntry]]) -> Match | None:
    """The nearest task when all limits are kept; sure when the higher ones are too.

    One word alone is never sure: ‘Netwerk’ may mean many things.
    """
    weighed = sorted(
        (_weigh(near, word_score(text, entry.task.number)), place)
        for place, (near, entry) in enumerate(ranked[:_WEIGHED])
    )
    (near, place), second = weighed[-1], weighed[-2][0] if len(weighed) > 1 else 0.0
    entry = ranked[place][1]
    alike, lead = word_score(text, entry.task.number), near / second if second else _SURE_LEAD
    if near < _NEAR or lead < _LEAD or alike < _ALIKE or _base().weights.known(text) < _KNOWN:
        return None
    sure = near >= _SURE_NEAR and lead >= _SURE_LEAD and alike >= _SURE_ALIKE
    return Match(entry, round(alike, 1), sure and len(own_words(text)) > 1)


def _weigh(near: float, alike: float) -> float:
    return near * (_BY_RUNS + (1 - _BY_RUNS) * alike / 100)


def _ranked(
    vector: Vector, cluster: Cluster | None, other: float
) -> list[tuple[float, CatalogueEntry]]:
    """The tasks that share something with a text, with how near they are, the nearest first."""
    entries = tuple(entries_by_number().values())
    near = (
        (part * _factor(entries[place], cluster, other), entries[place])
        for place, part in _base().tasks.nearest(vector).items()
    )
    return sorted(near, key=lambda found: (-found[0], found[1].task.number))


def _factor(entry: CatalogueEntry, cluster: Cluster | None, other: float) -> float:
    return 1.0 if cluster in (None, entry.task.cluster) else other


class _Base(NamedTuple):
    """All wordings of ours, ready to be compared with."""

    weights: Weights
    tasks: Index
    chores: Index
    wordings: dict[str, tuple[Vector, ...]]


@cache
def _base() -> _Base:
    ours, others = task_wordings(), chores()
    weights = Weights([*ours.values(), *others])
    return _Base(
        weights,
        Index([weights.vector(texts) for texts in ours.values()]),
        Index([weights.vector([subject(text)]) for theme in others for text in theme]),
        {
            task: tuple(weights.vector([subject(text)]) for text in texts)
            for task, texts in ours.items()
        },
    )
