"""Wordings of tasks as schools might say them, each with what it is.

`practised` wordings were at hand while the matching was made. `kept_apart` was written before it,
and nothing is ever tuned on it: look at its figures, not at its rows.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "data"
_FOREIGN, _HEADING = "-", "kop"


class Wording(NamedTuple):
    """A text with its label: numbers of our list (`T01|T05` when either is right, `A13+A14` when
    it names both), a chore that is no task of ours, or a heading."""

    text: str
    label: str

    @property
    def right(self) -> frozenset[str]:
        """The numbers of our list that are right; empty for all but a single task."""
        single = not (self.is_foreign or self.is_heading or self.is_double)
        return frozenset(self.label.split("|")) if single else frozenset()

    @property
    def is_foreign(self) -> bool:
        """Whether it is work that our list does not have."""
        return self.label == _FOREIGN

    @property
    def is_heading(self) -> bool:
        """Whether it introduces tasks and is none."""
        return self.label == _HEADING

    @property
    def is_double(self) -> bool:
        """Whether it names two tasks."""
        return "+" in self.label


def practised() -> Sequence[Wording]:
    """The wordings that were at hand."""
    return _read("verwoordingen_geoefend.csv")


def kept_apart() -> Sequence[Wording]:
    """The wordings that nothing was tuned on."""
    return _read("verwoordingen_apart.csv")


def _read(name: str) -> Sequence[Wording]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return [Wording(row["tekst"], row["taak"]) for row in rows]
