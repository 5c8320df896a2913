"""Comparing words as a user sees them: case, accents, spaces and dashes do not matter."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff\u00ad"))
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))
"""They change how the signs beside them are drawn, as names in Arabic or Indic script need."""
_ALIKE = _DASHES | _JOINERS
"""What is not there, or the same sign, when words are compared."""
_LOOSE_JOINER = re.compile(r"(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\S)")
_SHORT_WORD = 5


def clean(text: str) -> str:
    """The text in NFC, with single, plain spaces and without signs that mean nothing there.

    A joiner inside a word is part of how it is spelled and stays.
    """
    visible = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    if "\u200c" in visible or "\u200d" in visible:
        visible = _LOOSE_JOINER.sub("", visible)
    return " ".join(visible.split())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """What two words that look the same to a user have in common."""
    decomposed = unicodedata.normalize("NFKD", clean(text).translate(_ALIKE))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.casefold().rstrip(": ").replace(" & ", " en ")


def letters_apart(first: str, second: str) -> int:
    """Insertions, deletions, replacements and swaps of neighbours between two words."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, char in enumerate(first, start=1):
        previous, row = row, [i] + [0] * len(second)
        for j, other in enumerate(second, start=1):
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (char != other))
            if i > 1 and j > 1 and char == second[j - 2] and first[i - 2] == other:
                row[j] = min(row[j], before[j - 2] + 1)
        before = previous
    return row[-1]


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` probably means: one or two letters off, but not the same.

    Short words may differ in one letter only; words of one or two letters never count.
    """
    folded = fold(word)
    allowed = 2 if len(folded) >= _SHORT_WORD else 1
    if len(folded) <= 2:
        return None
    distances = [(letters_apart(folded, fold(candidate)), candidate) for candidate in known]
    within = [entry for entry in distances if 0 < entry[0] <= allowed]
    return min(within)[1] if within else None
