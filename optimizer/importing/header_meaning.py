"""What the header of a column says about its cells: by known headers, then by their parts."""

import re
from functools import lru_cache

from optimizer.importing import header_words
from optimizer.importing.hours_text import HOUR_WORD, Period, period_in
from optimizer.importing.source_map import Meaning
from optimizer.workbook.read.matching import fold

_ASIDE = re.compile(r"\s*\([^)]*\)")
_EDGES = " *?.!…:;-"
_PART = re.compile(r"[a-z][a-z'-]*")
_MOST_PARTS = 6
_LEAST_STEM = 4
"""A shorter beginning of a word fits too many words."""
_HOURS = {
    Period.YEAR: Meaning.HOURS_YEAR,
    Period.WEEK: Meaning.HOURS_WEEK,
    Period.MONTH: Meaning.HOURS_MONTH,
}


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> Meaning | None:
    """What a header says; `None` for one that is not known.

    A header of several words is known when each of them is a header's word or says nothing:
    ‘Wie is verantwoordelijk?’, but not ‘Verantwoordelijke ICT Sofie’.
    """
    whole = fold(text.strip(_EDGES))
    word = _ASIDE.sub("", whole).strip(_EDGES)
    if hours := _hours(whole):
        return hours
    if word in _KNOWN:
        return _KNOWN[word]
    return _by_parts(word)


def rank_of(text: str) -> int:
    """Place of a header among those of its meaning; the first is the best."""
    word = _ASIDE.sub("", fold(text.strip(_EDGES))).strip(_EDGES)
    return next((known.index(word) for known in header_words.HEADERS.values() if word in known), 99)


def _hours(text: str) -> Meaning | None:
    """Hours, by a word for them and what they are counted per: ‘Uren (per week)’, ‘u/w ICT’."""
    if not HOUR_WORD.search(text) or len(text.split()) > _MOST_PARTS:
        return None
    period = period_in(text)
    return _HOURS.get(period) if period else None


def _by_parts(text: str) -> Meaning | None:
    """The weightiest meaning among the words of a header, when all of them are known."""
    parts = _PART.findall(text)
    if not 0 < len(parts) <= _MOST_PARTS or any(char.isdigit() for char in text):
        return None
    found = [_by_beginning(part) for part in parts if part not in header_words.HEADER_FILLER]
    if not found or None in found:
        return None
    return min((each for each in found if each), key=header_words.HEADER_ORDER.index)


def _by_beginning(part: str) -> Meaning | None:
    if part in _KNOWN:
        return _KNOWN[part]
    stems = header_words.HEADER_STEMS.items()
    bare = part.rstrip("-'")
    return next(
        (
            meaning
            for stem, meaning in stems
            if part.startswith(stem) or (len(bare) >= _LEAST_STEM and stem.startswith(bare))
        ),
        None,
    )


_KNOWN = {word: meaning for meaning, known in header_words.HEADERS.items() for word in known}
