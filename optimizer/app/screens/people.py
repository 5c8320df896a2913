"""Everybody: a row each, edited like a sheet, with the hours of the year beside it."""

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from optimizer.app.grid import Cell, Grid, GridColumn, Params, Typed, grid_routes
from optimizer.app.program import Program
from optimizer.app.screens.screening import screening_facts
from optimizer.app.sheet_edit import edit_sheet
from optimizer.app.sheet_grid import LEVEL, Defaults, SheetView, cell_to_show, sheet_grid
from optimizer.app.web import Reply, render, screen
from optimizer.flows.means import person_hours
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.input_sheets import PERSONS

YEAR = "year_hours"
PLANNED = "planned_hours"
ADDED = (
    GridColumn(YEAR, "uren per jaar", 88, "Alle uren samen, berekend.", fixed=True, numeric=True),
    GridColumn(PLANNED, "gepland", 80, "In het plan, met reistijd.", fixed=True, numeric=True),
)


def _derive(program: Program) -> Mapping[str, Mapping[str, Cell]]:
    """The hours of everybody, and what the plan asks of them."""
    instance, judged = program.desk.checked.instance, program.desk.judged
    if instance is None:
        return {}
    loads = judged.verification.loads if judged is not None else {}
    grain = instance.settings.grain
    return {
        code: {YEAR: str(hours), PLANNED: _planned(loads.get(code, 0) * grain, hours)}
        if loads
        else {YEAR: str(hours)}
        for code, hours in person_hours(instance).items()
    }


def _planned(load: int, hours: int) -> Cell:
    text = str(load)
    return {"v": text, "c": "fout", "t": "meer dan er uren zijn"} if load > hours else text


def _keep(cells: Mapping[str, str], params: Params) -> bool:
    """Whether a person is shown: a word in the name or code, a school, a role."""
    word = fold(params.get("zoek", ""))
    is_found = not word or word in fold(f"{cells.get('code', '')} {cells.get('name', '')}")
    home, role = params.get("school", ""), params.get("rol", "")
    at_home = not home or fold(cells.get("home", "")) == fold(home)
    return is_found and at_home and (not role or fold(cells.get("role", "")) == fold(role))


def _role_levels(program: Program) -> Defaults:
    """The levels of the role of everybody, which hold where their own cell is empty."""
    data = program.desk.checked.data
    if data is None:
        return {}
    levels = {
        role: {f"{LEVEL}{name}": str(level) for name, level in profile.levels.items()}
        for role, profile in data.roles.items()
    }
    return {person.code: levels.get(person.role, {}) for person in data.persons}


VIEW = SheetView(
    PERSONS, ("code", "name"), added=ADDED, derive=_derive, defaults=_role_levels, keep=_keep
)


def _grid(program: Program, params: Params) -> Grid:
    return sheet_grid(program, VIEW, params)


def _edit(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    return edit_sheet(program, VIEW, typed, "Mensen wijzigen")


def _people(program: Program, request: Request) -> Response:
    data = program.desk.checked.data
    return render(
        program,
        "mensen.html.jinja",
        here="/mensen",
        cell=cell_to_show(program, VIEW, request.query_params.get("cel", "")),
        schools=[] if data is None else data.schools,
        roles=tuple(labels.ROLES.values()),
        people=() if data is None else data.persons,
        time_limit="" if data is None else data.settings.time_limit,
        **screening_facts(program),
    )


ROUTES: tuple[Route, ...] = (
    screen("/mensen", _people),
    *grid_routes("/blad/mensen", _grid, _edit, "Mensen"),
)
