"""The first look: its plan keeps every rule and never loses, its bound holds."""

import pytest
from factory import person, plan, problem, school, task
from pytest import MonkeyPatch
from random_problems import random_group

from models.instance import Instance, build_instance
from models.plan import Plan
from models.settings import Level
from models.verification import verify
from optimizer.construct.greedy import fitted, greedy_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search import first_look as first_look_module
from optimizer.solver.search import survey
from optimizer.solver.search.first_look import FirstLook, first_look, joint_weights, leading_levels
from optimizer.solver.solver import solve

LEADING = [Level.CORE, Level.BALANCE, Level.COVERAGE]
OPTIONS = [SolveOptions(time_limit=20), SolveOptions(time_limit=20, deterministic=True)]


def looked_at(instance: Instance, start: Plan, options: SolveOptions) -> FirstLook:
    whole = Whole(instance)
    return first_look(whole, instance, LEADING, start, options, Stop(), lambda left: None)


@pytest.fixture(params=["one kernel", "districts"])
def kind(request: pytest.FixtureRequest, monkeypatch: MonkeyPatch) -> None:
    """The same look by one kernel and district by district."""
    if request.param == "districts":
        monkeypatch.setattr(first_look_module, "MOST_FOR_KERNEL", 0)
        monkeypatch.setattr(survey, "MOST_PAIRS", 8)


@pytest.mark.usefixtures("kind")
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("seed", range(8))
def test_a_look_never_loses_and_its_bound_holds(seed: int, options: SolveOptions) -> None:
    instance = build_instance(random_group(seed))
    start = greedy_plan(instance)
    look = looked_at(instance, start, options)
    before, after = verify(instance.data, start), verify(instance.data, look.plan)
    assert after.ok
    assert [after.levels[each] for each in LEADING] <= [before.levels[each] for each in LEADING]
    best = solve(instance, SolveOptions(time_limit=20))
    weights = joint_weights(LEADING)
    values = {each: level.value for each in LEADING if (level := best.level(each))}
    if all(value is not None for value in values.values()):
        assert look.total <= sum(weights[each] * (values[each] or 0) for each in LEADING)
        assert look.bound(Level.COVERAGE, after.levels) <= after.levels[Level.COVERAGE]


def two_schools() -> Instance:
    return build_instance(
        problem(
            schools=[school("S1"), school("S2")],
            tasks=[task("T1", hours=4), task("T2", hours=5, core=True), task("T3", hours=6)],
            persons=[person("P1", ict=11), person("P2", home="S2", ict=11)],
        )
    )


@pytest.mark.usefixtures("kind")
def test_a_look_finds_what_a_start_misses() -> None:
    instance = two_schools()
    start = plan({"T1@S1 P1 ict@S1": 4}, leads={"T1@S1": "P1"})
    found = verify(instance.data, looked_at(instance, start, OPTIONS[0]).plan).levels
    assert [found[each] for each in LEADING] == [0, 0, verified_best(instance)]


def verified_best(instance: Instance) -> int:
    level = solve(instance, OPTIONS[0]).level(Level.COVERAGE)
    assert level is not None
    assert level.proven
    return level.value or 0


def test_a_bound_is_of_the_last_level_and_knows_what_the_others_cost() -> None:
    pairs = Whole(two_schools()).landscape.tasks
    look = FirstLook(Plan(), pairs, joint_weights(LEADING), 1000, 0.0)
    assert look.bound(Level.COVERAGE, {Level.CORE: 1, Level.BALANCE: 2}) == 1000 - 900 - 60
    assert look.bound(Level.COVERAGE, {Level.CORE: 1}) == 0
    assert look.bound(Level.CORE, {Level.CORE: 1, Level.BALANCE: 2}) == 0


@pytest.mark.parametrize(
    ("levels", "leading"),
    [
        ([*LEADING, Level.QUALITY], LEADING),
        ([Level.COVERAGE, Level.CORE, Level.FAIRNESS], [Level.COVERAGE, Level.CORE]),
        ([Level.FAIRNESS, *LEADING], []),
    ],
)
def test_a_look_is_at_the_levels_that_come_first(levels: list[Level], leading: list[Level]) -> None:
    assert leading_levels(levels) == leading


@pytest.mark.parametrize("seed", range(12))
def test_a_plan_that_fits_is_left_as_it_is(seed: int) -> None:
    instance = build_instance(random_group(seed))
    start = greedy_plan(instance)
    kept = fitted(instance, start)
    assert kept.leads == start.leads
    assert kept.backups == start.backups
    before, after = (verify(instance.data, each).levels for each in (start, kept))
    assert after[Level.COVERAGE] == before[Level.COVERAGE]


def test_of_a_plan_that_asks_too_much_the_important_part_is_kept() -> None:
    instance = build_instance(
        problem(
            tasks=[task("T1", hours=6, core=True), task("T2", hours=6)], persons=[person(ict=8)]
        )
    )
    asked = plan({"T1@S1 P1 ict@S1": 6, "T2@S1 P1 ict@S1": 6}, leads={"T1@S1": "P1", "T2@S1": "P1"})
    assert not verify(instance.data, asked).ok
    kept = fitted(instance, asked)
    assert {key.task for key in kept.leads} == {"T1"}
    assert verify(instance.data, kept).ok
