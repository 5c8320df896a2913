"""The guided start: the questions of the guideline, what each answer sets, and who acts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.errors import InvalidProblemError
from models.guideline import BY_CODE, Question, Reply, step_name
from models.problem import UnitCode
from models.task_marks import MARKS, Mark
from optimizer.app import words
from optimizer.app.grid import Cell, Grid, GridColumn, GridRow, Params, Typed, grid_routes
from optimizer.app.program import Program
from optimizer.app.web import Fields, action, error_lines, render, screen
from optimizer.app.web import Reply as Answered
from optimizer.flows import guided_start as flow
from optimizer.report.steps_text import place_of
from optimizer.workbook import labels
from optimizer.workbook.guideline_words import (
    ACTORS,
    BOARD_TEXTS,
    COORDINATOR_TEXTS,
    MARK_WORDS,
    QUESTION_TEXTS,
    REPLY_WORDS,
)
from optimizer.workbook.read.parse_steps import EMPTY
from optimizer.workbook.template.steps_sheet import STEPS

YES = "x"
NO_WORDS = frozenset({"", "nee", "-", "–", "0"})
"""What takes a mark away in a cell of the tasks; everything else sets it."""
FRONT = (
    GridColumn("number", "nr", 52, frozen=True, fixed=True),
    GridColumn("title", "taak", 320, frozen=True, fixed=True),
    GridColumn("now", "nu", 200, "Van toepassing, niveau en prioriteit.", fixed=True),
)


@dataclass(frozen=True)
class Step:
    """A question with its answer so far; `code` and the values of `replies` go back with one."""

    code: str
    name: str
    actor: str
    text: str
    replies: list[tuple[str, str]]
    answer: str
    told: str
    sets: list[str]
    follow_up: list[str]


def _facts(program: Program) -> dict[str, object]:
    facts: dict[str, object] = {"steps": [], "lines": (), "has_sheet": True, "walk": ""}
    facts |= {"together": [], "schools": [], "done": False, "answerer": program.answerer}
    try:
        start = program.steps
    except InvalidProblemError as failure:
        return facts | {"lines": error_lines(failure)}
    if start is None:
        return facts | {"has_sheet": False}
    names = {school.code: school.name or school.code for school in start.data.schools}
    pools = start.guided.leads is Reply.GROUP
    return facts | {
        "steps": [_step(start, question) for question in start.guided.asked],
        "together": [f"{task.number} {task.title}" for task in start.tasks_with(Mark.TOGETHER)],
        "schools": [(unit, names[unit]) for unit in flow.unpooled(start)] if pools else [],
        "done": start.guided.done,
        "walk": next((q.code for q in start.guided.asked if q.code in MARKS), ""),
    }


def _step(start: flow.Start, question: Question) -> Step:
    steps, code = start.steps, question.code
    key = (step_name(question), "")
    reply = steps.replies.get(code)
    row = steps.rows.get(key)
    number = row.number if row is not None else 0
    by, when = (steps.located.text(number, each) for each in ("by", "when"))
    outcome = start.guided.outcomes.get(code)
    sets = [cell for place, each in steps.rows.items() if place[0] == key[0] for cell in each.sets]
    return Step(
        code=code,
        name=key[0],
        actor=ACTORS[question.actor],
        text=QUESTION_TEXTS[code],
        replies=[(str(each), REPLY_WORDS[each]) for each in question.outcomes],
        answer=str(reply) if reply is not None else "",
        told=" · ".join(part for part in (by, when) if part) if reply is not None else "",
        sets=[f"{place_of(cell)}: {cell.before or EMPTY} → {cell.value or EMPTY}" for cell in sets],
        follow_up=[
            *([f"Directie: {BOARD_TEXTS[outcome.board]}"] if outcome and outcome.board else []),
            *([f"ICT-coördinator: {COORDINATOR_TEXTS[outcome.coordinator]}"]
              if outcome and outcome.coordinator else []),
        ],
    )  # fmt: skip


def _page(program: Program, request: Request) -> Response:
    return render(program, "stappen.html.jinja", here="/stappen", **_facts(program))


def _part(program: Program, request: Request) -> Response:
    return render(program, "_stappen.html.jinja", **_facts(program))


def _start(program: Program) -> flow.Start:
    start = program.steps
    if start is None:
        raise LookupError(STEPS.name)
    return start


def _entry(program: Program) -> flow.Entry:
    return flow.Entry(program.answerer, date.today())


def _keep(program: Program, start: flow.Start, label: str) -> Answered:
    program.desk.edit(start.edits.values(), label)
    return Answered()


def _answer(program: Program, fields: Fields) -> Answered:
    code, reply = str(fields["vraag"]), Reply(str(fields["antwoord"]))
    if reply not in BY_CODE[code].outcomes:
        raise LookupError(reply)
    start = flow.answer(_start(program), code, reply, _entry(program))
    return _keep(program, start, f"Stap {step_name(BY_CODE[code])} beantwoorden")


def _who(program: Program, fields: Fields) -> Answered:
    program.answerer = str(fields.get("naam") or "").strip()
    program.desk.tell("vraag")
    return Answered()


def _pool(program: Program, fields: Fields) -> Answered:
    unit, percent = UnitCode(str(fields["school"])), str(fields.get("deel") or "").strip()
    if not percent.rstrip("% ").replace(",", ".").replace(".", "", 1).isdigit():
        return Answered(errors=(words.NO_NUMBER,))
    start = flow.pool(_start(program), unit, percent, _entry(program))
    return _keep(program, start, "Pool van een school")


def _add_sheet(program: Program, fields: Fields) -> Answered:
    """A workbook from before the guided start gets its sheet, written at once."""
    desk = program.desk
    if desk.is_dirty:
        return Answered(errors=(words.FIRST_SAVE,))
    flow.save(flow.begin(desk.opened.named), desk.opened.path)
    desk.reload()
    return Answered()


def _code(params: Mapping[str, object]) -> str:
    code = str(params.get("vraag", ""))
    return code if code in MARKS else next(iter(MARKS))


def _grid(program: Program, params: Params) -> Grid:
    """The tasks with what can be said of each of them in the fifth step."""
    start = _start(program)
    question = next((q for q in start.guided.asked if q.code in MARKS), BY_CODE[_code(params)])
    marks = MARKS[question.code]
    columns = [GridColumn(mark, MARK_WORDS[mark], 104, options=(YES,)) for mark in marks]
    return Grid([*FRONT, *columns], [_row(start, question, number) for number in _numbers(start)])


def _numbers(start: flow.Start) -> list[str]:
    return [str(task.number) for task in start.data.tasks]


def _row(start: flow.Start, question: Question, number: str) -> GridRow:
    task = next(each for each in start.data.tasks if each.number == number)
    said = start.steps.marks.get((step_name(question), number), frozenset())
    now = (labels.APPLIES[task.applies], labels.TASK_LEVELS[task.level],
           labels.PRIORITIES[task.priority])  # fmt: skip
    cells: dict[str, Cell] = {"number": number, "title": task.title, "now": ", ".join(now)}
    cells |= {str(mark): YES if mark in said else "" for mark in MARKS[question.code]}
    return GridRow(number, cells, "kern" if task.core else "")


def _mark(program: Program, typed: Sequence[Typed], params: Params) -> Answered:
    start = _start(program)
    question = next(q for q in start.guided.asked if q.code in MARKS)
    tasks = {str(task.number): task for task in start.data.tasks}
    said = {row: set(start.steps.marks.get((step_name(question), row), ())) for row, _, _ in typed}
    for row, column, text in typed:
        mark = Mark(column)
        said[row] = said[row] - {mark} if text.strip().lower() in NO_WORDS else said[row] | {mark}
    for row, marks in said.items():
        start = flow.mark(start, question.code, tasks[row], marks, _entry(program))
    return _keep(program, start, f"Taken nalopen (stap {step_name(question)})")


ROUTES: tuple[Route, ...] = (
    screen("/stappen", _page),
    screen("/deel/stappen", _part),
    action("/doe/stap", _answer),
    action("/doe/stap/wie", _who),
    action("/doe/stap/pool", _pool),
    action("/doe/stap/blad", _add_sheet),
    *grid_routes("/blad/stappen", _grid, _mark, "Taken in het stappenplan"),
)
