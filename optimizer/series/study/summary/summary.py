"""All tables of a study."""

from dataclasses import dataclass

import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.results.store import Store
from optimizer.series.study.sensitivity.indices import indices_table
from optimizer.series.study.summary.complete import counted
from optimizer.series.study.summary.distribution import distribution_table
from optimizer.series.study.summary.sums import sums_of
from optimizer.series.study.summary.tables import differences_table, means_table, proof_table
from optimizer.series.study.summary.winners import winners_table


@dataclass(frozen=True)
class Summary:
    """The tables of a study.

    Attributes
    ----------
    means, differences
        A row per point and measure; the differences are with the baseline, replication by
        replication.
    distribution
        A row per point, group of schools and measure of a school.
    winners
        A row per point, group of schools and outcome.
    sensitivity
        A row per measure and uncertain input; empty without a sensitivity study.
    weights
        What a school of each published stratum stands for; empty when nothing is weighted.
    proof
        A row per point: runs, runs with a plan, and per level the part that is proven and the
        mean gap, in per cent.
    left_out
        Blocks that do not count, over all replications.
    """

    means: pd.DataFrame
    differences: pd.DataFrame
    distribution: pd.DataFrame
    winners: pd.DataFrame
    sensitivity: pd.DataFrame
    weights: pd.DataFrame
    proof: pd.DataFrame
    left_out: int


def summarise(design: Design, store: Store) -> Summary | None:
    """The tables of the runs that ended; nothing when no block counts."""
    found = counted(design, store)
    sums = sums_of(found)
    if sums.empty or not sums["runs"].sum():
        return None
    return Summary(
        means=means_table(design, sums),
        differences=differences_table(design, sums),
        distribution=distribution_table(found),
        winners=winners_table(found),
        sensitivity=indices_table(design, sums),
        weights=pd.DataFrame() if found.weights.table is None else found.weights.table,
        proof=proof_table(design, store),
        left_out=found.left_out,
    )
