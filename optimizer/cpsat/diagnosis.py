"""Why no plan exists: the smallest set of rules that clash, each rule guarded on its own."""

from collections.abc import Iterable
from typing import NamedTuple

from ortools.sat.python import cp_model

from models.explanation import Conflict, Fact
from models.instance import Instance
from optimizer.cpsat.context import Context
from optimizer.cpsat.model import build_model
from optimizer.cpsat.parameters import SolveOptions
from optimizer.stop import Stop


def find_conflict(instance: Instance, options: SolveOptions, stop: Stop) -> Conflict | None:
    """A minimal set of facts that cannot all hold (deletion after an unsatisfiable core).

    `None` when the model turns out to have a plan after all: the earlier answer was wrong.
    Without an objective, with one worker and without presolve, as the solver's manual asks; the
    core that the solver hands over is not promised to be minimal, so facts are left out one by
    one. A stop, or the time limit on a single check, leaves the set as small as it then is.
    """
    context = build_model(instance, guarded=True)
    first = _check(context, options, sorted(context.guards))
    if first.status != cp_model.INFEASIBLE:
        return None
    core, is_minimal = first.core, True
    for fact in sorted(core):
        if stop.requested:
            return Conflict(tuple(sorted(core)), is_minimal=False)
        smaller = _check(context, options, [each for each in core if each != fact])
        if smaller.status == cp_model.INFEASIBLE:
            core = smaller.core
        is_minimal &= smaller.status != cp_model.UNKNOWN
    return Conflict(tuple(sorted(core)), is_minimal)


class _Check(NamedTuple):
    """Whether some facts can hold together, and when not, which of them clash."""

    status: cp_model.CpSolverStatus
    core: list[Fact]


def _check(context: Context, options: SolveOptions, facts: Iterable[Fact]) -> _Check:
    by_literal = {context.guards[fact].index: fact for fact in facts}
    context.model.clear_assumptions()
    context.model.add_assumptions([context.guards[fact] for fact in by_literal.values()])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_presolve = False
    solver.parameters.random_seed = options.seed
    solver.parameters.max_deterministic_time = options.time_limit
    solver.parameters.catch_sigint_signal = False
    status = solver.solve(context.model)
    if status != cp_model.INFEASIBLE:
        return _Check(status, [])
    clashing = solver.sufficient_assumptions_for_infeasibility()
    return _Check(status, [by_literal[index] for index in clashing])
