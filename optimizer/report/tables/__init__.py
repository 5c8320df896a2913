"""The result as tables: one per sheet with results, columns by key of the sheet."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from optimizer.explain.answer import Answer, Row
from optimizer.report.tables.agreements import agreement_rows
from optimizer.report.tables.allocation import allocation_rows
from optimizer.report.tables.calendar import calendar_rows
from optimizer.report.tables.gaps import gap_rows
from optimizer.report.tables.people import person_rows
from optimizer.report.tables.points import points_rows
from optimizer.report.tables.schools import school_rows
from optimizer.report.tables.summary import summary_rows
from optimizer.report.tables.task_results import task_rows
from optimizer.report.tables.year import year_rows

if TYPE_CHECKING:
    import pandas as pd

TABLES: Mapping[str, Callable[[Answer], list[Row]]] = {
    "tasks": task_rows,
    "schools": points_rows,
    "year": year_rows,
    "allocation": allocation_rows,
    "per_person": person_rows,
    "per_school": school_rows,
    "agreements": agreement_rows,
    "gaps": gap_rows,
    "calendar": calendar_rows,
    "summary": summary_rows,
}


def all_rows(answer: Answer) -> dict[str, list[Row]]:
    """The rows of every table, by the key of its sheet."""
    return {key: rows(answer) for key, rows in TABLES.items()}


def data_frames(answer: Answer) -> "dict[str, pd.DataFrame]":
    """Every table as a data frame; cells keep their own type, an empty cell is `None`."""
    import pandas as pd

    return {key: pd.DataFrame(rows, dtype=object) for key, rows in all_rows(answer).items()}
