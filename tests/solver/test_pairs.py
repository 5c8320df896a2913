"""Pairs and what follows from them: what moves together, districts, and what is of one unit."""

import numpy as np
import pytest
from factory import person, problem, school, task
from random_problems import random_group

from models.instance import build_instance
from models.settings import Level
from optimizer.construct.greedy import greedy_plan
from optimizer.solver.matrix.pairs import Pairs
from optimizer.solver.matrix.whole import Whole

SEEDS = range(8)


def pairs_of(seed: int) -> Pairs:
    return Whole(build_instance(random_group(seed))).pairs


def made_of(at: list[tuple[int, int]]) -> Pairs:
    """One task a pair, at a unit and for a person."""
    tasks, none = np.arange(len(at)), np.zeros(0, dtype=np.int64)
    return Pairs(
        tasks=tasks,
        persons=np.array([person for _, person in at], dtype=np.int64),
        units=np.array([unit for unit, _ in at], dtype=np.int64),
        columns=tasks,
        owners=tasks,
        task_columns=none,
        task_owners=none,
        derived=(),
        size=len(at),
    )


@pytest.mark.parametrize("most", [1, 5, 1000])
@pytest.mark.parametrize("seed", SEEDS)
def test_districts_share_out_all_columns_of_units(seed: int, most: int) -> None:
    pairs = pairs_of(seed)
    districts = pairs.districts(most)
    own = [each[pairs.members[each] >= 0] for each in districts]
    every = np.flatnonzero(pairs.members >= 0)
    assert np.array_equal(np.sort(np.concatenate(own)), every)
    units = [set(pairs.members[each].tolist()) for each in own]
    assert sum(map(len, units)) == len(set.union(*units))
    shared = np.flatnonzero(pairs.members < 0)
    assert all(np.isin(shared, each).all() for each in districts)


def test_units_with_the_same_people_stay_together() -> None:
    """Four units in turn of one area and the other; one more, where everyone comes."""
    pairs = made_of([(unit, 10 + unit % 2) for unit in range(4)] + [(4, 10), (4, 11)])
    districts = [sorted(set(pairs.members[each].tolist())) for each in pairs.districts(2)]
    assert sorted(districts) == [[0, 2], [1, 3], [4]]


def test_no_pairs_make_no_district() -> None:
    assert made_of([]).districts(5) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_every_other_task_gets_one_pair(seed: int) -> None:
    pairs = pairs_of(seed)
    known = np.array([0, 1])
    added = pairs.tasks[pairs.any_of_others(known)]
    missing = set(pairs.tasks.tolist()) - set(pairs.tasks[known].tolist())
    assert sorted(added.tolist()) == sorted(missing)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_follows_is_free_as_well(seed: int) -> None:
    """Whatever else is done with free pairs, all other columns are as they were."""
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    pairs, values = whole.pairs, whole.values(start)
    chosen = np.arange(0, len(pairs), 2)
    free = pairs.free(chosen)
    closed = values.copy()
    closed[free] = 0
    other = whole.values(whole.plan(closed))
    assert set(np.flatnonzero(other != values).tolist()) <= set(free.tolist())


def test_what_follows_from_one_unit_is_of_that_unit_and_the_rest_is_shared() -> None:
    whole = Whole(
        build_instance(
            problem(
                schools=[school("S1"), school("S2")],
                tasks=[task(f"T{number}", hours=4) for number in (1, 2, 3)],
                persons=[person("P1", ict=6), person("P2", home="S2", ict=6)],
            )
        )
    )
    pairs, cost = whole.pairs, whole.model(Level.FAIRNESS, {}).cost
    assert set(pairs.members[pairs.columns]) == {0, 1}
    assert set(pairs.members[np.flatnonzero(cost)]) == {-1}
    for each in pairs.derived:
        units = {int(pairs.members[part]) for part in each.parts}
        assert pairs.members[each.index] == (units.pop() if len(units) == 1 else -1)
