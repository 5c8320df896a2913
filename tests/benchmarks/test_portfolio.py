"""The portfolio: everyone in the race works on the same model, and what it says is true."""

from dataclasses import replace
from random import Random

import pytest

from benchmarks.gap import GapProblem
from benchmarks.gap_model import gap_landscape, gap_model
from benchmarks.portfolio import HIGHS, Race
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.as_linear import linear_model
from optimizer.solver.matrix.mip import Limits, solve_mip
from optimizer.solver.search.local_search import Terrain, improve

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
    problem = random_gap(seed)
    model = gap_model(problem)
    race = Race(model, gap_landscape(problem), SECONDS)
    race.run()
    value, bound = race.value, race.bound
    race.finish()
    values, least = solve_mip(linear_model(model), HIGHS, None, Limits(SECONDS))
    assert values is not None
    assert value == bound == least == linear_model(model).value(values)
    assert race.values is not None
    assert race.linear.rows.are_kept_by(race.values)


def test_neighbourhoods_of_agents_and_items_find_the_best() -> None:
    """From items spread badly, and every part keeps to the capacities."""
    problem = random_gap(1)
    linear = linear_model(gap_model(problem))
    _, least = solve_mip(linear, HIGHS, None, Limits(SECONDS))
    worst, _ = solve_mip(replace(linear, cost=-linear.cost), HIGHS, None, Limits(SECONDS))
    assert worst is not None
    terrain, options = Terrain(linear, gap_landscape(problem)), SolveOptions(time_limit=SECONDS)
    found = improve(terrain, worst, options, Stop(), lambda *_: None, least)
    assert linear.value(worst) > linear.value(found) == least
    assert linear.allows(found)


def test_a_problem_without_answer_has_no_values() -> None:
    problem = GapProblem(((1,), (1,)), ((2,), (2,)), capacity=(1, 1), maximise=False)
    race = Race(gap_model(problem), gap_landscape(problem), 0.5)
    race.run()
    race.finish()
    assert race.value is None
