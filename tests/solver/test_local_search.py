"""Neighbourhood search: parts fit back in the whole, and are never worse."""

from random import Random

import numpy as np
import pytest
from factory import person, plan, problem, school, task
from ortools.sat.python import cp_model
from pytest import MonkeyPatch
from random_problems import random_group

from models.instance import Instance, build_instance
from models.plan import Plan
from models.settings import Level
from models.verification import verify
from optimizer.construct.greedy import greedy_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.part import Part, cut
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search import local_search
from optimizer.solver.search.local_search import Terrain, improve
from optimizer.solver.search.neighbourhoods import Neighbourhoods

OPTIONS = SolveOptions(time_limit=4, deterministic=True)


def searched(
    instance: Instance, start: Plan, level: Level, stop: Stop | None = None, least: int = 0
) -> Plan:
    whole = Whole(instance)
    model = whole.model(level, [])
    guide, by_place = whole.guide(level, model, {}), level is Level.QUALITY
    terrain = Terrain(model, whole.landscape, guide, by_place)
    values = whole.values(start, model)
    found = improve(terrain, values, OPTIONS, stop or Stop(), lambda value, left: None, least)
    return whole.plan(found)


@pytest.mark.parametrize("level", [Level.COVERAGE, Level.FAIRNESS, Level.QUALITY])
@pytest.mark.parametrize("seed", range(8))
def test_search_keeps_every_rule_and_never_loses(seed: int, level: Level) -> None:
    instance = build_instance(random_group(seed))
    start = greedy_plan(instance)
    found = verify(instance.data, searched(instance, start, level))
    assert found.violations == ()
    assert found.levels[level] <= verify(instance.data, start).levels[level]


def two_schools() -> Instance:
    return build_instance(
        problem(
            schools=[school("S1"), school("S2")],
            tasks=[task("T1", hours=4), task("T2", hours=5), task("T3", hours=6)],
            persons=[person("P1", ict=11), person("P2", home="S2", ict=11)],
        )
    )


def test_whole_places_come_first(monkeypatch: MonkeyPatch) -> None:
    """Each once, with every pair that it has; nothing is learned from them."""
    cuts: list[Numbers] = []

    def cut_and_note(linear: LinearModel, values: Numbers, free: Numbers) -> Part:
        cuts.append(free)
        return cut(linear, values, free)

    monkeypatch.setattr(local_search, "cut", cut_and_note)
    instance = two_schools()
    searched(instance, greedy_plan(instance), Level.QUALITY)
    landscape = Whole(instance).landscape
    places = landscape.by_place()
    assert sorted(np.concatenate(places).tolist()) == list(range(len(landscape.tasks)))
    assert [len(np.unique(landscape.places[landscape.tasks[place]])) for place in places] == [1, 1]
    for free, place in zip(cuts, places, strict=False):
        assert set(landscape.columns[np.isin(landscape.owners, place)]) <= set(free)
    assert len(cuts) > len(places)


def test_search_finds_what_is_missed() -> None:
    instance = two_schools()
    start = plan({"T1@S1 P1 ict@S1": 4}, leads={"T1@S1": "P1"})
    before = verify(instance.data, start).levels[Level.COVERAGE]
    found = searched(instance, start, Level.COVERAGE)
    assert verify(instance.data, found).levels[Level.COVERAGE] == before - 3 * (7 + 11)


def test_the_same_seed_gives_the_same_plan() -> None:
    instance = build_instance(random_group(4))
    start = greedy_plan(instance)
    once, again = (searched(instance, start, Level.COVERAGE) for _ in range(2))
    assert once == again


def test_a_stop_ends_the_search() -> None:
    instance, stop = two_schools(), Stop()
    start = plan({"T1@S1 P1 ict@S1": 4}, leads={"T1@S1": "P1"})
    stop.request()
    assert searched(instance, start, Level.COVERAGE, stop) == start


def test_what_is_good_enough_is_not_searched() -> None:
    instance = two_schools()
    start = plan({"T1@S1 P1 ict@S1": 4}, leads={"T1@S1": "P1"})
    worth = verify(instance.data, start).levels[Level.COVERAGE]
    assert searched(instance, start, Level.COVERAGE, least=worth) == start


@pytest.mark.parametrize("seed", range(15))
def test_a_part_that_is_solved_fits_in_the_whole(seed: int) -> None:
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    model = whole.model(Level.COVERAGE, [])
    values = whole.values(start, model)
    free = Neighbourhoods(whole.landscape, Random(seed)).choose(model, values)
    part = cut(model, values, free)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(part.model) == cp_model.OPTIMAL
    found = part.found(solver)
    kept = np.setdiff1d(np.arange(len(values)), free)
    assert np.array_equal(found[kept], values[kept])
    assert model.rows.are_kept_by(found)
    assert model.value(found) <= model.value(values)
    assert verify(instance.data, whole.plan(found)).ok


def test_what_follows_from_nothing_has_a_column_too() -> None:
    data = problem(tasks=[task("T1", hours=4, required={"netwerk": 4})], persons=[person(ict=9)])
    whole = Whole(build_instance(data))
    model = whole.model(Level.CORE, [])
    assert any(not each.parts for each in whole.landscape.derived)
    assert not len(whole.landscape.trouble(model, whole.values(Plan(), model)))


def test_a_part_without_free_columns_changes_nothing() -> None:
    whole, start = Whole(two_schools()), greedy_plan(two_schools())
    model = whole.model(Level.COVERAGE, [])
    values = whole.values(start, model)
    part = cut(model, values, np.array([], dtype=np.int64))
    assert len(part.columns) == 0
    assert np.array_equal(part.fixed, values)


@pytest.mark.parametrize("seed", range(10))
def test_what_follows_is_computed_anew(seed: int) -> None:
    """Changing decisions alone, the derived columns come out as a whole plan would have them."""
    instance = build_instance(random_group(seed))
    whole = Whole(instance)
    model = whole.model(Level.QUALITY, [])
    one, other = greedy_plan(instance), Plan()
    before, wanted = whole.values(one, model), whole.values(other, model)
    derived = [each.index for each in whole.landscape.derived]
    changed = np.setdiff1d(np.flatnonzero(before != wanted), derived)
    mixed = before.copy()
    mixed[changed] = wanted[changed]
    assert np.array_equal(whole.landscape.settled(mixed, changed), wanted)
