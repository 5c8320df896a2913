"""Which cluster a title or a word names: outright, or by a word that suggests one."""

import re
from collections.abc import Mapping

from models.vocabulary import Cluster
from optimizer.importing import words
from optimizer.workbook.read.matching import fold

_WORD = re.compile(r"[a-z]+")
_ASIDE = re.compile(r"\([^)]*\)")
_MOST_WORDS = 8
"""A longer text is a sentence, not a title."""
_MOST_HINT_WORDS = 5


def title_cluster(text: str) -> Cluster | None:
    """The one cluster that a title names outright, such as ‘2. Technische taken’.

    Every word must belong to the name of that cluster, or be filler: ‘Technische visie uitwerken’
    is a task.
    """
    found = _words(_ASIDE.sub(" ", text))
    if not 0 < len(found) <= _MOST_WORDS:
        return None
    named = _clusters_in(found, words.CLUSTER_WORDS)
    known = words.TITLE_FILLER.union(*words.CLUSTER_WORDS.values())
    return named.pop() if len(named) == 1 and known.issuperset(found) else None


def hinted_cluster(text: str) -> Cluster | None:
    """The one cluster that the words of a short title suggest."""
    found = _words(text)
    if not 0 < len(found) <= _MOST_HINT_WORDS:
        return None
    both = {each: words.CLUSTER_WORDS[each] | words.CLUSTER_HINTS[each] for each in Cluster}
    suggested = _clusters_in(found, both)
    return suggested.pop() if len(suggested) == 1 else None


def _words(text: str) -> list[str]:
    """The words of a text; single letters number a title, as in ‘A. Technisch’."""
    return [word for word in _WORD.findall(fold(text)) if len(word) > 1]


def _clusters_in(found: list[str], known: Mapping[Cluster, frozenset[str]]) -> set[Cluster]:
    return {cluster for cluster, names in known.items() if names.intersection(found)}
