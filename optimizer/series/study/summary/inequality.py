"""Gini's coefficient of inequality over schools, with an interval that knows of their clusters."""

from math import sqrt

import numpy as np
import pandas as pd

from optimizer.series.study.summary.clusters import half_width
from optimizer.series.study.summary.vector import Vector, vector


def gini(values: Vector, weights: Vector) -> float:
    """Gini's coefficient of inequality, 0 when all have as much: the area by the Lorenz curve."""
    order = np.argsort(values, kind="stable")
    weights, values = weights[order], values[order]
    total = float((weights * values).sum())
    if not total:
        return float("nan")
    shares = np.concatenate([[0.0], np.cumsum(weights * values) / total])
    people = weights / weights.sum()
    return float(1 - (people * (shares[1:] + shares[:-1])).sum())


def gini_interval(
    values: Vector, weights: Vector, clusters: "pd.Series[int]"
) -> tuple[float, float, float]:
    """The coefficient and its interval; without one when there is one cluster, or no spread.

    The coefficient G changes with the weight of a school as `(D / Y − G · (1 + N · y / Y)) / N`,
    with y its value, D the weighted sum of what it differs from all, N the sum of the weights and Y
    the weighted sum of the values. The variance is that of the sum of these over clusters, as of a
    mean.
    """
    found = gini(values, weights)
    whole, total = float(weights.sum()), float((weights * values).sum())
    if np.isnan(found) or not total:
        return found, float("nan"), float("nan")
    change = _distance(values, weights) / total - found * (1 + whole * values / total)
    parts = pd.Series(weights * change / whole).groupby(clusters.to_numpy()).sum()
    half = half_width(vector(parts))
    if not half > sqrt(np.finfo(float).eps):
        return found, float("nan"), float("nan")
    return found, max(0.0, found - half), min(1.0, found + half)


def _distance(values: Vector, weights: Vector) -> Vector:
    """Of every value the weighted sum of its distances to all."""
    order = np.argsort(values, kind="stable")
    sorted_values, sorted_weights = values[order], weights[order]
    below = np.cumsum(sorted_weights)
    amount = np.cumsum(sorted_weights * sorted_values)
    found = np.empty_like(sorted_values)
    found[order] = (2 * below - below[-1]) * sorted_values + amount[-1] - 2 * amount
    return found
