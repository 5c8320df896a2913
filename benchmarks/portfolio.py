"""A portfolio on the program's solver layer: several solvers race, and share what they find.

For pure assignment problems, which our own models are not: on the quality of a school a MIP solver
is no help (see `docs/beslissingen/solver.md`). SCIP has the whole model; beside it HiGHS looks in a
kernel of promising columns, neighbourhood search goes on from there, and then CP-SAT on the whole.
They work in slices, and each slice starts from the best values of all.
"""

import threading
import time
from dataclasses import replace

import numpy as np
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]
from ortools.sat.python import cp_model

from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.as_linear import linear_model
from optimizer.solver.matrix.landscape import Landscape
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.mip import Limits, solve_mip
from optimizer.solver.model.hints import set_hint
from optimizer.solver.search.cpsat_run import search
from optimizer.solver.search.local_search import Terrain, improve
from optimizer.solver.search.relaxation import Prices, proven_by, reduced_costs, relax

WHOLE_SLICE = 0.5
KERNEL_SLICE = 0.2
PARTS_SLICE = 0.2
CPSAT_SLICE = 0.1
"""Parts of the time limit that a solver gets at a time: starting anew is expensive."""
KERNEL = 3
"""Columns of the first kernel per row of the model; every next one has a column per row more."""

POLL_SECONDS = 0.02
SCIP, HIGHS = mathopt.SolverType.GSCIP, mathopt.SolverType.HIGHS


class Race:
    """The best values and bound so far, of everyone in the race."""

    def __init__(self, model: cp_model.CpModel, landscape: Landscape, seconds: float) -> None:
        self._model = model
        self._landscape = landscape
        self._deadline = time.monotonic() + seconds
        self._seconds = seconds
        self._lock = threading.Lock()
        self._stop = Stop()
        self.linear = linear_model(model)
        self._racers: list[threading.Thread] = []
        self.values: Numbers | None = None
        self.bound = 0

    @property
    def value(self) -> int | None:
        """The objective of the best values."""
        return None if self.values is None else self.linear.value(self.values)

    @property
    def left(self) -> float:
        """Seconds that are left; none when the best values are proven."""
        if self.value is not None and self.value <= self.bound:
            return 0.0
        return max(0.0, self._deadline - time.monotonic())

    def run(self) -> None:
        """Race until the values are proven or the time is over; slices may still be under way."""
        relaxed = relax(self.linear, self.left)
        prices = relaxed.prices if relaxed else np.zeros(len(self.linear.rows.lower))
        self._raise(proven_by(self.linear, prices))
        left = reduced_costs(self.linear, prices)
        for work in (self._run_whole, lambda: self._run_kernels(left)):
            self._racers.append(threading.Thread(target=work))
            self._racers[-1].start()
        while self.left > 0:
            time.sleep(POLL_SECONDS)
        self._stop.request()

    def finish(self) -> None:
        """Wait for the last slices: a MIP solver cannot be stopped, and ends badly with Python."""
        for racer in self._racers:
            racer.join()

    def _offer(self, values: Numbers | None) -> None:
        """Take over values that keep every row and are better."""
        if values is None or not self.linear.rows.are_kept_by(values):
            return
        with self._lock:
            if self.value is None or self.linear.value(values) < self.value:
                self.values = values

    def _raise(self, bound: int) -> None:
        with self._lock:
            self.bound = max(self.bound, bound)

    def _run_whole(self) -> None:
        """SCIP on the whole model: bound and values."""
        while self.left > 0:
            seconds = self._share(WHOLE_SLICE)
            values, bound = solve_mip(self.linear, SCIP, self.values, Limits(seconds))
            self._offer(values)
            self._raise(bound)

    def _run_kernels(self, left: Prices) -> None:
        """HiGHS in a kernel for values, then parts and CP-SAT on the whole from there."""
        per_row = KERNEL
        while self.left > 0:
            kernel = self._kernel(left, per_row * len(self.linear.rows.lower))
            seconds = self._share(KERNEL_SLICE)
            self._offer(solve_mip(kernel, HIGHS, self.values, Limits(seconds))[0])
            self._improve(self._share(PARTS_SLICE))
            self._search(self._share(CPSAT_SLICE))
            per_row += 1

    def _share(self, part: float) -> float:
        """Seconds of a part of the time limit, as far as they are left."""
        return min(self._seconds * part, self.left)

    def _improve(self, seconds: float) -> None:
        """Neighbourhood search, on one thread."""
        if self.values is not None:
            terrain = Terrain(self.linear, self._landscape)
            options = SolveOptions(time_limit=seconds, threads=1)
            stop, least = self._stop, self.bound
            self._offer(improve(terrain, self.values, options, stop, lambda *_: None, least))

    def _search(self, seconds: float) -> None:
        columns = range(len(self.linear.cost))
        if self.values is not None:
            set_hint(self._model, dict(enumerate(self.values.tolist())))
        options = SolveOptions(time_limit=seconds)
        found = search(self._model, options, seconds, self._stop, lambda watch, left: None)
        self._raise(found.bound)
        if found.values is not None:
            variables = map(self._model.get_int_var_from_proto_index, columns)
            self._offer(np.array([found.values(each) for each in variables], dtype=np.int64))

    def _kernel(self, left: Prices, size: int) -> LinearModel:
        """The model of the columns that cost least beyond their rows, and of those in use."""
        linear = self.linear
        is_out = np.ones(len(left), dtype=bool)
        is_out[np.argsort(left, kind="stable")[:size]] = False
        if self.values is not None:
            is_out &= self.values == linear.lower
        return replace(linear, upper=np.where(is_out, linear.lower, linear.upper))
