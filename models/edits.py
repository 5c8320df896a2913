"""Which one cell of the workbook a change edits, and what it then means."""

from models.changes import (
    Change,
    CompetenceChange,
    RequirementChange,
    Value,
    place_of,
    row_cell,
)
from models.issues import CellRef
from models.problem import ProblemData


def cell_to_edit(data: ProblemData, change: Change) -> CellRef | None:
    """The one cell that makes a change; `None` when the workbook has no such cell.

    Unlike `models.changes.cell_of` it never falls back on the cell of the row's key. A row of
    deviations is put out of use in the cell of its kind, a pinned row in the cell of its mark.
    """
    place = place_of(change)
    return row_cell(change) if place is None else data.sources.get((*place,))


def value_after(change: Change) -> Value:
    """What the field holds after a change; `None` for a row or mark that is taken away."""
    match change:
        case CompetenceChange(level=level) | RequirementChange(level=level):
            return level
        case _:
            return getattr(change, "value", None)
