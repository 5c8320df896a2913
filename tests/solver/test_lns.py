"""Neighbourhoods: what operators free, and a search that gives nothing up."""

from random import Random

import numpy as np
import pytest
from random_problems import random_group

from models.instance import build_instance
from models.settings import Level
from optimizer.construct.greedy import greedy_plan
from optimizer.run.clock import Clock
from optimizer.run.stop import Stop
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.lns import large_neighbourhood_search
from optimizer.solver.search.operators import (
    Exceeding,
    Operator,
    Towards,
    differing,
    one_unit,
    operators_of,
    rivals,
)
from optimizer.solver.search.relaxation import OneBlock, Relaxation
from optimizer.solver.search.restricted import restricted_master


class Seen:
    """A level of a group, seen from the plan that is made by hand."""

    def __init__(self, seed: int, level: Level) -> None:
        instance = build_instance(random_group(seed))
        start = greedy_plan(instance)
        self.whole = Whole(instance)
        self.values = self.whole.values(start)
        worth, levels = self.whole.worth(start), instance.settings.levels
        held = {each: worth[each] for each in levels[: levels.index(level)]}
        self.model: LinearModel = self.whole.model(level, held)
        self.relaxer = OneBlock(self.whole.table, self.whole.pairs)
        found = self.relaxer.relax(self.model, self.values, clock())
        assert found is not None
        self.relaxation: Relaxation = found
        self.first_held = len(self.whole.table.rows.lower)


def clock(work: float = 20) -> Clock:
    return Clock(Stop(), work=work)


@pytest.mark.parametrize("level", [Level.COVERAGE, Level.SPREAD, Level.QUALITY])
@pytest.mark.parametrize("seed", range(6))
def test_a_search_by_all_operators_is_allowed_and_no_worse(seed: int, level: Level) -> None:
    seen = Seen(seed, level)
    ways = operators_of(seen.model, seen.first_held, seen.whole.pairs, seen.relaxer, clock())
    found = large_neighbourhood_search(
        seen.model, seen.values, seen.relaxation, ways, Limits(clock()), seed
    )
    assert seen.model.allows(found)
    assert seen.relaxation.bound <= seen.model.value(found) <= seen.model.value(seen.values)


def test_one_operator_that_may_free_all_finds_the_best() -> None:
    seen = Seen(1, Level.COVERAGE)

    def everything(values: Numbers, relaxation: Relaxation, random: Random) -> Numbers:
        return np.arange(len(values))

    found = large_neighbourhood_search(
        seen.model, seen.values, seen.relaxation, [Operator(everything)], Limits(clock()), 1
    )
    best = restricted_master(seen.model, seen.values, np.arange(len(found)), Limits(clock()))
    assert seen.model.value(found) == seen.model.value(best)


def test_an_operator_without_chance_is_not_tried_twice_on_the_same_values() -> None:
    seen = Seen(2, Level.QUALITY)
    asked: list[int] = []

    def nothing(values: Numbers, relaxation: Relaxation, random: Random) -> Numbers:
        asked.append(1)
        return np.zeros(0, dtype=np.int64)

    large_neighbourhood_search(
        seen.model, seen.values, seen.relaxation, [Operator(nothing)], Limits(clock()), 1
    )
    assert len(asked) <= 1


def test_what_a_relaxation_does_otherwise_is_freed() -> None:
    seen = Seen(3, Level.COVERAGE)
    free = differing(seen.values, seen.relaxation, Random(1))
    kept = np.setdiff1d(np.arange(len(seen.values)), free)
    assert np.allclose(seen.relaxation.columns[kept], seen.values[kept])
    assert len(free)


@pytest.mark.parametrize("make", [one_unit, rivals])
def test_whole_pairs_are_freed_with_what_follows(make: object) -> None:
    assert callable(make)
    seen = Seen(4, Level.COVERAGE)
    free = make(seen.whole.pairs)(seen.values, seen.relaxation, Random(1))
    pairs = seen.whole.pairs
    chosen = np.unique(pairs.owners[np.isin(pairs.columns, free)])
    assert np.array_equal(free, pairs.moving(chosen))


def test_a_relaxation_drawn_to_the_values_differs_in_less() -> None:
    seen = Seen(5, Level.QUALITY)
    far = differing(seen.values, seen.relaxation, Random(1))
    drawn = Towards(seen.model, seen.relaxer, clock(), 1)(seen.values, seen.relaxation, Random(1))
    assert len(drawn) <= len(far)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_exceeded_on_the_way_is_held_in_the_end(seed: int) -> None:
    seen = Seen(seed, Level.QUALITY)
    way = Exceeding(seen.model, seen.first_held, differing, clock())
    free = way(seen.values, seen.relaxation, Random(1))
    assert free.max(initial=0) < len(seen.values)
    found = restricted_master(seen.model, seen.values, free, Limits(clock()))
    assert seen.model.allows(found)
    assert seen.model.value(found) <= seen.model.value(seen.values)
