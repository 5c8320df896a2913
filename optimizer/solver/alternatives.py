"""Plans that are as good and as different as can be: what a team may choose from.

The idea is *modelling to generate alternatives* (Brill, Chang & Hopkins, 1982): every level keeps
the value it has, the last within a stated distance, and the hours that earlier plans agree on are
made as few as possible. The last level stays in the objective, with a weight: held as a row alone
it leaves a problem whose relaxation says nothing, and branch and cut finds hardly another plan.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import floor, inf

import numpy as np

from models.instance import Instance
from models.plan import Plan
from models.result import LevelResult
from models.settings import Level
from optimizer.run.clock import Clock
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.branch_and_cut import branch_and_cut
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.confirmed import confirm

_TIE_BREAK = Level.UNIQUENESS
WORTH = 2
"""Grains shared with earlier plans that a point of the last level is worth, however many plans
there are. On the example school three alternatives then have 17 to 43 per cent of the hours
elsewhere from each other plan, for at most 1.5 per cent of the value; with 1 the third is too dear,
and with 5 for every earlier plan it is hardly another."""


def find_alternatives(
    instance: Instance,
    plan: Plan,
    levels: Sequence[LevelResult],
    count: int,
    near: float,
    options: SolveOptions,
    stop: Stop | None = None,
) -> Iterator[Plan]:
    """At most `count` plans beside one, each as different as possible from all before it.

    `near` is what the last level may lose, as a part of its value. They come one by one, each
    after its share of the limit; a plan that is the same as an earlier one ends the row.
    """
    whole = Whole(instance)
    clock = _clock(options, stop or Stop())
    held = held_levels(instance, levels, near)
    *others, last = held
    model = whole.model(last, {level: held[level] for level in others})
    known = [plan]
    for number in range(count):
        found = _different(whole, model, known, clock.part(1 / (count - number)))
        if found is None or found in known or whole.worth(found)[last] > held[last]:
            return
        confirm(whole, held, found)
        known.append(found)
        yield found


def held_levels(
    instance: Instance, levels: Sequence[LevelResult], near: float
) -> Mapping[Level, int]:
    """What every level may be at most: its value, the last so much more, fairness its slack."""
    valued = [each for each in levels if each.final is not None and each.level is not _TIE_BREAK]
    slack = {Level.FAIRNESS: instance.settings.fairness_slack}
    held = {each.level: (each.final or 0) for each in valued}
    for each in valued:
        most = (each.value or 0) + slack.get(each.level, 0)
        held[each.level] = max(held[each.level], most)
    last = valued[-1].level
    held[last] = floor(held[last] * (1 + near))
    return held


def _clock(options: SolveOptions, stop: Stop) -> Clock:
    limit = options.time_limit
    return Clock(stop, work=limit, seconds=inf if options.deterministic else limit)


def _different(
    whole: Whole, model: LinearModel, known: Sequence[Plan], clock: Clock
) -> Plan | None:
    """The plan that shares the fewest hours with those that are known."""
    agreement = _agreement(whole, known, len(model.lower))
    shared = model.with_objective(WORTH * model.cost + agreement, WORTH * model.offset)
    found = branch_and_cut(shared, whole.values(known[0]), Limits(clock))
    return None if found.values is None else whole.plan(found.values)


def _agreement(whole: Whole, known: Sequence[Plan], size: int) -> Numbers:
    """Per pair that works in a known plan, the grains that it has there, over all of them."""
    cost = np.zeros(size, dtype=np.int64)
    weights: dict[int, int] = defaultdict(int)
    for plan in known:
        for pair, grains in plan.hours_by_pair().items():
            weights[whole.context.variables.works(pair).index] += grains
    for column, weight in weights.items():
        cost[column] = weight
    return cost
