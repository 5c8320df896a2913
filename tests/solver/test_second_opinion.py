"""The second opinion: true proofs are confirmed, planted false ones are contradicted."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from factory import person, problem, task
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
from optimizer.solver.search import level_search
from optimizer.solver.second_opinion import with_opinions

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


@pytest.mark.parametrize("level", [Level.CORE, Level.COVERAGE])
def test_a_false_proof_is_contradicted(level: Level) -> None:
    instance, result = solved(one_of_three())
    reached = worth(result, level)
    said = f"{level}: proven {reached + 1}, but a second opinion found {reached}"
    with pytest.raises(VerificationError, match=said):
        asked(instance, with_claim(result, level, reached + 1))


def test_of_a_large_model_only_arithmetic_is_asked(monkeypatch: MonkeyPatch) -> None:
    instance, result = solved(one_of_three())
    monkeypatch.setattr(level_search, "ONE_BLOCK", 0)
    opinions = asked(instance, result)
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
