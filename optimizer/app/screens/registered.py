"""Registered hours or tickets beside the norm: read, linked to tasks, taken over where asked."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.registrations import Record
from optimizer.app import words
from optimizer.app.files import as_file
from optimizer.app.grid import Grid, Params, Typed, grid_routes
from optimizer.app.program import LaidBeside, Program
from optimizer.app.sheet_edit import edit_sheet
from optimizer.app.sheet_grid import SheetView, sheet_grid
from optimizer.app.web import Fields, Reply, action, render, screen, uploaded
from optimizer.flows.registrations import compare, read_records
from optimizer.report.text import describe_issue
from optimizer.workbook.read.headers import locate
from optimizer.workbook.template.registration_sheets import LINKS, REGISTERED
from optimizer.workbook.write.cell_edits import write_edits

HERE = "/taken/uren"
FILES = (".csv", ".txt", ".xlsx", ".xlsm")
TABLE = SheetView(REGISTERED, ("task", "title"), typed="take")
TEXTS = SheetView(LINKS, ("what",), typed="task")


def _page(program: Program, request: Request) -> Response:
    raw = program.desk.checked.raw
    has_sheets = all(locate(raw, sheet) is not None for sheet in (REGISTERED, LINKS))
    return render(program, "uren.html.jinja", here="/taken", has_sheets=has_sheets)


def _part(program: Program, request: Request) -> Response:
    return render(program, "_uren.html.jinja")


def _read(program: Program, name: str, content: bytes) -> Reply:
    with as_file(name, content) as path:
        read = read_records(program.desk.checked.usable().data, path)
    return _lay(program, read.records, [describe_issue(issue) for issue in read.issues])


def _again(program: Program, fields: Fields) -> Reply:
    """With what was typed in the grids since."""
    laid = program.laid_beside
    return _lay(program, laid.records, laid.problems)


def _lay(program: Program, records: tuple[Record, ...], problems: Sequence[str]) -> Reply:
    """One step that can be undone; a workbook that lacks the sheets gets them at once."""
    desk = program.desk
    made = compare(desk.checked, records)
    if made.grown is None:
        desk.edit(made.edits, "Geregistreerde uren")
    elif desk.is_dirty:
        return Reply(errors=(words.FIRST_SAVE,))
    else:
        write_edits(made.raw, made.edits, desk.opened.path, grown=made.grown)
        desk.reload()
    lines = made.found.lines(desk.checked.usable().data)
    program.laid_beside = LaidBeside(records, lines, tuple(problems))
    desk.tell("vraag")
    return Reply(go="" if made.grown is None else HERE)


def _table(program: Program, params: Params) -> Grid:
    return sheet_grid(program, TABLE, params)


def _edit_table(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    return edit_sheet(program, TABLE, typed, "Jaarcijfer overnemen")


def _texts(program: Program, params: Params) -> Grid:
    return sheet_grid(program, TEXTS, params)


def _edit_texts(program: Program, typed: Sequence[Typed], params: Params) -> Reply:
    return edit_sheet(program, TEXTS, typed, "Registraties koppelen")


ROUTES: tuple[Route, ...] = (
    screen(HERE, _page),
    screen("/deel/uren", _part),
    uploaded("/doe/uren/lees", _read, FILES),
    action("/doe/uren/nog-eens", _again),
    *grid_routes("/blad/registratie", _table, _edit_table, "Geregistreerde uren"),
    *grid_routes("/blad/koppeling", _texts, _edit_texts, "Koppeling"),
)
