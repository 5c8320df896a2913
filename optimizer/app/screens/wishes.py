"""Who likes a task and who never does it, painted over a matrix of tasks and people."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.problem import PersonCode, TaskNumber
from models.vocabulary import Applies, DeviationKind
from optimizer.app import words
from optimizer.app.board_grid import PERSON, person_of
from optimizer.app.grid import Cell, Grid, GridColumn, GridRow, Params, Typed, grid_routes
from optimizer.app.program import Program
from optimizer.app.web import Reply, render, screen
from optimizer.flows.wishes import BAN, Pair, Wish, read_wish, wish_edits, wishes
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold

FRONT = (
    GridColumn("number", "nr", 56, frozen=True, fixed=True),
    GridColumn("title", "taak", 330, frozen=True, fixed=True),
)
CHOICES = ("++", "+", "-", "--", BAN)


def _grid(program: Program, params: Params) -> Grid:
    data = program.desk.checked.data
    if data is None:
        return Grid((), ())
    found = wishes(data)
    word, cluster = fold(params.get("zoek", "")), params.get("cluster", "")
    columns = [
        GridColumn(f"{PERSON}{p.code}", p.name or p.code, 86, options=CHOICES) for p in data.persons
    ]
    rows = [
        GridRow(
            task.number,
            {
                "number": task.number,
                "title": task.title,
                **{
                    f"{PERSON}{p.code}": _cell(wish)
                    for p in data.persons
                    if (wish := found.get((task.number, p.code))) is not None
                },
            },
            "kern" if task.core else "",
        )
        for task in data.tasks
        if task.applies is Applies.YES
        and (not word or word in fold(f"{task.number} {task.title}"))
        and (not cluster or cluster == labels.CLUSTERS[task.cluster])
    ]
    return Grid([*FRONT, *columns], rows)


def _cell(wish: Wish) -> Cell:
    css = "nooit" if wish.text == BAN else "graag" if wish.text.startswith("+") else "liever-niet"
    if wish.is_own:
        return {"v": wish.text, "c": css}
    told = words.WISH_ELSEWHERE.format(cell=wish.row.where)
    return {"v": wish.text, "c": css, "r": True, "t": told}


def _edit(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    wanted: dict[Pair, int | DeviationKind | None] = {}
    for row, column, text in typed:
        person = person_of(column)
        try:
            if person is not None:
                wanted[TaskNumber(row), PersonCode(person)] = read_wish(text)
        except ValueError:
            return Reply(errors=(words.NO_WISH.format(text=text),))
    with program.desk.lock:
        program.desk.edit(wish_edits(program.desk.checked, wanted), "Wensen wijzigen")
    return Reply()


def _page(program: Program, request: Request) -> Response:
    clusters = tuple(labels.CLUSTERS.values())
    return render(program, "wensen.html.jinja", here="/taken", clusters=clusters, paints=CHOICES)


ROUTES: tuple[Route, ...] = (
    screen("/taken/wensen", _page),
    *grid_routes("/blad/wensen", _grid, _edit, "Wensen"),
)
