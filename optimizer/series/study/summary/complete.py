"""Which runs the tables count: blocks of which every point can be counted, weighted if asked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from optimizer.series.study.design import Design, WithoutPlan, sources
from optimizer.series.study.measures import MEASURED
from optimizer.series.study.results.columns import KEY
from optimizer.series.study.results.store import Store
from optimizer.series.study.summary.weights import Weights, weights_of

Pair = tuple[int, str]
"""A block in a replication."""
_PAIR = ["replication", "block"]


@dataclass(frozen=True)
class Counted:
    """The runs and schools that the tables count, a part at a time.

    Attributes
    ----------
    left_out
        Blocks, over all replications, of which some run cannot be counted: at no point are they.
    """

    design: Design
    store: Store
    left_out: frozenset[Pair]
    weights: Weights

    def runs(self, columns: list[str]) -> Iterator[pd.DataFrame]:
        """The runs that count, with their `weight`."""
        wanted = list(dict.fromkeys((*KEY, "status", *columns)))
        if self.weights.table is None:
            yield from (
                self._kept(runs).assign(weight=1.0) for runs in self.store.runs.frames(wanted)
            )
            return
        schools = self.store.schools.frames([*KEY, "level", "size"])
        for runs, rows in zip(self.store.runs.frames(wanted), schools, strict=True):
            weighed = self._kept(runs).merge(self.weights.of_runs(rows), "left", list(KEY))
            yield weighed.fillna({"weight": 0.0})

    def schools(self, columns: list[str]) -> Iterator[pd.DataFrame]:
        """The schools that count, with their `weight`."""
        wanted = list(dict.fromkeys((*KEY, "status", "school", "level", "size", *columns)))
        for rows in self.store.schools.frames(wanted):
            yield self.weights.joined(self._kept(rows))

    def _kept(self, rows: pd.DataFrame) -> pd.DataFrame:
        if not self.left_out:
            return rows
        pairs = pd.MultiIndex.from_frame(rows[_PAIR])
        return rows[~pairs.isin(list(self.left_out))]


def counted(design: Design, store: Store) -> Counted:
    """What counts: a block in a replication when every run that is asked of it can be counted.

    A run without a plan counts as no hours, unless the study leaves it out; a run that has not
    ended, or failed, never counts. A block that does not count at a point that is run once counts
    in no replication.
    """
    asked = Counter((key.replication, key.block) for key, _ in sources(design))
    ended: Counter[Pair] = Counter()
    for rows in store.runs.frames([*KEY, "status", "demand.all"]):
        good = rows[_can_count(design, rows)]
        ended.update(zip(good["replication"], good["block"], strict=True))
    left_out = {pair for pair in asked if ended[pair] < asked[pair]}
    if any(design.replications_of(point) < design.replications for point in design.points):
        first = {block for replication, block in left_out if replication == 1}
        left_out |= {pair for pair in asked if pair[1] in first}
    return Counted(design, store, frozenset(left_out), weights_of(design, store))


def _can_count(design: Design, rows: pd.DataFrame) -> "pd.Series[bool]":
    planned = rows["status"].isin(MEASURED)
    if design.without_plan is WithoutPlan.LEFT_OUT:
        return planned
    return planned | (rows["demand.all"].notna() & ~rows["status"].isin(("failed", "cut_short")))
