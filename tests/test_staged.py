"""Large instances in stages: plans stay valid, bounds stay below what can be reached."""

import pytest
from factory import person, problem, school, settings, task
from pytest import MonkeyPatch
from random_problems import random_group

from models.instance import build_instance
from models.result import LevelResult
from models.settings import Level
from models.verification import verify
from models.vocabulary import Cluster, Priority
from optimizer import staged
from optimizer.cpsat.parameters import SolveOptions
from optimizer.cpsat.relaxation import relax
from optimizer.cpsat.restriction import for_levels, for_pairs, plan_within
from optimizer.greedy import complete, greedy_plan
from optimizer.pipeline import make_plan
from optimizer.report.answer import Answer

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
LEADING = (Level.CORE, Level.BALANCE, Level.COVERAGE)


def levels_of(answer: Answer) -> dict[Level, LevelResult]:
    return {level.level: level for level in answer.result.levels}


@pytest.mark.parametrize("seed", range(20))
def test_stages_agree_with_the_whole(seed: int, monkeypatch: MonkeyPatch) -> None:
    data = random_group(seed)
    whole = levels_of(make_plan(data, OPTIONS))
    monkeypatch.setattr(staged, "LARGE", 0)
    parts = levels_of(make_plan(data, OPTIONS))
    for level in LEADING:
        value, bound = parts[level].value, parts[level].bound
        assert value is not None
        assert bound is not None
        assert bound <= (whole[level].value or 0)
        if not whole[level].proven or value != whole[level].value:
            break
        assert value >= (whole[level].bound or 0)


@pytest.mark.parametrize("seed", range(20))
def test_the_relaxation_is_a_lower_bound_of_the_greedy_plan(seed: int) -> None:
    data = random_group(seed)
    instance = build_instance(data)
    reached = verify(data, greedy_plan(instance)).levels
    ceilings = {level: reached[level] for level in LEADING}
    bounds = relax(instance, ceilings).bounds
    assert all(bounds[level] <= reached[level] for level in LEADING)


def test_the_relaxation_finds_what_is_out_of_reach() -> None:
    data = problem(tasks=[task(hours=10, priority=Priority.DESIRED)], persons=[person(ict=7)])
    relaxed = relax(build_instance(data), {})
    assert relaxed.bounds[Level.COVERAGE] == 3 * data.settings.priority_weights[Priority.DESIRED]
    assert {who for _, who in relaxed.pairs} == {"P1"}


def test_a_restriction_keeps_what_counts() -> None:
    data = problem(
        schools=[school("S1", presence_min=1), school("S2")],
        tasks=[
            task("T1", hours=3, core=True),
            task("T2", hours=3, cluster=Cluster.PEDAGOGICAL),
            task("T3", hours=3, priority=Priority.MANDATORY),
            task("T4", hours=3),
        ],
        persons=[person(ict=20)],
        settings=settings(floors={Cluster.PEDAGOGICAL: 25}),
    )
    instance = build_instance(data)

    def numbers(*levels: Level) -> set[str]:
        return {each.key.task for each in for_levels(instance, levels).tasks}

    assert numbers(Level.CORE) == {"T1", "T3"}
    assert numbers(Level.CORE, Level.BALANCE) == {"T1", "T2", "T3"}


@pytest.mark.parametrize("seed", range(20))
def test_plans_of_a_part_are_plans_of_the_whole(seed: int) -> None:
    data = random_group(seed)
    instance = build_instance(data)
    plan = greedy_plan(instance)
    part = for_levels(instance, (Level.CORE,))
    inner = plan_within(part, plan)
    assert verify(data, inner).ok
    assert verify(data, complete(instance, inner)).ok
    pairs = for_pairs(instance, frozenset(plan.hours_by_pair()))
    assert set(pairs.payers) == set(plan.hours_by_pair())


@pytest.mark.parametrize(("core", "holds"), [(5, True), (4, True), (6, False)])
def test_a_bound_holds_only_for_plans_no_worse_on_earlier_levels(core: int, holds: bool) -> None:
    bound = staged.ConditionalBound(10, {Level.CORE: 5})
    assert bound.holds_for({Level.CORE: core}) is holds


def test_a_bound_says_nothing_of_a_plan_without_the_earlier_level() -> None:
    assert not staged.ConditionalBound(10, {Level.CORE: 5}).holds_for({})
    assert staged.ConditionalBound(10, {}).holds_for({})
