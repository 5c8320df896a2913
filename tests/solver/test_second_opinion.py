"""The second opinion: true proofs are confirmed, planted false ones are contradicted."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from factory import person, problem, task
from ortools.sat.python import cp_model
from pytest import MonkeyPatch
from random_problems import random_group, random_school

from models.errors import VerificationError
from models.instance import Instance
from models.problem import ProblemData
from models.result import LevelResult, Opinion, Result
from models.settings import Level
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver import second_opinion
from optimizer.solver.matrix.as_linear import linear_model
from optimizer.solver.second_opinion import find, with_opinions

OPTIONS = SolveOptions(time_limit=20, deterministic=True)


def solved(data: ProblemData) -> tuple[Instance, Result]:
    answer = make_plan(data, OPTIONS)
    return answer.instance, answer.result


def one_of_three() -> ProblemData:
    """Three tasks for someone who may do one: levels above 0 that are easy to prove."""
    hours = {"T1": 3, "T2": 10, "T3": 4}
    return problem(
        tasks=[task(number, hours=hours[number], core=number != "T3") for number in hours],
        persons=[person(ict=20, max_tasks=1)],
    )


CORE_PAIRS = 2
"""Pairs of that problem's core tasks; there are more in all."""


def asked(instance: Instance, result: Result, stop: Stop | None = None) -> dict[Level, object]:
    found = with_opinions(instance, result, OPTIONS, stop or Stop())
    return {level.level: level.opinion for level in found.levels}


def with_claim(result: Result, level: Level, claim: int) -> Result:
    """The result with another value of a level, said to be proven."""
    levels = [
        replace(each, value=claim, bound=claim) if each.level is level else each
        for each in result.levels
    ]
    return replace(result, levels=tuple(levels))


def worth(result: Result, level: Level) -> int:
    found = result.level(level)
    assert found is not None
    assert found.value is not None
    return found.value


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("make", [random_school, random_group])
def test_true_proofs_are_confirmed(seed: int, make: Callable[[int], ProblemData]) -> None:
    instance, result = solved(make(seed))
    opinions = asked(instance, result)
    for level in result.levels:
        is_asked = level.proven and level.level is not Level.UNIQUENESS
        assert opinions[level.level] == (Opinion.CONFIRMED if is_asked else None)


@pytest.mark.parametrize(
    ("level", "most_pairs"),
    [
        (Level.CORE, second_opinion.MOST_PAIRS),
        (Level.COVERAGE, second_opinion.MOST_PAIRS),
        (Level.CORE, CORE_PAIRS),
    ],
)
def test_a_false_proof_is_contradicted(
    level: Level, most_pairs: int, monkeypatch: MonkeyPatch
) -> None:
    instance, result = solved(one_of_three())
    monkeypatch.setattr(second_opinion, "MOST_PAIRS", most_pairs)
    reached = worth(result, level)
    said = f"{level}: proven {reached + 1}, but a second opinion found {reached}"
    with pytest.raises(VerificationError, match=said):
        asked(instance, with_claim(result, level, reached + 1))


def test_a_large_model_is_asked_for_the_tasks_of_a_holding_level_only(
    monkeypatch: MonkeyPatch,
) -> None:
    instance, result = solved(one_of_three())
    monkeypatch.setattr(second_opinion, "MOST_PAIRS", CORE_PAIRS)
    opinions = asked(instance, result)
    assert worth(result, Level.CORE) == 3
    assert opinions[Level.CORE] is Opinion.CONFIRMED
    assert worth(result, Level.COVERAGE) > 0
    assert opinions[Level.COVERAGE] is Opinion.NOT_ASKED
    assert worth(result, Level.CONTINUITY) == 0
    assert opinions[Level.CONTINUITY] is Opinion.CONFIRMED


def test_without_time_only_arithmetic_confirms(monkeypatch: MonkeyPatch) -> None:
    instance, result = solved(one_of_three())
    monkeypatch.setattr(second_opinion, "LEAST_SECONDS", 0.0)
    options = SolveOptions(time_limit=0)
    found = with_opinions(instance, result, options, Stop())
    for level in found.levels:
        if level.proven and level.level is not Level.UNIQUENESS:
            assert level.opinion is (Opinion.UNCONFIRMED if level.value else Opinion.CONFIRMED)


def test_a_stop_leaves_the_rest_unconfirmed() -> None:
    instance, result = solved(one_of_three())
    stop = Stop()
    stop.request()
    assert asked(instance, result, stop)[Level.CORE] is Opinion.UNCONFIRMED


def test_the_same_question_has_the_same_answer() -> None:
    instance, result = solved(random_school(2))
    assert asked(instance, result) == asked(instance, result)


def test_an_unproven_level_is_not_asked() -> None:
    instance, result = solved(one_of_three())
    open_result = replace(result, levels=(LevelResult(Level.CORE, value=9, bound=0, final=9),))
    assert asked(instance, open_result) == {Level.CORE: None}


@pytest.mark.parametrize("seconds", [None, 10.0])
def test_values_keep_every_rule(seconds: float | None) -> None:
    model = cp_model.CpModel()
    first, second = (model.new_int_var(0, 5, name) for name in "ab")
    model.add(first + second == 7)
    model.add(first - second == 3)
    model.minimize(first)
    table = linear_model(model)
    answer = find(table, seconds, Stop())
    assert answer.values is not None
    assert np.array_equal(answer.values, [5, 2])
    assert find(table.held(4), seconds, Stop()).is_impossible
