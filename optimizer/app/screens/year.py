"""The year: what people are planned for per month beside what they have, and when work comes."""

from collections.abc import Iterable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.school_calendar import MONTHS
from optimizer.app import words
from optimizer.app.grid import Cell, Grid, GridColumn, GridRow, Params, Typed, grid_routes
from optimizer.app.program import Program
from optimizer.app.sheet_edit import edit_sheet
from optimizer.app.sheet_grid import SheetView, cell_to_show, sheet_grid
from optimizer.app.web import Reply, render, screen
from optimizer.explain.answer import Row
from optimizer.report.dutch import dutch
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.calendar_sheet import (
    PEOPLE,
    PLANNED,
    REMARK,
    TASKS,
)
from optimizer.workbook.template.year_sheet import YEAR

BUSY = 2
"""A month with so many times the work of an even year is coloured."""
TOTAL = "year"
PERIODS = tuple(f"month_{month}" for month in MONTHS)
FRONT = (
    GridColumn("code", "code", 60, frozen=True, fixed=True),
    GridColumn("name", "naam", 240, frozen=True, fixed=True),
)
COLUMNS = (
    *FRONT,
    *(GridColumn(f"month_{month}", labels.MONTHS[month], 92, fixed=True, numeric=True)
      for month in MONTHS),
    GridColumn(TOTAL, "jaar", 96, fixed=True, numeric=True),
)  # fmt: skip
YEAR_VIEW = SheetView(YEAR, ("kind", "name"))


def _rows(program: Program, part: str) -> list[Row]:
    """The rows of the calendar about people, tasks or remarks; none without a plan."""
    return [row for row in program.calendar if row["part"] == part]


def _people(program: Program, params: Params) -> Grid:
    """Planned of available hours, per person and month."""
    planned: dict[str, Row] = {}
    available: dict[str, Row] = {}
    for row in _rows(program, PEOPLE):
        (planned if row["what"] == PLANNED else available)[str(row["code"])] = row
    rows = [_person(planned[code], available[code]) for code in planned if code in available]
    return Grid(COLUMNS, [row for row in rows if _is_shown(row, params)])


def _person(planned: Row, available: Row) -> GridRow:
    cells = {key: _beside(_hours(planned, key), _hours(available, key))
             for key in (*PERIODS, TOTAL)}  # fmt: skip
    return GridRow(str(planned["code"]), {**_names(planned), **cells})


def _beside(work: float, there_is: float) -> Cell:
    if not work and not there_is:
        return ""
    text = f"{_number(work)} / {_number(there_is)}"
    if work <= there_is:
        return {"v": text, "c": "rond" if work else ""}
    return {"v": text, "c": "fout", "t": words.TOO_MUCH.format(hours=_number(work - there_is))}


def _tasks(program: Program, params: Params) -> Grid:
    """When the work of every task comes."""
    rows = [_task(row) for row in _rows(program, TASKS)]
    return Grid(COLUMNS, [row for row in rows if _is_shown(row, params)])


def _task(row: Row) -> GridRow:
    even = _hours(row, TOTAL) / len(MONTHS)
    cells: dict[str, Cell] = {TOTAL: _number(_hours(row, TOTAL))}
    for key in PERIODS:
        hours = _hours(row, key)
        text = _number(hours) if hours else ""
        cells[key] = {"v": text, "c": "tekort", "t": words.PEAK} if hours > BUSY * even else text
    return GridRow(str(row["code"]), {**_names(row), **cells})


def _names(row: Row) -> dict[str, Cell]:
    return {"code": str(row["code"]), "name": str(row["name"] or "")}


def _hours(row: Row, key: str) -> float:
    value = row.get(key)
    return float(value) if isinstance(value, int | float) else 0.0


def _number(hours: float) -> str:
    return dutch(round(hours, 1))


def _is_shown(row: GridRow, params: Mapping[str, str]) -> bool:
    word = fold(params.get("zoek", ""))
    return not word or word in fold(f"{row.cells['code']} {row.cells['name']}")


def _fixed(program: Program, typed: Iterable[Typed], params: Params) -> Reply:
    return Reply(errors=(words.COMPUTED,))


def _sheet(program: Program, params: Params) -> Grid:
    return sheet_grid(program, YEAR_VIEW, params)


def _edit(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    return edit_sheet(program, YEAR_VIEW, typed, "Jaar wijzigen")


def _facts(program: Program) -> dict[str, object]:
    judged = program.desk.judged
    return {
        "has_plan": judged is not None and judged.is_kept,
        "has_rows": bool(_rows(program, PEOPLE)),
        "remarks": [str(row["name"]) for row in _rows(program, REMARK)],
    }


def _year(program: Program, request: Request) -> Response:
    return render(program, "jaar.html.jinja", here="/jaar", **_facts(program))


def _part(program: Program, request: Request) -> Response:
    return render(program, "_jaar.html.jinja", **_facts(program))


def _days(program: Program, request: Request) -> Response:
    cell = cell_to_show(program, YEAR_VIEW, request.query_params.get("cel", ""))
    return render(program, "dagen.html.jinja", here="/jaar", cell=cell)


ROUTES: tuple[Route, ...] = (
    screen("/jaar", _year),
    screen("/jaar/dagen", _days),
    screen("/deel/jaar", _part),
    *grid_routes("/blad/jaar-mensen", _people, _fixed, "Mensen per maand"),
    *grid_routes("/blad/jaar-taken", _tasks, _fixed, "Taken per maand"),
    *grid_routes("/blad/jaar", _sheet, _edit, "Jaar"),
)
