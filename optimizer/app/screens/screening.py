"""Filled forms of the screening: what people say of themselves, beside the workbook as it is."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.problem import ProblemData
from models.screening import LevelDifference, level_differences, unanswered
from optimizer.app.files import as_file
from optimizer.app.program import Program
from optimizer.app.web import Fields, Reply, action, render, screen, uploaded
from optimizer.flows.screening import Heard, hear, level_edits, open_wishes, wish_edits
from optimizer.report.text import describe_issue


@dataclass(frozen=True)
class Shown:
    """A difference as it is told, with its place among all."""

    place: int
    name: str
    competence: str
    stated: int
    own: int
    is_to_discuss: bool


def screening_facts(program: Program) -> dict[str, object]:
    """Who answered, what differs, which wishes do not stand in the workbook yet."""
    data, heard = program.desk.checked.data, program.heard
    if data is None:
        return {"heard": 0, "issues": []}
    missing = unanswered(data, heard.answers)
    return {
        "heard": len(heard.answers),
        "own_counts": data.settings.own_rating_counts,
        "missing": ", ".join(person.name or person.code for person in missing),
        "differences": _shown(data, _differences(program)),
        "wishes": open_wishes(program.desk.checked.raw, heard.answers),
        "issues": [describe_issue(issue) for issue in heard.issues],
    }


def _differences(program: Program) -> list[LevelDifference]:
    data = program.desk.checked.data
    known = {person.code for person in data.persons} if data is not None else set()
    answers = [each for each in program.heard.answers if each.person in known]
    return [] if data is None else list(level_differences(data, answers))


def _shown(data: ProblemData, differences: list[LevelDifference]) -> list[Shown]:
    names = {person.code: person.name or person.code for person in data.persons}
    return [
        Shown(place, names[e.person], e.competence, e.stated, e.own, e.is_to_discuss)
        for place, e in enumerate(differences)
    ]


def _part(program: Program, request: Request) -> Response:
    return render(program, "_screening.html.jinja", **screening_facts(program))


def _hear(program: Program, name: str, content: bytes) -> Reply:
    """Hear one more form; who sends a second one has the last word."""
    with as_file(name, content) as path:
        new = hear(program.desk.checked.usable().data, [path])
    again = {answer.person for answer in new.answers}
    kept = tuple(each for each in program.heard.answers if each.person not in again)
    program.heard = Heard((*kept, *new.answers), (*program.heard.issues, *new.issues))
    program.desk.tell("vraag")
    return Reply()


def _take_level(program: Program, fields: Fields) -> Reply:
    """One self-rating, or all of them, in the place of what the workbook says."""
    found = _differences(program)
    asked = fields.get("plaats")
    chosen = found if asked is None else [found[int(asked)]]
    data = program.desk.checked.usable().data
    program.desk.edit(level_edits(data, chosen), "Eigen inschatting overnemen")
    return Reply()


def _take_wishes(program: Program, fields: Fields) -> Reply:
    edits = list(wish_edits(program.desk.checked.raw, program.heard.answers))
    program.desk.edit(edits, "Wensen uit de screening")
    return Reply()


def _forget(program: Program, fields: Fields) -> Reply:
    program.heard = Heard()
    program.desk.tell("vraag")
    return Reply()


ROUTES: tuple[Route, ...] = (
    screen("/deel/screening", _part),
    uploaded("/doe/screening/lees", _hear),
    action("/doe/screening/niveau", _take_level),
    action("/doe/screening/wensen", _take_wishes),
    action("/doe/screening/weg", _forget),
)
