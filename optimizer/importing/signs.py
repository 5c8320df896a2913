"""What a sign in somebody's column says: a cross, a letter of the overview's own, nothing."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from models.vocabulary import PlanRole
from optimizer.importing import words
from optimizer.importing.hours_text import read_hours
from optimizer.importing.source_map import Mark
from optimizer.workbook.read.matching import clean, fold

_BETWEEN = re.compile(r"\s*[/,+&]\s*|\s+en\s+")
_WEIGHT = (Mark.LEAD, Mark.HELPER, Mark.CROSS, Mark.BACKUP, Mark.NOTHING)
MARK_ROLES: Mapping[Mark, PlanRole] = {
    Mark.LEAD: PlanRole.LEAD, Mark.HELPER: PlanRole.HELPER, Mark.BACKUP: PlanRole.BACKUP,
}  # fmt: skip
"""What a person with a sign does, where it says so."""
_MOST_LETTERS = 3


class Sign(StrEnum):
    """What stands in a column of crosses."""

    CROSS = "cross"
    NONE = "none"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


class Reading(NamedTuple):
    """What a cell in a column of crosses says, and the role when it names one."""

    sign: Sign
    role: PlanRole | None = None


def read_sign(text: str, marks: Mapping[str, Mark]) -> Reading:
    """What a cell in a column of crosses says; `marks` are the overview's own signs."""
    mark = _own_mark(clean(text), marks)
    if mark is not None:
        return Reading(Sign.NONE if mark is Mark.NOTHING else Sign.CROSS, MARK_ROLES.get(mark))
    word = fold(text)
    if word in words.ROLE_MARKS:
        return Reading(Sign.CROSS, words.ROLE_MARKS[word])
    if word in words.CROSSES:
        return Reading(Sign.CROSS)
    if word in words.NO_CROSSES:
        return Reading(Sign.NONE)
    if word in words.DOUBTFUL_CROSSES or read_hours(text) is not None:
        return Reading(Sign.DOUBTFUL)
    return Reading(Sign.UNKNOWN)


def is_cross(text: str) -> bool:
    """Whether a text is a plain cross."""
    return read_sign(text, {}).sign is Sign.CROSS


def letters_of(text: str) -> tuple[str, ...]:
    """The letters of a cell such as `R`, `A/R` or `AR`; none for anything else."""
    parts = [part for part in _BETWEEN.split(clean(text)) if part]
    if len(parts) == 1 and 1 < len(parts[0]) <= _MOST_LETTERS and parts[0].isupper():
        parts = list(parts[0])
    letters = all(len(part) == 1 and part.isalpha() for part in parts)
    return tuple(parts) if letters else ()


def _own_mark(text: str, marks: Mapping[str, Mark]) -> Mark | None:
    """The weightiest of the overview's own signs in a cell; capitals count where they differ."""
    if not marks:
        return None
    whole = _lookup(text, marks)
    if whole is not None:
        return whole
    found = [_lookup(letter, marks) for letter in letters_of(text)]
    known = [mark for mark in found if mark is not None]
    return min(known, key=_WEIGHT.index) if known and len(known) == len(found) else None


def _lookup(text: str, marks: Mapping[str, Mark]) -> Mark | None:
    if text in marks:
        return marks[text]
    alike = {mark for sign, mark in marks.items() if fold(sign) == fold(text)}
    return alike.pop() if len(alike) == 1 else None
