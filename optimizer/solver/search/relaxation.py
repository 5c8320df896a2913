"""Lower bounds from the linear relaxation, proven by weak duality in whole numbers' reach.

Whatever prices a linear solver finds for the rows, right or wrong, they prove a bound: the rows are
added up with these prices, and every column takes the better of its two ends. So neither a
tolerance nor a bug of the solver can make a bound too high.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from math import ceil
from queue import PriorityQueue

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import model_pb2  # type: ignore[import-untyped]
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from models.settings import Level
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.matrix.linear import FREE, LinearModel, Numbers

TOLERANCE = 1e-7
"""Relative error of a sum of floating-point numbers that a bound is lowered by."""
STEPS_PER_SECOND = 300
"""Steps of the simplex method on every model that a second of the time limit buys in deterministic
mode, where no clock may count."""
MOST_FOR_HIGHS = 5_000
"""Columns up to which HiGHS solves an outline in less time than GLOP."""
MOST_OF_ALL_RULES_FOR_HIGHS = 100_000
"""The same for a model with all of its rules."""
LAST = 2
"""The rank of the end of a queue: after whatever is for later."""
Prices = NDArray[np.float64]


def lower_bound(
    linear: LinearModel,
    seconds: float | None,
    steps: int | None = None,
    solver: mathopt.SolverType = mathopt.SolverType.HIGHS,
) -> int:
    """A value that no solution goes below; 0 when none was found.

    Limits are as for `relax`. Whatever prices the solver has by then prove something.
    """
    relaxed = relax(linear, seconds, steps, solver)
    return 0 if relaxed is None else max(0, proven_by(linear, relaxed.prices))


def solver_of_outline(outline: LinearModel) -> mathopt.SolverType:
    """Which solver takes the least time for the relaxation of an outline."""
    return _solver(len(outline.lower), MOST_FOR_HIGHS)


def solver_of_all_rules(linear: LinearModel) -> mathopt.SolverType:
    """Which solver takes the least time for the relaxation of a model with all of its rules."""
    return _solver(len(linear.lower), MOST_OF_ALL_RULES_FOR_HIGHS)


def _solver(num_columns: int, most_for_highs: int) -> mathopt.SolverType:
    is_large = num_columns > most_for_highs
    return mathopt.SolverType.GLOP if is_large else mathopt.SolverType.HIGHS


@dataclass(frozen=True)
class Relaxed:
    """The relaxation's answer: its value, that of every column, and the price of every row."""

    value: float
    columns: Prices
    prices: Prices


def relax(
    linear: LinearModel,
    seconds: float | None,
    steps: int | None = None,
    solver: mathopt.SolverType = mathopt.SolverType.HIGHS,
) -> Relaxed | None:
    """Solve the relaxation; `None` when that gave no prices.

    It takes at most so many seconds and so many steps of the simplex method.
    """
    inside = linear.entered()
    slim, rows = linear.around(linear.lower, inside)
    solver_model = mathopt.Model.from_model_proto(to_math_opt(slim, integer=False))
    time_limit = None if seconds is None else timedelta(seconds=seconds)
    parameters = mathopt.SolveParameters(time_limit=time_limit, iteration_limit=steps)
    result = mathopt.solve(solver_model, solver, params=parameters)
    if not result.solutions or result.solutions[0].dual_solution is None:
        return None
    columns, prices = linear.cheapest(), np.zeros(len(linear.rows.lower))
    for row, price in result.solutions[0].dual_solution.dual_values.items():
        prices[rows[row.id]] = price
    primal = result.solutions[0].primal_solution
    for column, value in primal.variable_values.items() if primal else ():
        columns[inside[column.id]] = value
    return Relaxed(float(linear.offset + linear.cost @ columns), columns, prices)


def proven_by(linear: LinearModel, prices: Prices) -> int:
    """The bound that prices of the rows prove, whatever they are."""
    return ceil(worth_at_least(linear, prices))


def worth_at_least(linear: LinearModel, prices: Prices) -> float:
    """The same as it comes, for costs that need not be whole."""
    at_rows = at_prices(linear, prices)
    at_columns = best_ends(linear, reduced_costs(linear, prices))
    bound = float(linear.offset + at_rows.sum() + at_columns.sum())
    error = TOLERANCE * (1 + np.abs(at_rows).max(initial=0) + np.abs(at_columns).max(initial=0))
    return bound - float(error)


def at_prices(linear: LinearModel, prices: Prices) -> Prices:
    """What every row brings at least at its price; a price on an open side counts for nothing."""
    rows, prices = linear.rows, _closed(linear, prices)
    return np.where(prices > 0, prices * rows.lower, prices * rows.upper)


def best_ends(linear: LinearModel, cost: Prices) -> Prices:
    """What every column costs at least, at the better of its two ends."""
    return np.minimum(cost * linear.lower, cost * linear.upper)


