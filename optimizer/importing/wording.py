"""Which task of our own list an unknown task is, by its wording.

Two texts are compared word by word: each word looks for its nearest one in the other text
(RapidFuzz), and rare words weigh more than common ones. Word order, endings, accents and most
compounds then make little difference (a soft TF-IDF; Cohen, Ravikumar and Fienberg, 2003).
"""

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz, process

from models.vocabulary import Cluster
from optimizer.importing import words
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.catalogue import CatalogueEntry, catalogue_entries

LEAST_SCORE = 55
"""Below this a task is taken for one that our list does not have."""
SURE_SCORE = 66
"""From here on a match needs no look."""
CLEAR_LEAD = 8
"""A match that is not this far ahead of the next is doubtful, whatever its score."""
_FILE = "verwoordingen.csv"
_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("eringen", "ingen", "ering", "eren", "ing", "en", "er", "e", "s", "n")
_LEAST_STEM = 4
_ALIKE = 80
"""Two words that are less alike than this per cent are different words."""
_PART_OF = 85
"""How alike a compound and one of its ends are: ‘netwerk’ and ‘netwerkapparatuur’."""
_LEAST_PART = 5
_OWN_SHARE = 0.6
"""Weight of finding the words of the source in our task; the rest is for the other way round."""
_COMMON_WORD = 0.35
_ALTERNATIVE = 0.95
_OTHER_CLUSTER = 0.85


class Match(NamedTuple):
    """A task of our list and how much it is like the text, from 0 to 100."""

    entry: CatalogueEntry
    score: float
    sure: bool


@dataclass(frozen=True)
class _Wording:
    """One way of saying a task of our list."""

    entry: CatalogueEntry
    words: tuple[str, ...]
    weight: float


def best_match(text: str, cluster: Cluster | None = None) -> Match | None:
    """The task of our list that a text most probably means; `None` when none is near.

    A task of the given cluster goes before one of another that is about as near.
    """
    ranked = _ranked(text, cluster)
    if not ranked or ranked[0][0] < LEAST_SCORE:
        return None
    score, entry = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    sure = score >= SURE_SCORE and score - second >= CLEAR_LEAD
    return Match(entry, round(score, 1), sure)


def likeness(text: str) -> float:
    """How much a text is like some task of our list, from 0 to 100."""
    return next((score for score, _ in _ranked(text, None)), 0.0)


@lru_cache(maxsize=8192)
def _ranked(text: str, cluster: Cluster | None) -> Sequence[tuple[float, CatalogueEntry]]:
    """The tasks of our list that share a word with a text, with their score, the nearest first."""
    own = _stems(text)
    shared = {place for word in own for other in _alike(word) for place in _places()[other]}
    best: dict[str, tuple[float, CatalogueEntry]] = {}
    for wording in (_wordings()[place] for place in sorted(shared)):
        task = wording.entry.task
        other = cluster is not None and task.cluster is not cluster
        score = wording.weight * _score(own, wording.words) * (_OTHER_CLUSTER if other else 1)
        if score > best.get(task.number, (-1.0,))[0]:
            best[task.number] = score, wording.entry
    return sorted(best.values(), key=lambda found: (-found[0], found[1].task.number))


@cache
def _wordings() -> tuple[_Wording, ...]:
    """Every task of our list by its title and by the other ways in which schools say it."""
    text = (resources.files("optimizer.importing") / "data" / _FILE).read_text(encoding="utf-8")
    others = {row["nr"]: row["verwoording"].split(";") for row in csv.DictReader(text.splitlines())}
    found = []
    for entry in catalogue_entries():
        found.append(_Wording(entry, _stems(entry.task.title), 1.0))
        for other in others.get(entry.task.number, ()):
            found.append(_Wording(entry, _stems(other), _ALTERNATIVE))
    return tuple(found)


@cache
def _places() -> Mapping[str, Sequence[int]]:
    """Per word the wordings that have it."""
    places: dict[str, list[int]] = {}
    for place, wording in enumerate(_wordings()):
        for word in wording.words:
            places.setdefault(word, []).append(place)
    return places


def _stems(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, each once, without their endings."""
    found = (words.SAME_WORDS.get(word, word) for word in _WORD.findall(fold(text)))
    kept = [part for word in found for part in word.split() if part not in words.STOP_WORDS]
    return tuple(dict.fromkeys(map(_stem, kept)))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word.removesuffix(ending)
            break
    doubled = len(word) >= _LEAST_STEM and word[-1] == word[-2]
    return word[:-1] if doubled else word


def _score(source: Sequence[str], ours: Sequence[str]) -> float:
    """How alike two texts are, from 0 to 100, by the weight of the words they share."""
    alike = [[_alike(word).get(other, 0.0) for other in ours] for word in source]
    theirs = _share(source, [max(row) for row in alike])
    back = _share(ours, [max(column) for column in zip(*alike, strict=True)])
    return 100 * (_OWN_SHARE * theirs + (1 - _OWN_SHARE) * back)


def _share(found: Sequence[str], alike: Sequence[float]) -> float:
    weights = [_weights().get(word, _unknown_weight()) for word in found]
    parts = (weight * part for weight, part in zip(weights, alike, strict=True))
    return sum(parts) / sum(weights)


@lru_cache(maxsize=8192)
def _alike(word: str) -> Mapping[str, float]:
    """The words of our list that a word is like, with how much, from 0 to 1."""
    near = process.extract(
        word, _weights().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None
    )
    compounds = {other: _PART_OF / 100 for other in _weights() if _is_part(word, other)}
    return compounds | {
        other: max(score / 100, compounds.get(other, 0)) for other, score, _ in near
    }


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST_PART and (long.startswith(short) or long.endswith(short))


@cache
def _weights() -> Mapping[str, float]:
    """Weight per word: the fewer of our tasks have it, the heavier; common verbs are light."""
    per_task: dict[str, set[str]] = {}
    for wording in _wordings():
        per_task.setdefault(wording.entry.task.number, set()).update(wording.words)
    counts = Counter(word for found in per_task.values() for word in found)
    common = _common()
    return {
        word: log(1 + len(per_task) / (count + 0.5)) * (_COMMON_WORD if word in common else 1)
        for word, count in counts.items()
    }


@cache
def _unknown_weight() -> float:
    """A word that none of our tasks has is as rare as can be."""
    return max(_weights().values())


@cache
def _common() -> frozenset[str]:
    return frozenset(map(_stem, words.COMMON_WORDS))
