"""Schools and pots, with what they come to in hours a year; and the settings."""

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from optimizer.app.grid import Grid, Params, Typed, grid_routes
from optimizer.app.program import Program
from optimizer.app.sheet_edit import edit_sheet
from optimizer.app.sheet_grid import SheetView, cell_to_show, sheet_grid
from optimizer.app.web import Reply, render, screen
from optimizer.flows.means import fits, person_hours, pots
from optimizer.report.wording import FUNDING_WORDS
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.input_sheets import SCHOOLS, SETTINGS

SCHOOL_VIEW = SheetView(SCHOOLS, ("code", "name"))


def _keep_setting(cells: Mapping[str, str], params: Params) -> bool:
    word = fold(params.get("zoek", ""))
    return not word or word in fold(f"{cells.get('key', '')} {cells.get('explanation', '')}")


SETTING_VIEW = SheetView(SETTINGS, ("key",), keep=_keep_setting, typed="value")


def _schools(program: Program, params: Params) -> Grid:
    return sheet_grid(program, SCHOOL_VIEW, params)


def _edit_schools(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    return edit_sheet(program, SCHOOL_VIEW, typed, "Scholen wijzigen")


def _settings(program: Program, params: Params) -> Grid:
    return sheet_grid(program, SETTING_VIEW, params)


def _edit_settings(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    return edit_sheet(program, SETTING_VIEW, typed, "Instellingen wijzigen")


def hours_facts(program: Program) -> dict[str, object]:
    """What the pots and the people come to, and whether it fits."""
    instance, judged = program.desk.checked.instance, program.desk.judged
    if instance is None:
        return {"pots": [], "fits": [], "total": 0, "demand": 0}
    plan = judged.plan if judged is not None else None
    found = fits(instance)
    titles = {task.key: task.task.title for task in instance.tasks}
    return {
        "pots": [(FUNDING_WORDS[pot.key.funding], pot) for pot in pots(instance, plan)],
        "fits": [
            (labels.CLUSTERS[fit.cluster], fit, [(key, titles[key]) for key in fit.nobody])
            for fit in found
        ],
        "total": sum(person_hours(instance).values()),
        "demand": sum(fit.demand for fit in found),
    }


def _means(program: Program, request: Request) -> Response:
    cell = cell_to_show(program, SCHOOL_VIEW, request.query_params.get("cel", ""))
    return render(
        program, "middelen.html.jinja", here="/middelen", cell=cell, **hours_facts(program)
    )


def _part(program: Program, request: Request) -> Response:
    return render(program, "_middelen.html.jinja", **hours_facts(program))


def _fit_part(program: Program, request: Request) -> Response:
    return render(program, "_past.html.jinja", **hours_facts(program))


def _setting_page(program: Program, request: Request) -> Response:
    cell = cell_to_show(program, SETTING_VIEW, request.query_params.get("cel", ""))
    return render(program, "instellingen.html.jinja", here="/middelen", cell=cell)


ROUTES: tuple[Route, ...] = (
    screen("/middelen", _means),
    screen("/middelen/instellingen", _setting_page),
    screen("/deel/middelen", _part),
    screen("/deel/past", _fit_part),
    *grid_routes("/blad/scholen", _schools, _edit_schools, "Scholen"),
    *grid_routes("/blad/instellingen", _settings, _edit_settings, "Instellingen"),
)
