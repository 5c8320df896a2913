"""Which names are those of schools: ‘VBS De Linde’, ‘GO! atheneum’, ‘Sint-Jozef’."""

import re
from collections.abc import Sequence
from functools import lru_cache

from optimizer.importing import words
from optimizer.workbook.read.matching import fold

_WORD = re.compile(r"[a-z!]+")
_SAINT = re.compile(r"(?:sint|sinte|st|st\.|heilige?|h\.)[\s.-]+[a-z]{3,}")


@lru_cache(maxsize=2048)
def looks_like_school(text: str) -> bool:
    """Whether a text is the name of a school rather than a word for schools or a level."""
    word = fold(text)
    found = _WORD.findall(word)
    if _SAINT.match(word):
        return True
    kinds = [each for each in found if _is_kind(each)]
    named = [each for each in found if not _is_kind(each) and each not in words.SCHOOL_FILLER]
    digits = any(char.isdigit() for char in word)
    return bool(kinds) and (bool(named) or digits or words.SCHOOL_NETWORK in found)


def are_schools(names: Sequence[str]) -> bool:
    """Whether several names are those of schools: most look so, and none comes twice."""
    alike = sum(map(looks_like_school, names))
    return len(set(map(fold, names))) == len(names) > 1 and alike * 2 > len(names)


def _is_kind(word: str) -> bool:
    return word in words.SCHOOL_WORDS or word.endswith(words.SCHOOL_ENDINGS)
