"""A second opinion: another solver is asked whether a proven level can still be better.

CP-SAT 9.15 is known to have proven what is not true (google/or-tools issue 5293). SCIP, which comes
in the same package, shares no code with it, and on one thread it always gives the same answer.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

import numpy as np
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]

from models.errors import VerificationError
from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Opinion, Result
from models.settings import Level
from models.verification import verify
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.patience import begin, wait_for
from optimizer.solver.search.relaxation import to_math_opt
from optimizer.solver.search.restriction import HOLDING_LEVELS, for_levels

LEAST_SECONDS = 10.0
"""What all questions together get at least, however little of the time limit is left."""
MOST_NODES = 1_000
"""Nodes of one question in deterministic mode, where no clock may count."""
MOST_PAIRS = 10_000
"""Eligible pairs up to which a model is put to another solver; a larger one it does not manage."""
Held = Sequence[tuple[Level, int]]


def with_opinions(instance: Instance, result: Result, options: SolveOptions, stop: Stop) -> Result:
    """The result with an opinion on every proven level but the tie-break, which is no objective.

    The questions together take what the solve has left of the time limit, and at least
    `LEAST_SECONDS`.

    Raises
    ------
    VerificationError
        When a plan turns up that is better than what was proven to be the best.
    """
    seconds = max(LEAST_SECONDS, options.time_limit - result.seconds)
    survey = _Survey(instance, None if options.deterministic else seconds, stop)
    slack = {Level.FAIRNESS: instance.settings.fairness_slack}
    held: list[tuple[Level, int]] = []
    levels = []
    for level in result.levels:
        is_asked = level.proven and level.level is not Level.UNIQUENESS
        levels.append(replace(level, opinion=survey.ask(level, held)) if is_asked else level)
        if level.value is not None:
            held.append((level.level, level.value + slack.get(level.level, 0)))
    return replace(result, levels=tuple(levels))


class _Survey:
    """Questions about one instance, within one time limit or, without, a number of nodes each."""

    def __init__(self, instance: Instance, seconds: float | None, stop: Stop) -> None:
        self._instance = instance
        self._deadline = None if seconds is None else time.monotonic() + seconds
        self._stop = stop

    def ask(self, level: LevelResult, held: Held) -> Opinion:
        """The opinion on a proven level, when the levels before it are at most what they are."""
        assert level.value is not None
        if level.value == 0:
            return Opinion.CONFIRMED  # No level goes below 0.
        whole = self._model(level.level)
        if whole is None:
            return Opinion.NOT_ASKED
        question = whole.model(level.level, held).held(level.value - 1)
        answer = find(question, self._left, self._stop)
        if answer.values is not None:
            self._refute(whole.plan(answer.values), level, held)
        return Opinion.CONFIRMED if answer.is_impossible else Opinion.UNCONFIRMED

    @property
    def _left(self) -> float | None:
        return None if self._deadline is None else max(0.0, self._deadline - time.monotonic())

    @cached_property
    def _whole(self) -> Whole:
        return Whole(self._instance)

    def _model(self, level: Level) -> Whole | None:
        """The model that proves a level: the whole, or the tasks that a holding level asks for."""
        if len(self._instance.payers) <= MOST_PAIRS:
            return self._whole
        if level not in HOLDING_LEVELS:
            return None
        levels = self._instance.settings.levels
        part = for_levels(self._instance, levels[: levels.index(level) + 1])
        return Whole(part) if len(part.payers) <= MOST_PAIRS else None

    def _refute(self, plan: Plan, level: LevelResult, held: Held) -> None:
        """Raise when the checker, too, finds the plan valid and better.

        A plan of a part may miss a share of pedagogical work; that one refutes nothing.
        """
        checked = verify(self._instance.data, plan)
        found = checked.levels[level.level]
        is_kept = all(checked.levels[other] <= most for other, most in held)
        if checked.ok and is_kept and found < (level.value or 0):
            said = f"{level.level}: proven {level.value}, but a second opinion found {found}"
            raise VerificationError([said])


@dataclass(frozen=True)
class Answer:
    """What the other solver says: values that keep every row, that there are none, or nothing."""

    values: Numbers | None = None
    is_impossible: bool = False


def find(linear: LinearModel, seconds: float | None, stop: Stop) -> Answer:
    """Look for values that keep the rules, whatever the objective.

    It takes at most so many seconds, or, without, a fixed number of nodes. Values are rounded and
    then checked in whole numbers. The solver cannot be told to stop, so nobody waits for it then.
    """
    if stop.requested or seconds == 0:
        return Answer()
    result = wait_for(begin(lambda: _solve(linear, seconds)), stop)
    return Answer() if result is None else _answer(linear, result)


def _solve(linear: LinearModel, seconds: float | None) -> mathopt.SolveResult:
    rules = linear.with_objective(np.zeros_like(linear.cost), 0)
    model = mathopt.Model.from_model_proto(to_math_opt(rules, integer=True))
    if seconds is None:
        parameters = mathopt.SolveParameters(threads=1, node_limit=MOST_NODES)
    else:
        parameters = mathopt.SolveParameters(threads=1, time_limit=timedelta(seconds=seconds))
    return mathopt.solve(model, mathopt.SolverType.GSCIP, params=parameters)


def _answer(linear: LinearModel, result: mathopt.SolveResult) -> Answer:
    # Every column is bounded: what is "infeasible or unbounded" is infeasible.
    impossible = (
        mathopt.TerminationReason.INFEASIBLE,
        mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED,
    )
    if result.termination.reason in impossible:
        return Answer(is_impossible=True)
    if not result.has_primal_feasible_solution():
        return Answer()
    values = np.zeros(len(linear.lower), dtype=np.int64)
    for variable, value in result.variable_values().items():
        values[variable.id] = round(value)
    return Answer(values) if linear.allows(values) else Answer()
