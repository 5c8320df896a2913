"""How much a text is like a wording of one of our tasks, word by word.

Each word looks for its nearest one in the other text (RapidFuzz), and rare words weigh more than
common ones. Word order, endings, accents and most compounds then make little difference (a soft
TF-IDF; Cohen, Ravikumar and Fienberg, 2003).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import log

from rapidfuzz import fuzz, process

from models.problem import TaskNumber
from optimizer.importing import words
from optimizer.importing.jargon import terms
from optimizer.importing.known_wordings import task_wordings

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


def word_score(text: str, task: TaskNumber) -> float:
    """How much a text is like the nearest wording of a task of our list, from 0 to 100."""
    own, (title, *others) = stems(text), _wordings()[task]
    if not own:
        return 0.0
    return max(_score(own, title), *(_ALTERNATIVE * _score(own, other) for other in others), 0.0)


@cache
def _wordings() -> Mapping[TaskNumber, Sequence[tuple[str, ...]]]:
    """Per task of our list its wordings as stems, the title first."""
    return {task: tuple(map(stems, texts)) for task, texts in task_wordings().items()}


@lru_cache(maxsize=8192)
def stems(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, each once, without their endings."""
    return tuple(dict.fromkeys(map(_stem, terms(text))))


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
    per_task = [set().union(*texts) for texts in _wordings().values()]
    counts = Counter(word for found in per_task for word in found)
    common = frozenset(map(_stem, words.COMMON_WORDS))
    return {
        word: log(1 + len(per_task) / (count + 0.5)) * (_COMMON_WORD if word in common else 1)
        for word, count in counts.items()
    }


@cache
def _unknown_weight() -> float:
    """A word that none of our tasks has is as rare as can be."""
    return max(_weights().values())
