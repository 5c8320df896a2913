"""A mean over schools with an interval that knows that schools of one draw are not independent."""

from math import sqrt

import numpy as np
import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.summary.intervals import Why, quantile
from optimizer.series.study.summary.vector import Vector, vector

OVER_REPLICATIONS, OVER_BLOCKS, OVER_NOTHING = "replications", "blocks", ""
"""What an interval over schools is made over."""
_OF_BLOCKS = {Why.ONE: Why.ONE_SCHOOL, Why.SAME: Why.ALIKE}
"""Why there is no interval over schools or groups, where it is not over replications."""


def clustered_over(design: Design) -> str:
    """Replications when there are several; else groups or schools, when those were drawn.

    Workbooks are not a sample of others: with one replication nothing differs by chance.
    """
    if design.replications > 1:
        return OVER_REPLICATIONS
    return OVER_BLOCKS if isinstance(design.population, Population) else OVER_NOTHING


def clusters_of(design: Design, schools: pd.DataFrame) -> "pd.Series[int]":
    """The cluster of every school; one for all when nothing differs by chance."""
    over = clustered_over(design)
    if over == OVER_NOTHING:
        return pd.Series(0, index=schools.index)
    return schools["replication" if over == OVER_REPLICATIONS else "cluster"]


def clustered_mean(
    values: "pd.Series[float]", weights: "pd.Series[float]", clusters: "pd.Series[int]"
) -> tuple[float, float, float, str]:
    """A weighted mean, its interval, and why there is none.

    The variance is that of a ratio of sums over C clusters, linearised:
    `C / (C − 1) · Σ (Σ w (x − mean))² / (Σ w)²`, with C − 1 degrees of freedom.
    """
    whole = float(weights.sum())
    if not whole:
        return float("nan"), float("nan"), float("nan"), ""
    mean = float((weights * values).sum()) / whole
    residuals = vector((weights * (values - mean)).groupby(clusters).sum())
    if len(residuals) < 2:
        return mean, float("nan"), float("nan"), Why.ONE
    half = half_width(residuals / whole)
    if half <= 1e-9 * max(1.0, abs(mean)):
        return mean, float("nan"), float("nan"), Why.SAME
    return mean, mean - half, mean + half, ""


def half_width(parts: Vector) -> float:
    """Half an interval for a sum over independent clusters; no number when there is but one."""
    count = len(parts)
    if count < 2:
        return float("nan")
    variance = count / (count - 1) * float(np.square(parts).sum())
    return quantile(count - 1) * sqrt(variance)


def mean_over_schools(
    design: Design, schools: pd.DataFrame, values: "pd.Series[float]"
) -> tuple[float, float, float, str, str]:
    """The weighted mean of schools, its interval, why there is none, and what it is over.

    `schools` has their `replication`, `cluster` and `weight`.
    """
    over, clusters = clustered_over(design), clusters_of(design, schools)
    mean, low, high, why = clustered_mean(values, schools["weight"].astype(float), clusters)
    if over == OVER_BLOCKS:
        why = _OF_BLOCKS.get(why, why)
    if over == OVER_NOTHING:
        return mean, float("nan"), float("nan"), Why.NOTHING_DRAWN, over
    return mean, low, high, why, over
