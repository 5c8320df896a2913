"""Models as numbers: the same rules, values and objectives as the model they come from."""

import numpy as np
import pytest
from ortools.sat.python import cp_model
from random_problems import random_group

from models.instance import Instance, build_instance
from models.settings import Level
from models.verification import verify
from optimizer.construct.greedy import greedy_plan
from optimizer.run.clock import Clock
from optimizer.run.stop import Stop
from optimizer.solver.matrix.as_linear import linear_model
from optimizer.solver.matrix.linear_program import LinearProgram
from optimizer.solver.matrix.whole import Whole

LEADING = (Level.CORE, Level.BALANCE, Level.COVERAGE, Level.CONTINUITY, Level.FAIRNESS)


@pytest.mark.parametrize("seed", range(20))
def test_a_plan_has_the_same_worth_as_numbers(seed: int) -> None:
    instance = build_instance(random_group(seed))
    start = greedy_plan(instance)
    checked = verify(instance.data, start)
    assert checked.ok
    whole = Whole(instance)
    for level in (*LEADING, Level.QUALITY):
        model = whole.model(level, {})
        values = whole.values(start)
        assert model.rows.are_kept_by(values)
        assert model.value(values) == checked.levels[level] == whole.worth(start)[level]
        assert whole.plan(values) == start


def held_at(instance: Instance, slack: int) -> bool:
    whole, start = Whole(instance), greedy_plan(instance)
    reached = whole.worth(start)[Level.COVERAGE]
    model = whole.model(Level.QUALITY, {Level.COVERAGE: reached + slack})
    return model.rows.are_kept_by(whole.values(start))


def test_a_held_level_may_not_get_worse() -> None:
    instance = build_instance(random_group(3))
    assert held_at(instance, 0)
    assert not held_at(instance, -1)


@pytest.mark.parametrize("seed", range(4))
def test_loose_rows_may_be_exceeded_at_their_price(seed: int) -> None:
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    worth, values = whole.worth(start), whole.values(start)
    model = whole.model(
        Level.QUALITY,
        {Level.CORE: worth[Level.CORE] - 2, Level.COVERAGE: worth[Level.COVERAGE] - 5},
    )
    rows = len(whole.table.rows.lower) + np.arange(2)
    loosened = model.loosened(rows, np.array([7, 11]))
    assert not model.allows(values)
    assert loosened.allows(np.append(values, [2, 5]))
    assert not loosened.allows(np.append(values, [1, 5]))
    assert not loosened.allows(np.append(values, [2, 4]))
    dearer = loosened.value(np.append(values, [2, 5])) - model.value(values)
    assert dearer == 2 * 7 + 5 * 11


@pytest.mark.parametrize(
    ("values", "is_kept"),
    [((1, 1, 0), True), ((1, 0, 0), False), ((0, 0, 1), True), ((1, 1, 1), False)],
)
def test_clauses_become_rows(values: tuple[int, int, int], is_kept: bool) -> None:
    model = cp_model.CpModel()
    first, second, third = (model.new_bool_var(name) for name in "abc")
    model.add_implication(first, second)
    model.add_at_most_one([first, third])
    assert linear_model(model).rows.are_kept_by(np.array(values)) is is_kept


def test_open_sides_of_clauses_stay_open() -> None:
    model = cp_model.CpModel()
    first, second = model.new_bool_var("a"), model.new_bool_var("b")
    model.add_bool_or(first.negated(), second.negated())
    rows = linear_model(model).rows
    assert rows.are_kept_by(np.array([0, 0]))
    assert not rows.are_kept_by(np.array([1, 1]))


def test_a_rule_that_is_not_linear_is_refused() -> None:
    model = cp_model.CpModel()
    parts = [model.new_int_var(0, 5, name) for name in "abc"]
    model.add_multiplication_equality(parts[0], parts[1:])
    with pytest.raises(ValueError, match="not a linear rule"):
        linear_model(model)


def test_of_a_row_is_left_all_that_others_do_not_take_whole() -> None:
    model = cp_model.CpModel()
    first, second = model.new_int_var(0, 9, "a"), model.new_int_var(0, 9, "b")
    model.add_linear_constraint(first + second, 3, 7)
    inner, _ = linear_model(model).around(np.array([0.0, 2.5]), np.array([0]))
    assert (inner.rows.lower[0], inner.rows.upper[0]) == (0, 5)
    nearly, _ = linear_model(model).around(np.array([0.0, 2.0000001]), np.array([0]))
    assert (nearly.rows.lower[0], nearly.rows.upper[0]) == (1, 5)


def test_rows_of_one_group_hold_nothing_else() -> None:
    model = cp_model.CpModel()
    first, second, third, loose = (model.new_bool_var(name) for name in "abcd")
    model.add_bool_or(first, second)
    model.add_bool_or(second, third)
    model.add_bool_or(third, loose)
    model.add_bool_or(loose)
    found = linear_model(model).rows.of_one(np.array([7, 7, 8, -1]))
    assert found.tolist() == [True, False, False, False]


def test_a_relaxation_counts_columns_that_stand_in_no_row() -> None:
    model = cp_model.CpModel()
    cheap, dear, bound = (model.new_int_var(2, 9, name) for name in "abc")
    model.add(bound >= 5)
    model.minimize(dear - cheap + bound)
    linear = linear_model(model)
    found = LinearProgram(linear).minimise(linear.cost, Clock(Stop()))
    assert found is not None
    assert found.columns.tolist() == [9, 2, 5]
