"""Sums over the runs of every point and replication, weighted, a part of the table at a time."""

import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.measures import MEASURED
from optimizer.series.study.summary.complete import Counted
from optimizer.series.study.summary.measures import MEASURES, PROVEN, SUMMED

_GROUP = ["point", "replication"]


def sums_of(counted: Counted) -> pd.DataFrame:
    """A row per point and replication: every column summed, with runs, plans and proofs.

    A sum is missing when it is in every run, as that of a level that was not solved.
    """
    found = pd.DataFrame()
    for runs in counted.runs(list(SUMMED)):
        planned = runs["status"].isin(MEASURED)
        numbers = runs[list(SUMMED)].astype("Float64").mul(runs["weight"], axis=0)
        extra = {
            "runs": runs["weight"],
            "without_plan": runs["weight"].where(~planned, 0.0),
            "planned": planned.astype("Float64"),
            "proven": (runs["status"] == "optimal").astype("Float64"),
        }
        part = numbers.assign(**extra, **{name: runs[name] for name in _GROUP})
        sums: pd.DataFrame = part.groupby(_GROUP).sum(min_count=1)
        found = sums if found.empty else found.add(sums, fill_value=0.0)
    return found.astype(float)


def values_of(sums: pd.DataFrame) -> pd.DataFrame:
    """Every measure per point and replication."""
    return pd.DataFrame({name: of(sums) for name, of in MEASURES.items()})


def proven_values(sums: pd.DataFrame) -> pd.DataFrame:
    """The measures of levels as their bounds would have them; the others are missing."""
    found = {name: of(sums) for name, of in PROVEN.items()}
    return pd.DataFrame(found, index=sums.index).reindex(columns=list(MEASURES))


def per_replication(values: pd.DataFrame, design: Design) -> pd.DataFrame:
    """The values of the baseline for every replication, also when it is run once."""
    baseline = pd.DataFrame(values.loc[design.points[0].name])
    if design.replications_of(design.points[0]) == 1:
        every = pd.RangeIndex(1, design.replications + 1, name="replication")
        baseline = baseline.reindex(every).ffill()
    return baseline
