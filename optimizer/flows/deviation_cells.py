"""Rows of the sheet of deviations as edits of cells: one more, or one out of use."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.eligibility import deviations_for
from models.plan import TaskKey
from models.problem import Deviation, PersonCode
from models.vocabulary import DeviationKind
from optimizer.flows.checking import Checked
from optimizer.workbook import labels
from optimizer.workbook.read.headers import Located, locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.record_cells import record_cells
from optimizer.workbook.template.input_sheets import DEVIATIONS
from optimizer.workbook.write.cell_edits import CellEdit


def added(checked: Checked, rows: Iterable[tuple[Deviation, str]]) -> list[CellEdit]:
    """The cells of rows more, each with its remark, below the last one.

    Raises
    ------
    LookupError
        When the workbook has no sheet of deviations.
    """
    located = locate(checked.raw, DEVIATIONS)
    if located is None:
        raise LookupError(DEVIATIONS.name)
    first = max(located.data_rows(), default=located.header_row) + 1
    return [
        edit
        for number, (deviation, remark) in enumerate(rows, start=first)
        for edit in _cells(located, number, deviation, remark)
    ]


def _cells(located: Located, row: int, deviation: Deviation, remark: str) -> list[CellEdit]:
    values = record_cells(DEVIATIONS, deviation) | {"remark": remark or None}
    return [
        CellEdit(located.sheet.cell(row, column).where, values.get(key))
        for key, column in located.columns.items()
        if values.get(key) is not None
    ]


def removed(rows: Iterable[Deviation]) -> list[CellEdit]:
    """The edits that put rows out of use; they stay to be read."""
    return [CellEdit(row.where, labels.NONE) for row in rows if row.where is not None]


def rows_about(
    checked: Checked, kind: DeviationKind, key: TaskKey, person: PersonCode
) -> list[Deviation]:
    """The rows of a kind about a task at a unit and a person."""
    data = checked.data
    return [] if data is None else deviations_for(data, kind, key, person)


@dataclass(frozen=True)
class Said:
    """What a row of deviations says of one task at one unit and one person.

    `kind` is empty for a row that was put out of use; the texts are those of the sheet.
    """

    kind: str
    value: str
    remark: str


def said_about(checked: Checked, key: TaskKey, person: PersonCode) -> Iterator[Said]:
    """Every row that names just these, in the order of the sheet: those out of use as well."""
    located = locate(checked.raw, DEVIATIONS)
    if located is None:
        return
    wanted = [fold(str(each)) for each in (key.task, key.unit, person)]
    for row in located.data_rows():
        if [fold(located.text(row, each)) for each in ("task", "unit", "person")] == wanted:
            kind, value, remark = (located.text(row, each) for each in ("kind", "value", "remark"))
            yield Said("" if kind == labels.NONE else kind, value, remark)
