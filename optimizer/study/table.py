"""The results as one table: a row per run, from the journal."""

from pathlib import Path

import pandas as pd

from models.settings import Level
from models.vocabulary import Cluster, Funding
from optimizer.study.design import RunKey, Study
from optimizer.study.factors.registry import FACTORS
from optimizer.study.journal import Entry, Standing, read_entries
from optimizer.study.measures import Figure

_PLACE = "place"
MEASURED = ("optimal", "feasible")
"""The statuses of runs with a plan."""
_CLUSTERS = (*map(str, Cluster), "all")
_WORDS = ("point", "block", "unit", "status", "error")
_COUNTS = (
    "schools", "people", "people_full", "people_over", "tasks", "tasks_dropped", "core_dropped",
    "tasks_unstaffed", "core_unstaffed", "schools_unstaffed", "travel",
)  # fmt: skip


def columns(study: Study) -> dict[str, str]:
    """Every column of the table with its kind for pandas, in order."""
    numbers = [
        *(f"{part}.{level}" for level in _levels(study) for part in ("value", "bound", "proven")),
        "demand.core",
        "missing.core",
        *(f"{p}.{c}" for c in _CLUSTERS for p in ("demand", "covered", "shortfall")),
        *(f"hours.{funding}" for funding in Funding),
        *_COUNTS,
    ]
    return {
        **dict.fromkeys(("replication", "seed"), "Int64"),
        **dict.fromkeys(_WORDS, "string"),
        **dict.fromkeys((f"factor.{name}" for name in FACTORS), "Float64"),
        **dict.fromkeys(numbers, "Int64"),
        "seconds": "Float64",
    }


def _levels(study: Study) -> tuple[Level, ...]:
    return study.levels or tuple(Level)


def run_table(study: Study, journal: Path) -> pd.DataFrame:
    """One row per run that ended, in the order of the study; a run that failed has its row too."""
    kinds = columns(study)
    last = {entry.key: _row(study, entry) for entry in read_entries(journal)}
    frame = pd.DataFrame(list(last.values()), columns=[_PLACE, *kinds])
    ordered = frame.sort_values(["replication", "block", _PLACE, "unit"], ignore_index=True)
    return ordered.drop(columns=_PLACE).astype(kinds)


def _row(study: Study, entry: Entry) -> dict[str, Figure]:
    key = RunKey.of(entry.key)
    point = study.points[key.point]
    return {
        "replication": key.replication,
        "seed": study.seed,
        _PLACE: key.point,
        "point": point.name,
        "block": key.block,
        "unit": key.unit,
        **{f"factor.{name}": float(value) for name, value in point.values.items()},
        **_figures(entry),
    }


def _figures(entry: Entry) -> dict[str, Figure]:
    """What the run gave; a run that did not end well keeps what is known of why."""
    found: dict[str, Figure] = {
        name: value
        for name, value in entry.result.items()
        if value is None or isinstance(value, str | int | float)
    }
    return found if entry.standing is Standing.DONE else {**found, "status": str(entry.standing)}
