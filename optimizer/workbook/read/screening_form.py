"""A filled screening form to what somebody says of herself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from models.issues import Issue, warning
from models.problem import PersonCode, TaskNumber
from models.screening import ScreeningAnswer
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell, RawSheet, read_workbook
from optimizer.workbook.template.screening_form import CODE_LABEL, LEVELS, OWN_HEADER, SHEET

WISHES = (-2, -1, 0, 1, 2)
_FIRST = 1
"""Column of the names."""
_Name = TypeVar("_Name")


@dataclass(frozen=True)
class ReadForm:
    """One form: `answer` is `None` when it is nobody's of the workbook, or no form at all."""

    answer: ScreeningAnswer | None
    issues: tuple[Issue, ...]


def read_form(
    path: Path,
    persons: frozenset[PersonCode],
    competences: frozenset[str],
    tasks: frozenset[TaskNumber],
) -> ReadForm:
    """Read a form; answers outside their scale are left out and reported with their cell.

    Raises
    ------
    WorkbookError
        When the file is no workbook.
    """
    sheets = {sheet.name: sheet for sheet in read_workbook(path).sheets}
    if SHEET not in sheets:
        return ReadForm(None, (warning("form-unknown", file=path.name),))
    form = _Form(sheets[SHEET])
    code = form.code()
    if code not in persons:
        return ReadForm(None, (warning("form-of-nobody", file=path.name, found=code),))
    clusters = {fold(word): cluster for cluster, word in labels.CLUSTERS.items()}
    answer = ScreeningAnswer(
        person=PersonCode(code),
        levels=dict(form.numbers({fold(name): name for name in competences}, LEVELS)),
        cluster_wishes=dict(form.numbers(clusters, WISHES)),
        task_wishes=dict(form.numbers({fold(number): number for number in tasks}, WISHES)),
    )
    return ReadForm(answer, tuple(form.issues))


class _Form:
    """Looks up the answers on one sheet, by what stands at the start of a row."""

    def __init__(self, sheet: RawSheet) -> None:
        self._sheet = sheet
        self.issues: list[Issue] = []

    def code(self) -> str:
        """The code of the person whose form it is."""
        for cells in self._sheet.rows.values():
            if fold(str(_value(cells, _FIRST))) == CODE_LABEL:
                return str(_value(cells, _FIRST + 1)).strip()
        return ""

    def numbers(
        self, names: Mapping[str, _Name], scale: tuple[int, ...]
    ) -> Iterator[tuple[_Name, int]]:
        """The answer of every row that begins with one of the names."""
        column = self._answer_column()
        for cells in self._sheet.rows.values():
            chosen = next((names[word] for word in _starts(cells) if word in names), None)
            if chosen is None or column not in cells or cells[column].is_empty:
                continue
            cell = cells[column]
            found = _whole(cell)
            if found in scale:
                yield chosen, found
            else:
                expected = f"{scale[0]} tot {scale[-1]}"
                self.issues.append(
                    warning("form-answer", cell.where, found=cell.value, expected=expected)
                )

    def _answer_column(self) -> int:
        """Where the answers stand, under their header."""
        for cells in self._sheet.rows.values():
            for column, cell in cells.items():
                if fold(str(cell.value or "")) == fold(OWN_HEADER):
                    return column
        return 0


def _value(cells: Mapping[int, RawCell], column: int) -> object:
    return cells[column].value if column in cells else ""


def _starts(cells: Mapping[int, RawCell]) -> Iterator[str]:
    """What a row may be about: its text, the name before a colon, or the number before a title."""
    text = str(_value(cells, _FIRST) or "").strip()
    yield fold(text)
    yield fold(text.partition(":")[0])
    yield fold(text.partition(" ")[0])


def _whole(cell: RawCell) -> int | None:
    try:
        number = float(str(cell.value).replace(",", "."))
    except ValueError:
        return None
    return int(number) if number.is_integer() else None
