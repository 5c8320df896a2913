"""A second opinion: CP-SAT is asked whether a level that HiGHS proved can still be better.

Each has been known to prove what is not true (google/or-tools issue 5293); they share no code, and
CP-SAT reckons in whole numbers.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from math import inf

from ortools.sat.python import cp_model

from models.errors import VerificationError
from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult, Opinion, Result
from models.settings import Level
from models.verification import verify
from optimizer.run.clock import Clock
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.cp_sat import SOLVED, run, set_up
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.level_search import is_one_block

LEAST_SECONDS = 10.0
"""What all questions together get at least, however little of the time limit is left."""


def with_opinions(instance: Instance, result: Result, options: SolveOptions, stop: Stop) -> Result:
    """The result with an opinion on every proven level but the tie-break, which is no objective.

    The questions together take what the solve has left of the time limit, and at least
    `LEAST_SECONDS`; in deterministic mode as much work each.

    Raises
    ------
    VerificationError
        When a plan turns up that is better than what was proven to be the best.
    """
    seconds = max(LEAST_SECONDS, options.time_limit - result.seconds)
    if options.deterministic:
        seconds = LEAST_SECONDS
    survey = _Questions(instance, replace(options, time_limit=seconds), stop)
    held: dict[Level, int] = {}
    levels = []
    for level in result.levels:
        is_asked = level.proven and level.level is not Level.UNIQUENESS
        levels.append(replace(level, opinion=survey.ask(level, held)) if is_asked else level)
        if level.value is not None:
            slack = instance.settings.fairness_slack if level.level is Level.FAIRNESS else 0
            held[level.level] = level.value + slack
    return replace(result, levels=tuple(levels))


class _Questions:
    """Questions about one instance, within one time limit or, in work, one limit each."""

    def __init__(self, instance: Instance, options: SolveOptions, stop: Stop) -> None:
        self._instance = instance
        self._options = options
        self._stop = stop
        self._clock = Clock(stop, seconds=inf if options.deterministic else options.time_limit)

    @cached_property
    def _whole(self) -> Whole:
        return Whole(self._instance)

    def ask(self, level: LevelResult, held: Mapping[Level, int]) -> Opinion:
        """The opinion on a proven level, when the levels before it are at most what they are."""
        assert level.value is not None
        if level.value == 0:
            return Opinion.CONFIRMED  # No level goes below 0.
        if self._clock.is_over:
            return Opinion.UNCONFIRMED
        if not is_one_block(self._whole):
            return Opinion.NOT_ASKED
        model = self._whole.holding({**held, level.level: level.value - 1})
        solver = cp_model.CpSolver()
        seconds = min(self._clock.left, self._options.time_limit)
        set_up(solver, model, self._options, seconds)
        status = run(solver, model, self._stop)
        if status in SOLVED:
            self._refute(self._whole.context.variables.plan_from(solver.value), level, held)
        is_confirmed = status == cp_model.INFEASIBLE
        return Opinion.CONFIRMED if is_confirmed else Opinion.UNCONFIRMED

    def _refute(self, plan: Plan, level: LevelResult, held: Mapping[Level, int]) -> None:
        """Raise when the checker, too, finds the plan valid and better."""
        checked = verify(self._instance.data, plan)
        found = checked.levels[level.level]
        is_kept = all(checked.levels[other] <= most for other, most in held.items())
        if checked.ok and is_kept and found < (level.value or 0):
            said = f"{level.level}: proven {level.value}, but a second opinion found {found}"
            raise VerificationError([said])
