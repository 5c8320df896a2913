"""Another solver on a whole model: values and bound of a MIP solver that starts from values."""

from datetime import timedelta

import numpy as np
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from optimizer.cpsat.linear import LinearModel, Numbers
from optimizer.cpsat.relaxation import to_math_opt

ROUNDING = 1e-6


def solve_mip(
    linear: LinearModel, solver: mathopt.SolverType, hint: Numbers | None, seconds: float
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
        params=mathopt.SolveParameters(time_limit=timedelta(seconds=seconds)),
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
