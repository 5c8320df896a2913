"""The task list that comes with the program: the packaged CSV file as records."""

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import NamedTuple, TypeVar

from models.problem import Task, TaskNumber
from models.vocabulary import Role
from optimizer.workbook import labels

_FILE = "takenlijst.csv"
_Choice = TypeVar("_Choice", bound=StrEnum)


class CatalogueEntry(NamedTuple):
    """A task of the packaged list, with what the reader of the sheet is told beside it, in Dutch.

    `level_reason` says in a few words why the task belongs at its level: scale, expertise, quick
    help nearby.
    """

    task: Task
    explanation: str
    level_reason: str


@cache
def catalogue_entries() -> tuple[CatalogueEntry, ...]:
    """Tasks of the packaged list with their explanations, in the order of the list.

    Hours are assumptions for a secondary school of 500 pupils, 590 devices, 60 teachers and one
    site; part of them is fixed and the rest grows with the driver of the task.
    """
    text = (resources.files("optimizer.workbook") / "data" / _FILE).read_text(encoding="utf-8")
    return tuple(_entry(row) for row in csv.DictReader(text.splitlines()))


def catalogue_tasks() -> tuple[Task, ...]:
    """Tasks of the packaged list; every value is a default that a school may change."""
    return tuple(entry.task for entry in catalogue_entries())


def _entry(row: Mapping[str, str]) -> CatalogueEntry:
    task = Task(
        number=TaskNumber(row["nr"]),
        cluster=_choice(labels.CLUSTERS, row["cluster"]),
        title=row["taak"],
        core=row["kerntaak"] == labels.YES,
        level=_choice(labels.TASK_LEVELS, row["niveau"]),
        priority=_choice(labels.PRIORITIES, row["prioriteit"]),
        fixed_hours=Decimal(row["uren_vast"]),
        unit_hours=Decimal(row["uren_per_eenheid"]),
        driver=_choice(labels.DRIVERS, row["eenheid"]),
        required=_required(row["competenties"]),
        preferred=frozenset(_preferred(row["bij_voorkeur"])),
        needs_backup=row["back_up"] == labels.YES,
        outsource_pct=Decimal(row["uitbesteden_pct"]),
        on_site=_choice(labels.ON_SITE, row["ter_plaatse"]),
        rhythm=_choice(labels.RHYTHMS, row["ritme"]),
        peak=row["piek"],
    )
    reason = row["niveau_reden"]
    told = f"{row['uitleg']} Niveau {row['niveau']}: {reason}."
    return CatalogueEntry(task, told, reason)


def _choice(words: Mapping[_Choice, str], word: str) -> _Choice:
    return {label: choice for choice, label in words.items()}[word]


def _preferred(text: str) -> Iterator[Role]:
    roles = {word: role for role, word in labels.ROLES.items()}
    for word in text.split("; "):
        yield from labels.ICT_ROLES if word == labels.ICT_TEAM else (roles[word],)


def _required(text: str) -> dict[str, int]:
    pairs = (pair.split(":") for pair in text.split(";"))
    return {name.strip(): int(level) for name, level in pairs}
