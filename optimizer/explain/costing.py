"""What edits of a problem cost: each solved again from one good plan, in its share of time."""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from models.errors import InfeasibleError, NoSolutionError
from models.instance import Instance, build_instance
from models.plan import Plan
from models.problem import ProblemData
from models.result import Result
from models.settings import Level, Settings
from models.verification import verify
from optimizer.construct.first_plan import best_plan
from optimizer.construct.repair import repaired
from optimizer.run.solve_options import LARGE, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.solver import solve

UNCOSTED = frozenset({Level.QUALITY, Level.UNIQUENESS})
"""Levels by which edits are not compared: they take most of the time and decide least."""
FIRST_SHARE = 0.3
"""Part of the time for the plan from which all others are made."""
LEAST = 0.1
"""Seconds that one problem gets at least."""


@dataclass(frozen=True)
class Cost:
    """The checker's values of the best plan found, and the levels proven up to the first gap."""

    levels: Mapping[Level, int]
    proven: frozenset[Level]


def costed_levels(settings: Settings) -> tuple[Level, ...]:
    """The levels by which edits are compared, in their order."""
    return tuple(level for level in settings.levels if level not in UNCOSTED)


class Costing:
    """Costs a number of problems that differ little from one that is solved first."""

    def __init__(self, base: ProblemData, options: SolveOptions, stop: Stop, count: int) -> None:
        self._options = options
        self._stop = stop
        self._deadline = time.monotonic() + options.time_limit
        self._left = count
        first = replace(options, time_limit=max(LEAST, options.time_limit * FIRST_SHARE))
        instance = _instance(base)
        self._plan: Plan | None = None
        with suppress(NoSolutionError, InfeasibleError):
            self._plan = solve(instance, first, stop=stop).plan

    def cost(self, data: ProblemData, known: Plan) -> Cost:
        """The cost of a problem for which some plan is known."""
        share = (self._deadline - time.monotonic()) / max(1, self._left)
        self._left -= 1
        instance = _instance(data)
        plans = [repaired(instance, plan) for plan in (self._plan, known) if plan is not None]
        start = best_plan(instance, [plan for plan in plans if plan is not None]) or known
        if len(instance.payers) >= LARGE:
            return _cost(instance, start, None)
        options = replace(self._options, time_limit=max(LEAST, share))
        result = solve(instance, options, start, self._stop)
        return _cost(instance, result.plan, result)


def _instance(data: ProblemData) -> Instance:
    """The problem with the levels that count here alone; at least one, so that there is a plan."""
    levels = costed_levels(data.settings) or data.settings.levels[:1]
    return build_instance(replace(data, settings=replace(data.settings, levels=levels)))


def _cost(instance: Instance, plan: Plan, result: Result | None) -> Cost:
    worth = verify(instance.data, plan).levels
    proven: list[Level] = []
    for level in () if result is None else result.levels:
        if not level.proven:
            break
        proven.append(level.level)
    levels = {level: worth[level] for level in costed_levels(instance.settings)}
    return Cost(levels, frozenset(proven))
