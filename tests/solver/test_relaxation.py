"""Relaxations and blocks: whatever prices the rows get, no plan is below what they prove."""

from collections.abc import Callable

import numpy as np
import pytest
from factory import person, problem, school, task
from first_level import OPTIONS, best_of_first
from random_problems import random_group

from models.instance import build_instance
from models.settings import Level
from optimizer.construct.greedy import greedy_plan
from optimizer.run.clock import Clock
from optimizer.run.stop import Stop
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.blocks import Blocks
from optimizer.solver.search.duality import proven_by
from optimizer.solver.search.proofs import proven_by_cuts
from optimizer.solver.search.relaxation import BySchool, OneBlock, Relaxer
from optimizer.solver.solver import solve

LEVELS = [level for level in Level if level is not Level.UNIQUENESS]


def one_block(whole: Whole) -> Relaxer:
    return OneBlock(whole.table, whole.pairs)


def by_school(whole: Whole) -> Relaxer:
    return BySchool(blocks_of(whole), whole.pairs)


def blocks_of(whole: Whole) -> Blocks:
    return Blocks(whole.table, whole.pairs.members, 2)


def clock(work: float = 20) -> Clock:
    return Clock(Stop(), work=work)


@pytest.mark.parametrize("make", [one_block, by_school])
@pytest.mark.parametrize("seed", range(8))
def test_one_level_after_the_other_is_bounded(seed: int, make: Callable[[Whole], Relaxer]) -> None:
    """With every level held to what the best plan is worth; both ways prove nearly the same."""
    instance = build_instance(random_group(seed))
    best = solve(instance, OPTIONS)
    whole = Whole(instance)
    relaxer, other = make(whole), one_block(whole)
    values, held = whole.values(best.plan), dict[Level, int]()
    for level in LEVELS:
        model = whole.model(level, held)
        found, whole_found = (
            relaxer.relax(model, values, clock()),
            other.relax(model, values, clock()),
        )
        assert found is not None
        assert whole_found is not None
        reached = best.level(level)
        assert reached is not None
        assert reached.value is not None
        assert found.bound <= reached.value
        assert whole_found.bound - found.bound <= 1 + 0.01 * abs(whole_found.bound)
        held[level] = reached.value + 50


@pytest.mark.parametrize("seed", range(20))
def test_any_prices_prove_a_bound(seed: int) -> None:
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    model = whole.model(Level.COVERAGE, {})
    prices = np.random.default_rng(seed).normal(size=len(model.rows.lower))
    assert proven_by(model, prices) <= whole.worth(start)[Level.COVERAGE]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_shared_prices_blocks_prove_more(seed: int, level: Level) -> None:
    instance = build_instance(random_group(seed))
    whole = Whole(instance)
    model, best = whole.model(level, {}), best_of_first(instance, level)
    values = whole.values(greedy_plan(instance))
    found = one_block(whole).relax(model, values, clock())
    assert found is not None
    noise = np.random.default_rng(seed).normal(size=len(found.prices))
    for prices in (found.prices, np.zeros_like(noise), found.prices + noise):
        apart = blocks_of(whole).relaxed(model, prices, clock())
        by_relaxation = proven_by(model, apart.prices)
        assert proven_by(model, prices) <= by_relaxation
        assert by_relaxation <= blocks_of(whole).bound(model, apart.prices, clock()) <= best


@pytest.mark.parametrize("seed", [10, 13])
def test_whole_numbers_in_a_block_prove_more_than_its_relaxation(seed: int) -> None:
    instance = build_instance(random_group(seed))
    whole = Whole(instance)
    model = whole.model(Level.COVERAGE, {})
    found = one_block(whole).relax(model, whole.values(greedy_plan(instance)), clock())
    assert found is not None
    counted = blocks_of(whole).bound(model, found.prices, clock())
    assert found.bound < counted <= best_of_first(instance, Level.COVERAGE)


def test_without_time_a_block_keeps_its_prices_and_what_they_prove() -> None:
    data = problem(
        schools=[school("S1"), school("S2")],
        tasks=[task(f"T{number}", hours=4) for number in (1, 2, 3)],
        persons=[person("P1", ict=6), person("P2", home="S2", ict=6)],
    )
    whole = Whole(build_instance(data))
    model = whole.model(Level.COVERAGE, {})
    prices, blocks = np.ones(len(model.rows.lower)), blocks_of(whole)
    assert np.array_equal(blocks.relaxed(model, prices, clock(0.0)).prices, prices)
    assert blocks.bound(model, prices, clock(0.0)) >= proven_by(model, prices)


@pytest.mark.parametrize("level", [Level.CORE, Level.COVERAGE])
@pytest.mark.parametrize("seed", range(4))
def test_cuts_prove_no_more_than_the_best(seed: int, level: Level) -> None:
    instance = build_instance(random_group(seed))
    whole = Whole(instance)
    model, values = whole.model(level, {}), whole.values(greedy_plan(instance))
    found = one_block(whole).relax(model, values, clock())
    assert found is not None
    assert found.bound <= proven_by_cuts(model, values, clock()) <= best_of_first(instance, level)
