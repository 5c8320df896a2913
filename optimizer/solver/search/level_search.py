"""The search of one level: relaxed, improved where the relaxation does otherwise, and proven.

One block is then searched as a whole, of several schools with neighbourhoods beside it. Of a larger
group neighbourhoods are searched, while bounds are proven beside them.
"""

from functools import cached_property
from random import Random

from models.settings import Level
from optimizer.run.clock import Clock
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.beside import Beside
from optimizer.solver.search.blocks import Blocks
from optimizer.solver.search.fairness import Ends
from optimizer.solver.search.lns import OnBetter, large_neighbourhood_search
from optimizer.solver.search.operators import (
    differing_by_district,
    operators_of,
    without_chance,
)
from optimizer.solver.search.proofs import CUT, Prove, proven_by_cuts
from optimizer.solver.search.race import Find, Searched, raced
from optimizer.solver.search.relaxation import BySchool, OneBlock, Relaxation, Relaxer
from optimizer.solver.search.restricted import restricted_master

ONE_BLOCK = 100_000
"""Non-zeros up to which a plain MIP solver on the whole is better than parts of it: groups of six
schools have 40 000 to 73 000, and nearly all but the last level is proven. Groups of eight and nine
with 98 000 and 86 000 come to a coverage of 3 516 and 3 684, by parts to 3 536 and 3 690 in the
same minute. Of ten with 136 000 the relaxations are too slow for it."""
LARGE_SHARE = 1 / 3
"""Part of what is left that a step may take where no branch and cut follows: with a fifth the first
look at 22 schools was ended at a core of 86 and a coverage of 7 331 instead of 85 and 7 042."""


