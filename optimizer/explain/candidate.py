"""An edit to try for a conflict, and how far it can be taken."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from models.changes import Change
from models.explanation import Fact


@dataclass(frozen=True)
class Candidate:
    """Edits of one cell that loosen a fact: `change(n)` goes a step further than `change(n - 1)`.

    `steps` is the number of edits; what one allows, the next allows too.
    """

    fact: Fact
    change: Callable[[int], Change]
    steps: int = 1


def once(fact: Fact, change: Change) -> Candidate:
    """An edit that can be made in one way."""
    return Candidate(fact, lambda _: change)


def count(fact: Fact, change: Callable[[int], Change], before: int, most: int) -> Candidate:
    """One more of a whole number, up to the most that makes sense."""
    return Candidate(fact, lambda step: change(before + step), steps=max(0, most - before))


def less(fact: Fact, change: Callable[[Decimal], Change], before: Decimal) -> Candidate:
    """One less of a number, down to 0."""
    return Candidate(fact, lambda step: change(max(Decimal(0), before - step)), ceil(before))
