"""Branch and cut by HiGHS: the best whole values of a model, and what is proven of it.

HiGHS works in floating-point numbers. So whole values are rounded and held against every row in
whole numbers, and what it says is a bound is lowered by its tolerance before it is rounded up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, inf, isfinite

import highspy
import numpy as np

from optimizer.solver.matrix.highs import (
    NODE_WORK,
    ROOT_WORK,
    START_WORK,
    Limits,
    Run,
    Watch,
    program_of,
)
from optimizer.solver.matrix.linear import ROUNDING, LinearModel, Numbers

WHOLE = 0.99
"""What values in whole numbers need not be nearer to each other."""
PROBING = 2**15
"""The rule of presolve that tries what follows from every binary column, as HiGHS numbers it."""
PROBED = 20_000
"""Non-zeros up to which that is done. A school with 18 000 is proven in 7.7 s with it and in 9.8 s
without; a group of five with 27 000 in 14.3 s with it and in 9.7 s without; of 22 schools with
390 000 it takes 15 s by itself."""


@dataclass(frozen=True)
class Found:
    """What branch and cut came to.

    `values` keep every rule; `None` when there are none. No values are worth less than `bound`,
    which is infinite when there are none at all. `is_complete` when HiGHS came to its end.
    """

    values: Numbers | None
    bound: float
    is_complete: bool


def branch_and_cut(
    linear: LinearModel, start: Numbers | None, limits: Limits, *, only_bound: bool = False
) -> Found:
    """The best whole values within some limits, from a start that keeps every rule.

    It ends when no better value can exist, or when the limits say so. On one thread, so that the
    same question has the same answer. With `only_bound` it does nothing to find better values.
    """
    effort = {"mip_heuristic_effort": 0.0} if only_bound else {}
    found = _Search(linear, start, limits, effort).run()
    if start is None or found.values is None or limits.clock.is_over:
        return found
    if found.is_complete and linear.value(found.values) > whole_bound(found.bound):
        # HiGHS 1.16 may reduce a start to a better one in presolve, and return the start itself.
        return _Search(linear, None, limits, effort).run()
    return found


def whole_bound(bound: float) -> int:
    """The least whole number that a bound leaves, its tolerance taken off; 0 when it says nothing.

    No level goes below 0.
    """
    return max(0, ceil(bound - ROUNDING * max(1.0, abs(bound)))) if isfinite(bound) else 0


class _Search:
    """One branch and cut."""

    def __init__(
        self,
        linear: LinearModel,
        start: Numbers | None,
        limits: Limits,
        effort: Mapping[str, float],
    ) -> None:
        self._linear = linear
        self._limits = limits
        self._clock = limits.clock
        self._watch = Watch(improved=self._clock.used)
        size = len(linear.rows.columns)
        left_out = PROBING if size > PROBED else 0
        gaps = {"mip_abs_gap": WHOLE, "mip_rel_gap": 0.0, "presolve_rule_off": left_out}
        self._run = Run(size, {**gaps, **effort})
        self._run.read(program_of(linear, is_whole=True))
        if start is not None:
            self._run.start(start)
            self._watch.value = linear.value(start)

    def run(self) -> Found:
        """What it came to; values are rounded, and only those that keep every rule count."""
        highs = self._run.highs
        self._clock.spend(START_WORK * len(self._linear.rows.columns))
        looks = {highs.cbMipInterrupt: self._look, highs.cbSimplexInterrupt: self._may_go_on}
        self._run.solve(self._clock, looks, lambda: self._limits.tell(self._watch))
        status, solution = highs.getModelStatus(), highs.getSolution()
        if status == highspy.HighsModelStatus.kInfeasible:
            return Found(None, inf, is_complete=True)
        bound = float(highs.getInfo().mip_dual_bound)
        is_complete = status == highspy.HighsModelStatus.kOptimal
        values = np.rint(np.array(solution.col_value)).astype(np.int64)
        is_kept = bool(solution.value_valid) and self._linear.allows(values)
        return Found(values if is_kept else None, bound, is_complete)

    def _may_go_on(self, event: highspy.HighsCallbackEvent) -> None:
        """Let HiGHS end where no work is counted."""
        self._run.spend(self._clock, 0.0, event)

    def _look(self, event: highspy.HighsCallbackEvent) -> None:
        """Count the work until here."""
        data, watch = event.data_out, self._watch
        work = ROOT_WORK if data.mip_node_count == 0 else NODE_WORK
        self._run.spend(self._clock, work, event)
        watch.bound = whole_bound(data.mip_dual_bound)
        value = round(data.mip_primal_bound) if isfinite(data.mip_primal_bound) else None
        if value is not None and (watch.value is None or value < watch.value):
            watch.value, watch.improved = value, self._clock.used
        if self._limits.is_enough(watch):
            event.interrupt()
