"""Tasks in sentences: ‘Printers: Els (back-up Jan)’, ‘Jan doet het netwerk en de servers’."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from models.vocabulary import PlanRole
from optimizer.importing import words
from optimizer.importing.hours_text import Period, read_hours
from optimizer.importing.people import split_names
from optimizer.importing.somebody import Somebody, names_somebody
from optimizer.importing.source_task import Cross, SourceTask
from optimizer.workbook.read.matching import clean, fold

_ASIDE = re.compile(r"\s*\(([^)]*)\)")
_LEADING = re.compile(r"(?P<who>[^:]{1,60}):\s+(?P<task>\S.*)")
_TRAILING = re.compile(r"(?P<task>.*\S)\s*(?::|\s[-–—>→]+)\s*(?P<who>[^:]{1,60})")
_BY = re.compile(
    r"(?P<task>.*?\S)\s+(?:(?:is|zijn|wordt|worden|gebeurt|gebeuren)\s+(?:\w+\s+)?)?"
    r"(?:voor|door|van)\s+(?P<who>[A-Z].{0,60})"
)
_DOES = re.compile(
    r"(?P<who>[A-Z].{0,60}?)\s+(?P<verb>doet|doen|zorgt voor|zorgen voor|zorgt|neemt|nemen|beheert"
    r"|beheren|volgt|volgen|helpt met|helpen met|staat in voor|staan in voor|regelt|regelen"
    r"|onderhoudt|onderhouden|herstelt|herstellen|bestelt|bestellen|maakt|maken|begeleidt"
    r"|begeleiden|controleert|controleren|geeft|geven|trekt|trekken|is verantwoordelijk voor"
    r"|zijn verantwoordelijk voor)\s+(?P<task>\S.*)"
)
_HELP = re.compile(
    r"(?P<role>back-?up|reserve|vervanger|met hulp van|samen met|hulp|helpt|trekker"
    r"|verantwoordelijke)"
    r"\s*(?::|is|=)?\s*(?P<who>[A-Z].*)", re.IGNORECASE,
)  # fmt: skip
_ROLES = {"b": PlanRole.BACKUP, "r": PlanRole.BACKUP, "v": PlanRole.BACKUP, "t": PlanRole.LEAD}
_EMPTY_VERBS = ("doet", "doen", "zorgt", "zorgen", "neemt", "nemen", "staat", "staan", "is", "zijn",
                "helpt", "helpen", "trekt", "trekken")  # fmt: skip
"""Verbs that say only that somebody does it; others belong to the task."""
_INFINITIVES = {"beheert": "beheren", "volgt": "opvolgen", "volgen": "opvolgen",
                "regelt": "regelen", "onderhoudt": "onderhouden", "herstelt": "herstellen",
                "bestelt": "bestellen", "maakt": "maken", "begeleidt": "begeleiden",
                "controleert": "controleren", "geeft": "geven"}  # fmt: skip
_MOST_NAME_WORDS = 4
_PARTS = re.compile(r"\s*[,;]\s+(?:en\s+)?|\s+en\s+|\s*\+\s*")
_ARTICLE = re.compile(r"^(?:de|het|een|ook|alle|onze)\s+", re.IGNORECASE)
_STRAY = re.compile(r"\s+(?:op|mee|uit|verder)$")


class _Sentence(NamedTuple):
    """What a text says: tasks, who does them, and the verb that belongs to each."""

    tasks: str
    who: tuple[str, ...]
    verb: str = ""
    several: bool = False


def says_who(text: str) -> bool:
    """Whether a text says who does something."""
    return _parse(_ASIDE.sub("", text)) is not None or any(_asides(text))


def free_tasks(task: SourceTask, person: str) -> Iterator[SourceTask]:
    """The tasks in a text with who does them; `person` is whose name stands above it."""
    plain = clean(_ASIDE.sub("", task.title)).rstrip(".")
    crosses = [Cross(who, role, task.where) for who, role in _asides(task.title)]
    hours = next((h for part in _ASIDE.findall(task.title) if (h := read_hours(part))), None)
    found = _parse(plain)
    if person and not crosses and found is None:
        crosses.append(Cross(person, None, task.where))
    tasks = _tasks(found) if found else (plain,)
    crosses += [Cross(who, None, task.where) for who in (found.who if found else ())]
    spent = hours.a_year(Period.YEAR) if hours and len(tasks) == 1 else task.hours
    for title in tasks:
        yield replace(
            task, title=title, crosses=(*task.crosses, *crosses), hours=spent,
            notes=(*task.notes, *((task.title,) if title != task.title else ())),
        )  # fmt: skip


def _parse(text: str) -> _Sentence | None:
    """Who does what according to a text without asides; `None` when it says no such thing."""
    for pattern, several in ((_LEADING, True), (_TRAILING, False), (_DOES, True), (_BY, False)):
        found = pattern.fullmatch(text.rstrip("."))
        who = _people(found["who"]) if found else ()
        if found and who:
            verb = found.groupdict().get("verb", "")
            return _Sentence(found["task"], who, verb, several)
    return None


def _people(text: str) -> tuple[str, ...]:
    """The people of a part of a text; none when any entry is something else."""
    entries = tuple(split_names(_ARTICLE.sub("", text)))
    sure = all(
        names_somebody(entry) is Somebody.YES and fold(entry) != words.MAINTENANCE
        for entry in entries
    )
    return entries if sure else ()


def names_one(text: str) -> bool:
    """Whether a text is the name of one person and no more: a heading above that one's tasks."""
    name = text.rstrip(": ")
    short = len(name.split()) <= _MOST_NAME_WORDS and fold(name) != words.MAINTENANCE
    return short and names_somebody(name) is Somebody.YES


def _tasks(found: _Sentence) -> tuple[str, ...]:
    parts = _PARTS.split(found.tasks) if found.several else [found.tasks]
    titles = (_title(_ARTICLE.sub("", clean(part)), found.verb) for part in parts if clean(part))
    return tuple(titles)


def _title(text: str, verb: str) -> str:
    word = verb.split(" ")[0] if verb else ""
    plain = _STRAY.sub("", text)
    if word and word not in _EMPTY_VERBS:
        plain = f"{plain} {_INFINITIVES.get(word, word)}"
    return plain[:1].upper() + plain[1:]


def _asides(text: str) -> Iterator[tuple[str, PlanRole | None]]:
    """Whoever stands in parentheses, with what is said of them."""
    for aside in _ASIDE.findall(text):
        for part in re.split(r"\s*[,;]\s*", aside):
            found = _HELP.fullmatch(part)
            role = _ROLES.get(fold(found["role"])[0], PlanRole.HELPER) if found else None
            who = _people(found["who"] if found else part)
            yield from ((each, role) for each in who if fold(each) not in words.NOBODY_WORDS)
