"""Which runs the tables count: blocks of which every point can be counted, weighted if asked."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimizer.series.study.design import Design, WithoutPlan, sources
from optimizer.series.study.measures import MEASURED
from optimizer.series.study.results.columns import KEY
from optimizer.series.study.results.order import code_number
from optimizer.series.study.results.store import Store
from optimizer.series.study.summary.weights import Weights, weights_of

Marks = np.ndarray[tuple[int, int], np.dtype[np.int32]]
"""A number per replication and block, both from 1 on."""


@dataclass(frozen=True)
class Counted:
    """The runs and schools that the tables count, a part at a time.

    Attributes
    ----------
    out
        1 for every replication and block that does not count, because some run of it cannot be
        counted: at no point does it.
    """

    design: Design
    store: Store
    out: Marks
    weights: Weights

    @property
    def left_out(self) -> int:
        """Blocks that do not count, over all replications."""
        return int(self.out.sum())

    def runs(self, columns: list[str]) -> Iterator[pd.DataFrame]:
        """The runs that count, with their `weight`."""
        wanted = list(dict.fromkeys((*KEY, "status", *columns)))
        if self.weights.table is None:
            for runs in self.store.runs.frames(wanted):
                yield self._kept(runs).assign(weight=1.0)
            return
        schools = self.store.schools.frames([*KEY, "level", "size"])
        for runs, rows in zip(self.store.runs.frames(wanted), schools, strict=True):
            weighed = self._kept(runs).merge(self.weights.of_runs(rows), "left", list(KEY))
            yield weighed.fillna({"weight": 0.0})

    def schools(self, columns: list[str]) -> Iterator[pd.DataFrame]:
        """The schools that count, with their `weight`."""
        wanted = list(dict.fromkeys((*KEY, "school", "level", "size", *columns)))
        for rows in self.store.schools.frames(wanted):
            yield self.weights.joined(self._kept(rows))

    def _kept(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows[self.out[_places(rows)] == 0] if self.left_out else rows


def counted(design: Design, store: Store) -> Counted:
    """What counts: a block in a replication when every run that is asked of it can be counted.

    A run without a plan counts as no hours, unless the study leaves it out; a run that has not
    ended, or failed, never counts. A block that does not count at a point that is run once counts
    in no replication.
    """
    left = _asked(design)
    for rows in store.runs.frames([*KEY, "status", "demand.all"]):
        np.subtract.at(left, _places(rows[_can_count(design, rows)]), 1)
    out: Marks = (left > 0).astype(np.int32)
    if any(design.replications_of(point) < design.replications for point in design.points):
        asked = _asked(design) > 0
        out = (asked & ((out > 0) | (out[1] > 0))).astype(np.int32)
    return Counted(design, store, out, weights_of(design, store))


def _asked(design: Design) -> Marks:
    """How many runs the study asks, per replication and block."""
    blocks = max((code_number(key.block) for key, _ in sources(design)), default=0)
    asked: Marks = np.zeros((design.replications + 1, blocks + 1), dtype=np.int32)
    for key, _ in sources(design):
        asked[key.replication, code_number(key.block)] += 1
    return asked


def _places(rows: pd.DataFrame) -> tuple["np.ndarray[tuple[int], np.dtype[np.int64]]", ...]:
    """Where in the marks rows are counted."""
    replications = rows["replication"].to_numpy(dtype=np.int64)
    blocks = rows["block"].str[1:].to_numpy(dtype=object).astype(np.int64)
    return replications, blocks


def _can_count(design: Design, rows: pd.DataFrame) -> "pd.Series[bool]":
    planned = rows["status"].isin(MEASURED)
    if design.without_plan is WithoutPlan.LEFT_OUT:
        return planned
    return planned | (rows["demand.all"].notna() & ~rows["status"].isin(("failed", "cut_short")))
