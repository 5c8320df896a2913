"""The results as one table: a row per run, from the journal."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pandas as pd

from models.settings import Level
from models.vocabulary import Cluster, Funding
from optimizer.series.journal import Entry, JournalState, read_entries
from optimizer.series.study.design import RunKey, Study
from optimizer.series.study.factors.registry import FACTORS
from optimizer.series.study.measures import Figure

_KEY, _PLACE = "key", "place"
_PART = 1000
Kinds = dict[str, str]
MEASURED = ("optimal", "feasible")
"""The statuses of runs with a plan."""
_CLUSTERS = (*map(str, Cluster), "all")
_WORDS = ("point", "block", "unit", "status", "error")
_COUNTS = (
    "schools", "people", "people_full", "people_over", "tasks", "tasks_dropped", "core_dropped",
    "tasks_unstaffed", "core_unstaffed", "schools_unstaffed", "travel",
)  # fmt: skip


def columns(study: Study) -> Kinds:
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
    kinds = {_KEY: "string", _PLACE: "Int64", **columns(study)}
    found = pd.concat([_frame([], kinds), *_parts(study, journal, kinds)])
    last = found.drop_duplicates(_KEY, keep="last")
    ordered = last.sort_values(["replication", "block", _PLACE, "unit"], ignore_index=True)
    return ordered.drop(columns=[_KEY, _PLACE])


def _parts(study: Study, journal: Path, kinds: Kinds) -> Iterator[pd.DataFrame]:
    """The journal some entries at a time: as a row of a table one takes a tenth of the memory."""
    rows = (_row(study, entry) for entry in read_entries(journal))
    while some := list(islice(rows, _PART)):
        yield _frame(some, kinds)


def _frame(rows: list[dict[str, Figure]], kinds: Kinds) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(kinds)).astype(kinds)


def _row(study: Study, entry: Entry) -> dict[str, Figure]:
    key = RunKey.of(entry.key)
    point = study.points[key.point]
    return {
        _KEY: entry.key,
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
    return (
        found if entry.standing is JournalState.DONE else {**found, "status": str(entry.standing)}
    )
