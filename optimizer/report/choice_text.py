"""Dutch words for the level that the plan chose for a task, and for the other one."""

from collections.abc import Iterator, Mapping
from functools import cache

from models.problem import GROUP, TaskNumber
from models.vocabulary import TaskLevel
from models.why import OtherLevel
from optimizer.explain.answer import Answer
from optimizer.report.why_text import price_lines, refusal_lines
from optimizer.report.wording import Wording
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.catalogue import catalogue_entries

_PLACES = {True: "op groepsniveau", False: "aan de scholen"}


def chosen_word(words: Wording, units: set[str], asked: tuple[int, int]) -> str:
    """`gekozen: op groepsniveau (76 uur; aan de scholen 380 uur)`, for a narrow column."""
    is_central = GROUP in units
    here, there = asked if is_central else asked[::-1]
    return (
        f"gekozen: {_PLACES[is_central]} ({words.hours(here)}; {_PLACES[not is_central]} "
        f"{words.hours(there)})"
    )


def level_lines(answer: Answer, number: TaskNumber, other: OtherLevel) -> Iterator[str]:
    """What was chosen, what the task list says of it, and the price of the other level."""
    words, task = Wording(answer.instance), answer.task_list[number]
    yield (
        f"Niveau ‘keuze’: het plan doet dit {_PLACES[other.is_central]} "
        f"({words.hours(other.asked)} nodig); {_PLACES[not other.is_central]} zou het "
        f"{words.hours(other.instead)} vragen."
    )
    if reason := _reasons().get((task.number, fold(task.title))):
        yield f"  De takenlijst zegt: {reason}."
    level = labels.TASK_LEVELS[TaskLevel(str(other.change.value))]
    if other.outcome.refusal is not None:
        yield f"  Met ‘niveau’ op {level} is er geen plan:"
        yield from (f"    {line}" for line in refusal_lines(answer.instance.data, other.outcome))
    else:
        yield f"  Zet u ‘niveau’ op {level}, dan kost het dit:"
        yield from (f"    {line}" for line in price_lines(words.levels, other.outcome))


@cache
def _reasons() -> Mapping[tuple[TaskNumber, str], str]:
    """Why a task of the packaged list belongs at its level, by number and title."""
    return {
        (entry.task.number, fold(entry.task.title)): (
            f"{labels.TASK_LEVELS[entry.task.level]}, want {entry.level_reason}"
        )
        for entry in catalogue_entries()
    }
