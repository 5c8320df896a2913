"""Who is meant by a name or a header."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from models.vocabulary import Role
from optimizer.importing import words
from optimizer.workbook.read.matching import clean, fold

_SEPARATOR = re.compile(r"\s*[,;/&\n\r|]\s*|\s+\+\s+|\s+en\s+|\s+of\s+", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=\w\w)\.$")
_ASIDE = re.compile(r"\s*\(([^)]*)\)\s*")
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-]+[^\W\d_]+)*[.']?")
_LONGEST_NAME = 40
_MOST_NAME_WORDS = 5


class Named(NamedTuple):
    """A name, and what stood in parentheses behind it."""

    name: str
    aside: str


def split_names(text: str) -> Iterator[str]:
    """The entries of a cell that may hold several names, each with what stands in parentheses."""
    whole = _ASIDE.sub(lambda aside: f" ({_SEPARATOR.sub(' - ', aside[1])}) ", text)
    for part in _SEPARATOR.split(whole):
        if entry := _FULL_STOP.sub("", clean(part).strip(" :")):
            yield entry


def without_aside(entry: str) -> Named:
    """A name and what stands in parentheses behind it: `Lien (TICT)`."""
    asides = "; ".join(clean(aside) for aside in _ASIDE.findall(entry))
    name = clean(_ASIDE.sub(" ", entry))
    return Named(name, asides) if name else Named(entry, "")


def may_be_name(entry: str) -> bool:
    """Whether an entry in a column of names can be one, in whatever way it is written."""
    name = without_aside(entry).name
    return len(name.split()) <= _MOST_NAME_WORDS and len(name) <= _LONGEST_NAME


def role_of(name: str) -> Role | None:
    """The role that a name is the word for; `None` for the name of a person."""
    return words.ROLE_WORDS.get(fold(name))


def is_firm(name: str) -> bool:
    """Whether a name stands for an outside firm."""
    word = fold(name)
    return word in words.FIRM_WORDS or word.startswith(("firma ", "externe firma "))


def is_nobody(name: str) -> bool:
    """Whether a name stands for nobody in particular: everybody, not known yet, none."""
    if fold(name).split(" ")[0] in words.GROUPS_OF_PEOPLE:
        return True
    return fold(name) in words.NOBODY_WORDS or not any(char.isalnum() for char in name)


def looks_like_person(text: str) -> bool:
    """Whether a text can be somebody's name or the word for a role or a firm."""
    if role_of(text) or is_firm(text):
        return True
    parts = text.split()
    if not 0 < len(parts) <= _MOST_NAME_WORDS or len(text) > _LONGEST_NAME:
        return False
    if not all(map(_NAME.fullmatch, parts)):
        return False
    return all(part[0].isupper() or fold(part) in words.NAME_PARTICLES for part in parts)
