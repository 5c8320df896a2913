"""HiGHS on the plain numbers of a model: linear programs, and branch and cut.

Every run is in a thread of its own, is counted in work, and ends when its clock says so. HiGHS
works in floating-point numbers. So whole values are rounded and held against every row in whole
numbers, and what it says is a bound is lowered by its tolerance before it is rounded up.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import ceil, inf, isfinite

import highspy
import numpy as np
from numpy.typing import NDArray

from optimizer.run.clock import Clock
from optimizer.run.watched import watched
from optimizer.solver.matrix.linear import FREE, ROUNDING, LinearModel, Numbers

Reals = NDArray[np.float64]
WHOLE = 0.99
"""What values in whole numbers need not be nearer to each other."""
START_WORK, ROOT_WORK, NODE_WORK = 8e-6, 1.2e-6, 0.1e-6
"""Work per non-zero: of reading and presolving a model, and of going on from one moment at which
HiGHS looks whether it must stop to the next, at the root and below it. It looks at the same moments
on every machine. Measured in seconds, on every level of schools and groups of 14 000 to 96 000
non-zeros: 4e-6 to 13e-6, 0.4e-6 to 2.7e-6 and 0.02e-6 to 0.15e-6. These are above the middle, so
that on such a machine work ends a run and seconds, its brake, seldom do."""
STEP_WORK = 1.5e-9
"""Work per non-zero of a step of the simplex method, measured on 15 000 to 340 000 of them."""

PRIMAL = 4
"""The primal simplex method, as HiGHS numbers it."""
PROBING = 2**15
"""The rule of presolve that tries what follows from every binary column, as HiGHS numbers it."""
PROBED = 20_000
"""Non-zeros up to which that is done. A school with 18 000 is proven in 7.7 s with it and in 9.8 s
without; a group of five with 27 000 in 14.3 s with it and in 9.7 s without; of 22 schools with
390 000 it takes 15 s by itself."""


@dataclass
class Watch:
    """Best value and bound so far of a search; `improved` is what its clock had used then."""

    value: int | None = None
    bound: int | None = None
    improved: float = 0.0


@dataclass(frozen=True)
class Limits:
    """By which clock a search works, when it may end before that, and who is told how far it is.

    `is_enough` is asked at the same moments on every machine, `tell` is called a few times a
    second.
    """

    clock: Clock
    is_enough: Callable[[Watch], bool] = lambda watch: False
    tell: Callable[[Watch], None] = lambda watch: None

    def half(self) -> "Limits":
        """The same by a clock for half of what is left."""
        return self.part(1 / 2)

    def part(self, share: float) -> "Limits":
        """The same by a clock for a share of what is left."""
        return replace(self, clock=self.clock.part(share))


@dataclass(frozen=True)
class Found:
    """What branch and cut came to.

    `values` keep every rule; `None` when there are none. No values are worth less than `bound`,
    which is infinite when there are none at all. `is_complete` when HiGHS came to its end.
    """

    values: Numbers | None
    bound: float
    is_complete: bool


@dataclass(frozen=True)
class Relaxed:
    """An optimum of a linear program: the value of every column and the price of every row."""

    columns: Reals
    prices: Reals


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


class _Run:
    """HiGHS on one model by one clock."""

    def __init__(self, size: int, options: Mapping[str, float | int | str]) -> None:
        self.highs = highspy.Highs()
        self.highs.silent()
        for name, value in {"threads": 1, **options}.items():
            self.highs.setOptionValue(name, value)
        self._size = size
        self._is_cancelled = False

    def read(self, program: highspy.HighsLp) -> None:
        """Take a model.

        Raises
        ------
        ValueError
            When HiGHS refuses it: an internal error.
        """
        if self.highs.passModel(program) == highspy.HighsStatus.kError:
            raise ValueError("HiGHS refused the model")

    def solve(
        self,
        clock: Clock,
        looks: Mapping[highspy.HighsCallback, Callable[[highspy.HighsCallbackEvent], None]],
        tell: Callable[[], None],
    ) -> None:
        """Run it; at every one of these moments of HiGHS it may look around."""
        # Presolve looks at nothing but this.
        self.highs.setOptionValue("time_limit", clock.seconds_left)
        for moment, look in looks.items():
            moment.subscribe(look)

        def watch() -> None:
            tell()
            if clock.stop.requested:
                self._cancel()

        try:
            watched(self.highs.run, watch, self._cancel)
        finally:
            # They refer back to here: a circle would keep the memory of the solver for long.
            for moment, look in looks.items():
                moment.unsubscribe(look)

    def _cancel(self) -> None:
        """Let it end: at its next look, or in presolve by its own watch, which reads this."""
        self._is_cancelled = True
        self.highs.setOptionValue("time_limit", 0.0)

    def spend(self, clock: Clock, work: float, event: highspy.HighsCallbackEvent) -> None:
        """Count work per non-zero, and let HiGHS end when it must."""
        clock.spend(work * self._size)
        if self._is_cancelled or clock.is_over:
            event.interrupt()


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
        self._run = _Run(size, {**gaps, **effort})
        self._run.read(program_of(linear, is_whole=True))
        if start is not None:
            solution = highspy.HighsSolution()
            solution.col_value = start.astype(float).tolist()
            solution.value_valid = True
            self._run.highs.setSolution(solution)
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


class LinearProgram:
    """The linear relaxation of a model, solved for one objective after the other.

    Each begins where the one before it ended (hot start), by the primal method: what was the best
    keeps the rules still, whatever it costs now and with rows that hold it. Of a group of eight
    schools the relaxations of all levels take 6 s so, 7 s when each begins with nothing, and 13 s
    by the dual method, which HiGHS takes when nothing is said.
    """

    def __init__(self, linear: LinearModel) -> None:
        self._size = len(linear.rows.columns)
        self._run = _Run(self._size, {})
        self._num_columns = len(linear.lower)
        self._steps = 0
        self._run.read(program_of(linear, is_whole=False))

    def hold(self, columns: Numbers, factors: Numbers, most: int) -> None:
        """Add a row `Σ factor·column ≤ most`, after all others."""
        self._run.highs.addRow(
            -highspy.kHighsInf, most, len(columns), columns.astype(np.int32), factors.astype(float)
        )

    def minimise(self, cost: Reals | Numbers, clock: Clock) -> Relaxed | None:
        """Its optimum for an objective; `None` when the clock ended it before there was one."""
        highs = self._run.highs
        every = np.arange(self._num_columns, dtype=np.int32)
        highs.changeColsCost(self._num_columns, every, cost.astype(float))
        self._steps = 0

        def look(event: highspy.HighsCallbackEvent) -> None:
            steps = event.data_out.simplex_iteration_count
            done, self._steps = max(0, steps - self._steps), steps
            self._run.spend(clock, STEP_WORK * done, event)

        self._run.solve(clock, {highs.cbSimplexInterrupt: look}, lambda: None)
        highs.setOptionValue("simplex_strategy", PRIMAL)
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = highs.getSolution()
        return Relaxed(np.array(solution.col_value), np.array(solution.row_dual))


def program_of(linear: LinearModel, *, is_whole: bool) -> highspy.HighsLp:
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
    if is_whole:
        lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    return lp
