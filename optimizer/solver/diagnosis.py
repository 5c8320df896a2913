"""Why no plan exists: the smallest sets of rules that clash, each rule guarded on its own."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ortools.sat.python import cp_model

from models.errors import VerificationError
from models.explanation import Conflict, Fact
from models.fact_sources import asks, cell_of_fact
from models.instance import Instance
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.cp_sat import run
from optimizer.solver.model.context import Context
from optimizer.solver.model.model import build_model

LEAST_SECONDS = 1.0
"""What a single check gets at least, however late it is."""


@dataclass(frozen=True)
class Diagnosed:
    """The conflicts of a problem; `is_complete` when without what they ask a plan exists.

    No two of them share a fact that asks for something, nor a cell that states one; they may share
    the limits that they run into.
    """

    conflicts: tuple[Conflict, ...]
    is_complete: bool


def find_conflict(instance: Instance, options: SolveOptions, stop: Stop) -> Conflict | None:
    """A minimal set of facts that cannot all hold (deletion after an unsatisfiable core).

    `None` when the infeasibility is not confirmed: the earlier answer was wrong, or time ran out.
    Without an objective, with one worker and without presolve, as the solver's manual asks; the
    core that the solver hands over is not promised to be minimal, so facts are left out one by
    one. A stop, or the end of the time limit, leaves the set as small as it then is.
    """
    diagnosis = _Diagnosis(build_model(instance, guarded=True), options, stop)
    facts = sorted(diagnosis.context.guards)
    first = diagnosis.check(facts)
    return diagnosis.shrink(first.core) if first.status == cp_model.INFEASIBLE else None


def find_conflicts(instance: Instance, options: SolveOptions, stop: Stop) -> Diagnosed:
    """Every conflict: after each, what it asks is left out, until a plan exists.

    Limits stay, so that two conflicts that run into the same one are both found. Each conflict is
    confirmed by a search of its own, with presolve and without assumptions.

    Raises
    ------
    VerificationError
        When that search finds a plan: an internal error.
    """
    diagnosis = _Diagnosis(build_model(instance, guarded=True), options, stop)
    facts = sorted(diagnosis.context.guards)
    conflicts: list[Conflict] = []
    while True:
        found = diagnosis.check(facts)
        if found.status != cp_model.INFEASIBLE:
            is_feasible = found.status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
            return Diagnosed(tuple(conflicts), is_feasible)
        conflict = diagnosis.confirmed(diagnosis.shrink(found.core))
        conflicts.append(conflict)
        rest = _without(instance, facts, conflict.facts)
        if len(rest) == len(facts) or diagnosis.is_late:
            return Diagnosed(tuple(conflicts), is_complete=False)
        facts = rest


def _without(instance: Instance, facts: Iterable[Fact], dropped: Iterable[Fact]) -> list[Fact]:
    """The facts but for those that ask something in the same cells as some others."""
    data = instance.data
    asked = {fact for fact in dropped if asks(fact)}
    cells = {cell for fact in asked if (cell := cell_of_fact(data, fact)) is not None}
    return [
        fact
        for fact in facts
        if fact not in asked and not (asks(fact) and cell_of_fact(data, fact) in cells)
    ]


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

    @property
    def is_late(self) -> bool:
        """Whether the time is over, or a stop was asked."""
        return self._stop.requested or self.seconds_left <= 0

    def shrink(self, core: list[Fact]) -> Conflict:
        """The core with every fact left out that is not needed, as far as time allows."""
        is_minimal = True
        for fact in sorted(core):
            if self.is_late:
                return Conflict(tuple(sorted(core)), is_minimal=False)
            if fact not in core:
                continue
            smaller = self.check([each for each in core if each != fact])
            if smaller.status == cp_model.INFEASIBLE:
                core = smaller.core
            is_minimal &= smaller.status != cp_model.UNKNOWN
        return Conflict(tuple(sorted(core)), is_minimal)

    def check(self, facts: Sequence[Fact]) -> _Check:
        """Whether these facts can hold together, whatever the others say."""
        guards = self.context.guards
        by_literal = {guards[fact].index: fact for fact in facts}
        self.context.model.clear_assumptions()
        self.context.model.add_assumptions([guards[fact] for fact in facts])
        solver = self._solver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.cp_model_presolve = False
        status = run(solver, self.context.model, self._stop)
        if status != cp_model.INFEASIBLE:
            return _Check(status, [])
        clashing = solver.sufficient_assumptions_for_infeasibility()
        return _Check(status, [by_literal[index] for index in clashing])

    def confirmed(self, conflict: Conflict) -> Conflict:
        """The conflict, called minimal only when a search with its facts alone finds no plan."""
        context = build_model(self.context.instance, guarded=True)
        for fact, guard in context.guards.items():
            context.model.add(guard == int(fact in conflict.facts))
        status = run(self._solver(), context.model, self._stop)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise VerificationError([f"no conflict: {fact}" for fact in conflict.facts])
        is_minimal = conflict.is_minimal and status == cp_model.INFEASIBLE
        return Conflict(conflict.facts, is_minimal)

    def _solver(self) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        solver.parameters.random_seed = self._options.seed
        solver.parameters.max_time_in_seconds = max(LEAST_SECONDS, self.seconds_left)
        solver.parameters.catch_sigint_signal = False
        return solver
