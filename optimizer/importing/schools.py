"""Which names are those of schools: ‘VBS De Linde’, ‘GO! atheneum’, ‘Sint-Jozef’."""

import re
from collections.abc import Sequence
from functools import lru_cache

from optimizer.importing import words
from optimizer.importing.known_wordings import all_words
from optimizer.workbook.read.matching import clean, fold

_MOST_WORDS = 6
_SAINT = re.compile(r"(?:sint|sinte|st|st\.|heilige?|h\.)[\s.-]+[a-z]{3,}")


@lru_cache(maxsize=2048)
def looks_like_school(text: str) -> bool:
    """Whether a text is the name of a school rather than a word for schools or a level.

    It has a word for a kind of school, and a name beside it: with a capital, or a number.
    """
    parts = clean(text).split()
    if not 0 < len(parts) <= _MOST_WORDS:
        return False
    if _SAINT.match(fold(text)):
        return all(_may_be_named(part) for part in parts)
    kinds = [part for part in parts if _is_kind(part)]
    others = [part for part in parts if not _is_kind(part)]
    named = [part for part in others if fold(part) not in words.SCHOOL_FILLER]
    if any(fold(part) in all_words() for part in named):
        return False
    network = any(fold(part) == words.SCHOOL_NETWORK for part in parts)
    proper = all(_may_be_named(part) for part in others)
    return bool(kinds) and proper and (bool(named) or (network and len(kinds) > 1))


def _may_be_named(part: str) -> bool:
    """Whether a word can be part of the name of a school: a capital, a number or a particle."""
    first = part.lstrip("('‘")[:1]
    return not first.isalpha() or first.isupper() or fold(part) in words.SCHOOL_PARTICLES


def are_schools(names: Sequence[str]) -> bool:
    """Whether several names are those of schools: most look so, and none comes twice."""
    alike = sum(map(looks_like_school, names))
    return len(set(map(fold, names))) == len(names) > 1 and alike * 2 > len(names)


def _is_kind(word: str) -> bool:
    plain = fold(word).strip("().,'")
    return plain in words.SCHOOL_WORDS or plain.endswith(words.SCHOOL_ENDINGS)
