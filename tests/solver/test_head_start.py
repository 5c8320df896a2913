"""The head start of a level: same values as without, and a relaxation that says what can be."""

from collections.abc import Callable

import pytest
from factory import person, plan_row, problem, school, settings, task
from pytest import MonkeyPatch
from random_problems import random_group, random_school

from models.errors import InfeasibleError
from models.instance import Instance, build_instance
from models.plan import TaskKey
from models.problem import ProblemData, TaskNumber, UnitCode
from models.result import Result
from models.settings import Level
from models.verification import verify
from optimizer.construct.greedy import greedy_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.model.model import build_model
from optimizer.solver.search import head_start
from optimizer.solver.search.relaxation import lower_bound
from optimizer.solver.solver import solve

T1 = TaskKey(TaskNumber("T1"), UnitCode("S1"))
OPTIONS = [SolveOptions(time_limit=20), SolveOptions(time_limit=20, deterministic=True)]


def proven(result: Result) -> dict[Level, int | None]:
    return {each.level: each.value for each in result.levels if each.proven}


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("make", [random_school, random_group])
@pytest.mark.parametrize("seed", range(4))
def test_what_is_proven_is_the_same_with_and_without(
    seed: int, make: Callable[[int], ProblemData], options: SolveOptions, monkeypatch: MonkeyPatch
) -> None:
    instance = build_instance(make(seed))
    start = greedy_plan(instance)
    without = solve(instance, options, start)
    monkeypatch.setattr(head_start, "FEWEST_PAIRS", 0)
    found = solve(instance, options, start)
    assert verify(instance.data, found.plan).ok
    first, second = proven(without), proven(found)
    assert first
    assert second
    for level in first.keys() & second.keys() - {Level.QUALITY, Level.UNIQUENESS}:
        assert first[level] == second[level]


def test_few_changes_are_a_linear_rule(monkeypatch: MonkeyPatch) -> None:
    before = [
        plan_row("T1", "P1", hours=4),
        plan_row("T2", "P1", hours=5),
        plan_row("T3", "P2", hours=6),
    ]
    people = [person("P1", ict=7), person("P2", ict=8)]
    tasks = [task("T1", hours=4), task("T2", hours=5), task("T3", hours=6)]

    def planned(most: int | None) -> dict[Level, int]:
        data = problem(
            tasks=tasks, persons=people, previous=before, settings=settings(max_changes=most)
        )
        instance = build_instance(data)
        start = solve(instance, OPTIONS[0]).plan
        found = verify(data, solve(instance, OPTIONS[0], start).plan)
        assert found.ok
        return dict(found.levels)

    monkeypatch.setattr(head_start, "FEWEST_PAIRS", 0)
    assert planned(None)[Level.COVERAGE] == planned(2)[Level.COVERAGE]
    assert planned(1)[Level.COVERAGE] > planned(2)[Level.COVERAGE]
    with pytest.raises(InfeasibleError):
        planned(0)


def bought(share: int) -> Instance:
    """A task of 10 grains, 6 at least, of which a firm may do a share; nobody has hours."""
    return build_instance(
        problem(
            schools=[school(operating_euro=10_000)],
            tasks=[task("T1", hours=10, minimum_pct=60, outsource_pct=share, rate=10)],
            persons=[person("P1", ict=0)],
        )
    )


@pytest.mark.parametrize(("share", "missing"), [(50, 10), (60, 4)])
def test_a_firm_alone_does_a_task_only_when_it_may_do_enough(share: int, missing: int) -> None:
    instance = bought(share)
    contracted = build_model(instance).variables.contracted(T1)
    assert (contracted is None) == (missing == 10)
    coverage = solve(instance, OPTIONS[0], greedy_plan(instance)).level(Level.COVERAGE)
    assert coverage is not None
    assert coverage.proven
    weight = instance.settings.priority_weights[instance.tasks[0].priority]
    assert coverage.value == weight * missing
    bound = lower_bound(Whole(instance).model(Level.COVERAGE, []), 10.0)
    assert bound == coverage.value
