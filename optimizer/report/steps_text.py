"""What the guided start says: a question, what an answer set, and what is left to do."""

from collections.abc import Iterable, Iterator

from models.guideline import Guided, Question, step_name
from models.problem import Task
from models.task_marks import MARKS, Mark
from optimizer.workbook import labels
from optimizer.workbook.guideline_words import (
    ACTORS,
    BOARD_TEXTS,
    COORDINATOR_TEXTS,
    MARK_WORDS,
    QUESTION_TEXTS,
    REPLY_WORDS,
)
from optimizer.workbook.read.parse_steps import EMPTY, SetCell

WHO = "Wie vult in?"
ANSWER = "Antwoord"
STOP = "stop"
ACCEPT = "="
PROPOSED = "; {sign} is: {words}"
HOW = f"Enter zonder antwoord houdt wat er staat; ‘{STOP}’ bewaart wat u al antwoordde."
NO_SCHOOLS = "Welke scholen doen mee? Eén per keer; Enter als ze er allemaal zijn."
NO_PEOPLE = "Wie werkt mee? Eén per keer; Enter als iedereen er is."
EXCEPT = "Bij welke school niet? (Enter: overal wel)"
POOL_OWN = "Wat heeft de groep zelf, naast wat de scholen inbrengen? Enter is niets."
POOL_NAME = "Scholengroep"
WALK = "Wilt u de taken één voor één nalopen?"
UNKNOWN = "Dat is geen antwoord op deze vraag. Kies: {expected}."
NO_NUMBER = "‘{found}’ is geen getal zoals 12 of 1,5."
DONE = "Alle vragen op uw weg zijn beantwoord."
OPEN = "Nog te beantwoorden: stap {step}. {question}"
EDITED = "de antwoorden en wat ze instellen zijn"
"""What changed in the copy, for its certificate."""
REPORT_BACK = (
    "Terugkoppelen aan de (coördinerend) directeur: voor deze taken is samenwerking gewenst."
)
SCREENING_NEXT = (
    "Weet u niet wie wat kan? Maak met ‘taakverdeler screening maak’ per persoon een formulier."
)
SET = "Ingesteld: {place}: {after} (eerst {before})."
BACK = "Teruggezet: {place}: {after} (was {before}); het antwoord is veranderd."
LEFT = "Gelaten: {place} is intussen met de hand veranderd en blijft zo."
ABSENT = "Niet ingesteld: dit werkboek heeft geen cel voor {place}."


def question_lines(question: Question) -> Iterator[str]:
    """A question with its step, who answers it, and what can be answered."""
    yield f"Stap {step_name(question)} ({ACTORS[question.actor]})"
    yield QUESTION_TEXTS[question.code]
    yield f"({' / '.join(REPLY_WORDS[reply] for reply in question.outcomes)})"


def place_of(cell: SetCell) -> str:
    """Where a cell stands, as a person says it: `Taken, T12, niveau`."""
    parts = (cell.sheet, cell.record, "" if cell.header == "waarde" else cell.header)
    return ", ".join(part for part in parts if part)


def told_line(sentence: str, cell: SetCell) -> str:
    """One of the sentences above about a cell."""
    return sentence.format(
        place=place_of(cell), after=cell.value or EMPTY, before=cell.before or EMPTY
    )


def mark_lines(code: str) -> Iterator[str]:
    """What can be said of a task, by the first letter."""
    words = ", ".join(f"{MARK_WORDS[mark][0]} = {MARK_WORDS[mark]}" for mark in MARKS[code])
    yield f"Typ per taak één of meer letters: {words}."
    yield HOW


def read_marks(code: str, text: str, proposed: frozenset[Mark]) -> frozenset[Mark] | None:
    """The marks of some letters, or those proposed; `None` when a letter means nothing."""
    if text == ACCEPT and proposed:
        return proposed
    letters = {MARK_WORDS[mark][0]: mark for mark in MARKS[code]}
    found = [letters.get(letter) for letter in text.lower() if letter not in " ,;"]
    return frozenset(mark for mark in found if mark) if None not in found else None


def task_line(task: Task, proposed: frozenset[Mark]) -> str:
    """A task with how it stands now, and what the task list suggests."""
    now = f"{labels.APPLIES[task.applies]}, {labels.TASK_LEVELS[task.level]}"
    words = ", ".join(MARK_WORDS[mark] for mark in Mark if mark in proposed)
    hint = PROPOSED.format(sign=ACCEPT, words=words) if words else ""
    return f"{task.number} {task.title} (nu: {now}, {labels.PRIORITIES[task.priority]}{hint})"


def follow_up_lines(guided: Guided) -> Iterator[str]:
    """What the answers ask of the board and of the coordinator."""
    for outcome in guided.outcomes.values():
        if outcome.board:
            yield f"Voor de directie: {BOARD_TEXTS[outcome.board]}"
        if outcome.coordinator:
            yield f"Voor de ICT-coördinator: {COORDINATOR_TEXTS[outcome.coordinator]}"


def end_lines(guided: Guided, together: Iterable[Task]) -> Iterator[str]:
    """Where the school stands, and the list for the director."""
    yield from follow_up_lines(guided)
    listed = [f"  {task.number} {task.title}" for task in together]
    if listed:
        yield REPORT_BACK
        yield from listed
    if guided.done:
        yield DONE
    else:
        question = guided.asked[-1]
        yield OPEN.format(step=step_name(question), question=QUESTION_TEXTS[question.code])
