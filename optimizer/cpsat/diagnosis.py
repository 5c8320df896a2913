"""Why no plan exists: the smallest set of rules that clash, each rule guarded on its own."""

import time
from collections.abc import Sequence
from typing import NamedTuple

from ortools.sat.python import cp_model

from models.explanation import Conflict, Fact
from models.instance import Instance
from optimizer.cpsat.context import Context
from optimizer.cpsat.model import build_model
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.search import run
from optimizer.stop import Stop

LEAST_SECONDS = 1.0
"""What a single check gets at least, however late it is."""


def find_conflict(instance: Instance, options: SolveOptions, stop: Stop) -> Conflict | None:
    """A minimal set of facts that cannot all hold (deletion after an unsatisfiable core).

    `None` when the infeasibility is not confirmed: the earlier answer was wrong, or time ran out.
    Without an objective, with one worker and without presolve, as the solver's manual asks; the
    core that the solver hands over is not promised to be minimal, so facts are left out one by
    one. A stop, or the end of the time limit, leaves the set as small as it then is.
    """
    diagnosis = _Diagnosis(build_model(instance, guarded=True), options, stop)
    first = diagnosis.check(sorted(diagnosis.context.guards))
    if first.status != cp_model.INFEASIBLE:
        return None
    core, is_minimal = first.core, True
    for fact in sorted(core):
        if stop.requested or diagnosis.seconds_left <= 0:
            return Conflict(tuple(sorted(core)), is_minimal=False)
        smaller = diagnosis.check([each for each in core if each != fact])
        if smaller.status == cp_model.INFEASIBLE:
            core = smaller.core
        is_minimal &= smaller.status != cp_model.UNKNOWN
    return Conflict(tuple(sorted(core)), is_minimal)


class _Check(NamedTuple):
    """Whether some facts can hold together, and when not, which of them clash."""

    status: cp_model.CpSolverStatus
    core: list[Fact]


class _Diagnosis:
    """Asks one guarded model which facts can hold together, within one time limit."""

    def __init__(self, context: Context, options: SolveOptions, stop: Stop) -> None:
        self.context = context
        self._options = options
        self._stop = stop
        self._deadline = time.monotonic() + options.time_limit

    @property
    def seconds_left(self) -> float:
        """Time before the limit of the whole diagnosis."""
        return self._deadline - time.monotonic()

    def check(self, facts: Sequence[Fact]) -> _Check:
        """Whether these facts can hold together, whatever the others say."""
        guards = self.context.guards
        by_literal = {guards[fact].index: fact for fact in facts}
        self.context.model.clear_assumptions()
        self.context.model.add_assumptions([guards[fact] for fact in facts])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.cp_model_presolve = False
        solver.parameters.random_seed = self._options.seed
        solver.parameters.max_time_in_seconds = max(LEAST_SECONDS, self.seconds_left)
        solver.parameters.catch_sigint_signal = False
        status = run(solver, self.context.model, self._stop)
        if status != cp_model.INFEASIBLE:
            return _Check(status, [])
        clashing = solver.sufficient_assumptions_for_infeasibility()
        return _Check(status, [by_literal[index] for index in clashing])
