"""What the summary says of the plan that stands beside it: values and bounds, as claims."""

from collections.abc import Iterator

from models.issues import Issue
from models.result import LevelResult
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.headers import locate
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell, RawWorkbook
from optimizer.workbook.read.rows import Row
from optimizer.workbook.template.output_sheets import SUMMARY


def parse_summary(raw: RawWorkbook) -> tuple[LevelResult, ...]:
    """The levels with the value and the bound that stand there; what cannot be read is left out."""
    located = locate(raw, SUMMARY)
    if located is None:
        return ()
    rows = [Row(located, number, []) for number in located.data_rows()]
    return tuple(level for row in rows for level in _levels(row))


def _levels(row: Row) -> Iterator[LevelResult]:
    for level, word in labels.LEVELS.items():
        if fold(row.text("item")) == fold(f"niveau {word}"):
            value, bound = (_whole(row.cell(key)) for key in ("value", "bound"))
            if value is not None:
                yield LevelResult(level, value, bound)


def _whole(cell: RawCell) -> int | None:
    found = values.whole(cell)
    return None if isinstance(found, Issue) else found
