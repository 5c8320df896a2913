"""The columns of both tables of results, each with its kind, in order."""

from collections.abc import Iterable, Mapping

from models.settings import Level
from models.vocabulary import Cluster, Funding
from optimizer.series.study.design import Design
from optimizer.series.study.factors.registry import FACTORS
from optimizer.series.study.measures import SHORT
from optimizer.series.study.norms import NOISE

Kinds = Mapping[str, str]
"""Columns with their kind: `Int64`, `Float64` or `string`."""
KEY = ("replication", "point", "block", "unit")
"""What tells runs apart, in both tables."""
CLUSTERS = (*map(str, Cluster), "all")
_WORDS = ("point", "block", "unit", "workbook", "school", "school_name", "level")
_COUNTS = (
    "schools", "people", "people_full", "people_over", "tasks", "tasks_dropped", "core_dropped",
    "tasks_unstaffed", "core_unstaffed", "schools_unstaffed", "different_tasks", "travel",
)  # fmt: skip
SCHOOL_HOURS = (
    "demand", "covered", "demand_core", "missing_core", "demand_pedagogical",
    "covered_pedagogical",
)  # fmt: skip


def run_columns(design: Design) -> Kinds:
    """A row per run."""
    levels = design.levels or tuple(Level)
    numbers = [
        *(f"{part}.{level}" for level in levels for part in ("value", "bound", "proven")),
        *(f"{part}.{level}" for level in SHORT for part in ("short", "least")),
        "demand.core",
        "missing.core",
        "demand.weighted",
        *(f"{p}.{c}" for c in CLUSTERS for p in ("demand", "covered", "shortfall")),
        *(f"hours.{funding}" for funding in Funding),
        *_COUNTS,
    ]
    return {
        **_kind("Int64", ("replication", "seed")),
        **_kind("string", _WORDS),
        "pupils": "Int64",
        **_kind("string", ("status", "error")),
        **_kind("Float64", (f"factor.{name}" for name in factor_names(design))),
        **_kind("Float64", (f"drawn.{name}" for name in design.norms if name != NOISE)),
        **_kind("Int64", numbers),
        **_kind("Float64", ("coverage_sum", "seconds")),
    }


def school_columns() -> Kinds:
    """A row per school of every run of which the problem is known."""
    return {
        "replication": "Int64",
        **_kind("string", ("point", "block", "unit", "workbook", "status", "school")),
        **_kind("string", ("school_name", "level", "size")),
        "pupils": "Int64",
        **_kind("Float64", ("points", "ict_hours", *SCHOOL_HOURS)),
        **_kind("Int64", ("tasks", "different_tasks")),
    }


def factor_names(design: Design) -> tuple[str, ...]:
    """Every factor, and the hours of single tasks that this study changes."""
    own = (name for point in design.points for name in point.values)
    return tuple(dict.fromkeys((*FACTORS, *own)))


def _kind(kind: str, names: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(names, kind)
