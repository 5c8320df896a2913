"""A sheet of the workbook as a grid: its rows where they stand, and empty ones to go on in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.issues import CellRef, Issue, Severity
from optimizer.app.grid import Cell, Grid, GridColumn, GridRow, Params
from optimizer.app.program import Program
from optimizer.flows.checking import Checked
from optimizer.flows.typed_cells import (
    NUMERIC,
    shown_text,
)
from optimizer.report.text import describe_issue
from optimizer.workbook.read.columns import Column, ColumnKind, Sheet
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.parse_people import competence_columns
from optimizer.workbook.read.records import Collected
from optimizer.workbook.template.input_sheets import PERSONS, SETTINGS, TASKS

EMPTY_ROWS = 40
"""Rows below the last one: what is pasted from Excel fits in most of the time."""
PIXELS = 8.6
"""Of one character."""
FOLLOWS = "Zoals de rol zegt; typ een niveau als het bij deze persoon anders is."
DIFFERS = "Wijkt af van de rol, die {default} zegt."
NOTHING = "0"
"""A level that need not be told where nobody typed it."""
LEVEL = "level:"
"""Before the name of a competence, in the key of its column."""

Defaults = Mapping[str, Mapping[str, str]]
"""What an empty cell means, by code of the record and key of the column."""
Derived = Mapping[str, Mapping[str, Cell]]
"""Cells that the program computes, by code of the record and key of the column."""


@dataclass(frozen=True)
class SheetView:
    """What is shown of a sheet.

    Attributes
    ----------
    sheet
        The sheet.
    frozen
        Keys of the columns that stay in sight.
    hidden
        Keys of columns that are not shown.
    added
        Columns that the program computes, after those that stay in sight.
    derive
        Their cells.
    keep
        Whether a record is shown under a filter.
    css
        Classes of a row, by code of its record.
    defaults
        What an empty cell means, where another sheet says it; a cell that says otherwise is marked.
    typed
        The key of the only column to type in, when there is but one.
    """

    sheet: Sheet
    frozen: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    added: tuple[GridColumn, ...] = ()
    derive: Callable[[Program], Derived] = lambda program: {}
    keep: Callable[[Mapping[str, str], Params], bool] = lambda cells, params: True
    css: Callable[[Mapping[str, str]], str] = lambda cells: ""
    defaults: Callable[[Program], Defaults] = lambda program: {}
    typed: str = ""

    @property
    def is_given(self) -> bool:
        """Whether the rows are those of the program: they stand there, and none is added."""
        return bool(self.typed)


def sheet_grid(program: Program, view: SheetView, params: Params) -> Grid:
    """The grid of a sheet; without rows when the sheet is not there."""
    checked = program.desk.checked
    located = locate(checked.raw, view.sheet)
    if located is None:
        return Grid((), ())
    columns = shown_columns(located, view, checked)
    rows = _rows(located, view, columns, program, params)
    return Grid([_grid_column(column, view) for column in columns], rows)


@dataclass(frozen=True)
class ShownColumn:
    """A column that is shown: ours, a competence (`number` in the sheet), or a computed one."""

    key: str
    column: Column | None = None
    number: int = 0
    added: GridColumn | None = None


def shown_columns(located: Located, view: SheetView, checked: Checked) -> list[ShownColumn]:
    """The columns in order: those that stay in sight, computed ones, ours, competences."""
    known = {
        column.key: ShownColumn(column.key, column, located.columns[column.key])
        for column in view.sheet.columns
        if column.key in located.columns and not column.result and column.key not in view.hidden
    }
    front = [known[key] for key in view.frozen if key in known]
    rest = [shown for key, shown in known.items() if key not in view.frozen]
    levels = _competences(located, checked) if view.sheet is PERSONS else []
    return [*front, *(ShownColumn(each.key, added=each) for each in view.added), *rest, *levels]


def _competences(located: Located, checked: Checked) -> list[ShownColumn]:
    data = checked.data
    tasks = data.tasks if data is not None else ()
    asked = frozenset(name for task in tasks for name in task.required)
    found = competence_columns(located, asked, Collected())
    return [
        ShownColumn(f"{LEVEL}{name}", Column(name, name, "", ColumnKind.LEVEL), number)
        for name, number in found.items()
    ]


def _grid_column(shown: ShownColumn, view: SheetView) -> GridColumn:
    if shown.added is not None:
        return shown.added
    column = shown.column
    assert column is not None
    default = f" Leeg: {column.default}." if column.default else ""
    return GridColumn(
        key=shown.key,
        title=column.header,
        width=_width(column),
        help=f"{column.help}{default}",
        frozen=shown.key in view.frozen,
        fixed=view.is_given and column.key != view.typed,
        numeric=column.kind in NUMERIC,
        options=column.choices,
    )


def _width(column: Column) -> int:
    longest = max(len(word) for word in column.header.split())
    return int(max(min(column.width, 46), longest + 2, 6) * PIXELS)


def _rows(
    located: Located,
    view: SheetView,
    columns: Sequence[ShownColumn],
    program: Program,
    params: Params,
) -> list[GridRow]:
    issues = _issues(program.desk.checked.issues, located.sheet.name)
    edited = {edit.where for edit in program.desk.draft.edits}
    derived, defaults = view.derive(program), view.defaults(program)
    rows = []
    for number in _numbers(located, view):
        texts = {s.key: _text(located, number, s) for s in columns if s.added is None}
        if not any(texts.values()) or view.keep(texts, params):
            code = _key_of(view.sheet, texts)
            marks = _Marks(issues, edited, derived.get(code, {}), defaults.get(code, {}))
            rows.append(_row(located, number, columns, texts, marks, view))
    return rows


@dataclass(frozen=True)
class _Marks:
    """What is to be seen at the cells of a row."""

    issues: Mapping[str, list[Issue]]
    edited: set[CellRef]
    derived: Mapping[str, Cell]
    defaults: Mapping[str, str]


def _numbers(located: Located, view: SheetView) -> Iterable[int]:
    """The rows with something in them, then empty ones where rows can be added."""
    filled = [row for row in located.sheet.rows if row > located.header_row]
    last = max(filled, default=located.header_row)
    if view.is_given:
        return [row for row in filled if located.text(row, view.frozen[0])]
    return range(located.header_row + 1, last + EMPTY_ROWS + 1)


def _text(located: Located, number: int, shown: ShownColumn) -> str:
    return shown_text(located.sheet.cell(number, shown.number))


def _key_of(sheet: Sheet, texts: Mapping[str, str]) -> str:
    return texts.get("number" if sheet is TASKS else "key" if sheet is SETTINGS else "code", "")


def _row(
    located: Located,
    number: int,
    columns: Sequence[ShownColumn],
    texts: Mapping[str, str],
    marks: _Marks,
    view: SheetView,
) -> GridRow:
    cells: dict[str, Cell] = {}
    for shown in columns:
        if shown.added is not None:
            cells[shown.key] = marks.derived.get(shown.key, "")
            continue
        where = located.sheet.cell(number, shown.number).where
        cells[shown.key] = _cell(texts[shown.key], where, marks, marks.defaults.get(shown.key, ""))
    is_title = view.sheet is TASKS and bool(texts.get("cluster")) and not texts.get("number")
    css = "titel" if is_title and not texts.get("title") else view.css(texts)
    return GridRow(str(number), cells, css)


def _cell(text: str, where: CellRef, marks: _Marks, default: str) -> Cell:
    found = marks.issues.get(where.cell, [])
    classes, told = [], [describe_issue(issue) for issue in found]
    if found:
        is_error = any(issue.severity is Severity.ERROR for issue in found)
        classes.append("fout" if is_error else "let-op")
    if where in marks.edited:
        classes.append("gewijzigd")
    if default and text != default and (text or default != NOTHING):
        classes.append("anders" if text else "rol")
        told.append((DIFFERS if text else FOLLOWS).format(default=default))
    if not classes:
        return text
    hint = {"t": " ".join(told)} if told else {}
    return {"v": text or default, "e": text, "c": " ".join(classes), **hint}


def _issues(issues: Iterable[Issue], sheet: str) -> Mapping[str, list[Issue]]:
    found: dict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        if issue.where is not None and issue.where.sheet == sheet:
            found[issue.where.cell].append(issue)
    return found


def cell_to_show(program: Program, view: SheetView, asked: str) -> dict[str, str] | None:
    """The row and the column of a cell that another screen points to, such as `Personen!C5`."""
    sheet, _, cell = asked.rpartition("!")
    located = locate(program.desk.checked.raw, view.sheet)
    if located is None or fold(located.sheet.name) != fold(sheet):
        return None
    for shown in shown_columns(located, view, program.desk.checked):
        for number in _numbers(located, view):
            if located.sheet.cell(number, shown.number or 1).where.cell == cell:
                return {"row": str(number), "column": shown.key}
    return None
