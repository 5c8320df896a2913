"""The ways to improve one level of a large instance: in its kernel, from its ends, part by part."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from functools import partial

import numpy as np

from models.plan import Plan
from models.settings import Level
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import LinearModel, Numbers, Rows
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.patience import Patience, fulfil
from optimizer.solver.search.ahead import PricedAhead
from optimizer.solver.search.bounds import LevelBounds
from optimizer.solver.search.even_proof import EvenProof
from optimizer.solver.search.extremes import Extremes
from optimizer.solver.search.field import CLOSE, WHOLE, Field, Sketch
from optimizer.solver.search.first_look import LOOKED_AT
from optimizer.solver.search.guides import LoadGuide
from optimizer.solver.search.kernel import Kernel
from optimizer.solver.search.kernel_search import KernelSearch
from optimizer.solver.search.local_search import Terrain, improve
from optimizer.solver.search.pricing import Pricing
from optimizer.solver.search.relaxation import Proof

KERNEL_SHARE = 0.9
"""Part of the time of a level for its kernel; the rest is for neighbourhood search."""
PROOF_SHARE = 0.5
"""Part of the time that is left for the proof that no loads are more even."""
NEAR_ENOUGH = 0.01
"""How near a bound must be to what its relaxation is worth, where the last bit takes long."""

Step = Callable[[Terrain, Numbers, float], Numbers]
"""A way to get values that are no worse within some time."""
Teller = Callable[[Level, float], Callable[[int, float], None]]
"""What reports the value of a level, and the seconds left, during a step of so many seconds."""


class LevelSearch:
    """All ways to improve a level of one instance; what they prove goes to the bounds."""

    def __init__(
        self,
        whole: Whole,
        options: SolveOptions,
        stop: Stop,
        bounds: LevelBounds,
        teller: Teller,
        *,
        is_huge: bool,
    ) -> None:
        self._whole = whole
        self._options = options
        self._stop = stop
        self._bounds = bounds
        self._teller = teller
        self._is_huge = is_huge
        self._ahead: dict[Level, PricedAhead] = {}

    @property
    def slowest(self) -> Level:
        """The level whose prices take longest of those that are priced."""
        return Level.COVERAGE if self._is_huge else Level.QUALITY

    def price_ahead(
        self, level: Level, plan: Plan, assumed: Mapping[Level, int], limit: float
    ) -> None:
        """Begin with the prices of a level while others are searched that are worth so much."""
        model = self._whole.model(level, list(assumed.items()))
        field = self._field(level, model, self._whole.values(plan, model), limit)
        self._ahead[level] = PricedAhead(assumed, field)

    def steps(
        self, level: Level, model: LinearModel, held: Mapping[Level, int], limit: float
    ) -> list[tuple[Step, float]]:
        """What is done for a level, each with its part of the time that is then left."""
        by_parts: tuple[Step, float] = (partial(self._by_parts, level), 1.0)
        if not self._has_kernel(level):
            self._ask_bounds(level, model)
            return [by_parts if self._is_huge else (partial(self._polished, level), 1.0)]
        if level is Level.FAIRNESS:
            return [(partial(self._from_both_ends, level), KERNEL_SHARE), by_parts]
        options = replace(self._options, time_limit=limit)
        sketch = None if self._bounds.look else Sketch(self._whole.outline(model), options)
        return [(partial(self._in_kernel, level, sketch, held), KERNEL_SHARE), by_parts]

    def _has_kernel(self, level: Level) -> bool:
        """Whether the kernel of a level is worth its time."""
        if self._is_huge:
            return level in LOOKED_AT
        return not self._bounds.is_looked_at(level)

    def _ask_bounds(self, level: Level, model: LinearModel) -> None:
        """Have the relaxation of an outline solved, where it may say more than is known."""
        if self._bounds.wants_outline(level):
            outline = self._whole.outline(model, with_visits=self._is_huge)
            self._bounds.ask_outline(level, outline)

    def _by_parts(self, level: Level, terrain: Terrain, values: Numbers, limit: float) -> Numbers:
        """By neighbourhood search."""
        options, tell = replace(self._options, time_limit=limit), self._teller(level, limit)
        return improve(terrain, values, options, self._stop, tell, self._bounds.of(level))

    def _polished(self, level: Level, terrain: Terrain, values: Numbers, limit: float) -> Numbers:
        """Where the relaxation of the pairs that matter does otherwise than nearly the best."""
        field = self._field(level, terrain.model, values, limit)
        search = KernelSearch(field.model, field, Patience(field.options, field.stop, field.tell))
        pairs = self._whole.landscape.in_use(values)
        if field.pairs is not None:
            pairs = np.union1d(pairs, field.pairs)
        return search.polished(values, pairs)

    def _in_kernel(
        self,
        level: Level,
        sketch: Sketch | None,
        held: Mapping[Level, int],
        terrain: Terrain,
        values: Numbers,
        limit: float,
    ) -> Numbers:
        """By kernel search; its bound counts."""
        field = self._field(level, terrain.model, values, limit)
        loose = self._loose_row(level, terrain.model, held)
        field = replace(field, sketch=sketch, guide=terrain.guide, loose=loose)
        pricing = counted = None
        if level in self._ahead:
            patience = Patience(field.options, field.stop, field.tell)
            pricing = self._ahead[level].pricing(held, patience)
            field = replace(field, options=replace(field.options, time_limit=patience.left))
        if pricing is not None:
            counted = self._counted(level, pricing)
        kernel = Kernel(field, pricing, counted)
        found = kernel.best()
        self._bounds.add(level, kernel.bound)
        return found

    def _counted(self, level: Level, pricing: Pricing) -> Future[int]:
        """Its bound in whole numbers, when the proofs that others asked for are done."""
        counted: Future[int] = Future()

        def count(seconds: float | None) -> int:
            fulfil(counted, lambda: pricing.count().result())
            return 0  # whoever waits for it knows whether there is a plan below it

        self._bounds.ask(level, count)
        return counted

    def _loose_row(self, level: Level, model: LinearModel, held: Mapping[Level, int]) -> int | None:
        """The row that may be exceeded on the way to a better quality: that which holds coverage.

        It holds every task, and ties more down than all others together.
        """
        if level is not Level.QUALITY or Level.COVERAGE not in held:
            return None
        first = len(model.rows.lower) - len(held)
        return first + list(held).index(Level.COVERAGE)

    def _from_both_ends(
        self, level: Level, terrain: Terrain, values: Numbers, limit: float
    ) -> Numbers:
        """With loads that are no less even; proofs take long and get in the queue."""
        assert isinstance(terrain.guide, LoadGuide)
        field = self._field(level, terrain.model, values, limit)
        extremes = Extremes(field, terrain.guide)
        extremes.search()
        found = replace(field, values=extremes.values)
        proof = EvenProof(found, terrain.guide, self._rules_out, self._rules_out_on_whole)
        self._bounds.ask(level, partial(self._at_rest, proof.rule_out))
        self._bounds.ask(level, partial(self._at_rest, proof.prove))
        for slow in (proof.estimate, proof.count, proof.prove):
            self._bounds.ask(level, partial(self._at_rest, slow), later=True)
        return extremes.values

    def _rules_out(self, rows: Rows, seconds: float | None) -> bool:
        """Whether the prices of the first look rule out that what is held can be so."""
        look = self._bounds.look
        return look is not None and look.rules_out(self._bounds.values, rows, seconds)

    def _rules_out_on_whole(self, rows: Rows, seconds: float) -> bool:
        """Whether a MIP solver rules that out; the bound of the next level has to wait for it."""
        look, share = self._bounds.look, PROOF_SHARE * seconds
        return look is not None and look.rules_out_on_whole(self._bounds.values, rows, share)

    def _at_rest(self, proof: Proof, seconds: float | None) -> int:
        """A long proof, when nothing is priced any more: with the search that makes two threads."""
        if seconds is None:
            return proof(None)
        options = replace(self._options, time_limit=seconds)
        patience = Patience(options, self._stop, lambda left: None)
        for ahead in self._ahead.values():
            ahead.end(patience)
        return proof(patience.left)

    def _field(self, level: Level, model: LinearModel, values: Numbers, limit: float) -> Field:
        """Where a level is searched for some time, from the pairs of the first look."""
        look = self._bounds.look
        is_near = self._is_huge or level is Level.QUALITY
        return Field(
            model,
            None,
            self._whole.landscape,
            values,
            replace(self._options, time_limit=limit),
            self._stop,
            partial(self._teller(level, limit), model.value(values)),
            pairs=look.pairs if look else None,
            close=NEAR_ENOUGH if is_near else CLOSE,
            gap=WHOLE,
            near=is_near,
        )
