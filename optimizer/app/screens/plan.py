"""The plan: made with live progress, then looked at and changed on a board."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.result import LevelResult
from models.settings import Level
from optimizer.app import words
from optimizer.app.board_grid import schools_of
from optimizer.app.program import Program
from optimizer.app.screens.adoption import adoption_facts
from optimizer.app.screens.board import trial_facts, waiting
from optimizer.app.screens.replacing import takeover_lines
from optimizer.app.state.job import Job
from optimizer.app.web import Fields, Reply, action, render, screen
from optimizer.explain.comparison import compare
from optimizer.report.comparison_text import Sides, comparison_blocks, summary_lines
from optimizer.report.console_text import progress_line, result_lines
from optimizer.report.document import Block
from optimizer.workbook import labels


@dataclass(frozen=True)
class LevelState:
    """A level while a plan is being made: its name and how far it is."""

    name: str
    text: str
    is_busy: bool


def level_states(program: Program, job: Job) -> list[LevelState]:
    """Every level in its order."""
    levels = program.desk.checked.usable().settings.levels
    last = max((levels.index(level) for level in job.progress), default=-1)
    return [_state(job, level, place == last) for place, level in enumerate(levels)]


def _state(job: Job, level: Level, is_last: bool) -> LevelState:
    told = job.progress.get(level)
    if told is None:
        return LevelState(labels.LEVELS[level], "", False)
    line = progress_line(LevelResult(level, told.value, told.bound), told.seconds_left)
    return LevelState(labels.LEVELS[level], line.partition(": ")[2], is_last)


def _facts(program: Program) -> dict[str, object]:
    job = program.planner.job
    is_running = program.planner.is_running
    plan = program.desk.draft.plan
    return {
        "job": job,
        "states": level_states(program, job) if job is not None and is_running else [],
        "result": list(result_lines(plan)) if plan is not None else [],
        "brought": brought(program),
        "takeover": takeover_lines(program),
    }


@dataclass(frozen=True)
class Brought:
    """What a new plan sets apart from the one in the workbook: in a few sentences, and in full."""

    summary: str
    blocks: list[tuple[str, Block]]


def brought(program: Program) -> Brought | None:
    """What computing has brought; `None` without two plans to compare."""
    before, after = program.desk.saved_plan, program.desk.draft.plan
    if before is None or after is None or before is after:
        return None
    found = compare(before, after)
    sides = Sides(before, after, words.STANDING, words.NEW_PLAN)
    blocks = [(type(block).__name__, block) for block in comparison_blocks(found, sides)]
    return Brought(" ".join(summary_lines(found)), blocks)


def _plan(program: Program, request: Request) -> Response:
    data = program.desk.checked.data
    return render(
        program,
        "plan.html.jinja",
        here="/plan",
        schools=schools_of(data) if data is not None else [],
        people=data.persons if data is not None else (),
        clusters=tuple(labels.CLUSTERS.values()),
        waiting=waiting(program),
        **trial_facts(program),
        **adoption_facts(program),
        **_facts(program),
    )


def _part(program: Program, request: Request) -> Response:
    return render(program, "_rekenen.html.jinja", **_facts(program))


def _compute(program: Program, fields: Fields) -> Reply:
    seconds = fields.get("seconden")
    program.planner.start(float(seconds) if seconds else None)
    return Reply(go="/plan" if fields.get("ga") else "")


def _stop(program: Program, fields: Fields) -> Reply:
    program.planner.stop()
    return Reply()


def _use(program: Program, fields: Fields) -> Reply:
    program.planner.use()
    return Reply()


def _drop(program: Program, fields: Fields) -> Reply:
    program.planner.drop()
    return Reply()


ROUTES: tuple[Route, ...] = (
    screen("/plan", _plan),
    screen("/deel/rekenen", _part),
    action("/doe/rekenen", _compute),
    action("/doe/stop", _stop),
    action("/doe/gebruik", _use),
    action("/doe/laat", _drop),
)
