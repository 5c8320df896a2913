"""What a level of a school can be worth, and a plan close to it, before the level is searched.

The relaxation of a school is solved in a fifth of a second and is mostly worth what the best plan
is. Such a plan is then found among the few pairs that the relaxation uses, so that the search of
the whole has little left to find, or only to prove.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from models.instance import Instance
from models.plan import Plan
from models.settings import Level
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.field import Field, Sketch
from optimizer.solver.search.kernel import Kernel

LEVELS = (
    Level.CORE,
    Level.BALANCE,
    Level.COVERAGE,
    Level.SPREAD,
    Level.CONTINUITY,
    Level.QUALITY,
)
"""Levels for which a kernel of a school helps."""
FEWEST_PAIRS = 200
"""Eligible pairs from which it pays: smaller problems are solved before it has begun."""
SHARE = 0.5
"""Part of the time of a level that it may take."""


@dataclass(frozen=True)
class Ahead:
    """A plan that is no worse on a level, what no plan goes below, and the seconds spent.

    In deterministic mode `spent` is the part of the limit that was used.
    """

    plan: Plan
    bound: int
    spent: float


class HeadStart:
    """A look in the kernel of every level for which one helps."""

    def __init__(self, instance: Instance, options: SolveOptions, stop: Stop) -> None:
        self._instance = instance
        self._options = options
        self._stop = stop

    @cached_property
    def _whole(self) -> Whole:
        return Whole(self._instance)

    def helps(self, level: Level) -> bool:
        """Whether it is worth its time."""
        return level in LEVELS and len(self._instance.payers) >= FEWEST_PAIRS

    def take(
        self,
        level: Level,
        plan: Plan,
        held: Mapping[Level, int],
        limit: float,
        tell: Callable[[int, float], None],
    ) -> Ahead:
        """Look in the kernel of a level, from a plan.

        `held` are levels with what they are held to, `limit` is the time of the whole level;
        `tell` gets the value at hand and the seconds left now and then.
        """
        model = self._whole.model(level, list(held.items()))
        values = self._whole.values(plan, model)
        value = model.value(values)
        options = replace(self._options, time_limit=limit * SHARE)
        kernel = Kernel(
            Field(
                model,
                Sketch(model, options, is_whole=True),
                self._whole.landscape,
                values,
                options,
                self._stop,
                lambda left: tell(value, left + limit * (1 - SHARE)),
            )
        )
        found = self._whole.plan(kernel.best())
        return Ahead(found, kernel.bound, kernel.spent)
