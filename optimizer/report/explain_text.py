"""What `taakverdeler verklaar` prints: a task, a person, or why not, line by line."""

from collections.abc import Iterable, Iterator, Mapping

from models.naming import Names
from models.outcome import Refusal
from models.plan import TaskKey
from models.why import Alternative, Idle, Part, TaskAnswer, WhyNot
from optimizer.explain.answer import Answer, Row
from optimizer.report.choice_text import level_lines
from optimizer.report.dutch import places, task_name
from optimizer.report.people_text import describe_idle
from optimizer.report.reason_text import describe_reason
from optimizer.report.remedy_text import what_helps
from optimizer.report.why_text import (
    ABSENCES,
    describe_alternative,
    describe_barrier,
    describe_ground,
    describe_part,
    move_lines,
    price_lines,
    refusal_lines,
)
from optimizer.report.wording import Wording, counted, plain
from optimizer.workbook import labels
from optimizer.workbook.template.output_sheets import PER_PERSON

FIGURES = (
    "capacity", "load", "load_pct", "travel", "tasks", "schools", "contexts",
    "technical_pct", "pedagogical_pct", "policy_pct", "administrative_pct",
    "covers_for", "covered_by",
)  # fmt: skip
"""Columns of the sheet of people that are told."""


def task_lines(answer: Answer, found: TaskAnswer) -> Iterator[str]:
    """Who does a task, why, why not all of it, and the alternatives."""
    words = Wording(answer.instance)
    hours = f"{words.hours(found.covered)} van {words.hours(found.demand)} gepland"
    yield f"{words.task(found.task)}: {hours}."
    if not found.parts:
        yield "Niemand doet deze taak."
    for part in found.parts:
        yield f"  {describe_part(words, part)}"
        for ground in part.grounds:
            yield f"    {describe_ground(words, ground)}"
    for reason in answer.reasons:
        if reason.task == found.task:
            yield f"Niet volledig gedekt: {describe_reason(words, reason)}"
            yield what_helps(words, reason)
    if found.other_level is not None:
        yield from level_lines(answer, found.task.task, found.other_level)
    yield from _alternatives(words, found)


def _alternatives(words: Wording, found: TaskAnswer) -> Iterator[str]:
    if found.alternatives:
        yield "Andere mogelijkheden, de goedkoopste eerst:"
    for number, other in enumerate(found.alternatives, start=1):
        yield f"  {number}. {describe_alternative(words, other)}: {_told(words, other)}"
    for other in found.refused:
        yield f"  –  {describe_alternative(words, other)}: {REFUSALS[other.outcome.refusal]}"
    yield from other_lines(found)


def other_lines(found: TaskAnswer) -> Iterator[str]:
    """That there is no other choice, or how many were not priced, for want of time."""
    if not (found.alternatives or found.refused or found.not_asked):
        yield "Niemand anders kan verantwoordelijk zijn."
    if found.not_asked:
        more = counted(found.not_asked, "andere mogelijkheid", "andere mogelijkheden")
        yield f"Niet uitgerekend: {more}."


def _told(words: Wording, other: Alternative) -> str:
    moves = len(other.outcome.moves)
    rows = "1 regel verandert" if moves == 1 else f"{moves} regels veranderen"
    return f"{words.levels.prices(other.outcome.prices)} ({rows})"


def person_lines(
    answer: Answer, figures: Row, parts: Mapping[TaskKey, Part], idle: Idle | None
) -> Iterator[str]:
    """Load, clusters, contexts and covers of a person, every task with why, and what is left."""
    words = Wording(answer.instance)
    yield f"{figures['name'] or figures['person']} ({figures['person']}), {figures['role']}"
    headers = {column.key: column.header for column in PER_PERSON.columns}
    for key in FIGURES:
        if figures.get(key) is not None:
            yield f"  {headers[key]}: {_shown(figures[key])}"
    yield "Taken:" if parts else "Geen taken."
    for task, part in parts.items():
        hours = f" {words.hours(part.grains)}" if part.grains else ""
        yield f"  {words.task(task)}: {labels.PLAN_ROLES[part.role]}{hours}"
        for ground in part.grounds:
            yield f"    {describe_ground(words, ground)}"
    if idle is not None:
        yield describe_idle(words, idle)


def _shown(value: object) -> str:
    return str(value).replace(".", ",") if isinstance(value, float) else plain(value)


def why_not_lines(answer: Answer, found: WhyNot) -> Iterator[str]:
    """The rules against somebody for a task, or the price and the rows that would move."""
    words = Wording(answer.instance)
    who, what = words.person(found.person), words.task(found.task)
    if found.barriers:
        yield f"{who} kan {what} niet doen:"
        yield from (f"  {describe_barrier(words, barrier)}" for barrier in found.barriers)
    elif found.outcome is None:
        hours = f", {words.hours(found.grains)}" if found.grains else ""
        yield f"{who} doet {what} al{hours}."
    elif found.outcome.refusal is not None:
        yield f"{who} op {what} vastzetten geeft geen plan:"
        yield from (f"  {line}" for line in refusal_lines(answer.instance.data, found.outcome))
    else:
        yield f"{who} kan {what} doen. Dit kost het:"
        yield from (f"  {describe_ground(words, ground)}" for ground in found.suits)
        yield from (f"  {line}" for line in price_lines(words.levels, found.outcome))
        yield "Wat er dan verschuift:"
        yield from (f"  {line}" for line in move_lines(words, found.outcome.moves))


def idle_lines(answer: Answer, idle: Iterable[Idle]) -> Iterator[str]:
    """Everyone who is not fully used."""
    words = Wording(answer.instance)
    yield from (describe_idle(words, each) for each in idle)


REFUSALS: Mapping[object, str] = {
    Refusal.INVALID: "kan niet, het spreekt een andere regel van het werkboek tegen",
    Refusal.INFEASIBLE: "kan niet, bewezen",
    Refusal.NOT_FOUND: "geen plan gevonden, niet bewezen onmogelijk",
}
"""What is said of an alternative without a plan."""


def ambiguous(task: str, units: Iterable[str]) -> str:
    """That a task is done at several places."""
    return f"Taak {task} is er{places([*units], most=None)}: kies met --school."


def not_planned(answer: Answer, key: TaskKey) -> str:
    """That a task is not planned at a unit, and why."""
    is_chosen_away = any(task.key == key for task in answer.instance.tasks)
    why = NOT_CHOSEN if is_chosen_away else ABSENCES[answer.instance.absences.get(key)]
    name = task_name(Names(answer.instance.data).task_at(key.task, ()))
    return f"{name} wordt{places([key.unit])} niet gepland: {why}."


NOT_CHOSEN = "het plan koos het andere niveau (‘keuze’ bij niveau op het blad Taken)"
ORIGINS: Mapping[str, str] = {
    "stored": "Het plan van het blad Verdeling wordt uitgelegd.",
    "absent": "Er staat nog geen plan in dit werkboek: het wordt eerst gemaakt, zonder het te "
    "bewaren.",
    "stale": "Het plan op het blad Verdeling past niet meer bij dit werkboek: er wordt eerst een "
    "nieuw gemaakt, zonder het te bewaren.",
}
"""What is said of where the plan comes from."""
