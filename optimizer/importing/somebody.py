"""Whether a header can be somebody: a person, a role or a firm, rather than a word."""

import csv
import re
from enum import IntEnum
from functools import cache, lru_cache

from optimizer.importing import words
from optimizer.importing.hours_text import HOUR_WORD
from optimizer.importing.jargon import data_text
from optimizer.importing.known_wordings import all_words
from optimizer.importing.people import (
    is_firm,
    is_nobody,
    looks_like_person,
    role_of,
    split_names,
    without_aside,
)
from optimizer.workbook.read.matching import fold

_FIRST_NAMES, _LAST_NAMES, _NOT_PEOPLE = "voornamen.csv", "achternamen.csv", "geen_mensen.csv"
_NUMBERED = re.compile(r"(?:persoon|medewerker|collega|leerkracht|leraar|ict-?er|teamlid)\s*\d")
_CALENDAR = re.compile(
    r"(?:wk|week|w|weken)\.?\s*\d+(?:\s*-\s*\d+)?|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?"
    r"|(?:\d|1e|1ste|2e|2de|3e|3de|eerste|tweede|derde)\s*(?:trim|trimester|sem|semester|kwartaal)"
    r"|(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
    r"|(?:jan|feb|febr|mrt|apr|mei|jun|jul|aug|sep|sept|okt|nov|dec|januari|februari|maart|april"
    r"|juni|juli|augustus|september|oktober|november|december)\.?(?:\s*'?\d{2,4})?"
    r"|[tq][1-4]|\d{4}(?:\s*-\s*\d{2,4})?|zomer(?:vakantie)?|herfst|winter|begin|einde"
    r"|(?:begin|einde|start)\s+(?:van het\s+)?(?:schooljaar|jaar)"
)
_INITIALS = re.compile(r"[A-Z](?:[.\s-]?[A-Z]){1,3}\.?|[A-Z]\.")
_TITLED = re.compile(r"(?:juf|meester|mevr|mevrouw|dhr|meneer|mr|mvr|zr|zuster|broeder)\.? ")
_ENDINGS = (
    "heid", "teit", "tie", "sie", "schap", "isme", "baar", "loos", "lijk", "lijks", "matig",
    "prijs", "datum", "nummer", "lijst", "plan", "tijd", "soort", "dienst", "lokaal", "groep",
    "werk", "beheer", "bedrag", "code", "vorm", "deel", "baarheid", "ingen", "ties", "eerd", "eld",
    "ing",
)  # fmt: skip
"""How Dutch words end that are no names."""
_PARTICIPLE = re.compile(
    r"(?:af|aan|op|uit|in|door|over|toe|na|voor|be|ver|ont|her)?ge\w{3,}(?:d|t|en)"
)
_LEAST_WORD = 6
"""A shorter word with such an ending may well be a name."""


class Somebody(IntEnum):
    """Whether a text names somebody."""

    NO = 0
    PERHAPS = 1
    YES = 2


@lru_cache(maxsize=4096)
def names_somebody(text: str) -> Somebody:
    """Whether a text names people: each of its entries must be able to."""
    entries = [without_aside(entry).name for entry in split_names(text)]
    return min(map(_entry, entries), default=Somebody.NO)


def is_calendar(text: str) -> bool:
    """Whether a text is a week, a month, a day, a term or a year."""
    return _CALENDAR.fullmatch(fold(text).strip(" .")) is not None


def is_first_name(text: str) -> bool:
    """Whether a word is a first name that we know."""
    return fold(text).strip(".") in _listed(_FIRST_NAMES, "voornamen")


def _entry(name: str) -> Somebody:
    word = fold(name).strip(" .")
    if role_of(name) or is_firm(name) or _NUMBERED.match(word) or _TITLED.match(word):
        return Somebody.YES
    parts = word.replace("-", " ").split()
    if not parts or is_nobody(name) or any(char.isdigit() for char in word):
        return Somebody.NO
    if word in _no_people() or (len(parts) > 1 and all(part in _no_people() for part in parts)):
        return Somebody.NO
    if any(map(is_first_name, parts[:2])):
        return Somebody.YES if looks_like_person(name) or len(parts) == 1 else Somebody.PERHAPS
    if is_calendar(name) or HOUR_WORD.fullmatch(word):
        return Somebody.NO
    if _INITIALS.fullmatch(name.strip()):
        return Somebody.NO if word in words.ABBREVIATIONS else Somebody.YES
    return _unknown(name, parts)


def _unknown(name: str, parts: list[str]) -> Somebody:
    """A name without a part that we know: several capitals speak for it, Dutch words against."""
    if not looks_like_person(name) or any(map(_is_word, parts)):
        return Somebody.NO
    known = len(parts) > 1 or parts[0] in _listed(_LAST_NAMES, "achternamen")
    return Somebody.YES if known else Somebody.PERHAPS


def _is_word(part: str) -> bool:
    """Whether a part of a name is a Dutch word rather than a name."""
    if part in words.NAME_PARTICLES:
        return False
    long = len(part) >= _LEAST_WORD
    ends = long and (part.endswith(_ENDINGS) or _PARTICIPLE.fullmatch(part) is not None)
    return part in _no_people() or part in all_words() or ends


@cache
def _no_people() -> frozenset[str]:
    known = _listed(_NOT_PEOPLE, "woorden")
    return known | {word.replace("-", " ") for word in known}


@cache
def _listed(name: str, column: str) -> frozenset[str]:
    rows = csv.DictReader(data_text(name).splitlines())
    return frozenset(word for row in rows for word in row[column].split())
