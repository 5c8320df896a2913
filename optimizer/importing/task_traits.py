"""What an overview says of how much a task matters, where it is done and how often."""

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from models.vocabulary import Priority, Rhythm, TaskLevel
from optimizer.importing import trait_words
from optimizer.workbook.read.matching import fold

T = TypeVar("T")
_STRAY = re.compile(r"^(?:prio(?:riteit)?|niveau)\s*[:=]?\s*")
_WORD = re.compile(r"[a-z]+")
_EXCLAMATION = re.compile(r"!{2,}")
_NOT = "niet"


class Timing(NamedTuple):
    """How often a task comes, and in which part of the year it peaks, as far as it is said."""

    rhythm: Rhythm | None = None
    peak: str = ""


def priority_of(text: str) -> Priority | None:
    """How much a task matters: by letter, number or word; `None` when the text is unknown."""
    word = _STRAY.sub("", fold(text)).strip(" .()")
    if _EXCLAMATION.fullmatch(word):
        return Priority.ESSENTIAL
    return _by_word(word, trait_words.PRIORITY_WORDS)


def level_of(text: str) -> TaskLevel | None:
    """At which level a task is done; `None` when the text is unknown."""
    word = _STRAY.sub("", fold(text)).strip(" .")
    named = {trait_words.LEVEL_WORDS.get(part) for part in _WORD.findall(word)}
    if named >= {TaskLevel.SCHOOL, TaskLevel.GROUP}:
        return TaskLevel.CHOICE
    return _by_word(word, trait_words.LEVEL_WORDS)


def timing_of(text: str) -> Timing:
    """How often and when a task comes: ‘wekelijks’, ‘2x per jaar’, ‘augustus’."""
    word = fold(text)
    often = next((each for each, known in trait_words.RHYTHMS if known.search(word)), None)
    peaks = {label for label, known in trait_words.PEAK_MONTHS if known.search(word)}
    return Timing(often, peaks.pop() if len(peaks) == 1 else "")


def _by_word(word: str, known: Mapping[str, T]) -> T | None:
    if word in known:
        return known[word]
    found = {known[each] for each in _WORD.findall(word) if each in known}
    return found.pop() if len(found) == 1 and _NOT not in word else None
