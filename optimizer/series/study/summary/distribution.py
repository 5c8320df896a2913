"""How a measure is distributed over schools: quantiles, Gini, by level, size and group."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.results.rows import size_labels
from optimizer.series.study.summary.clusters import clusters_of, mean_over_schools
from optimizer.series.study.summary.complete import Counted
from optimizer.series.study.summary.inequality import gini_interval
from optimizer.series.study.summary.tables import shown
from optimizer.series.study.summary.vector import Vector, vector
from optimizer.workbook import labels

QUANTILES = (10, 25, 50, 75, 90)
"""In per cent."""
SCHOOL_MEASURES = ("coverage", "core_done", "coverage_pedagogical", "different_tasks")
"""What is told of every school: per cents of its own hours, and how many different tasks."""
ALL = "all"
BY = (ALL, "level", "size", "block")
"""How schools are grouped: together, by level, by class of sizes, by group."""
_PARTS: Mapping[str, tuple[str, str]] = {
    "coverage": ("covered", "demand"),
    "core_done": ("missing_core", "demand_core"),
    "coverage_pedagogical": ("covered_pedagogical", "demand_pedagogical"),
}
MOST_BLOCKS = 50
"""Groups that a table shows apart; more are not for reading."""


def school_values(counted: Counted, measure: str) -> Iterator[pd.DataFrame]:
    """One measure of every school that counts, as `value`, a part of the table at a time."""
    names = {point.name for point in shown(counted.design)}
    columns = _PARTS.get(measure, (measure,))
    for rows in counted.schools(list(columns)):
        kept = rows[rows["point"].isin(names)]
        keys = ["replication", "point", "block", "school", "level", "size", "weight"]
        yield kept[keys].assign(value=_value(kept, measure))


def _value(rows: pd.DataFrame, measure: str) -> "pd.Series[float]":
    """In per cent, but for tasks; a school without such work has all of it done."""
    if measure not in _PARTS:
        return rows[measure].astype(float)
    part, whole = (rows[name].astype(float) for name in _PARTS[measure])
    share = 100 * part / whole.where(whole > 0)
    return (100 - share if part.name == "missing_core" else share).fillna(100.0)


def distribution_table(counted: Counted) -> pd.DataFrame:
    """A row per point, group of schools and measure, over the schools of all replications.

    `mean` is the unweighted mean over schools, or that of the published weights when there are;
    its interval is over replications, or over drawn groups, see `clustered_over`.
    """
    rows = [row for measure in SCHOOL_MEASURES for row in _of_measure(counted, measure)]
    if not rows:
        return pd.DataFrame()
    order = {point.name: place for place, point in enumerate(counted.design.points)}
    table = pd.DataFrame(rows)
    places = table.assign(
        point=table["point"].map(order),
        by=table["by"].map({by: place for place, by in enumerate(BY)}),
        measure=table["measure"].map({m: place for place, m in enumerate(SCHOOL_MEASURES)}),
    )
    sorted_places = places.sort_values(["point", "by", "group", "measure"]).index
    return table.loc[sorted_places].reset_index(drop=True)


def _of_measure(counted: Counted, measure: str) -> Iterator[dict[str, object]]:
    """The rows of one measure: the values of all schools are in memory, of one measure only."""
    design = counted.design
    frames = [compact(frame, design) for frame in school_values(counted, measure)]
    if not frames:
        return
    values = pd.concat(frames, ignore_index=True)
    del frames
    for point in shown(design):
        own = values[values["point"] == point.name]
        for by in _groupings(design):
            for group, schools in _groups(own, by):
                yield _row(design, point.name, by, group, measure, schools)


def compact(frame: pd.DataFrame, design: Design) -> pd.DataFrame:
    """In as few bytes as it takes: words as numbers, and no column that tells nothing."""
    points = pd.CategoricalDtype([point.name for point in design.points])
    levels = pd.CategoricalDtype(["", *labels.EDUCATION_LEVELS.values()])
    sizes = pd.CategoricalDtype(list(size_labels(design.size_classes)))
    found = frame.drop(columns=["school", "block"])
    found = found.astype({"point": points, "level": levels, "size": sizes})
    found["replication"] = frame["replication"].astype("int32")
    found["cluster"] = frame["block"].str[1:].astype("int32")
    found["weight"] = frame["weight"].astype("float32" if not design.strata else "float64")
    return found


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
    for group, schools in values.groupby(column, sort=True, observed=True):
        yield (f"G{group:04}" if by == "block" else str(group)), schools


def _row(
    design: Design, point: str, by: str, group: str, measure: str, schools: pd.DataFrame
) -> dict[str, object]:
    weights, found = schools["weight"].astype(float), schools["value"]
    mean, low, high, why, over = mean_over_schools(design, schools, found)
    equal = gini_interval(vector(found), vector(weights), clusters_of(design, schools))
    points = quantiles(vector(found), vector(weights), [q / 100 for q in QUANTILES])
    return {
        "point": point, "by": by, "group": group, "measure": measure,
        "schools": len(found), "mean": mean, "low": low, "high": high,
        "no_interval": why, "over": over,
        **{f"q{q}": each for q, each in zip(QUANTILES, points, strict=True)},
        **dict(zip(("gini", "gini_low", "gini_high"), equal, strict=True)),
    }  # fmt: skip


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
