"""The plan of another workbook beside ours: last year's, by hand, or of a colleague."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from optimizer.app import words
from optimizer.app.files import as_file
from optimizer.app.program import Other, Program
from optimizer.app.web import Fields, Reply, action, render, screen, uploaded
from optimizer.explain.comparison import compare
from optimizer.flows.comparing import stored_answer
from optimizer.report.comparison_text import Sides, comparison_blocks, summary_lines


def comparing_facts(program: Program) -> dict[str, object]:
    """What sets our plan apart from that of the other workbook."""
    other, judged = program.other, program.desk.judged
    has_plan = judged is not None and judged.is_kept
    if other is None or not has_plan:
        return {"other": other.name if other is not None else "", "has_plan": has_plan}
    now = program.desk.answer
    found = compare(other.answer, now)
    sides = Sides(other.answer, now, other.name, words.NOW)
    return {
        "other": other.name,
        "has_plan": True,
        "other_summary": " ".join(summary_lines(found)),
        "other_blocks": [(type(each).__name__, each) for each in comparison_blocks(found, sides)],
    }


def _part(program: Program, request: Request) -> Response:
    return render(program, "_vergelijk.html.jinja", **comparing_facts(program))


def _read(program: Program, name: str, content: bytes) -> Reply:
    with as_file(name, content) as path:
        program.other = Other(name, stored_answer(path, columns=program.columns))
    program.desk.tell("vraag")
    return Reply()


def _forget(program: Program, fields: Fields) -> Reply:
    program.other = None
    program.desk.tell("vraag")
    return Reply()


ROUTES: tuple[Route, ...] = (
    screen("/deel/vergelijk", _part),
    uploaded("/doe/vergelijk", _read),
    action("/doe/vergelijk/weg", _forget),
)
