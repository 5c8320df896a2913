"""The solver and the checker, written apart, agree on random problems."""

import pytest
from random_problems import (
    random_group,
    random_school,
    with_months,
    with_people_apart,
    with_roles,
)

from models.instance import build_instance
from models.plan import Plan
from models.problem import ProblemData
from models.result import SolveStatus
from models.verification import verify
from optimizer.construct.greedy import greedy_plan
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=0.2, deterministic=True)
CHUNK = 20


def assert_agreement(data: ProblemData) -> None:
    """`make_plan` raises when the checker objects or computes another value for a level."""
    answer = make_plan(data, OPTIONS)
    checked = answer.verification
    assert checked.ok
    for level in answer.result.levels:
        if level.final is not None and level.level in checked.levels:
            assert checked.levels[level.level] == level.final
            assert level.bound is not None
            assert level.bound <= (level.value or 0) <= max(level.final, level.value or 0)


@pytest.mark.parametrize("first", range(0, 200, CHUNK))
def test_random_schools(first: int) -> None:
    for seed in range(first, first + CHUNK):
        data = random_school(seed)
        assert_agreement(with_people_apart(data, seed) if seed % 4 == 0 else data)


@pytest.mark.parametrize("first", range(0, 60, CHUNK))
def test_random_schools_and_groups_with_roles(first: int) -> None:
    for seed in range(first, first + CHUNK):
        make = random_group if seed % 3 == 0 else random_school
        assert_agreement(with_roles(make(seed), seed))


@pytest.mark.parametrize("first", range(0, 60, CHUNK))
def test_random_schools_and_groups_in_a_year_that_is_guarded(first: int) -> None:
    for seed in range(first, first + CHUNK):
        make = random_group if seed % 3 == 0 else random_school
        assert_agreement(with_months(make(seed), seed))


@pytest.mark.parametrize("first", range(0, 40, CHUNK))
def test_random_groups(first: int) -> None:
    for seed in range(first, first + CHUNK):
        assert_agreement(random_group(seed))


@pytest.mark.parametrize("seed", range(30))
def test_greedy_plans_are_valid_and_demands_agree(seed: int) -> None:
    data = with_people_apart(random_group(seed), seed)
    data = with_months(data, seed) if seed % 3 == 0 else data
    instance = build_instance(data)
    verification = verify(data, greedy_plan(instance))
    assert verification.violations == ()
    assert {task.key: task.demand for task in instance.tasks} == verification.demand


def test_a_problem_without_tasks_has_the_empty_plan() -> None:
    data = random_school(1, num_tasks=0)
    answer = make_plan(data, OPTIONS)
    assert answer.plan == Plan()
    assert answer.result.status is SolveStatus.OPTIMAL
