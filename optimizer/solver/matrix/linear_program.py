"""Linear programs by HiGHS: the relaxation of a model, for one objective after the other."""

from dataclasses import dataclass

import highspy
import numpy as np

from optimizer.run.clock import Clock
from optimizer.solver.matrix.cuts import Cuts
from optimizer.solver.matrix.highs import Run, program_of
from optimizer.solver.matrix.linear import LinearModel, Numbers, Reals

PRIMAL = highspy.simplex_constants.SimplexStrategy.kSimplexStrategyPrimal
STEP_WORK = 1.5e-9
"""Work per non-zero of a step of the simplex method, measured on 15 000 to 340 000 of them."""


@dataclass(frozen=True)
class Relaxed:
    """An optimum of a linear program: the value of every column and the price of every row."""

    columns: Reals
    prices: Reals


class LinearProgram:
    """The linear relaxation of a model, solved for one objective after the other.

    Each begins where the one before it ended (hot start), by the primal method: what was the best
    keeps the rules still, whatever it costs now and with rows that hold it. Of a group of eight
    schools the relaxations of all levels take 6 s so, 7 s when each begins with nothing, and 13 s
    by the dual method, which HiGHS takes when nothing is said.
    """

    def __init__(self, linear: LinearModel, ended: highspy.HighsBasis | None = None) -> None:
        """With where another program of the same model ended, it begins there."""
        self._size = len(linear.rows.columns)
        self._run = Run(self._size, {})
        self._num_columns = len(linear.lower)
        self._steps = 0
        self._run.read(program_of(linear, is_whole=False))
        if ended is not None:
            self._run.highs.setBasis(ended)
            self._go_on()

    @property
    def ended(self) -> highspy.HighsBasis:
        """Where the last objective ended: a few numbers, where the program itself is megabytes."""
        basis: highspy.HighsBasis = self._run.highs.getBasis()
        return basis

    def _go_on(self) -> None:
        self._run.highs.setOptionValue("simplex_strategy", int(PRIMAL))

    def hold(self, columns: Numbers, factors: Numbers, most: int) -> None:
        """Add a row `Σ factor·column ≤ most`, after all others."""
        self._run.highs.addRow(
            -highspy.kHighsInf, most, len(columns), columns.astype(np.int32), factors.astype(float)
        )

    def add(self, cuts: Cuts) -> None:
        """Add cutting planes."""
        self._run.highs.addRows(
            len(cuts.lower),
            cuts.lower,
            cuts.upper,
            len(cuts.columns),
            cuts.starts.astype(np.int32),
            cuts.columns.astype(np.int32),
            cuts.factors,
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
        self._go_on()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = highs.getSolution()
        return Relaxed(np.array(solution.col_value), np.array(solution.row_dual))
