"""Sobol indices from their estimators."""

from collections.abc import Iterator

import numpy as np

from benchmarks.recomputed.figure import Figure, figures_of
from benchmarks.recomputed.measures import measures
from benchmarks.recomputed.published import Published, read


def sensitivity(study: Published) -> Iterator[Figure]:
    """Sobol indices from their estimators (Saltelli 2010; Jansen 1999); their errors are drawn."""
    found = read(study.folder, "gevoeligheid")
    if found.empty or "sobol_eerste" not in found:
        return
    shown = set(read(study.folder, "samenvatting")["punt"])
    names = [name for name in dict.fromkeys(study.runs["punt"]) if name not in shown]
    values = measures(study.runs).groupby("punt").mean().loc[names]
    for measure, rows in found.groupby("maat", sort=False):
        samples = values[measure].to_numpy().reshape(-1, len(rows) + 2)
        first, last = samples[:, 0], samples[:, -1]
        variance = np.var(np.concatenate([first, last]))
        for place, (_, row) in enumerate(rows.iterrows(), start=1):
            mixed, middle = samples[:, place], samples.mean()
            part = np.mean((last - middle) * (mixed - first)) / variance
            whole = np.mean((first - mixed) ** 2) / 2 / variance
            computed = {"sobol_eerste": float(part), "sobol_totaal": float(whole)}
            yield from figures_of("gevoeligheid", row, ("maat", "invoer"), computed)
