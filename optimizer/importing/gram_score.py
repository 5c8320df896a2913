"""How near a text is to other texts, by the runs of letters that they share.

Words are cut into runs of three to five letters, and rare runs weigh more (TF-IDF). Compounds and
endings then need no rules of their own. Runs that no text of ours has are left out, so that an
unknown name or brand beside a known word does not make the whole unknown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from optimizer.importing.jargon import terms

_SIZES = (3, 4, 5)
Vector = Mapping[str, float]


def grams(text: str) -> Counter[str]:
    """The runs of letters of a text, those at the ends of words with the space beside them."""
    found: Counter[str] = Counter()
    for word in terms(text):
        padded = f" {word} "
        for size in _SIZES:
            found.update(padded[i : i + size] for i in range(len(padded) - size + 1))
    return found


class Weights:
    """How much each run of letters says: the fewer of the groups of texts have it, the more."""

    def __init__(self, groups: Sequence[Iterable[str]]) -> None:
        counts = Counter(
            run for texts in groups for run in set().union(*(grams(text) for text in texts))
        )
        self._weights = {
            run: 1 + log((1 + len(groups)) / (1 + count)) for run, count in counts.items()
        }

    def vector(self, texts: Iterable[str]) -> Vector:
        """The known runs of some texts together, as a vector of length 1."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(grams(text))
        raw = {
            run: (1 + log(count)) * self._weights[run]
            for run, count in counts.items()
            if run in self._weights
        }
        length = sqrt(sum(part * part for part in raw.values()))
        return {run: part / length for run, part in raw.items()}

    def known(self, text: str) -> float:
        """The part of the runs of a text that any text of ours has, from 0 to 1."""
        counts = grams(text)
        known = sum(count for run, count in counts.items() if run in self._weights)
        return known / counts.total() if counts else 0.0


class Index:
    """Vectors in which all that share something with a text are found at once."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._places: dict[str, list[tuple[int, float]]] = {}
        for place, vector in enumerate(vectors):
            for run, part in vector.items():
                self._places.setdefault(run, []).append((place, part))

    def nearest(self, vector: Vector) -> dict[int, float]:
        """How near each vector of the index is, by its place, from 0 to 1; 0 is left out."""
        found: dict[int, float] = {}
        for run, part in vector.items():
            for place, other in self._places.get(run, ()):
                found[place] = found.get(place, 0.0) + part * other
        return found


def nearness(one: Vector, other: Vector) -> float:
    """How near two vectors are, from 0 to 1."""
    return sum(part * other.get(run, 0.0) for run, part in one.items())
