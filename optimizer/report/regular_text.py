"""What comes every day or every week and gets no hour, in one line per rhythm."""

from collections.abc import Iterator

from models.vocabulary import Rhythm
from optimizer.explain.answer import Answer
from optimizer.explain.regular import left_undone

_NAMES = {Rhythm.DAILY: "Dagelijks werk zonder uren", Rhythm.WEEKLY: "Wekelijks werk zonder uren"}
MANY = 5
"""Tasks that are named; of more their number is told."""


def undone_facts(answer: Answer) -> Iterator[tuple[str, str]]:
    """Per rhythm its name and the tasks without hours, each told once; nothing when none lacks."""
    for rhythm, keys in left_undone(answer.instance.data, answer.reasons).items():
        numbers = dict.fromkeys(key.task for key in keys)
        titles = [answer.task_list[number].title for number in numbers]
        more = f" en nog {len(titles) - MANY}" if len(titles) > MANY else ""
        yield _NAMES[rhythm], "; ".join(titles[:MANY]) + more


def undone_lines(answer: Answer) -> Iterator[str]:
    """The same as sentences for the console."""
    for name, tasks in undone_facts(answer):
        yield f"{name}: {tasks}"
