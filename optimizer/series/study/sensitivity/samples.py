"""The sample points of a sensitivity study, the same for the same seed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

import numpy as np

from optimizer.series.study.design import Point
from optimizer.series.study.sensitivity.inputs import Method, Sensitivity

MORRIS_LEVELS = 4
"""Values that each input takes in Morris' method, as he advises."""
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def sample_matrix(sensitivity: Sensitivity, seed: int) -> Matrix:
    """A row per sample: a quantile per input."""
    if sensitivity.method is Method.SOBOL:
        from SALib.sample import sobol

        found = sobol.sample(
            sensitivity.problem, sensitivity.samples, calc_second_order=False, seed=seed
        )
    else:
        from SALib.sample import morris

        found = morris.sample(
            sensitivity.problem, sensitivity.samples, num_levels=MORRIS_LEVELS, seed=seed
        )
    return cast("Matrix", found)


def sample_points(
    sensitivity: Sensitivity, base: Mapping[str, Decimal], seed: int
) -> tuple[Point, ...]:
    """A point per sample, on top of what the baseline sets."""
    points = []
    for number, row in enumerate(sample_matrix(sensitivity, seed), start=1):
        parts = dict(zip(sensitivity.inputs, map(float, row), strict=True))
        name = f"steekproef {number:05}"
        points.append(Point(name, {**base, **sensitivity.values(parts)}, is_sample=True))
    return tuple(points)
