"""A first look at a large instance: its leading levels at once, each worth far more than the next.

A level on its own begins in its kernel with nothing of what the next ones ask for, and every level
after it has to look for that among plans that are tied down. One look at them together costs as
much as one level, and mostly leaves the others little to do.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from models.instance import Instance
from models.plan import Plan
from models.settings import Level
from optimizer.construct.first_plan import best_plan
from optimizer.construct.greedy import complete, fitted
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import Numbers, Rows
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.field import WHOLE, Field, Sketch
from optimizer.solver.search.kernel import Kernel
from optimizer.solver.search.pricing import Pricing
from optimizer.solver.search.survey import Survey

LOOKED_AT = (Level.CORE, Level.BALANCE, Level.COVERAGE)
"""Levels that are looked at together when they come first, in whatever order."""
WEIGHT = 30
"""What a point of a level is worth in points of the next."""
MOST_FOR_KERNEL = 50_000
"""Eligible pairs up to which there is one kernel: beyond, relaxations take too long and too much
memory to be solved again and again."""
CLOSE = 0.005
"""How near its bound the relaxation must be, as a part of what that is worth."""


def is_huge(instance: Instance) -> bool:
    """Whether an instance is too large for one kernel."""
    return len(instance.payers) > MOST_FOR_KERNEL


def leading_levels(levels: Sequence[Level]) -> list[Level]:
    """The levels that a first look is at."""
    return list(takewhile(LOOKED_AT.__contains__, levels))


def joint_weights(levels: Sequence[Level]) -> dict[Level, int]:
    """What a point of each level counts for, in points of the last."""
    return {level: WEIGHT ** (len(levels) - 1 - place) for place, level in enumerate(levels)}


@dataclass(frozen=True)
class FirstLook:
    """What a first look gives.

    Attributes
    ----------
    plan
        The best plan so far.
    pairs
        The pairs that matter.
    weights
        What a point of each level counted for.
    total
        What the weighted sum of the levels is at least: proven.
    spent
        Seconds that it took; in deterministic mode what it used of the limit.
    pricing
        What it knows of prices; `None` when no prices are known of the whole.
    """

    plan: Plan
    pairs: Numbers
    weights: Mapping[Level, int]
    total: int
    spent: float
    pricing: Pricing | None = None

    def bound(self, level: Level, values: Mapping[Level, int]) -> int:
        """What is proven of the last level when those before it are held to their values."""
        *earlier, last = self.weights
        if level is not last or any(each not in values for each in earlier):
            return 0
        return self.total - sum(self.weights[each] * values[each] for each in earlier)

    def rules_out(self, values: Mapping[Level, int], rows: Rows, seconds: float | None) -> bool:
        """Whether no plan that keeps these rows is worth as much on the levels of the look.

        `False` means that it is not known; see `Counted.exceeds`.
        """
        most = self._most(values)
        if self.pricing is None or most is None:
            return False
        return self.pricing.exceeds(most, rows, seconds)

    def rules_out_on_whole(self, values: Mapping[Level, int], rows: Rows, seconds: float) -> bool:
        """The same, asked of a MIP solver and all places at once."""
        most = self._most(values)
        if self.pricing is None or most is None:
            return False
        return self.pricing.exceeds_on_whole(most, rows, seconds)

    def _most(self, values: Mapping[Level, int]) -> int | None:
        """What the weighted sum is at these values; `None` when one of them is not known."""
        if any(level not in values for level in self.weights):
            return None
        return sum(weight * values[level] for level, weight in self.weights.items())


def first_look(
    whole: Whole,
    instance: Instance,
    levels: Sequence[Level],
    start: Plan,
    options: SolveOptions,
    stop: Stop,
    tell: Callable[[float], None],
) -> FirstLook:
    """Look at some levels together, from a plan and for `options.time_limit`."""
    weights = joint_weights(levels)
    model = whole.joint(weights)
    by_district = is_huge(instance)
    sketch = Sketch(whole.outline(model, with_visits=by_district), options)
    values = whole.values(start, model)
    field = Field(
        model,
        sketch,
        whole.landscape,
        values,
        options,
        stop,
        tell,
        close=CLOSE,
        gap=WHOLE,
    )

    def fill(values: Numbers) -> Numbers:
        return whole.values(complete(instance, whole.plan(values)), model)

    looked = Survey(field, fill) if by_district else Kernel(field)
    pricing = looked.pricing if isinstance(looked, Kernel) else None
    found = whole.plan(looked.draft())
    candidates = [start, *(complete(instance, plan) for plan in (found, fitted(instance, found)))]
    best = best_plan(instance, candidates) or start
    return FirstLook(best, looked.pairs, weights, looked.bound, looked.spent, pricing)
