"""How far plans are proven."""

from collections.abc import Iterator

import numpy as np

from benchmarks.recomputed.figure import Figure, figures_of
from benchmarks.recomputed.published import Published, read


def proof(study: Published) -> Iterator[Figure]:
    """How far the plans of each point are proven, and what is left between value and bound."""
    for _, row in read(study.folder, "bewijs").iterrows():
        mine = study.runs[study.runs["punt"] == row["punt"]]
        computed = {"berekeningen": float(len(mine))}
        for level in [name.removeprefix("bewezen_") for name in row.index if "bewezen_" in name]:
            value, bound = mine[f"waarde_{level}"], mine[f"grens_{level}"]
            known = value.notna() & bound.notna()
            gap = 100 * (value[known].sum() - bound[known].sum()) / max(1, value[known].sum())
            computed[f"kloof_{level}"] = gap if known.any() else np.nan
            computed[f"bewezen_{level}"] = 100 * mine.loc[value.notna(), f"bewezen_{level}"].mean()
        yield from figures_of("bewijs", row, ("punt",), computed)
