"""Groups: the same levels as of one block, by neighbourhoods, with bounds that no plan is below."""

from dataclasses import replace

import pytest
from pytest import MonkeyPatch
from random_problems import random_group

from models.instance import build_instance
from models.result import LevelResult, Result
from models.settings import Level
from models.verification import verify
from optimizer.construct.first_plan import first_plan
from optimizer.construct.greedy import greedy_plan
from optimizer.run.clock import Clock
from optimizer.run.solve_options import Progress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver import solver
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search import level_search, lexicographic, operators
from optimizer.solver.search.beside import Beside
from optimizer.solver.search.level_search import LevelSearch
from optimizer.solver.solver import solve

LEADING = (Level.CORE, Level.BALANCE, Level.COVERAGE, Level.SPREAD)
OPTIONS = SolveOptions(time_limit=10, deterministic=True)


def levels_of(result: Result) -> dict[Level, LevelResult]:
    return {level.level: level for level in result.levels}


def make_large(monkeypatch: MonkeyPatch, *, is_region: bool) -> None:
    """Have any instance solved by schools, in one district or in many."""
    monkeypatch.setattr(level_search, "ONE_BLOCK", 0)
    if is_region:
        monkeypatch.setattr(operators, "MOST_PAIRS", 8)
        monkeypatch.setattr(level_search, "CUT", 0)


ORDERS = [
    (*LEADING, Level.CONTINUITY, Level.FAIRNESS, Level.QUALITY),
    (*LEADING, Level.QUALITY, Level.FAIRNESS, Level.CONTINUITY),
    (Level.CORE, Level.QUALITY, Level.COVERAGE, Level.FAIRNESS),
    (Level.FAIRNESS, Level.COVERAGE, Level.QUALITY),
]


@pytest.mark.parametrize("levels", ORDERS, ids=lambda levels: "-".join(levels))
@pytest.mark.parametrize(
    ("is_region", "deterministic"), [(False, False), (False, True), (True, True)]
)
@pytest.mark.parametrize("seed", range(4))
def test_groups_agree_with_one_block(
    seed: int,
    is_region: bool,
    deterministic: bool,
    levels: tuple[Level, ...],
    monkeypatch: MonkeyPatch,
) -> None:
    data = random_group(seed)
    instance = build_instance(replace(data, settings=replace(data.settings, levels=levels)))
    whole = levels_of(solve(instance, OPTIONS))
    make_large(monkeypatch, is_region=is_region)
    result = solve(instance, replace(OPTIONS, deterministic=deterministic))
    assert verify(instance.data, result.plan).ok
    parts = levels_of(result)
    for level in levels:
        best, found = whole[level], parts[level]
        assert found.value is not None
        assert found.bound is not None
        assert best.value is not None
        if not best.proven:
            break
        assert found.bound <= best.value <= found.value
        if found.value != best.value:
            break


def test_what_it_took_to_begin_is_taken_off_the_limit(monkeypatch: MonkeyPatch) -> None:
    make_large(monkeypatch, is_region=False)
    moments = iter((0.0, 1000.0))
    monkeypatch.setattr(solver, "monotonic", lambda: next(moments))
    instance = build_instance(random_group(1))
    result = solve(instance, replace(OPTIONS, deterministic=False))
    assert result.plan == first_plan(instance)
    assert result.seconds >= 1000


@pytest.mark.parametrize("is_region", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_counted_in_work_a_group_has_the_same_plan_on_any_number_of_threads(
    seed: int, is_region: bool, monkeypatch: MonkeyPatch
) -> None:
    make_large(monkeypatch, is_region=is_region)
    instance = build_instance(random_group(seed))
    first, second = (solve(instance, replace(OPTIONS, threads=threads)) for threads in (1, 2))
    assert first.plan == second.plan
    assert first.repeatable


def test_a_group_by_the_clock_is_not_said_to_come_out_the_same(monkeypatch: MonkeyPatch) -> None:
    make_large(monkeypatch, is_region=False)
    options = replace(OPTIONS, deterministic=False)
    assert not solve(build_instance(random_group(1)), options).repeatable


def test_what_is_told_of_a_level_is_its_own_value(monkeypatch: MonkeyPatch) -> None:
    """Not that of several levels together, of which a point of the first counts for many."""
    make_large(monkeypatch, is_region=False)
    monkeypatch.setattr(lexicographic, "WEIGHT", 10_000)
    told: list[int] = []

    def tell(progress: Progress) -> None:
        told.extend([] if progress.value is None else [progress.value])

    solve(build_instance(random_group(3)), OPTIONS, on_progress=tell)
    assert max(told, default=0) < 10_000


@pytest.mark.parametrize("seed", range(6))
def test_a_level_that_leads_is_not_bettered_at_the_cost_of_all_others(
    seed: int, monkeypatch: MonkeyPatch
) -> None:
    make_large(monkeypatch, is_region=False)
    instance = build_instance(random_group(seed))
    whole, clock = Whole(instance), Clock(Stop(), work=10)
    values = whole.values(greedy_plan(instance))
    search = LevelSearch(whole, OPTIONS, Beside(clock, is_counted=True), Level.QUALITY)
    model = whole.model(Level.BALANCE, {})
    goal = whole.joint({Level.BALANCE: 2, Level.COVERAGE: 3}, {})
    found = search.search(Level.BALANCE, model, goal, values, Limits(clock)).values
    assert goal.allows(found)
    assert goal.value(found) <= goal.value(values)
