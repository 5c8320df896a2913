"""The overview of a batch: a row of cells per workbook."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from models.result import LevelResult
from models.settings import Level
from optimizer.explain.answer import Row, percent
from optimizer.report.batch_row import ALL, WITH_PLAN, ItemStatus, Json
from optimizer.report.batch_text import describe_status
from optimizer.report.level_text import LevelWords

MOST_NAMES = 3
"""Schools that a cell of the overview names."""


def overview_rows(rows: Iterable[Json]) -> list[Row]:
    """The cells of every workbook, by key of their column."""
    return [_cells(row) for row in rows]


def _cells(row: Mapping[str, Any]) -> Row:
    status, source = ItemStatus(row["status"]), PurePath(row["source"])
    cells: Row = {
        "workbook": source.name,
        "folder": str(source.parent),
        "schools": _schools(row.get("schools", ())),
        "status": describe_status(row),
        "errors": row["errors"],
        "warnings": row.get("warnings"),
        "first_error": row["first_error"],
        "seconds": row.get("seconds"),
    }
    return cells | _plan_cells(row) if status in WITH_PLAN else cells


def _schools(names: Sequence[str]) -> str:
    """The schools of a workbook by name; of a group the first ones, and how many there are."""
    if len(names) <= MOST_NAMES:
        return ", ".join(names)
    return f"{', '.join(names[:MOST_NAMES])} … ({len(names)} scholen)"


def _plan_cells(row: Mapping[str, Any]) -> Row:
    total = row["coverage"].get(ALL, {"planned": 0, "demand": 0})
    cells: Row = {
        "plan": row["name"],
        "demand": total["demand"],
        "planned": total["planned"],
        "gaps": row["gaps"],
    }
    for cluster, hours in row["coverage"].items():
        cells[f"coverage_{cluster}"] = percent(hours["planned"], hours["demand"])
    for funding, hours in row["hours"].items():
        cells[f"hours_{funding}"] = hours
    words = LevelWords(row["grain"])
    for each in row["levels"]:
        if each["level"] == Level.UNIQUENESS:
            continue
        level = LevelResult(Level(each["level"]), each["value"], each["bound"])
        cells[f"value_{level.level}"] = (
            None if level.value is None else words.number(level.level, level.value)
        )
        cells[f"gap_{level.level}"] = None if level.gap is None else round(100 * level.gap, 2)
    return cells
