"""What schools say for the tasks of our list, and the ordinary chores that are none of them."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache

from models.problem import TaskNumber
from optimizer.importing.jargon import data_text, plain_words
from optimizer.workbook.read.matching import clean
from optimizer.workbook.template.catalogue import CatalogueEntry, catalogue_entries

_WORDINGS = "verwoordingen.csv"
_CHORES = "klussen.csv"


@cache
def entries_by_number() -> Mapping[TaskNumber, CatalogueEntry]:
    """The tasks of our list by number, in their order."""
    return {entry.task.number: entry for entry in catalogue_entries()}


@cache
def task_wordings() -> Mapping[TaskNumber, tuple[str, ...]]:
    """Per task of our list its title and the other ways in which schools say it."""
    rows = csv.DictReader(data_text(_WORDINGS).splitlines())
    others = {row["nr"]: tuple(_split(row["verwoording"])) for row in rows}
    return {
        number: (entry.task.title, *others.get(number, ()))
        for number, entry in entries_by_number().items()
    }


@cache
def chores() -> tuple[tuple[str, ...], ...]:
    """Work in a school that has nothing to do with ICT coordination, grouped by theme."""
    rows = csv.DictReader(data_text(_CHORES).splitlines())
    return tuple(tuple(_split(row["klussen"])) for row in rows)


@cache
def all_words() -> frozenset[str]:
    """Every word of our tasks, their wordings and the chores: Dutch words, not names."""
    texts = (text for group in (*task_wordings().values(), *chores()) for text in group)
    return frozenset(word for text in texts for word in plain_words(text))


def _split(text: str) -> Iterator[str]:
    yield from (clean(part) for part in text.split(";"))
