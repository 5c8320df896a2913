"""Another solver on a whole model: values and bound of a MIP solver that starts from values."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]
from ortools.math_opt.solvers import highs_pb2  # type: ignore[import-untyped]

from optimizer.solver.matrix.linear import ROUNDING, LinearModel, Numbers
from optimizer.solver.search.relaxation import to_math_opt

MOST_SEED = 2**31 - 1
EFFORT = 0.9
"""Part of its work that HiGHS spends on finding values when these are what is asked for."""


@dataclass(frozen=True)
class Limits:
    """How long a MIP solver searches; without limits, as long as it takes.

    It ends when value and bound are within `gap` of each other, by default when that is next to
    nothing. The seed makes it search in its own way. With `for_values`, HiGHS looks for values
    rather than for a bound.
    """

    seconds: float | None
    gap: float | None = None
    seed: int = 0
    nodes: int | None = None
    for_values: bool = False

    def parameters(self) -> mathopt.SolveParameters:
        """As MathOpt knows them."""
        return mathopt.SolveParameters(
            time_limit=None if self.seconds is None else timedelta(seconds=self.seconds),
            node_limit=self.nodes,
            absolute_gap_tolerance=self.gap,
            relative_gap_tolerance=None if self.gap is None else 0.0,
            random_seed=self.seed % MOST_SEED,
            highs=self._of_highs(),
        )

    def _of_highs(self) -> highs_pb2.HighsOptionsProto:
        options = highs_pb2.HighsOptionsProto()
        if self.for_values:
            options.double_options["mip_heuristic_effort"] = EFFORT
            # Both are work for the bound, for seconds on end, before the first values are found.
            options.bool_options["mip_allow_restart"] = False
            options.int_options["mip_pscost_minreliable"] = 0
        return options


def solve_mip(
    linear: LinearModel, solver: mathopt.SolverType, hint: Numbers | None, limits: Limits
) -> tuple[Numbers | None, int]:
    """Rounded values, to be checked by whoever takes them, and what the solver says is a bound."""
    model = mathopt.Model.from_model_proto(to_math_opt(linear, integer=True))
    hints = []
    if hint is not None:
        values = {each: float(hint[each.id]) for each in model.variables()}
        hints.append(mathopt.SolutionHint(variable_values=values))
    result = mathopt.solve(
        model,
        solver,
        params=limits.parameters(),
        model_params=mathopt.ModelSolveParameters(solution_hints=hints),
    )
    bound = result.termination.objective_bounds.dual_bound
    whole = int(np.ceil(bound - ROUNDING)) if np.isfinite(bound) else 0
    if not result.has_primal_feasible_solution():
        return None, whole
    found = np.zeros(len(linear.cost), dtype=np.int64)
    for variable, value in result.variable_values().items():
        found[variable.id] = round(value)
    return found, whole


def least_value(linear: LinearModel, limits: Limits) -> float:
    """What HiGHS says no values are worth less than, infinite when it says there are none.

    Costs need not be whole.
    """
    model = mathopt.Model.from_model_proto(to_math_opt(linear, integer=True))
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=limits.parameters())
    if result.termination.reason is mathopt.TerminationReason.INFEASIBLE:
        return np.inf
    bound: float = result.termination.objective_bounds.dual_bound
    return bound if np.isfinite(bound) else -np.inf
