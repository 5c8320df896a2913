"""What a study shows: means over replications with their interval, and paired differences.

The figures of a replication are sums over all of its schools. Blocks in which any point has no
plan are left out of the replication at every point, so that pairs stay pairs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt

import pandas as pd
from scipy.stats import t as student

from models.vocabulary import Cluster
from optimizer.series.study.design import RunKey, Study, sources
from optimizer.series.study.table import MEASURED

CONFIDENCE = 0.95
_PAIR = ["replication", "block"]
Sums = pd.DataFrame
"""The sums of a replication at a point, a row each."""


def _part(part: str, whole: str) -> Callable[[Sums], pd.Series]:
    return lambda sums: 100 * sums[part] / sums[whole]


MEASURES: Mapping[str, Callable[[Sums], pd.Series]] = {
    "coverage.all": _part("covered.all", "demand.all"),
    **{f"coverage.{c}": _part(f"covered.{c}", f"demand.{c}") for c in Cluster},
    "core_done": lambda sums: 100 - 100 * sums["missing.core"] / sums["demand.core"],
    "pedagogical_share": _part(f"covered.{Cluster.PEDAGOGICAL}", "covered.all"),
    "tasks_dropped": _part("tasks_dropped", "tasks"),
    "tasks_unstaffed": _part("tasks_unstaffed", "tasks"),
    "schools_unstaffed": _part("schools_unstaffed", "schools"),
    "covered.all": lambda sums: sums["covered.all"],
    "travel": lambda sums: sums["travel"],
}
"""What is computed per point and replication: per cents, but for the hours `covered` and
`travel`."""


@dataclass(frozen=True)
class Summary:
    """The tables of a study.

    Attributes
    ----------
    means, differences
        A row per point and measure: `mean`, `low` and `high` of the interval, `replications`; the
        differences are with the baseline, replication by replication.
    proof
        A row per point: runs, runs with a plan, and per level the part that is proven and the
        mean gap, in per cent.
    left_out
        Blocks of which a run has no plan, over all replications.
    """

    means: pd.DataFrame
    differences: pd.DataFrame
    proof: pd.DataFrame
    left_out: int


def summarise(study: Study, runs: pd.DataFrame) -> Summary | None:
    """The tables of the runs that ended; nothing when no block has a plan at every point."""
    whole, left_out = _complete(study, runs)
    if whole.empty:
        return None
    values = _values(whole)
    baseline = values.xs(study.points[0].name, level="point")
    names = [point.name for point in study.points]
    return Summary(
        means=_intervals(values, names),
        differences=_intervals(values.sub(baseline), names[1:]),
        proof=_proof(runs, names),
        left_out=left_out,
    )


def _complete(study: Study, runs: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The runs of the blocks of which every point has a plan, and how many blocks have not."""
    bad = ~runs["status"].isin(MEASURED)
    blocks = runs.assign(bad=bad).groupby(_PAIR).agg(bad=("bad", "any"), ended=("point", "size"))
    good = blocks[~blocks["bad"] & (blocks["ended"] == _asked(study).reindex(blocks.index))]
    kept = runs.set_index(_PAIR).index.isin(good.index)
    return runs[kept], len(blocks) - len(good)


def _asked(study: Study) -> pd.Series:
    """How many runs the study asks of every block."""
    keys = pd.DataFrame([key for key, _ in sources(study)], columns=pd.Index(RunKey._fields))
    return keys.astype({"replication": "Int64", "block": "string"}).groupby(_PAIR).size()


def _values(runs: pd.DataFrame) -> pd.DataFrame:
    """Every measure per point and replication."""
    sums = runs.groupby(["point", "replication"]).sum(numeric_only=True).astype(float)
    return pd.DataFrame({name: of(sums) for name, of in MEASURES.items()})


def _intervals(values: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Mean and Student's interval per point and measure, in the order of the names."""
    long = values.melt(ignore_index=False, var_name="measure").reset_index()
    groups = long.groupby(["point", "measure"])["value"]
    found = groups.agg(["mean", "std", "count"]).reset_index()
    half = [
        student.ppf((1 + CONFIDENCE) / 2, n - 1) * std / sqrt(n) if n > 1 else None
        for std, n in zip(found["std"], found["count"], strict=True)
    ]
    half_width = pd.Series(half, dtype="Float64")
    found["low"], found["high"] = found["mean"] - half_width, found["mean"] + half_width
    found = found.rename(columns={"count": "replications"})[
        ["point", "measure", "mean", "low", "high", "replications"]
    ]
    order = pd.MultiIndex.from_product([names, MEASURES], names=["point", "measure"])
    return found.set_index(["point", "measure"]).reindex(order).reset_index()


def _proof(runs: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """How far the plans of each point are proven."""
    planned = runs[runs["status"].isin(MEASURED)]
    proof = pd.DataFrame({"runs": runs.groupby("point").size()}).reindex(names)
    proof["planned"] = planned.groupby("point").size()
    for column in map(str, runs.filter(like="value.")):
        level = column.removeprefix("value.")
        proof[f"proven.{level}"] = 100 * planned.groupby("point")[f"proven.{level}"].mean()
        sums = planned.groupby("point")[[column, f"bound.{level}"]].sum(min_count=1)
        gap = sums[column] - sums[f"bound.{level}"]
        proof[f"gap.{level}"] = 100 * gap / sums[column].clip(lower=1)
    return proof.fillna({"planned": 0}).rename_axis("point").reset_index()
