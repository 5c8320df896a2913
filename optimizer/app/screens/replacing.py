"""Somebody who drops out in the middle of the year: one dialogue, then a plan without her."""

from datetime import date

from starlette.routing import Route

from models.naming import Names
from models.problem import PersonCode
from optimizer.app import words
from optimizer.app.program import Program
from optimizer.app.web import Fields, Reply, action
from optimizer.flows.takeover import Absence
from optimizer.report.replace_text import replace_lines


def takeover_lines(program: Program) -> list[str]:
    """Who takes over what, as long as the plan without somebody is the one that is looked at."""
    job = program.planner.job
    done = job.takeover if job is not None else None
    plan = program.desk.draft.plan
    if done is None or plan is None or plan.plan is not done.answer.plan:
        return []
    name = Names(done.answer.instance.data).person(done.absence.person)
    since = done.absence.since
    return list(replace_lines(done.answer, name, since, done.released, done.tasks))


def _replace(program: Program, fields: Fields) -> Reply:
    desk = program.desk
    if desk.is_dirty:
        return Reply(errors=(words.FIRST_SAVE,))
    if desk.draft.plan is None:
        return Reply(errors=(words.NO_PLAN,))
    people = {person.code for person in desk.data.persons}
    gone, comes = PersonCode(str(fields["wie"])), PersonCode(str(fields.get("door") or ""))
    if gone not in people or (comes and comes not in people):
        raise LookupError(gone)
    if gone == comes:
        return Reply(errors=(words.NOT_ONESELF,))
    try:
        since = date.fromisoformat(str(fields.get("vanaf") or ""))
    except ValueError:
        return Reply(errors=(words.NO_DAY,))
    seconds = fields.get("seconden")
    program.planner.replace(
        Absence(gone, since, comes or None), float(seconds) if seconds else None
    )
    return Reply(go="/plan")


ROUTES: tuple[Route, ...] = (action("/doe/vervang", _replace),)