class LevelSearch:
    """A way to search the levels of one instance, of which one is the `last`.

    `beside` gets the proofs that take long.
    """

    def __init__(self, whole: Whole, options: SolveOptions, beside: Beside, last: Level) -> None:
        self._whole = whole
        self._last = last
        self._options = options
        self._beside = beside
        self._is_one_block = is_one_block(whole)
        self._num_rows = len(whole.table.rows.lower)

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks(self._whole.table, self._whole.pairs.members, self._options.threads)

    @cached_property
    def _relaxer(self) -> Relaxer:
        if self._is_one_block:
            return OneBlock(self._whole.table, self._whole.pairs)
        return BySchool(self._blocks, self._whole.pairs)

    def together(self, model: LinearModel, values: Numbers, limits: Limits) -> Numbers:
        """Values that are good on several levels at once, where their relaxation does otherwise."""
        relaxation = self._relaxer.relax(model, values, limits.clock.part(1 - LARGE_SHARE))
        if relaxation is None:
            return values
        random, ways = Random(self._options.seed), differing_by_district(self._whole.pairs)
        for left, way in zip(range(len(ways), 0, -1), ways, strict=True):
            free = way(values, relaxation, random)
            values = restricted_master(model, values, free, limits.part(1 / (left + 1)))
        return values

    def search(
        self,
        level: Level,
        model: LinearModel,
        goal: LinearModel | None,
        values: Numbers,
        limits: Limits,
        known: int = 0,
    ) -> Searched:
        """Search one level from values that keep every rule and what is held.

        `known` is a bound that is proven elsewhere. Neighbourhoods of a larger group are searched
        for a `goal`, where there is one: the level and what it leads, together. What is not proven
        leaves room that others should have.
        """
        if self._is_one_block:
            return self._as_one_block(model, values, limits, known)
        if level is Level.FAIRNESS:
            return self._from_both_ends(model, values, limits)
        relaxation = self._relaxer.relax(model, values, limits.clock.half())
        if relaxation is None:
            return Searched(values, 0)
        if model.value(values) > relaxation.bound:
            prove = self._prover(relaxation)
            is_last = level is self._last
            self._beside.ask(level, lambda clock: prove(model, values, clock), is_last=is_last)
        if goal is not None:
            columns = self._relaxer.sketch(goal, values, limits.clock.half())
            guide = relaxation if columns is None else relaxation.doing(columns, self._whole.pairs)
            return self._neighbourhoods(goal, values, guide, limits.part(LARGE_SHARE).untold())
        return self._neighbourhoods(model, values, relaxation, limits, is_last=level is self._last)

    def _as_one_block(
        self, model: LinearModel, values: Numbers, limits: Limits, known: int
    ) -> Searched:
        """By operators without chance, then the whole: that proves as well."""
        relaxed = self._relaxer.relax(model, values, limits.clock)
        if relaxed is None:
            return Searched(values, 0)
        relaxation = relaxed.bounded(known)
        pairs, clock = self._whole.pairs, limits.clock
        ways = without_chance(model, self._num_rows, pairs, self._relaxer, clock)
        seed = self._options.seed
        found = large_neighbourhood_search(model, values, relaxation, ways, limits.half(), seed)
        if model.value(found) <= relaxation.bound or limits.clock.is_over:
            return Searched(found, relaxation.bound)
        after = raced(model, found, self._beside_the_whole(model, found, relaxation), limits)
        return Searched(after.values, max(relaxation.bound, after.bound))

    def _beside_the_whole(
        self, model: LinearModel, values: Numbers, relaxation: Relaxation
    ) -> Find | None:
        """All operators, for a group: a school is mostly proven, and another has the other core."""
        pairs = self._whole.pairs
        if pairs.num_units == 1:
            return None

        def find(clock: Clock, on_better: OnBetter) -> None:
            # Its own relaxer: how far it comes depends on the machine, and the next level begins
            # where the other one ended.
            relaxer = OneBlock(self._whole.table, pairs)
            ways = operators_of(model, self._num_rows, pairs, relaxer, clock)
            seed = self._options.seed
            large_neighbourhood_search(
                model, values, relaxation, ways, Limits(clock), seed, on_better, is_patient=True
            )

        return find

    def _neighbourhoods(
        self,
        model: LinearModel,
        values: Numbers,
        relaxation: Relaxation,
        limits: Limits,
        *,
        is_last: bool = False,
    ) -> Searched:
        """By all operators; of the last level as long as there is time."""
        pairs, clock = self._whole.pairs, limits.clock
        ways = operators_of(model, self._num_rows, pairs, self._relaxer, clock)
        seed = self._options.seed
        found = large_neighbourhood_search(
            model, values, relaxation, ways, limits, seed, share=LARGE_SHARE, is_patient=is_last
        )
        return Searched(found, relaxation.bound)

    def _from_both_ends(self, model: LinearModel, values: Numbers, limits: Limits) -> Searched:
        """Even loads: more for the least loaded, less for the most loaded, while that helps."""
        before, quiet = None, Limits(limits.clock)  # An end by itself is not worth the distance.
        while before is None or (model.value(values) < before and not limits.clock.is_over):
            before = model.value(values)
            ends = Ends.of(model, before)
            least = self._from_one_end(ends.least, values, quiet.half())
            most = self._from_one_end(ends.most, least.values, quiet.half())
            values = most.values
        bound = max(0, Ends.distance(least.bound, most.bound))
        if model.value(values) > bound:
            self._beside.ask(Level.FAIRNESS, lambda clock: self._proof_of_ends(ends, values, clock))
        return Searched(values, bound)

    def _from_one_end(self, model: LinearModel, values: Numbers, limits: Limits) -> Searched:
        relaxation = self._relaxer.relax(model, values, limits.clock)
        if relaxation is None:
            return Searched(values, 0)
        return self._neighbourhoods(model, values, relaxation, limits)

    def _proof_of_ends(self, ends: Ends, values: Numbers, clock: Clock) -> int:
        """What is proven of the distance: of each end by itself."""
        least = proven_by_cuts(ends.least, values, clock.half())
        return Ends.distance(least, proven_by_cuts(ends.most, values, clock))

    def _prover(self, relaxation: Relaxation) -> Prove:
        """How more is proven of a model than its relaxation does."""
        if self._whole.num_entries <= CUT:
            return proven_by_cuts
        return lambda model, _, clock: self._blocks.bound(model, relaxation.prices, clock)


def is_one_block(whole: Whole) -> bool:
    """Whether a model is searched as a whole: it is then counted in work."""
    return whole.num_entries <= ONE_BLOCK
