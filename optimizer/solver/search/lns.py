"""Large neighbourhood search: part of a plan is freed and solved, again and again (Shaw, 1998).

Which part is said by operators. The next is the one that gained most for its time lately (adaptive:
Ropke & Pisinger, 2006).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from optimizer.solver.matrix.highs import Limits, Watch
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.search.operators import Operator
from optimizer.solver.search.relaxation import Relaxation
from optimizer.solver.search.restricted import SHARE, is_idle, restricted_master

OnBetter = Callable[[Numbers], None]
"""Who is told of values that are better than all before."""


@dataclass
class _Record:
    """What an operator gained for its time lately."""

    operator: Operator
    rate: float = 0.0
    tries: int = 0
    failed_at: int | None = None

    def rank(self, usual: float) -> tuple[float, int]:
        """More goes first: untried, what the search gained for its time; at a tie the least tried.

        So an operator is used as long as it gains more than that, and then the next one is tried.
        """
        return self.rate if self.tries else usual, -self.tries

    def learn(self, gain: int, used: float, version: int) -> None:
        """Note what it gained from values of this version."""
        rate = gain / (used or 1)
        self.rate = rate if self.tries == 0 else (self.rate + rate) / 2
        self.tries += 1
        self.failed_at = None if gain else version

    def may_help(self, version: int) -> bool:
        """Whether it may find something from values of this version."""
        return self.operator.is_random or self.failed_at != version


def large_neighbourhood_search(
    model: LinearModel,
    values: Numbers,
    relaxation: Relaxation,
    operators: Sequence[Operator],
    limits: Limits,
    seed: int,
    on_better: OnBetter = lambda values: None,
    *,
    share: float = SHARE,
    is_patient: bool = False,
) -> Numbers:
    """Values that are no worse.

    It ends at the bound, at the clock, when no operator may help, or when each was tried and none
    helped for half of what the search used; with `is_patient` it goes on then. `on_better` is told
    of everything better on the way. A step takes at most a `share` of what is left.
    """
    random, clock, records = Random(seed), limits.clock, [_Record(each) for each in operators]
    version, first, start = 0, clock.used, model.value(values)
    improved = first
    while model.value(values) > relaxation.bound and not clock.is_over:
        able = [each for each in records if each.may_help(version)]
        is_tried = all(each.tries for each in able)
        is_left = not is_patient and is_tried and is_idle(clock, improved, first)
        seen = Watch(model.value(values), relaxation.bound, improved)
        if not able or is_left or limits.is_enough(seen):
            break
        usual = (start - model.value(values)) / (clock.used - first or 1)
        record = max(able, key=lambda each: each.rank(usual))
        began, before = clock.used, values
        free = record.operator.choose(values, relaxation, random)
        values = restricted_master(model, values, free, limits.part(share))
        gain = model.value(before) - model.value(values)
        record.learn(gain, clock.used - began, version)
        if gain:
            version, improved = version + 1, clock.used
            on_better(values)
    return values
