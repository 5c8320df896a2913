"""A study as it was published: its runs and its schools, read and weighed."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from benchmarks.recomputed.figure import Frame

SCHOOL_COLUMNS = {
    "coverage": ("uren_gepland", "uren_gevraagd"),
    "coverage_pedagogical": ("uren_ped_gepland", "uren_ped_gevraagd"),
    "core_done": ("uren_kern_niet_gedaan", "uren_kern_gevraagd"),
}


class Cell(NamedTuple):
    """Schools of a level, and of a class of sizes unless that is `None`, that were published."""

    level: str
    size: str | None
    schools: float


def read(folder: Path, name: str) -> Frame:
    """A table as Dutch Excel reads it; an empty one when the study has none of that name."""
    path = folder / f"{name}.csv"
    if not path.exists():
        return pd.DataFrame()
    return pd.read_csv(path, sep=";", decimal=",", encoding="utf-8-sig", na_values=[""])


@dataclass(frozen=True)
class Published:
    """A study that was published: its folder, and its runs and schools with their weight `w`."""

    folder: Path
    runs: Frame
    schools: Frame
    weighted: bool

    @classmethod
    def of(cls, folder: Path, cells: Sequence[Cell]) -> "Published":
        """Read the runs and the schools, and weigh them."""
        runs, schools = read(folder, "resultaten"), read(folder, "scholen")
        runs["w"] = _weights(runs, cells)
        keys = ["herhaling", "punt", "eenheid"]
        schools = schools.merge(runs[[*keys, "w"]], on=keys)
        for measure, (part, whole) in SCHOOL_COLUMNS.items():
            share = 100 * schools[part] / schools[whole].where(schools[whole] > 0)
            schools[measure] = (100 - share if measure == "core_done" else share).fillna(100)
        schools["different_tasks"] = schools["verschillende_taken"].astype(float)
        return cls(folder, runs, schools, bool(cells))

    @property
    def cluster(self) -> str:
        """The column of what an interval over schools is over."""
        return "herhaling" if self.runs["herhaling"].nunique() > 1 else "blok"


def _weights(runs: Frame, cells: Sequence[Cell]) -> Frame:
    """Published schools per school of the same cell, of runs of one school each."""
    if not cells:
        return 1.0
    sizes = pd.cut(runs["leerlingen"], [-1, 199, 499, 10**9], labels=["0-199", "200-499", "500+"])
    by_size = {cell.level for cell in cells if cell.size}
    level = runs["onderwijsniveau"]
    own = np.where(level.isin(by_size), level + "/" + sizes.astype(str), level)
    totals = {c.level if c.size is None else f"{c.level}/{c.size}": c.schools for c in cells}
    base = pd.DataFrame({"r": runs["herhaling"], "c": own})[runs["punt"] == "basis"]
    counts = base.groupby(["r", "c"]).size()
    pairs = zip(runs["herhaling"], own, strict=True)
    return [totals[cell] / counts[replication, cell] for replication, cell in pairs]
