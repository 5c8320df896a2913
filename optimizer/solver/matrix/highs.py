"""HiGHS on the plain numbers of a model: branch and cut that is watched, limited and stopped.

HiGHS works in floating-point numbers. So its values are rounded and held against every row in whole
numbers, and what it says is a bound is lowered by its tolerance before it is rounded up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, inf, isfinite

import highspy
import numpy as np

from optimizer.run.clock import Clock
from optimizer.run.watched import watched
from optimizer.solver.matrix.linear import FREE, ROUNDING, LinearModel, Numbers

WHOLE = 0.99
"""What values in whole numbers need not be nearer to each other."""
START_WORK, ROOT_WORK, NODE_WORK = 15e-6, 2e-6, 0.3e-6
"""Work per non-zero: of reading and presolving a model, and of going on from one moment at which
HiGHS looks whether it must stop to the next, at the root and below it. It looks at the same moments
on every machine. Measured: seconds on schools and groups of 7 000 to 70 000 non-zeros."""


@dataclass
class Watch:
    """Best value and bound so far of a running search; `improved` is the work at the best value."""

    value: int | None = None
    bound: int | None = None
    improved: float = 0.0


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
    linear: LinearModel,
    start: Numbers | None,
    clock: Clock,
    *,
    is_enough: Callable[[Watch], bool] = lambda watch: False,
    tell: Callable[[Watch], None] = lambda watch: None,
) -> Found:
    """The best whole values within the limits of a clock, from a start that keeps every rule.

    It ends when no better value can exist, or when `is_enough` says so, which is asked at the same
    moments on every machine. `tell` is called a few times a second. On one thread, so that the
    same question has the same answer.
    """
    found = _searched(linear, start, clock, is_enough, tell)
    if start is None or found.values is None or clock.is_over:
        return found
    if linear.value(found.values) > whole_bound(found.bound) and found.is_complete:
        # HiGHS 1.16 may reduce a start to a better one in presolve, and return the start itself.
        return _searched(linear, None, clock, is_enough, tell)
    return found


def _searched(
    linear: LinearModel,
    start: Numbers | None,
    clock: Clock,
    is_enough: Callable[[Watch], bool],
    tell: Callable[[Watch], None],
) -> Found:
    search = _Search(linear, clock, is_enough)
    if start is not None:
        search.begin_with(start)
    search.run(tell)
    return search.found()


def whole_bound(bound: float) -> int:
    """The least whole number that a bound leaves, its tolerance taken off; 0 when it says nothing.

    No level goes below 0.
    """
    return max(0, ceil(bound - ROUNDING * max(1.0, abs(bound)))) if isfinite(bound) else 0


class _Search:
    """One run of HiGHS in a thread of its own: signals arrive, and a stop is obeyed."""

    def __init__(
        self, linear: LinearModel, clock: Clock, is_enough: Callable[[Watch], bool]
    ) -> None:
        self._linear = linear
        self._clock = clock
        self._is_enough = is_enough
        self._size = len(linear.rows.columns)
        self._watch = Watch()
        self._is_cancelled = False
        self._highs = highspy.Highs()
        self._highs.silent()
        for name, value in _OPTIONS.items():
            self._highs.setOptionValue(name, value)
        self._highs.passModel(program(linear))
        self._highs.cbMipInterrupt += self._look
        self._highs.cbSimplexInterrupt += self._may_go_on

    def begin_with(self, values: Numbers) -> None:
        """Start from values."""
        solution = highspy.HighsSolution()
        solution.col_value = values.astype(float).tolist()
        solution.value_valid = True
        self._highs.setSolution(solution)
        self._watch.value = self._linear.value(values)

    def run(self, tell: Callable[[Watch], None]) -> None:
        """Solve, in a thread of its own."""
        # Presolve looks at nothing but this.
        self._highs.setOptionValue("time_limit", self._clock.seconds_left)
        self._clock.spend(START_WORK * self._size)
        try:
            watched(self._highs.run, lambda: tell(self._watch), self._cancel)
        finally:
            # They refer back to here: a circle would keep the memory of the solver for long.
            self._highs.cbMipInterrupt -= self._look
            self._highs.cbSimplexInterrupt -= self._may_go_on

    def _cancel(self) -> None:
        self._is_cancelled = True

    def _may_go_on(self, event: highspy.HighsCallbackEvent) -> None:
        """Let HiGHS end where no work is counted."""
        if self._is_cancelled:
            event.interrupt()

    def _look(self, event: highspy.HighsCallbackEvent) -> None:
        """Count the work until here, and let HiGHS end when it must."""
        data, watch = event.data_out, self._watch
        work = ROOT_WORK if data.mip_node_count == 0 else NODE_WORK
        self._clock.spend(work * self._size)
        watch.bound = whole_bound(data.mip_dual_bound)
        value = round(data.mip_primal_bound) if isfinite(data.mip_primal_bound) else None
        if value is not None and (watch.value is None or value < watch.value):
            watch.value, watch.improved = value, self._clock.done
        if self._is_cancelled or self._clock.is_over or self._is_enough(watch):
            event.interrupt()

    def found(self) -> Found:
        """What it came to; values are rounded, and only those that keep every rule count."""
        status, solution = self._highs.getModelStatus(), self._highs.getSolution()
        if status == highspy.HighsModelStatus.kInfeasible:
            return Found(None, inf, is_complete=True)
        bound = float(self._highs.getInfo().mip_dual_bound)
        is_complete = status == highspy.HighsModelStatus.kOptimal
        values = np.rint(np.array(solution.col_value)).astype(np.int64)
        is_kept = bool(solution.value_valid) and self._linear.allows(values)
        return Found(values if is_kept else None, bound, is_complete)


_OPTIONS: dict[str, float | int | str] = {"threads": 1, "mip_abs_gap": WHOLE, "mip_rel_gap": 0.0}


def program(linear: LinearModel) -> highspy.HighsLp:
    """The model as HiGHS takes it; 2⁴⁰ is not infinite to HiGHS, so an open side is said."""
    rows, lp = linear.rows, highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(linear.lower), len(rows.lower)
    lp.col_cost_ = linear.cost.astype(float)
    lp.offset_ = float(linear.offset)
    lp.col_lower_ = linear.lower.astype(float)
    lp.col_upper_ = linear.upper.astype(float)
    lp.row_lower_ = np.where(rows.lower <= -FREE, -highspy.kHighsInf, rows.lower)
    lp.row_upper_ = np.where(rows.upper >= FREE, highspy.kHighsInf, rows.upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = rows.starts
    lp.a_matrix_.index_ = rows.columns
    lp.a_matrix_.value_ = rows.factors.astype(float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    return lp