def _closed(linear: LinearModel, prices: Prices) -> Prices:
    """The prices, 0 where a row is open on that side: there they prove nothing."""
    rows = linear.rows
    open_side = np.where(prices > 0, rows.lower <= -FREE, rows.upper >= FREE)
    return np.where(open_side, 0.0, prices)


def reduced_costs(linear: LinearModel, prices: Prices) -> Prices:
    """What every column costs beyond what the rows pay for it."""
    rows = linear.rows
    weights = rows.factors * _closed(linear, prices)[rows.numbers]
    paid = np.bincount(rows.columns, weights=weights, minlength=len(linear.cost))
    return (linear.cost - paid).astype(np.float64)


def to_math_opt(linear: LinearModel, *, integer: bool) -> model_pb2.ModelProto:
    """The model as MathOpt's message, for any of its solvers; ids are positions."""
    proto = model_pb2.ModelProto()
    size, rows = len(linear.lower), linear.rows
    proto.variables.ids.extend(range(size))
    proto.variables.lower_bounds.extend(linear.lower.tolist())
    proto.variables.upper_bounds.extend(linear.upper.tolist())
    proto.variables.integers.extend([integer] * size)
    proto.linear_constraints.ids.extend(range(len(rows.lower)))
    lower = np.where(rows.lower <= -FREE, -np.inf, rows.lower)
    upper = np.where(rows.upper >= FREE, np.inf, rows.upper)
    proto.linear_constraints.lower_bounds.extend(lower.tolist())
    proto.linear_constraints.upper_bounds.extend(upper.tolist())
    _add_entries(proto, rows.numbers, rows.columns, rows.factors)
    used = np.flatnonzero(linear.cost)
    proto.objective.linear_coefficients.ids.extend(used.tolist())
    proto.objective.linear_coefficients.values.extend(linear.cost[used].tolist())
    proto.objective.offset = linear.offset
    return proto


def _add_entries(
    proto: model_pb2.ModelProto, numbers: Numbers, columns: Numbers, factors: Numbers
) -> None:
    """The matrix, row by row and each row in the order of its columns."""
    order = np.lexsort((columns, numbers))
    proto.linear_constraint_matrix.row_ids.extend(numbers[order].tolist())
    proto.linear_constraint_matrix.column_ids.extend(columns[order].tolist())
    proto.linear_constraint_matrix.coefficients.extend(factors[order].tolist())


Proof = Callable[[float | None], int]
"""What proves a bound within so many seconds; `None` in deterministic mode, without a clock."""


@dataclass(frozen=True, order=True)
class _Asked:
    """A proof in the queue; without one, the end."""

    rank: int
    number: int
    level: Level | None = field(default=None, compare=False)
    proof: Proof | None = field(default=None, compare=False)


class Bounding:
    """Bounds of levels, one after the other, while the search goes on beside it."""

    def __init__(self, options: SolveOptions) -> None:
        self._options = options
        self._started = time.monotonic()
        self._waiting: PriorityQueue[_Asked] = PriorityQueue()
        self._numbers = count()
        self._bounds: dict[Level, int] = {}
        # The solver cannot be told to stop: it must not keep the program from ending.
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def ask_outline(self, level: Level, outline: LinearModel) -> None:
        """Put the relaxation of an outline of a level in the queue."""
        steps = int(self._options.time_limit * STEPS_PER_SECOND)
        solver = solver_of_outline(outline)

        def proof(seconds: float | None) -> int:
            return lower_bound(outline, seconds, steps if seconds is None else None, solver)

        self.ask(level, proof)

    def ask(self, level: Level, proof: Proof, *, later: bool = False) -> None:
        """Put a proof in the queue; the best bound of a level counts.

        One that is for `later` waits until there is no other, even of those that come after it. In
        deterministic mode it is there at once: a search must not depend on when it comes.
        """
        if self._options.deterministic:
            self._note(level, proof(None))
        else:
            self._waiting.put(_Asked(int(later), next(self._numbers), level, proof))

    def bound(self, level: Level) -> int:
        """The bound of a level so far; 0 when there is none."""
        return self._bounds.get(level, 0)

    def finish(self, *, wait: bool) -> None:
        """Take no more; wait for those in the queue as long as there is time."""
        self._waiting.put(_Asked(LAST, next(self._numbers)))
        if wait:
            self._thread.join(self._left)

    @property
    def _left(self) -> float:
        passed = time.monotonic() - self._started
        return max(0.0, self._options.time_limit - passed)

    def _note(self, level: Level, bound: int) -> None:
        self._bounds[level] = max(self.bound(level), bound)

    def _work(self) -> None:
        while (asked := self._waiting.get()).level is not None:
            if asked.proof is not None and self._left > 0:
                self._note(asked.level, asked.proof(self._left))
