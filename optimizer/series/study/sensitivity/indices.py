"""The indices of a sensitivity study: what part of a measure's variance each input brings."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.sensitivity.inputs import Method, Sensitivity
from optimizer.series.study.sensitivity.samples import MORRIS_LEVELS, sample_matrix
from optimizer.series.study.summary.sums import values_of
from optimizer.series.study.summary.vector import Vector, vector


def indices_table(design: Design, sums: pd.DataFrame) -> pd.DataFrame:
    """A row per measure and input, of the mean of the measure over the replications.

    A measure that is the same in every sample has no indices, and no rows.
    """
    sensitivity = design.sensitivity
    if sensitivity is None:
        return pd.DataFrame()
    means = values_of(sums).groupby("point").mean()
    names = [point.name for point in design.points if point.is_sample]
    outcomes = means.reindex(names)
    rows: list[dict[str, object]] = []
    for measure in outcomes.columns:
        values: Vector = vector(outcomes[measure])
        if not np.isnan(values).any() and values.std() > 0:
            rows += _rows(sensitivity, design.seed, str(measure), values)
    return pd.DataFrame(rows)


def _rows(
    sensitivity: Sensitivity, seed: int, measure: str, values: Vector
) -> Iterator[dict[str, object]]:
    found = _analysed(sensitivity, seed, values)
    for place, name in enumerate(sensitivity.inputs):
        yield {
            "measure": measure,
            "input": name,
            **{key: float(column[place]) for key, column in found.items()},
        }


def _analysed(sensitivity: Sensitivity, seed: int, values: Vector) -> dict[str, Vector]:
    """First and total indices with the half-widths of their intervals, or elementary effects."""
    if sensitivity.method is Method.SOBOL:
        from SALib.analyze import sobol

        found = sobol.analyze(sensitivity.problem, values, calc_second_order=False, seed=seed)
        keys = {"first": "S1", "first_half": "S1_conf", "total": "ST", "total_half": "ST_conf"}
    else:
        from SALib.analyze import morris

        samples = sample_matrix(sensitivity, seed)
        found = morris.analyze(
            sensitivity.problem, samples, values, num_levels=MORRIS_LEVELS, seed=seed
        )
        keys = {
            "effect": "mu",
            "size_effect": "mu_star",
            "size_half": "mu_star_conf",
            "spread": "sigma",
        }
    return {key: found[name] for key, name in keys.items()}
