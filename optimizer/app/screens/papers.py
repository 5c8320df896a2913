"""What leaves the program: the workbook, the report, a vacancy, a copy without names."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from optimizer.app.program import Program
from optimizer.app.web import download, render, screen

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _papers(program: Program, request: Request) -> Response:
    return render(program, "papieren.html.jinja", here="/papieren")


def _workbook(program: Program, request: Request) -> Response:
    """The workbook as it would be saved now; the file itself is left alone."""
    return download(program.desk.image(), program.desk.opened.path.name, EXCEL)


ROUTES: tuple[Route, ...] = (
    screen("/papieren", _papers),
    screen("/papieren/werkboek", _workbook),
)
