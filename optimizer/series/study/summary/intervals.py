"""Means over replications with Student's interval, and with what unproven plans leave open."""

from collections.abc import Iterator, Mapping
from math import ceil, sqrt
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.stats import norm
from scipy.stats import t as student

from optimizer.series.study.summary.vector import Vector

CONFIDENCE = 0.95
NORMAL = float(norm.ppf((1 + CONFIDENCE) / 2))
SAME = 1e-12
"""Values that differ by less, relative to their size, are one value computed twice."""


class Why:
    """Why there is no interval."""

    NOTHING_DRAWN = "nothing_drawn"
    ONE = "one_replication"
    SAME = "same_every_time"
    ONE_SCHOOL = "one_school"
    ALIKE = "same_everywhere"


class Interval(NamedTuple):
    """A mean and its interval; without one, `why` says so and `low` and `high` are missing.

    `p` is that of Student's test that the mean is 0.
    """

    mean: float
    low: float
    high: float
    number: int
    why: str
    p: float


def interval(values: Vector) -> Interval:
    """Student's interval of a mean over independent replications."""
    known = values[~np.isnan(values)]
    nan = float("nan")
    if not len(known):
        return Interval(nan, nan, nan, 0, "", nan)
    mean = float(known.mean())
    if len(known) == 1:
        return Interval(mean, nan, nan, 1, Why.ONE, nan)
    spread = float(known.std(ddof=1))
    if spread <= SAME * max(1.0, abs(mean)):
        return Interval(mean, nan, nan, len(known), Why.SAME, nan)
    error = spread / sqrt(len(known))
    half = quantile(len(known) - 1) * error
    p = 2 * float(student.sf(abs(mean) / error, len(known) - 1))
    return Interval(mean, mean - half, mean + half, len(known), "", p)


def quantile(freedom: float) -> float:
    """Student's quantile of the interval."""
    return float(student.ppf((1 + CONFIDENCE) / 2, freedom))


def advised(values: Vector, half_width: float) -> int | None:
    """Replications that make the half-width of the interval what is asked, by a pilot.

    The smallest n for which `t(n − 1) · s / √n` is no more; `None` when the pilot says nothing of
    the spread.
    """
    known = values[~np.isnan(values)]
    if len(known) < 2 or interval(known).why:
        return None
    ratio = float(known.std(ddof=1)) / half_width
    # Student's quantile is never below the normal one, and soon hardly above it.
    count = max(2, ceil((NORMAL * ratio) ** 2))
    while quantile(count - 1) * ratio > sqrt(count):
        count += 1
    return count


def holm(p_values: "pd.Series[float]") -> "pd.Series[float]":
    """Holm's correction for as many tests as there are p-values; missing ones stay so."""
    known = p_values.dropna().sort_values()
    left = len(known)
    corrected, highest = {}, 0.0
    for place, (label, p) in enumerate(known.items()):
        highest = max(highest, min(1.0, (left - place) * float(p)))
        corrected[label] = highest
    return pd.Series(corrected, dtype=float).reindex(p_values.index)


def wide_interval(
    low: Vector,
    high: Vector,
) -> Mapping[str, float]:
    """What the mean can be when each value is only known to lie between two.

    `gap_low` and `gap_high` are the means of the ends; `wide_low` and `wide_high` have chance
    added: the lower end of the interval of the low ends, the upper end of that of the high ends.
    """
    below, above = interval(low), interval(high)
    return {
        "gap_low": below.mean,
        "gap_high": above.mean,
        "wide_low": below.low if not np.isnan(below.low) else below.mean,
        "wide_high": above.high if not np.isnan(above.high) else above.mean,
    }


def pairs_of(table: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Each point and measure of a table of values, with its replications."""
    for point in dict.fromkeys(table.index.get_level_values("point")):
        for measure in table.columns:
            yield str(point), str(measure), table.loc[[point], [measure]]
