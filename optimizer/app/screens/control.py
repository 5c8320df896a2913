"""Every problem of the workbook as the command line finds it, each a step to its cell."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.issues import CellRef, Issue, Severity
from optimizer.app.program import Program
from optimizer.app.screens.means import hours_facts
from optimizer.app.sheets import screen_of_sheet
from optimizer.app.web import render, screen
from optimizer.report.text import describe_issue, describe_severity


@dataclass(frozen=True)
class Problem:
    """One problem: how bad it is, its sentence, and the address of its cell in the program."""

    severity: str
    word: str
    text: str
    link: str


def problems(program: Program) -> list[Problem]:
    """Every problem, errors first."""
    issues = program.desk.checked.issues
    ordered = sorted(issues, key=lambda issue: issue.severity is Severity.WARNING)
    return [_problem(issue) for issue in ordered]


def _problem(issue: Issue) -> Problem:
    word, text = describe_severity(issue), describe_issue(issue)
    return Problem(issue.severity, word, text, link_to(issue.where))


def link_to(where: CellRef | None) -> str:
    """The screen on which a cell can be edited, with the cell to go to; empty without one."""
    path = "" if where is None else screen_of_sheet(where.sheet)
    if where is None or not path:
        return ""
    return f"{path}?{urlencode({'cel': f'{where.sheet}!{where.cell}'})}"


def _control(program: Program, request: Request) -> Response:
    facts = {"problems": problems(program), **hours_facts(program)}
    return render(program, "controle.html.jinja", here="/controle", **facts)


def _part(program: Program, request: Request) -> Response:
    return render(program, "_controle.html.jinja", problems=problems(program))


ROUTES: tuple[Route, ...] = (screen("/controle", _control), screen("/deel/controle", _part))
