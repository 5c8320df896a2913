"""The words of a text as our list says them: brands, abbreviations and jargon are replaced."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources

from optimizer.importing import words
from optimizer.workbook.read.matching import fold

_FILE = "vaktaal.csv"
_WORD = re.compile(r"[a-z0-9]+")
_PLURAL = re.compile(r"(?<=[a-z])['’]s\b")
_LONGEST = 240
"""So many letters say which task is meant; a longer text only takes longer to read."""


def data_text(name: str) -> str:
    """The text of a data file of this package."""
    return (resources.files("optimizer.importing") / "data" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=8192)
def terms(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, each once, in the words of our own list."""
    found = _translated(tuple(plain_words(text[:_LONGEST])))
    return tuple(dict.fromkeys(word for word in found if word not in words.STOP_WORDS))


def own_words(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, as they stand there."""
    return tuple(word for word in fold(text).split() if word not in words.STOP_WORDS)


def subject(text: str) -> str:
    """What a text is about: its words without the verbs that many tasks and chores have."""
    found = terms(text)
    return " ".join(word for word in found if word not in words.COMMON_WORDS) or " ".join(found)


def plain_words(text: str) -> Iterator[str]:
    """The words and numbers of a text, folded."""
    yield from _WORD.findall(_PLURAL.sub("s", fold(text)))


def _translated(tokens: tuple[str, ...]) -> Iterator[str]:
    """The tokens, with the longest known phrase at each place replaced by what it means."""
    place = 0
    while place < len(tokens):
        sizes = range(min(_longest_phrase(), len(tokens) - place), 0, -1)
        phrases = (tokens[place : place + size] for size in sizes)
        phrase = next((each for each in phrases if each in _meanings()), tokens[place : place + 1])
        yield from _meanings().get(phrase, phrase)
        place += len(phrase)


@cache
def _meanings() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Per phrase of the field the words of our list that mean the same."""
    rows = csv.DictReader(data_text(_FILE).splitlines())
    return {
        tuple(plain_words(phrase)): tuple(plain_words(row["betekent"]))
        for row in rows
        for phrase in row["woorden"].split(",")
    }


@cache
def _longest_phrase() -> int:
    return max(map(len, _meanings()))
