"""The task list by cluster, with the hours that follow from it, and what is not regular."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.choice import standing
from models.instance import Instance
from optimizer.app.grid import Cell, Grid, GridColumn, Params, Typed, grid_routes
from optimizer.app.program import Program
from optimizer.app.sheet_edit import edit_sheet
from optimizer.app.sheet_grid import SheetView, cell_to_show, sheet_grid
from optimizer.app.web import Reply, render, screen
from optimizer.report.demand_text import describe_demand
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.input_sheets import DEVIATIONS, TASKS

HOURS = "year_hours"
ABLE = "able"
ADDED = (
    GridColumn(HOURS, "uren per jaar", 84, "Wat de taak in een jaar vraagt, over alle scholen. "
               "Wijs een cel aan om te zien hoe dat berekend is.", fixed=True, numeric=True),
    GridColumn(ABLE, "wie kan", 64, "Hoeveel mensen de taak kunnen en mogen doen.", fixed=True,
               numeric=True),
)  # fmt: skip
MOST_LINES = 12
"""Schools whose sum is written out in the explanation of one cell."""


def _derive(program: Program) -> Mapping[str, Mapping[str, Cell]]:
    instance = program.desk.checked.instance
    return {} if instance is None else _figures(instance)


def _figures(instance: Instance) -> Mapping[str, Mapping[str, Cell]]:
    """Hours and people per task number, over all units."""
    able: dict[str, set[str]] = defaultdict(set)
    for key, person in instance.payers:
        if (key, person) not in instance.learners:
            able[key.task].add(person)
    totals: dict[str, int] = defaultdict(int)
    lines: dict[str, list[str]] = defaultdict(list)
    for task in standing(instance.tasks):
        totals[task.key.task] += task.demand * instance.settings.grain
        if len(lines[task.key.task]) < MOST_LINES:
            lines[task.key.task].append(describe_demand(instance.data, task))
    return {
        number: {
            HOURS: {"v": str(hours), "t": "\n".join(lines[number])},
            ABLE: _able(len(able[number])),
        }
        for number, hours in totals.items()
    }


def _able(count: int) -> Cell:
    return str(count) if count else {"v": "0", "c": "let-op", "t": "niemand kan dit alleen"}


def _keep(cells: Mapping[str, str], params: Params) -> bool:
    """Whether a task is shown: a word, a cluster, core only, whether it applies."""
    if not cells.get("number"):
        return not any(params.get(name) for name in ("zoek", "kern", "geldt"))
    word = fold(params.get("zoek", ""))
    text = fold(" ".join(cells.get(key, "") for key in ("number", "title", "roles", "required")))
    cluster, applies = params.get("cluster", ""), params.get("geldt", "")
    return (
        (not word or word in text)
        and (not cluster or fold(cells.get("cluster", "")) == fold(cluster))
        and (not params.get("kern") or fold(cells.get("core", "")) == labels.YES)
        and (not applies or fold(cells.get("applies", "") or labels.YES) == fold(applies))
    )


def _css(cells: Mapping[str, str]) -> str:
    if fold(cells.get("applies", "")) in ("later", labels.NO):
        return "uit"
    return "kern" if fold(cells.get("core", "")) == labels.YES else ""


VIEW = SheetView(
    TASKS, ("number", "title"), frozenset({"explanation"}), ADDED, _derive, _keep, _css
)
DEVIATION_VIEW = SheetView(DEVIATIONS, ())


def _grid(program: Program, params: Params) -> Grid:
    return sheet_grid(program, VIEW, params)


def _edit(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    return edit_sheet(program, VIEW, typed, "Taken wijzigen")


def _deviations(program: Program, params: Params) -> Grid:
    return sheet_grid(program, DEVIATION_VIEW, params)


def _edit_deviations(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    return edit_sheet(program, DEVIATION_VIEW, typed, "Uitzonderingen wijzigen")


def _tasks(program: Program, request: Request) -> Response:
    return render(
        program,
        "taken.html.jinja",
        here="/taken",
        cell=cell_to_show(program, VIEW, request.query_params.get("cel", "")),
        clusters=tuple(labels.CLUSTERS.values()),
        answers=tuple(labels.APPLIES.values()),
    )


def _exceptions(program: Program, request: Request) -> Response:
    return render(
        program,
        "uitzonderingen.html.jinja",
        here="/taken",
        cell=cell_to_show(program, DEVIATION_VIEW, request.query_params.get("cel", "")),
    )


ROUTES: tuple[Route, ...] = (
    screen("/taken", _tasks),
    screen("/taken/uitzonderingen", _exceptions),
    *grid_routes("/blad/taken", _grid, _edit, "Taken"),
    *grid_routes("/blad/uitzonderingen", _deviations, _edit_deviations, "Uitzonderingen"),
)
