"""What answers of the guided start do to the cells of a workbook, as facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from optimizer.workbook.read.parse_steps import RowKey, SetCell
from optimizer.workbook.write.cell_edits import CellEdit


class Fate(StrEnum):
    """What happened to a cell: filled in, put back, left as somebody made it, or not there."""

    SET = "set"
    BACK = "back"
    LEFT = "left"
    ABSENT = "absent"


@dataclass(frozen=True)
class Told:
    """A cell that an answer is about, and what happened to it."""

    fate: Fate
    cell: SetCell


@dataclass(frozen=True)
class Outcome:
    """What is to be written, what every row of the steps has set by now, and what is told."""

    edits: tuple[CellEdit, ...]
    kept: Mapping[RowKey, tuple[SetCell, ...]]
    told: tuple[Told, ...]
