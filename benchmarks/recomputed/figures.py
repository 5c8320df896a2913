"""All figures of a study."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.recomputed.figure import Figure
from benchmarks.recomputed.over_replications import differences, means
from benchmarks.recomputed.over_schools import distribution, winners
from benchmarks.recomputed.proof import proof
from benchmarks.recomputed.published import Cell, Published
from benchmarks.recomputed.sobol import sensitivity


def figures(folder: Path, cells: Sequence[Cell] = ()) -> Iterator[Figure]:
    """Every figure of every table; `cells` are the published numbers that weights were made of."""
    study = Published.of(folder, cells)
    yield from means(study)
    yield from differences(study)
    yield from distribution(study)
    yield from winners(study)
    yield from proof(study)
    yield from sensitivity(study)
