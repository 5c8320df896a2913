"""Cutting planes by HiGHS: rows that whole values keep and that a linear relaxation breaks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import highspy
import numpy as np

from optimizer.run.clock import Clock
from optimizer.solver.matrix.highs import ROOT_WORK, START_WORK, Run, program_of
from optimizer.solver.matrix.linear import LinearModel, Numbers, Reals

OPTIONS: Mapping[str, float | int | str] = {
    "presolve": "off",  # So that the columns keep their numbers.
    "mip_detect_symmetry": False,
    "mip_heuristic_effort": 0.0,
}


@dataclass(frozen=True)
class Cuts:
    """Cutting planes `lower ≤ Σ factor·column ≤ upper`; i begins at `starts[i]`."""

    starts: Numbers
    columns: Numbers
    factors: Reals
    lower: Reals
    upper: Reals

    def at(self, places: Numbers) -> "Cuts":
        """The same for columns that are numbered anew; one without a place (-1) is 0."""
        columns = places[self.columns]
        has_place = columns >= 0
        before = np.concatenate([[0], np.cumsum(has_place)])
        return replace(
            self,
            starts=before[self.starts],
            columns=columns[has_place],
            factors=self.factors[has_place],
        )


def cuts_of(linear: LinearModel, start: Numbers, clock: Clock) -> Cuts | None:
    """The cutting planes at the root of branch and cut; `None` when the clock ended it before.

    They hold for whole values that are better than those of the start.
    """
    run = Run(len(linear.rows.columns), OPTIONS)
    run.read(program_of(linear, is_whole=True))
    run.start(start)
    clock.spend(START_WORK * len(linear.rows.columns))
    found: list[Cuts] = []

    def look(event: highspy.HighsCallbackEvent) -> None:
        run.spend(clock, ROOT_WORK, event)
        if found:
            event.interrupt()

    highs = run.highs
    moments = {
        highs.cbMipGetCutPool: lambda event: found.append(_pool(event)),
        highs.cbMipInterrupt: look,
        highs.cbSimplexInterrupt: lambda event: run.spend(clock, 0.0, event),
    }
    run.solve(clock, moments, lambda: None)
    return found[0] if found else None


def _pool(event: highspy.HighsCallbackEvent) -> Cuts:
    data = event.data_out
    return Cuts(
        starts=np.array(data.cutpool_start[: data.cutpool_num_cut], dtype=np.int64),
        columns=np.array(data.cutpool_index, dtype=np.int64),
        factors=np.array(data.cutpool_value),
        lower=np.array(data.cutpool_lower),
        upper=np.array(data.cutpool_upper),
    )
