"""Distributions over schools, and who wins and loses."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from scipy import stats

from benchmarks.recomputed.figure import Figure, Frame, figures_of
from benchmarks.recomputed.published import Published, read

GROUPS = {"level": "onderwijsniveau", "size": "grootteklasse", "block": "blok"}
WINS_FROM = 0.5
"""Per cent points from which a school wins or loses, as the codebook says."""


def over_schools(study: Published, rows: Frame, values: Frame) -> dict[str, float]:
    """A weighted mean over schools, with the interval of a ratio over clusters."""
    w = rows["w"]
    mean = float((w * values).sum() / w.sum())
    parts = (w * (values - mean)).groupby(rows[study.cluster]).sum()
    count, low, high = len(parts), np.nan, np.nan
    if count > 1:
        error = float(np.sqrt(count / (count - 1) * (parts**2).sum()) / w.sum())
        if error > 1e-9 * max(1.0, abs(mean)):
            half = float(stats.t.ppf(0.975, count - 1)) * error
            low, high = mean - half, mean + half
    return {"scholen": float(len(rows)), "gemiddelde": mean, "onder": low, "boven": high}


def chosen(rows: Frame, row: Frame) -> Frame:
    """The schools that a row of a table is about."""
    mine = rows[rows["punt"] == row["punt"]]
    column = GROUPS.get(row["per"])
    return mine if column is None else mine[mine[column] == row["waarvan"]]


def distribution(study: Published) -> Iterator[Figure]:
    """Means, quantiles and Gini over schools; weighted quantiles have no such function in NumPy."""
    for _, row in read(study.folder, "verdeling").iterrows():
        mine = chosen(study.schools, row)
        values = mine[row["maat"]]
        computed = over_schools(study, mine, values) | gini(study, mine, values)
        if not study.weighted:
            for part in (10, 25, 50, 75, 90):
                computed[f"q{part}"] = float(np.quantile(values, part / 100, method="hazen"))
        yield from figures_of("verdeling", row, ("punt", "per", "waarvan", "maat"), computed)


def gini(study: Published, rows: Frame, values: Frame) -> dict[str, float]:
    """Half the mean difference between any two schools, relative to their mean; its interval.

    The interval is over the clusters' sums of the derivative of the coefficient to each weight.
    """
    w, y = rows["w"].to_numpy(), values.to_numpy()
    # A row of pairs at a time: of thirty thousand schools all pairs together would not fit.
    distance = np.array([float(w @ np.abs(y - value)) for value in y])
    whole, total = w.sum(), (w * y).sum()
    if not total:
        return {"gini": np.nan, "gini_onder": np.nan, "gini_boven": np.nan}
    found = float((w * distance).sum() / (2 * whole * total))
    change = distance / (whole * total) - found / whole - found * y / total
    parts = pd.Series(w * change).groupby(rows[study.cluster].to_numpy()).sum()
    count, low, high = len(parts), np.nan, np.nan
    if count > 1:
        half = float(
            stats.t.ppf(0.975, count - 1) * np.sqrt(count / (count - 1) * (parts**2).sum())
        )
        if half > 1e-7:
            low, high = max(0.0, found - half), min(1.0, found + half)
    return {"gini": found, "gini_onder": low, "gini_boven": high}


def winners(study: Published) -> Iterator[Figure]:
    """Who wins and who loses against itself in the baseline."""
    rows, keys = study.schools, ["herhaling", "school"]
    base = rows[rows["punt"] == "basis"].set_index(keys)["coverage"]
    change = rows["coverage"] - base.reindex(rows.set_index(keys).index).to_numpy()
    won, lost = 100.0 * (change >= WINS_FROM), 100.0 * (change <= -WINS_FROM)
    rows = rows.assign(change=change, won=won, lost=lost)
    for _, row in read(study.folder, "winnaars").iterrows():
        mine = chosen(rows, row)
        computed = over_schools(study, mine, mine[row["uitkomst"]])
        if row["uitkomst"] != "change":
            computed["onder"] = np.fmax(computed["onder"], 0 * computed["onder"])
            computed["boven"] = np.fmin(computed["boven"], 100 + 0 * computed["boven"])
        yield from figures_of("winnaars", row, ("punt", "per", "waarvan", "uitkomst"), computed)
