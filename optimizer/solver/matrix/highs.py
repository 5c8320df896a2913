"""HiGHS on the plain numbers of a model: what every run of it has in common.

Every run is in a thread of its own, is counted in work, and ends when its clock says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import highspy
import numpy as np

from optimizer.run.clock import Clock
from optimizer.run.watched import watched
from optimizer.solver.matrix.linear import FREE, LinearModel, Numbers

START_WORK, ROOT_WORK, NODE_WORK = 8e-6, 1.2e-6, 0.1e-6
"""Work per non-zero: of reading and presolving a model, and of going on from one moment at which
HiGHS looks whether it must stop to the next, at the root and below it. It looks at the same moments
on every machine. Measured in seconds, on every level of schools and groups of 14 000 to 96 000
non-zeros: 4e-6 to 13e-6, 0.4e-6 to 2.7e-6 and 0.02e-6 to 0.15e-6. These are above the middle, so
that on such a machine work ends a run and seconds, its brake, seldom do."""


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

    def untold(self) -> "Limits":
        """The same where values are not those of a level: only how much time is left is told."""
        return replace(self, tell=lambda watch: self.tell(Watch()))

    def part(self, share: float) -> "Limits":
        """The same by a clock for a share of what is left."""
        return replace(self, clock=self.clock.part(share))


class Run:
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

    def start(self, values: Numbers) -> None:
        """Begin with whole values that keep every rule."""
        solution = highspy.HighsSolution()
        solution.col_value = values.astype(float).tolist()
        solution.value_valid = True
        self.highs.setSolution(solution)

    def solve(
        self,
        clock: Clock,
        looks: Mapping[highspy.HighsCallback, Callable[[highspy.HighsCallbackEvent], None]],
        tell: Callable[[], None],
    ) -> None:
        """Run it; at every one of these moments of HiGHS it may look around."""
        # Presolve looks at nothing but this; HiGHS counts the runs before as well.
        self.highs.setOptionValue("time_limit", self.highs.getRunTime() + clock.seconds_left)
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
