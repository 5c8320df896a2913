"""Who takes over what from somebody who dropped out, in Dutch."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.issues import CellRef
from models.naming import Names, PersonName
from optimizer.explain.answer import Answer
from optimizer.explain.taken_over import TakenOver
from optimizer.report.dutch import in_words, person_name, task_name, tell
from optimizer.report.release_text import RELEASED

WITHOUT = "Plan voor de rest van het schooljaar, vanaf {since}, zonder {person}."
NO_TASKS = "{person} had geen taken in het plan dat er stond: er is niets over te nemen."
TAKEN = "{task}: {people}"
NOBODY = "niemand"
LACKS = "; {lacking} van de {demand} uur blijft liggen"
EDITED = "deze cellen en het plan zijn"
"""What changed in the copy, for its certificate."""


def replace_lines(
    answer: Answer,
    person: PersonName,
    since: date,
    cells: tuple[CellRef, ...],
    tasks: Sequence[TakenOver],
) -> Iterator[str]:
    """What was planned, which pins were let go, and a line per task of who dropped out."""
    yield tell(WITHOUT, since=since, person=person)
    if cells:
        yield tell(RELEASED, person=person, cells=cells)
    if not tasks:
        yield tell(NO_TASKS, person=person)
    for each in tasks:
        yield f"  {_line(answer, each)}"


def _line(answer: Answer, taken: TakenOver) -> str:
    names = Names(answer.instance.data)
    people = [
        _part(person_name(names.person(code)), answer.hours(grains), leads=code == taken.lead)
        for code, grains in taken.people
    ]
    told = TAKEN.format(task=task_name(names.task(taken.task)), people=in_words(people or [NOBODY]))
    lacking = answer.hours(taken.demand - taken.covered)
    if lacking:
        told += LACKS.format(lacking=lacking, demand=answer.hours(taken.demand))
    return f"{told}."


def _part(name: str, hours: float, *, leads: bool) -> str:
    return f"{name} ({hours} uur{', verantwoordelijke' if leads else ''})"
