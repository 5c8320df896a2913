"""The tables of means and of differences, and how far plans are proven."""

import numpy as np
import pandas as pd

from models.settings import Level
from optimizer.series.study.design import Design, Point
from optimizer.series.study.measures import MEASURED
from optimizer.series.study.results.store import Store
from optimizer.series.study.summary.intervals import (
    Why,
    advised,
    holm,
    interval,
    wide_interval,
)
from optimizer.series.study.summary.measures import NOT_PER_CENT
from optimizer.series.study.summary.sums import per_replication, proven_values, values_of
from optimizer.series.study.summary.vector import Vector, vector

COLUMNS = (
    "point", "measure", "mean", "low", "high", "replications", "no_interval", "proven",
    "gap_low", "gap_high", "wide_low", "wide_high",
)  # fmt: skip

Row = dict[str, object]


def means_table(design: Design, sums: pd.DataFrame) -> pd.DataFrame:
    """A row per point and measure."""
    values, best = values_of(sums), proven_values(sums)
    proven = _proven(sums)
    rows: list[Row] = []
    for point in shown(design):
        own, own_best = values.loc[point.name], best.loc[point.name]
        for measure in values.columns:
            found = vector(own[measure])
            row = _row(design, point, str(measure), found, proven[point.name])
            row |= _ends(found, vector(own_best[measure]))
            row |= _advice(design, str(measure), found)
            rows.append(row)
    return _table(rows, design)


def differences_table(design: Design, sums: pd.DataFrame) -> pd.DataFrame:
    """The same for the difference with the baseline, replication by replication.

    With the bounds of both runs a difference lies between what the point has for sure less what
    the baseline could have, and the other way round.
    """
    values, best = values_of(sums), proven_values(sums)
    base, base_best = per_replication(values, design), per_replication(best, design)
    proven = _proven(sums)
    rows: list[Row] = []
    for point in shown(design)[1:]:
        own, own_best = values.loc[point.name], best.loc[point.name]
        for measure in values.columns:
            found = own[measure] - base[measure].reindex(own.index)
            both = min(proven[point.name], proven[design.points[0].name])
            row = _row(design, point, str(measure), vector(found), both)
            one = own[measure] - base_best[measure].reindex(own.index)
            other = own_best[measure] - base[measure].reindex(own.index)
            row |= _ends(vector(one), vector(other))
            row["p"] = interval(vector(found)).p
            row |= _advice(design, str(measure), vector(found))
            rows.append(row)
    table = _table(rows, design, "p")
    return table.assign(p_holm=holm(table["p"]))


def shown(design: Design) -> list[Point]:
    """The points that a reader sees: those that are no sample of a sensitivity study."""
    return [point for point in design.points if not point.is_sample]


def _row(
    design: Design,
    point: Point,
    measure: str,
    values: Vector,
    proven: float,
) -> Row:
    found = interval(values)
    why = found.why
    if why == Why.ONE and design.replications_of(point) < design.replications:
        why = Why.NOTHING_DRAWN
    return {
        "point": point.name,
        "measure": measure,
        "mean": found.mean,
        "low": found.low,
        "high": found.high,
        "replications": found.number,
        "no_interval": why,
        "proven": proven,
    }


def _ends(
    one: Vector,
    other: Vector,
) -> Row:
    """Nothing for a measure that no bound was proven of."""
    if np.isnan(other).all() or np.isnan(one).all():
        return {}
    return dict(wide_interval(np.fmin(one, other), np.fmax(one, other)))


def _advice(design: Design, measure: str, values: Vector) -> Row:
    """How many replications the half-width asked would take, for a measure in per cent."""
    if not design.half_width or measure in NOT_PER_CENT:
        return {}
    return {"advised": advised(values, design.half_width)}


def _table(rows: list[Row], design: Design, *others: str) -> pd.DataFrame:
    columns = [*COLUMNS, *others, *(["advised"] if design.half_width else [])]
    table = pd.DataFrame(rows, columns=columns)
    words = dict.fromkeys(("point", "measure", "no_interval"), "string")
    counts = {name: "Int64" for name in ("replications", "advised") if name in table}
    floats = {name: float for name in table if name not in {*words, *counts}}
    return table.astype({**words, **counts, **floats})


def _proven(sums: pd.DataFrame) -> dict[str, float]:
    """Per point the part of the plans of which every level is proven, in per cent."""
    whole = sums.groupby("point")[["planned", "proven"]].sum()
    parts = 100 * whole["proven"] / whole["planned"].where(whole["planned"] > 0)
    return {str(point): float(part) for point, part in parts.items()}


def proof_table(design: Design, store: Store) -> pd.DataFrame:
    """How far the plans of each point are proven, over all runs.

    `gap` is what value and bound of a level are apart, summed over the runs, in per cent of the
    sum of the values.
    """
    levels = design.levels or tuple(Level)
    columns = [f"{part}.{level}" for level in levels for part in ("value", "bound", "proven")]
    found = pd.DataFrame()
    for rows in store.runs.frames(["point", "status", *columns]):
        numbers = rows[columns].astype("Float64")
        for level in levels:
            parts = [f"{part}.{level}" for part in ("value", "bound")]
            numbers[f"known.{level}"] = numbers[parts[0]].notna().astype("Float64")
            numbers[parts] = numbers[parts].where(numbers[parts].notna().all(axis=1))
        planned = rows["status"].isin(MEASURED).astype("Float64")
        part = numbers.assign(runs=1.0, planned=planned, point=rows["point"])
        sums = part.groupby("point").sum(min_count=1)
        found = sums if found.empty else found.add(sums, fill_value=0)
    found = found.reindex([point.name for point in shown(design)]).astype(float)
    proof = pd.DataFrame({"runs": found["runs"], "planned": found["planned"]}).fillna(0).astype(int)
    for level in levels:
        solved = found[f"known.{level}"]
        proof[f"proven.{level}"] = 100 * found[f"proven.{level}"] / solved.where(solved > 0)
        gap = found[f"value.{level}"] - found[f"bound.{level}"]
        proof[f"gap.{level}"] = 100 * gap / found[f"value.{level}"].clip(lower=1)
    return proof.rename_axis("point").reset_index()
