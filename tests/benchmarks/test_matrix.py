"""Arrays of a model: what CP-SAT means, on disk and back, and who keeps the rules."""

from pathlib import Path

import numpy as np
import pytest
from ortools.sat.python import cp_model

from benchmarks.export import matrix_of
from benchmarks.matrix import Matrix


@pytest.fixture
def matrix() -> Matrix:
    """Minimise 5 + 2x + 3y - z with 4 ≤ x + y ≤ 6, not both z and w, and z or not w."""
    model = cp_model.CpModel()
    x, y = model.new_int_var(0, 5, "x"), model.new_int_var(1, 5, "y")
    z, w = model.new_bool_var("z"), model.new_bool_var("w")
    model.add_linear_constraint(x + y, 4, 6)
    model.add_at_most_one(z, w)
    model.add_bool_or(z, ~w)
    model.minimize(2 * x + 3 * y - z + 5)
    return matrix_of(model)


def test_the_best_solution_is_worth_what_it_should_be(matrix: Matrix) -> None:
    assert matrix.value(np.array([3.0, 1.0, 1.0, 0.0])) == 5 + 6 + 3 - 1


@pytest.mark.parametrize(
    "values",
    [(3, 0, 0, 0), (2, 1, 0, 0), (5, 2, 0, 0), (3, 1, 1, 1), (3, 1, 0, 1), (6, 1, 0, 0)],
)
def test_a_solution_that_breaks_a_rule_is_worth_nothing(
    matrix: Matrix, values: tuple[int, ...]
) -> None:
    assert matrix.value(np.array(values, dtype=float)) is None


def test_what_is_written_is_read_back(matrix: Matrix, tmp_path: Path) -> None:
    matrix.save(tmp_path / "model.npz")
    loaded = Matrix.load(tmp_path / "model.npz")
    assert loaded.value(np.array([3.0, 1.0, 1.0, 0.0])) == 13
    assert np.array_equal(loaded.columns, matrix.columns)
