"""Place by place: whatever prices the rows get that places share, no plan is below the bound."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from factory import person, problem, school, task
from random_problems import random_group

from models.instance import Instance, build_instance
from models.settings import Level
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search.field import relaxed
from optimizer.solver.search.places import Counted, Places
from optimizer.solver.search.relaxation import proven_by, relax
from optimizer.solver.solver import solve

OPTIONS = SolveOptions(time_limit=20)
LEVELS = [level for level in Level if level is not Level.UNIQUENESS]
RELAX = partial(relaxed, options=OPTIONS, seconds=20.0)


def best_of_first(instance: Instance, level: Level) -> int:
    """What a level is worth at best when it comes first."""
    settings = replace(instance.settings, levels=(level,))
    alone = build_instance(replace(instance.data, settings=settings))
    found = solve(alone, OPTIONS).level(level)
    assert found is not None
    assert found.proven
    assert found.value is not None
    return found.value


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_prices_the_bound_holds(seed: int, level: Level) -> None:
    instance = build_instance(random_group(seed))
    whole = Whole(instance)
    model = whole.model(level, [])
    places, best = Places(model, whole.landscape, 2), best_of_first(instance, level)
    found = relax(model, 20)
    assert found is not None
    noise = np.random.default_rng(seed).normal(size=len(found.prices))
    for prices in (found.prices, np.zeros_like(noise), found.prices + noise):
        apart = places.relaxed(prices, RELAX)
        by_relaxation = proven_by(model, apart.prices)
        assert proven_by(model, prices) <= by_relaxation
        assert by_relaxation <= places.counted(apart.prices, 20).bound <= best


@pytest.mark.parametrize("seed", [10, 13])
def test_whole_numbers_in_a_place_prove_more_than_its_relaxation(seed: int) -> None:
    instance = build_instance(random_group(seed))
    whole = Whole(instance)
    model = whole.model(Level.COVERAGE, [])
    found = relax(model, 20)
    assert found is not None
    places = Places(model, whole.landscape, 1)
    apart = places.relaxed(found.prices, RELAX)
    counted = places.counted(apart.prices, None).bound
    assert proven_by(model, apart.prices) < counted <= best_of_first(instance, Level.COVERAGE)


def two_schools() -> Instance:
    return build_instance(
        problem(
            schools=[school("S1"), school("S2")],
            tasks=[task(f"T{number}", hours=4) for number in (1, 2, 3)],
            persons=[person("P1", ict=6), person("P2", home="S2", ict=6)],
        )
    )


def test_without_time_each_place_is_worth_its_relaxation() -> None:
    whole = Whole(two_schools())
    model = whole.model(Level.COVERAGE, [])
    places = Places(model, whole.landscape, 2)
    found = relax(model, 20)
    assert found is not None
    apart = places.relaxed(found.prices, RELAX)
    assert places.counted(apart.prices, 0.0).bound >= proven_by(model, apart.prices)


def test_large_amounts_that_cancel_out_do_not_lower_what_is_counted() -> None:
    of_places = np.array([-3e7, 5.0])
    counted = Counted([], [], of_places, np.array([-3e7 + 2, 6.0]), np.zeros(1), 30_000_000)
    assert counted.bound == 8


def test_a_place_without_an_answer_keeps_its_prices() -> None:
    whole = Whole(two_schools())
    model = whole.model(Level.COVERAGE, [])
    prices = np.ones(len(model.rows.lower))
    apart = Places(model, whole.landscape, 2).relaxed(prices, lambda linear: None)
    assert np.array_equal(apart.prices, prices)


def test_what_follows_from_one_place_is_of_that_place_and_the_rest_is_shared() -> None:
    instance = two_schools()
    whole = Whole(instance)
    landscape = whole.landscape
    model = whole.model(Level.FAIRNESS, [])
    members = landscape.members(len(model.lower))
    assert set(members[landscape.columns]) == {0, 1}
    of_parts = {
        each.index: {int(members[part]) for part in each.parts}
        for each in landscape.derived
        if each.index < len(members)
    }
    assert {-1, 0, 1} == {int(members[index]) for index in of_parts}
    for index, places in of_parts.items():
        assert members[index] == (places.pop() if len(places) == 1 else -1)
