"""Post-stratification: a school weighs as many as the published schools that it stands for."""

from dataclasses import dataclass

import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.results.columns import KEY
from optimizer.series.study.results.store import Store

_CELL = ["replication", "stratum"]


@dataclass(frozen=True)
class Weights:
    """A weight for every school of the population.

    Attributes
    ----------
    table
        Per replication and stratum: schools in the population, published schools, the weight of
        each; `None` when nothing is weighted.
    sizes
        The levels of which the published number is told per class of sizes.
    """

    table: pd.DataFrame | None
    sizes: frozenset[str]

    def joined(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Rows of schools with their weight; a school of no published stratum weighs 0."""
        if self.table is None:
            return rows.assign(weight=1.0)
        cells = rows.assign(stratum=_strata(rows, self.sizes))
        found = cells.merge(self.table[[*_CELL, "weight"]], "left", _CELL)
        return found.drop(columns="stratum").fillna({"weight": 0.0})

    def of_runs(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The weight of each run: the mean of those of its schools."""
        keys = list(KEY)
        return self.joined(rows).groupby(keys, sort=False)["weight"].mean().reset_index()


def weights_of(design: Design, store: Store) -> Weights:
    """The weights for the published numbers of a study."""
    if not design.strata:
        return Weights(None, frozenset())
    sizes = frozenset(each.level for each in design.strata if each.size is not None)
    published = pd.DataFrame(
        {
            "stratum": [_name(each.level, each.size) for each in design.strata],
            "published": [each.schools for each in design.strata],
        }
    )
    first = design.points[0].name
    counts: list[pd.DataFrame] = []
    for rows in store.schools.frames(["replication", "point", "level", "size"]):
        base = rows[rows["point"] == first]
        cells = base.assign(stratum=_strata(base, sizes)).groupby(_CELL).size()
        counts.append(cells.rename("schools").reset_index())
    whole = pd.concat(counts).groupby(_CELL, as_index=False)["schools"].sum()
    table = whole.merge(published, "inner", "stratum")
    table["weight"] = table["published"] / table["schools"]
    return Weights(table, sizes)


def _strata(rows: pd.DataFrame, sizes: frozenset[str]) -> "pd.Series[str]":
    level = rows["level"].astype("string")
    by_size = level + "/" + rows["size"].astype("string")
    return level.where(~level.isin(list(sizes)), by_size)


def _name(level: str, size: str | None) -> str:
    return level if size is None else f"{level}/{size}"
