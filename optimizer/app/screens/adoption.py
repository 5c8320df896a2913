"""Whether the plan is a draft or adopted, and what is still open in a draft."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from optimizer.app import words
from optimizer.app.program import Program
from optimizer.app.web import Fields, Reply, action, render, screen
from optimizer.flows.adopting import adopted, draft_again
from optimizer.report.adoption_text import open_lines
from optimizer.report.since_text import since_lines


def adoption_facts(program: Program) -> dict[str, object]:
    """When and by whom the plan was adopted; for a draft that keeps every rule what is open."""
    desk = program.desk
    data, judged = desk.checked.data, desk.judged
    can_adopt = judged is not None and judged.is_kept and desk.draft.plan is not None
    return {
        "adopted_on": data.settings.adopted_on if data is not None else "",
        "adopted_by": data.settings.adopted_by if data is not None else "",
        "can_adopt": can_adopt,
        "since_lines": list(since_lines(program.since_plan)),
        "open_lines": list(open_lines(desk.answer, desk.checked.issues)) if can_adopt else [],
    }


def _part(program: Program, request: Request) -> Response:
    return render(program, "_stand.html.jinja", **adoption_facts(program))


def _adopt(program: Program, fields: Fields) -> Reply:
    desk, name = program.desk, str(fields.get("naam") or "").strip()
    if not name:
        return Reply(errors=(words.NO_NAME,))
    if desk.draft.trial is not None:
        return Reply(errors=(words.FIRST_APPLY,))
    if not adoption_facts(program)["can_adopt"]:
        return Reply(errors=(words.NO_PLAN,))
    desk.edit(adopted(desk.checked, date.today(), name), "Plan vaststellen")
    return Reply(say=words.ADOPTED_NOW)


def _draft(program: Program, fields: Fields) -> Reply:
    program.desk.edit(draft_again(program.desk.checked), "Terug naar concept")
    return Reply()


ROUTES: tuple[Route, ...] = (
    screen("/deel/stand", _part),
    action("/doe/vaststellen", _adopt),
    action("/doe/concept", _draft),
)
