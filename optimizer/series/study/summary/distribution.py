"""How a measure is distributed over schools: quantiles, Gini, by level, size and group."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.summary.clusters import (
    OVER_NOTHING,
    OVER_REPLICATIONS,
    clustered_mean,
    clustered_over,
)
from optimizer.series.study.summary.complete import Counted
from optimizer.series.study.summary.intervals import Why
from optimizer.series.study.summary.tables import shown
from optimizer.series.study.summary.vector import Vector, vector

QUANTILES = (10, 25, 50, 75, 90)
"""In per cent."""
SCHOOL_MEASURES = ("coverage", "core_done", "coverage_pedagogical", "different_tasks")
"""What is told of every school: per cents of its own hours, and how many different tasks."""
ALL = "all"
BY = (ALL, "level", "size", "block")
"""How schools are grouped: together, by level, by class of sizes, by group."""
_NEEDED = (
    "demand", "covered", "demand_core", "missing_core", "demand_pedagogical",
    "covered_pedagogical", "different_tasks",
)  # fmt: skip
MOST_BLOCKS = 50
"""Groups that a table shows apart; more are not for reading."""


def school_values(counted: Counted) -> Iterator[pd.DataFrame]:
    """The measures of every school that counts, a part of the table at a time."""
    names = {point.name for point in shown(counted.design)}
    for rows in counted.schools(list(_NEEDED)):
        rows = rows[rows["point"].isin(names)]
        values = {
            "coverage": _part(rows["covered"], rows["demand"]),
            "core_done": 100 - _part(rows["missing_core"], rows["demand_core"], empty=0.0),
            "coverage_pedagogical": _part(rows["covered_pedagogical"], rows["demand_pedagogical"]),
            "different_tasks": rows["different_tasks"].astype(float),
        }
        keys = ["replication", "point", "block", "school", "level", "size", "weight"]
        yield rows[keys].assign(**values)


def _part(
    part: "pd.Series[float]", whole: "pd.Series[float]", empty: float = 100.0
) -> "pd.Series[float]":
    """In per cent; a school without such work has all of it done."""
    share = 100 * part.astype(float) / whole.astype(float).where(whole > 0)
    return share.fillna(empty)


def distribution_table(counted: Counted) -> pd.DataFrame:
    """A row per point, group of schools and measure, over the schools of all replications.

    `mean` is the unweighted mean over schools, or that of the published weights when there are;
    its interval is over replications, or over drawn groups, see `clustered_over`.
    """
    frames = [_compact(frame, counted.design) for frame in school_values(counted)]
    if not frames:
        return pd.DataFrame()
    values = pd.concat(frames, ignore_index=True)
    rows: list[dict[str, object]] = []
    for point in shown(counted.design):
        own = values[values["point"] == point.name]
        for by in _groupings(counted.design):
            for group, schools in _groups(own, by):
                rows += _rows(counted.design, point.name, by, group, schools)
    return pd.DataFrame(rows)


def _compact(frame: pd.DataFrame, design: Design) -> pd.DataFrame:
    """Words as numbers: this is the one table of which all schools are in memory at once."""
    points = pd.CategoricalDtype([point.name for point in design.points])
    found = frame.drop(columns="school").astype(
        {"point": points, "level": "category", "size": "category"}
    )
    found["replication"] = found["replication"].astype("int32")
    found["cluster"] = found["block"].str[1:].astype("int32")
    return found.drop(columns="block")


def _groupings(design: Design) -> Sequence[str]:
    """Groups are told apart when there are groups, and not too many to read."""
    population = design.population
    some = isinstance(population, Population) and 0 < population.groups <= MOST_BLOCKS
    return BY if some else BY[:-1]


def _groups(values: pd.DataFrame, by: str) -> Iterator[tuple[str, pd.DataFrame]]:
    if by == ALL:
        yield "", values
        return
    column = "cluster" if by == "block" else by
    for group, schools in values.groupby(column, sort=True):
        yield (f"G{group:04}" if by == "block" else str(group)), schools


def _rows(
    design: Design, point: str, by: str, group: str, schools: pd.DataFrame
) -> list[dict[str, object]]:
    over = clustered_over(design)
    clusters = schools["replication" if over == OVER_REPLICATIONS else "cluster"]
    weights = schools["weight"].astype(float)
    rows: list[dict[str, object]] = []
    for measure in SCHOOL_MEASURES:
        found = schools[measure].astype(float)
        mean, low, high, why = clustered_mean(found, weights, clusters)
        if over == OVER_NOTHING:
            low, high, why = float("nan"), float("nan"), Why.NOTHING_DRAWN
        points = quantiles(vector(found), vector(weights), [q / 100 for q in QUANTILES])
        rows.append(
            {
                "point": point, "by": by, "group": group, "measure": measure,
                "schools": len(found), "mean": mean, "low": low, "high": high,
                "no_interval": why, "over": over,
                **{f"q{q}": each for q, each in zip(QUANTILES, points, strict=True)},
                "gini": gini(vector(found), vector(weights)),
            }
        )  # fmt: skip
    return rows


def quantiles(
    values: Vector,
    weights: Vector,
    parts: Sequence[float],
) -> list[float]:
    """Weighted quantiles, linear between the middles of the weights.

    With equal weights they are Hazen's (type 5 of Hyndman and Fan), `numpy.quantile(..., 'hazen')`.
    """
    kept = weights > 0
    values, weights = values[kept], weights[kept]
    if not len(values):
        return [float("nan")] * len(parts)
    order = np.argsort(values, kind="stable")
    heights = np.cumsum(weights[order])
    middles = (heights - weights[order] / 2) / heights[-1]
    return [float(each) for each in np.interp(parts, middles, values[order])]


def gini(
    values: Vector,
    weights: Vector,
) -> float:
    """Gini's coefficient of inequality, 0 when all have as much: the area by the Lorenz curve."""
    order = np.argsort(values, kind="stable")
    weights, values = weights[order], values[order]
    total = float((weights * values).sum())
    if not total:
        return float("nan")
    shares = np.concatenate([[0.0], np.cumsum(weights * values) / total])
    people = weights / weights.sum()
    return float(1 - (people * (shares[1:] + shares[:-1])).sum())
