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
from optimizer.run.solve_options import SolveOptions
from optimizer.solver import solver
from optimizer.solver.search import level_search, operators
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
