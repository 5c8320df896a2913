"""Facts as Dutch readers write them: labels, numbers, lists, names of people and tasks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from models.issues import CellRef
from models.naming import PersonName, TaskName
from models.problem import GROUP
from optimizer.workbook import labels
from optimizer.workbook.agreement import Agreeing

_WORDS: tuple[Mapping[Any, str], ...] = (
    labels.CLUSTERS,
    labels.FUNDINGS,
    labels.DIPLOMAS,
    labels.ROLES,
    labels.PRIORITIES,
    labels.DRIVERS,
    labels.DEVIATION_KINDS,
    labels.PLAN_ROLES,
    labels.LEVELS,
    labels.WEIGHT_CLASSES,
    labels.POINTS_INPUTS,
)
# By type too: members of two enumerations with the same value are equal.
_LABELS = {(type(member), str(member)): word for words in _WORDS for member, word in words.items()}
_LONGEST = 60
_NONE = "(geen)"
MOST_PLACES = 3
"""Schools that are named; of more the number has to do."""
MOST_PARTS = 12
"""Tasks or people that a sentence names one by one."""
MOST_CELLS = 4
"""Cells of one sheet that a sentence names."""


def shown(value: object) -> Agreeing:
    """A fact as it goes into a sentence; of a list the length counts."""
    number = len(value) if isinstance(value, tuple) else value
    return Agreeing(dutch(value), number)


def tell(sentence: str, **facts: object) -> str:
    """A sentence with its facts in Dutch."""
    return sentence.format_map({name: shown(value) for name, value in facts.items()})


def task_name(task: TaskName) -> str:
    """`T12 (Updates uitrollen) in S1 en S2`."""
    title = f" ({task.title})" if task.title else ""
    return f"{task.number}{title}{places(task.units)}"


def places(units: Sequence[str], most: int | None = MOST_PLACES) -> str:
    """` in S1 en S2`, ` voor de groep`, or nothing where there are no units to name."""
    if most is not None and len(units) > most:
        return f" in {len(units)} scholen"
    schools = [unit for unit in units if unit != GROUP]
    parts = [f"in {in_words(schools)}"] if schools else []
    parts += ["voor de groep"] if GROUP in units else []
    return "".join(f" {part}" for part in parts)


def person_name(person: PersonName) -> str:
    """`Noor Linde (M1)`; the code alone when there is no name."""
    return f"{person.name} ({person.code})" if person.name else person.code


def in_words(words: Iterable[str], last: str = "en") -> str:
    """A list as it is read aloud: `S1, S2 en S3`."""
    *front, end = [*words] or [""]
    return f"{', '.join(front)} {last} {end}" if front else end


def dutch(value: object) -> str:
    """A fact in Dutch: labels of choices, decimal commas, lists with commas, long texts cut."""
    if value is None or value == ():
        return _NONE
    if isinstance(value, TaskName):
        return task_name(value)
    if isinstance(value, PersonName):
        return person_name(value)
    if isinstance(value, StrEnum):
        return _LABELS.get((type(value), str(value)), str(value))
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, tuple):
        return _listed(value)
    text = str(value)
    if isinstance(value, PurePath):
        return text
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _listed(parts: tuple[object, ...]) -> str:
    """The parts as a list; tasks, people and cells beyond some number are counted.

    Where all tasks are at the same units these are named once.
    """
    tasks = [part for part in parts if isinstance(part, TaskName)]
    cells = [part for part in parts if isinstance(part, CellRef)]
    if cells:
        return _cells(cells)
    if len({task.units for task in tasks}) == 1:
        bare = (task_name(replace(task, units=())) for task in tasks)
        return listed(bare) + places(tasks[0].units)
    words = (dutch(part) for part in parts)
    if isinstance(parts[0], TaskName | PersonName):
        return listed(words)
    return ", ".join(words)


def listed(words: Iterable[str], most: int = MOST_PARTS) -> str:
    """At most so many words, the last of them saying how many more there are."""
    shown = list(words)
    if len(shown) > most:
        shown[most - 1 :] = [f"{len(shown) - most + 1} andere"]
    return in_words(shown)


def _cells(cells: Iterable[CellRef]) -> str:
    """Cells per sheet: `Uitzonderingen!C4, en Verdeling!K12, K14 en 9 andere`."""
    sheets: dict[str, list[str]] = {}
    for where in cells:
        sheets.setdefault(where.sheet, []).append(where.cell)
    return ", en ".join(
        f"{sheet}!{listed(names, MOST_CELLS)}" for sheet, names in sorted(sheets.items())
    )
