"""CP-SAT on the whole model: it confirms a plan, and chooses among plans that are equally good."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from ortools.sat.python import cp_model

from models.errors import VerificationError
from models.plan import Plan
from models.settings import Level
from optimizer.run.stop import Stop
from optimizer.solver.cp_sat import DETERMINISTIC_PER_SECOND, SOLVED, one_worker, run
from optimizer.solver.matrix.linear import ROUNDING
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.model.hints import Measure, set_hint
from optimizer.solver.model.objectives import uniqueness


def confirm(whole: Whole, held: Mapping[Level, int], plan: Plan) -> None:
    """Have CP-SAT accept a plan as a solution of the model, with every level held.

    So what is written is a solution of the one model, whichever solver found it.

    Raises
    ------
    VerificationError
        When it does not: an internal error.
    """
    model = whole.holding(held)
    set_hint(model, whole.complete(plan))
    solver = cp_model.CpSolver()
    one_worker(solver, 1)
    solver.parameters.fix_variables_to_their_hinted_value = True
    if run(solver, model, Stop()) not in SOLVED:
        raise VerificationError(["the plan is no solution of the model"])


@dataclass(frozen=True)
class Untied:
    """The plan that a tie-break chooses, with its value and what is proven of that."""

    plan: Plan
    value: int
    bound: int


def untied(
    whole: Whole, held: Mapping[Level, int], plan: Plan, seed: int, work: float, stop: Stop
) -> Untied:
    """The plan that goes before all others that are worth the same, as far as so much work tells.

    Only CP-SAT tells: weights of 30 bits are beyond the tolerances of a solver in floating-point
    numbers.
    """
    model = whole.holding(held)
    model.minimize(uniqueness.build(whole.context))
    measure = Measure.of(model)
    set_hint(model, whole.complete(plan))
    solver = cp_model.CpSolver()
    one_worker(solver, seed)
    solver.parameters.max_deterministic_time = work * DETERMINISTIC_PER_SECOND
    if run(solver, model, stop) not in SOLVED:
        return Untied(plan, measure.value(whole.complete(plan)), 0)
    found = whole.context.variables.plan_from(solver.value)
    value = measure.value(whole.complete(found))
    return Untied(found, value, min(value, ceil(solver.best_objective_bound - ROUNDING)))
