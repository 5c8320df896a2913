"""Gini's coefficient over schools: what it is, and an interval that is what leaving out gives."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from optimizer.series.study.summary.inequality import gini, gini_interval
from optimizer.series.study.summary.vector import Vector


def jackknife(values: Vector, weights: Vector, clusters: "pd.Series[int]") -> float:
    """Half the interval by leaving out each cluster in turn."""
    kept = [(clusters != name).to_numpy() for name in clusters.unique()]
    left = np.array([gini(values[rows], weights[rows]) for rows in kept])
    count = len(left)
    error = np.sqrt((count - 1) / count * np.square(left - left.mean()).sum())
    return float(stats.t.ppf(0.975, count - 1) * error)


def test_the_interval_is_that_of_leaving_clusters_out() -> None:
    random = np.random.default_rng(5)
    values = np.round(random.lognormal(3, 0.5, 400))
    weights, clusters = random.uniform(0.5, 2, 400), pd.Series(random.integers(0, 80, 400))
    found, low, high = gini_interval(values, weights, clusters)
    assert found == pytest.approx(gini(values, weights))
    assert high - found == pytest.approx(jackknife(values, weights, clusters), rel=0.05)
    assert found - low == pytest.approx(high - found)


@pytest.mark.parametrize(
    ("values", "clusters"), [([1, 2, 3], [1, 1, 1]), ([4, 4, 4], [1, 2, 3]), ([0, 0, 0], [1, 2, 3])]
)
def test_without_clusters_or_spread_there_is_none(values: list[int], clusters: list[int]) -> None:
    weights = np.ones(3)
    _, low, high = gini_interval(np.array(values, dtype=float), weights, pd.Series(clusters))
    assert np.isnan(low)
    assert np.isnan(high)
