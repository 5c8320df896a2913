"""The portfolio: everyone in the race works on the same model, and what it says is true."""

from random import Random

import pytest

from benchmarks.gap import GapProblem
from benchmarks.gap_model import gap_model
from benchmarks.portfolio import HIGHS, Race
from optimizer.cpsat.as_linear import linear_model
from optimizer.cpsat.mip import Limits, solve_mip

SECONDS = 20.0


def random_gap(seed: int) -> GapProblem:
    """Twelve items for three agents who have some room to spare."""
    random = Random(seed)

    def numbers(least: int, most: int) -> tuple[int, ...]:
        return tuple(random.randint(least, most) for _ in range(12))

    use = tuple(numbers(3, 9) for _ in range(3))
    worth = tuple(numbers(10, 40) for _ in range(3))
    return GapProblem(worth, use, capacity=(28, 28, 28), maximise=False)


@pytest.mark.parametrize("seed", range(4))
def test_a_small_race_ends_with_the_proven_best(seed: int) -> None:
    model = gap_model(random_gap(seed))
    race = Race(model, SECONDS)
    race.run()
    value, bound = race.value, race.bound
    race.finish()
    values, least = solve_mip(linear_model(model), HIGHS, None, Limits(SECONDS))
    assert values is not None
    assert value == bound == least == linear_model(model).value(values)
    assert race.values is not None
    assert race.linear.rows.are_kept_by(race.values)


def test_a_problem_without_answer_has_no_values() -> None:
    problem = GapProblem(((1,), (1,)), ((2,), (2,)), capacity=(1, 1), maximise=False)
    race = Race(gap_model(problem), 0.5)
    race.run()
    race.finish()
    assert race.value is None
