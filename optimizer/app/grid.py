"""Grids as the browser draws them: columns, rows, and after the first time what changed."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import count
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from models.errors import TaakverdelerError
from optimizer.app import words
from optimizer.app.program import Program
from optimizer.app.web import (
    Fields,
    Reply,
    action,
    download,
    program_of,
    render,
    screen,
)

Cell = str | Mapping[str, object]
"""What a cell shows; or `v` shown, `e` to edit, `c` classes, `t` explanation, `r` fixed."""
Params = Mapping[str, str]
"""The fields of the filter above a grid."""
Typed = tuple[str, str, str]
"""Row, column and text of a cell that was edited."""
MOST_KEPT = 4
"""Answers that are remembered per grid and filter: windows are rarely further behind."""


@dataclass(frozen=True)
class GridColumn:
    """A column of a grid.

    Attributes
    ----------
    key, title, width
        Its name in the code, its header, its width in pixels.
    help
        What is told about it.
    frozen
        Whether it stays in sight when the grid is scrolled sideways; such columns come first.
    fixed
        Whether its cells cannot be edited.
    numeric
        Whether its cells stand to the right.
    options
        The words that are offered.
    css
        Classes of its header.
    bar
        A load under the header: `share` in per cent, `text`, and whether it is `over`.
    empty_css
        Classes of the cells that the rows do not name.
    """

    key: str
    title: str
    width: int
    help: str = ""
    frozen: bool = False
    fixed: bool = False
    numeric: bool = False
    options: tuple[str, ...] = ()
    css: str = ""
    bar: Mapping[str, object] | None = None
    empty_css: str = ""

    def json(self) -> dict[str, object]:
        """As the browser reads it."""
        return {
            "k": self.key, "t": self.title, "w": self.width, "h": self.help, "f": self.frozen,
            "r": self.fixed, "n": self.numeric, "o": self.options, "c": self.css, "b": self.bar,
            "d": self.empty_css,
        }  # fmt: skip


@dataclass(frozen=True)
class GridRow:
    """A row: its name, its cells by key of the column, classes, and whether it is fixed."""

    id: str
    cells: Mapping[str, Cell]
    css: str = ""
    fixed: bool = False

    def json(self) -> dict[str, object]:
        """As the browser reads it."""
        return {"i": self.id, "c": dict(self.cells), "x": self.css, "r": self.fixed}


@dataclass(frozen=True)
class Grid:
    """Everything that a grid shows."""

    columns: Sequence[GridColumn]
    rows: Sequence[GridRow]


_serials = count(1)
"""A number says which answer a window has: of which grid, under which filter, as it was when."""


@dataclass
class GridMemory:
    """What the windows were told of one grid, so that the next answer holds only what changed.

    `told` holds the last answers by their number, the newest last; `state` is the state of the
    work that the last was about.
    """

    serial: int = 0
    state: int = -1
    told: dict[int, tuple[list[Any], dict[str, Any]]] = field(default_factory=dict)

    def answer(self, grid: Grid, since: int) -> dict[str, object]:
        """The grid, or what differs from what was told at `since`."""
        columns = [column.json() for column in grid.columns]
        rows = {row.id: row.json() for row in grid.rows}
        if self.told.get(self.serial) != (columns, rows):
            self.serial = next(_serials)
            self.told[self.serial] = (columns, rows)
            for old in list(self.told)[:-MOST_KEPT]:
                del self.told[old]
        known = self.told.get(since)
        if known is None:
            order = list(rows)
            return {"version": self.serial, "columns": columns, "order": order,
                    "rows": list(rows.values())}  # fmt: skip
        return self._difference(columns, rows, known)

    def is_known(self, since: int, state: int) -> bool:
        """Whether a window that was told of `since` has nothing to learn in this state."""
        return since == self.serial and state == self.state

    def nothing(self) -> dict[str, object]:
        """An answer in which nothing changed."""
        return {"version": self.serial, "columns": None, "order": None, "rows": []}

    def _difference(
        self, columns: list[Any], rows: dict[str, Any], known: tuple[list[Any], dict[str, Any]]
    ) -> dict[str, object]:
        before_columns, before = known
        return {
            "version": self.serial,
            "columns": None if columns == before_columns else columns,
            "order": None if list(rows) == list(before) else list(rows),
            "rows": [row for name, row in rows.items() if before.get(name) != row],
        }


FORMULA_STARTS = ("=", "+", "-", "@", "\t")
"""What Excel would read as the beginning of a formula."""

View = Callable[[Program, Params], Grid]
Edit = Callable[[Program, Sequence[Typed], Params], Reply]


def grid_routes(path: str, view: View, edit: Edit, title: str) -> tuple[Route, ...]:
    """A grid at an address: asked for with GET, edited with POST, and what it shows on paper."""
    memories: dict[tuple[int, tuple[tuple[str, str], ...]], GridMemory] = {}

    async def shown(request: Request) -> Response:
        program = program_of(request)
        params = dict(request.query_params)
        since = int(params.pop("vanaf", "-1"))
        memory = memories.setdefault((id(program), tuple(sorted(params.items()))), GridMemory())
        return await run_in_threadpool(_shown, program, view, params, memory, since)

    def edited(program: Program, fields: Fields) -> Reply:
        try:
            typed = [(str(row), str(column), str(text)) for row, column, text in fields["cellen"]]
        except (KeyError, TypeError, ValueError):
            return Reply(errors=(words.NOT_UNDERSTOOD,))
        return edit(program, typed, fields)

    def exported(program: Program, request: Request) -> Response:
        grid = view(program, dict(request.query_params))
        return download(csv_of(grid), f"{title}.csv", "text/csv")

    def printed(program: Program, request: Request) -> Response:
        grid = view(program, dict(request.query_params))
        return render(program, "afdruk.html.jinja", title=title, table=table_of(grid), here="")

    return (
        Route(path, shown),
        action(path, edited),
        screen(f"{path}/uitvoer", exported),
        screen(f"{path}/afdruk", printed),
    )


def table_of(grid: Grid) -> list[list[str]]:
    """What a grid shows, headers first; rows without anything are left out."""
    keys = [column.key for column in grid.columns]
    rows = [[_text(row.cells.get(key, "")) for key in keys] for row in grid.rows]
    return [[column.title for column in grid.columns], *(row for row in rows if any(row))]


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else str(cell.get("v", ""))


def csv_of(grid: Grid) -> bytes:
    """What a grid shows, as a Dutch Excel opens it; no text can become a formula there."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    for row in table_of(grid):
        writer.writerow([f"'{text}" if text[:1] in FORMULA_STARTS else text for text in row])
    return target.getvalue().encode("utf-8-sig")


def _shown(
    program: Program, view: View, params: Params, memory: GridMemory, since: int
) -> Response:
    with program.desk.lock:
        state = program.desk.version
        if memory.is_known(since, state):
            return JSONResponse(memory.nothing())
        try:
            grid = view(program, params)
        except (TaakverdelerError, LookupError):
            grid = Grid((), ())
        memory.state = state
        return JSONResponse(memory.answer(grid, since))
