"""What comes every day or every week and gets no hour, in one line per rhythm."""

from collections.abc import Iterator
from typing import NamedTuple

from models.vocabulary import Rhythm
from optimizer.explain.answer import Answer
from optimizer.explain.regular import left_undone

_NAMES = {Rhythm.DAILY: "Dagelijks werk zonder uren", Rhythm.WEEKLY: "Wekelijks werk zonder uren"}
MANY = 5
"""Tasks that are named; of more their number is told."""


class Undone(NamedTuple):
    """The tasks of one rhythm that get no hour: how many, and the first of them by name."""

    name: str
    number: int
    tasks: str


def undone(answer: Answer) -> Iterator[Undone]:
    """A line per rhythm in which something is left; each task is told once."""
    for rhythm, keys in left_undone(answer.instance.data, answer.reasons).items():
        numbers = dict.fromkeys(key.task for key in keys)
        titles = [answer.task_list[number].title for number in numbers]
        more = f" en nog {len(titles) - MANY}" if len(titles) > MANY else ""
        yield Undone(_NAMES[rhythm], len(titles), "; ".join(titles[:MANY]) + more)


def undone_facts(answer: Answer) -> Iterator[tuple[str, str]]:
    """Per rhythm its name and the tasks without hours."""
    return ((each.name, each.tasks) for each in undone(answer))


def undone_lines(answer: Answer) -> Iterator[str]:
    """The same as sentences for the console."""
    return (f"{each.name}: {each.tasks}" for each in undone(answer))
