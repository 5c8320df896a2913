"""Trying edits on a problem without a plan: which of them make a conflict vanish."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.changes import Change, all_changed
from models.edits import cell_to_edit
from models.explanation import Conflict, Fact
from models.fact_sources import asks
from models.instance import build_instance
from models.issues import CellRef, has_errors
from models.plan import Plan
from models.problem import ProblemData
from models.validation import validate
from models.verification import verify
from optimizer.construct.first_plan import first_plan
from optimizer.construct.repair import repaired
from optimizer.explain.candidate import Candidate
from optimizer.explain.candidates import relaxation
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.diagnosis import LEAST_SECONDS
from optimizer.solver.feasibility import find_plan

FIT_SECONDS = 10.0
"""What finding a plan after several repairs gets at least, however late it is."""


@dataclass(frozen=True)
class Trial:
    """An edit that works: the problem with it and nothing asked by other conflicts, and a plan."""

    fact: Fact
    step: int
    change: Change
    where: CellRef
    data: ProblemData
    plan: Plan


class Trials:
    """Tries edits for all conflicts of one problem; begins nothing new after its time limit."""

    def __init__(
        self,
        data: ProblemData,
        conflicts: Sequence[Conflict],
        options: SolveOptions,
        stop: Stop,
    ) -> None:
        self.conflicts = tuple(conflicts)
        self._data = data
        instance = build_instance(data)
        self._relaxed = {each: relaxation(instance, each) for each in conflicts}
        self._options = options
        self._stop = stop
        self._deadline = time.monotonic() + options.time_limit

    @property
    def is_late(self) -> bool:
        """Whether the time is over, or a stop was asked."""
        return self._stop.requested or time.monotonic() >= self._deadline

    def with_nothing_asked(self) -> ProblemData:
        """The problem in which no conflict asks anything."""
        return all_changed(self._data, self._all_relaxed(self.conflicts))

    def working(self, choices: Iterable[Candidate], conflict: Conflict) -> tuple[Trial, ...]:
        """The edits that make a conflict vanish, each as small as it can be."""
        found = (None if self.is_late else self._least(conflict, each) for each in choices)
        return tuple(trial for trial in found if trial is not None)

    def fit(self, changes: Iterable[Change], unasked: Iterable[Conflict] = ()) -> bool:
        """Whether a plan is found after some edits, with nothing asked by some conflicts."""
        after = self._usable([*self._all_relaxed(unasked), *changes])
        return after is not None and self._plan(after, least=FIT_SECONDS) is not None

    def _least(self, conflict: Conflict, candidate: Candidate) -> Trial | None:
        """The first step of a candidate that works, found by doubling and halving."""
        for base in self._bases(conflict, candidate.fact):
            best = self._try(candidate, self._furthest(candidate, base), base)
            if best is None:
                continue
            low = 0
            while best.step - low > 1 and not self.is_late:
                step = min(2 * low + 1, (low + best.step) // 2)
                found = self._try(candidate, step, base, best.plan)
                if found is None:
                    low = step
                else:
                    best = found
            return self._with_others_relaxed(conflict, best)
        return None

    def _furthest(self, candidate: Candidate, base: tuple[Change, ...]) -> int:
        """The last step, or half of it, and so on, that validation does not refuse."""
        step = candidate.steps
        while step > 1 and self._usable((*base, candidate.change(step))) is None:
            step //= 2
        return step

    def _bases(self, conflict: Conflict, fact: Fact) -> list[tuple[Change, ...]]:
        """What is relaxed of the other conflicts: first of those that do not share the fact."""
        others = [each for each in self.conflicts if each != conflict]
        apart = [each for each in others if asks(fact) or fact not in each.facts]
        bases = [self._all_relaxed(apart), self._all_relaxed(others)]
        return list(dict.fromkeys(bases))

    def _all_relaxed(self, conflicts: Iterable[Conflict]) -> tuple[Change, ...]:
        changes = (change for each in conflicts for change in self._relaxed[each])
        return tuple(dict.fromkeys(changes))

    def _with_others_relaxed(self, conflict: Conflict, trial: Trial) -> Trial:
        base = self._all_relaxed(each for each in self.conflicts if each != conflict)
        return replace(trial, data=all_changed(self._data, (*base, trial.change)))

    def _try(
        self, candidate: Candidate, step: int, base: tuple[Change, ...], known: Plan | None = None
    ) -> Trial | None:
        change = candidate.change(step)
        where = cell_to_edit(self._data, change)
        after = None if where is None else self._usable((*base, change))
        plan = None if after is None else self._plan(after, known)
        if where is None or after is None or plan is None:
            return None
        return Trial(candidate.fact, step, change, where, after, plan)

    def _usable(self, changes: Iterable[Change]) -> ProblemData | None:
        """The changed problem, unless validation refuses it."""
        after = all_changed(self._data, tuple(changes))
        return None if has_errors(validate(after)) else after

    def _plan(
        self, data: ProblemData, known: Plan | None = None, least: float = LEAST_SECONDS
    ) -> Plan | None:
        """A plan that the checker accepts, when one is found in time; at first near a known one."""
        instance = build_instance(data)
        plan = first_plan(instance) if known is None else repaired(instance, known)
        if plan is not None or self._stop.requested:
            return plan
        limit = max(least, self._deadline - time.monotonic())
        _, found = find_plan(instance, replace(self._options, time_limit=limit), self._stop)
        return found if found is not None and verify(data, found).ok else None
