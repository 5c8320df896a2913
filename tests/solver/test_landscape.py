"""Pairs and what follows from them: blocks, parts of a landscape, and what is of one pair."""

import numpy as np
import pytest
from random_problems import random_group

from models.instance import build_instance
from models.settings import Level
from optimizer.construct.greedy import greedy_plan
from optimizer.solver.matrix.landscape import Landscape
from optimizer.solver.matrix.whole import Whole

SEEDS = range(8)


def landscape_of(seed: int) -> Landscape:
    return Whole(build_instance(random_group(seed))).landscape


@pytest.mark.parametrize("most", [1, 5, 1000])
@pytest.mark.parametrize("seed", SEEDS)
def test_blocks_share_out_all_pairs_by_place(seed: int, most: int) -> None:
    landscape = landscape_of(seed)
    pairs = np.arange(0, len(landscape.tasks), 2)
    blocks = landscape.blocks(pairs, most)
    assert np.array_equal(np.sort(np.concatenate(blocks)), pairs)
    places = [set(landscape.places[landscape.tasks[block]].tolist()) for block in blocks]
    assert sum(map(len, places)) == len(set.union(*places))
    largest_place = np.bincount(landscape.places[landscape.tasks[pairs]]).max()
    assert max(map(len, blocks)) < most + largest_place


def test_places_with_the_same_people_stay_together() -> None:
    """Four places in turn of one area and the other; one more, where everyone comes."""
    at = [(place, 10 + place % 2) for place in range(4)] + [(4, 10), (4, 11)]
    tasks = np.arange(len(at))
    landscape = Landscape(
        tasks=tasks,
        persons=np.array([person for _, person in at]),
        places=np.array([place for place, _ in at]),
        columns=tasks,
        owners=tasks,
        task_columns=np.array([], dtype=np.int64),
        task_owners=np.array([], dtype=np.int64),
    )
    blocks = landscape.blocks(tasks, 2)
    assert sorted(landscape.places[block].tolist() for block in blocks) == [[0, 2], [1, 3], [4, 4]]


def test_no_pairs_make_no_more_than_an_empty_block() -> None:
    assert sum(map(len, landscape_of(1).blocks(np.array([], dtype=np.int64), 5))) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_every_other_task_gets_one_pair(seed: int) -> None:
    landscape = landscape_of(seed)
    known = np.array([0, 1])
    added = landscape.tasks[landscape.any_of_others(known)]
    missing = set(landscape.tasks.tolist()) - set(landscape.tasks[known].tolist())
    assert sorted(added.tolist()) == sorted(missing)


@pytest.mark.parametrize("seed", SEEDS)
def test_within_some_columns_the_same_moves_together(seed: int) -> None:
    landscape = landscape_of(seed)
    size = landscape._width
    block = landscape.blocks(np.arange(len(landscape.tasks)), 8)[0]
    columns = landscape.free(block, size)
    inner = landscape.within(columns)
    deciding = np.intersect1d(block, landscape.owners)
    assert np.array_equal(inner.tasks, landscape.tasks[deciding])
    assert np.array_equal(inner.persons, landscape.persons[deciding])
    everything = inner.free(np.arange(len(inner.tasks)), len(columns))
    moved = {each.index for each in landscape.derived if each.parts}
    decided = set(np.concatenate([landscape.columns, landscape.task_columns]).tolist())
    assert set(columns[everything].tolist()) == set(columns.tolist()) & (moved | decided)


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_of_one_pair_are_found(seed: int) -> None:
    instance = build_instance(random_group(seed))
    whole = Whole(instance)
    rows = whole.model(Level.COVERAGE, []).rows
    found = whole.landscape.of_one_pair(rows)
    owner = dict(
        zip(whole.landscape.columns.tolist(), whole.landscape.owners.tolist(), strict=True)
    )
    for number, (first, end) in enumerate(zip(rows.starts[:-1], rows.starts[1:], strict=True)):
        owners = {owner.get(column) for column in rows.columns[first:end].tolist()}
        assert found[number] == (len(owners) == 1 and None not in owners)
    assert found.any()


@pytest.mark.parametrize("seed", SEEDS)
def test_trouble_reaches_the_pairs_behind_what_is_lost(seed: int) -> None:
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    model = whole.model(Level.COVERAGE, [])
    trouble = whole.landscape.trouble(model, whole.values(start, model))
    short = {
        number
        for number, each in enumerate(instance.tasks)
        if sum(g for (key, *_), g in start.hours.items() if key == each.key)
        + sum(g for (key, _), g in start.outsourced.items() if key == each.key)
        < each.demand
    }
    landscape = whole.landscape
    for pair, (task, person) in enumerate(zip(landscape.tasks, landscape.persons, strict=True)):
        if (instance.tasks[task].key, instance.persons[person].code) in instance.payers:
            assert (trouble[pair] > 0) == (task in short)
