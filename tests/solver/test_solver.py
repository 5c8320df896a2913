"""The lexicographic solve of a school: it gives up nothing good and always ends the same."""

from dataclasses import replace

import pytest
from factory import person, plan, plan_row, problem, school, settings, task
from pytest import MonkeyPatch
from random_problems import random_group, random_school

from models.errors import InfeasibleError
from models.instance import Instance, build_instance
from models.plan import TaskKey
from models.problem import TaskNumber, UnitCode
from models.settings import Level
from models.verification import verify
from optimizer.construct.first_plan import first_plan
from optimizer.construct.greedy import greedy_plan
from optimizer.run.clock import Clock
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.branch_and_cut import Found
from optimizer.solver.matrix.highs import Limits
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.model.model import build_model
from optimizer.solver.search import race
from optimizer.solver.search.beside import Beside
from optimizer.solver.search.level_search import LevelSearch
from optimizer.solver.search.relaxation import OneBlock
from optimizer.solver.solver import solve

T1 = TaskKey(TaskNumber("T1"), UnitCode("S1"))
OPTIONS = SolveOptions(time_limit=20)


def test_a_plan_that_is_as_good_on_one_level_only_does_not_replace_a_good_start(
    monkeypatch: MonkeyPatch,
) -> None:
    data = problem(
        tasks=[task("T1", hours=4, core=True, required={"netwerk": 4}), task("T2", hours=5)],
        persons=[person("P1", ict=11)],
    )
    start = plan({"T2@S1 P1 ict@S1": 5}, leads={"T2@S1": "P1"})

    whole = Whole(build_instance(data))

    def no_work(model: LinearModel, values: Numbers, *asked: object, **options: object) -> Found:
        return Found(whole.values(plan({})), 0.0, is_complete=False)

    monkeypatch.setattr(race, "branch_and_cut", no_work)
    found = solve(build_instance(data), SolveOptions(time_limit=1), start)
    assert found.plan == start
    core = found.level(Level.CORE)
    assert core is not None
    assert core.value == verify(data, start).levels[Level.CORE] > 0


@pytest.mark.parametrize("make", [random_school, random_group])
@pytest.mark.parametrize("seed", range(3))
def test_two_runs_give_the_same_plan(seed: int, make: object) -> None:
    assert callable(make)
    instance = build_instance(make(seed))
    options = replace(OPTIONS, time_limit=300)  # No clock comes into it, however busy the machine.
    first, second = (solve(instance, options, first_plan(instance)) for _ in range(2))
    assert first.repeatable
    assert first.plan == second.plan
    assert solve(instance, replace(OPTIONS, deterministic=True), None).repeatable


def test_a_run_that_the_clock_ends_says_that_it_may_end_otherwise() -> None:
    instance = build_instance(random_group(1))
    found = solve(instance, SolveOptions(time_limit=1e-9), greedy_plan(instance))
    assert not found.repeatable


@pytest.mark.parametrize("seed", [0, 5])
def test_what_is_proven_elsewhere_is_not_proven_again(seed: int) -> None:
    """As of a level that a change costs nothing: most of its work would go into the proof."""
    instance = build_instance(random_group(seed))
    whole = Whole(instance)
    model, values = whole.model(Level.COVERAGE, {}), whole.values(greedy_plan(instance))

    def searched(known: int) -> tuple[int, int, float]:
        clock = Clock(Stop(), work=10)
        search = LevelSearch(whole, OPTIONS, Beside(clock, is_counted=True), Level.QUALITY)
        found = search.search(Level.COVERAGE, model, None, values, Limits(clock), known)
        return model.value(found.values), found.bound, clock.used

    best, bound, work = searched(0)
    assert best == bound
    again, known, less = searched(bound)
    assert (again, known) == (best, bound)
    assert less < work / 2


def test_few_changes_are_a_linear_rule() -> None:
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
        start = solve(instance, OPTIONS).plan
        found = verify(data, solve(instance, OPTIONS, start).plan)
        assert found.ok
        return dict(found.levels)

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
    coverage = solve(instance, OPTIONS, greedy_plan(instance)).level(Level.COVERAGE)
    assert coverage is not None
    assert coverage.proven
    weight = instance.settings.priority_weights[instance.tasks[0].priority]
    assert coverage.value == weight * missing
    whole = Whole(instance)
    values = whole.values(greedy_plan(instance))
    relaxer = OneBlock(whole.table, whole.pairs)
    relaxation = relaxer.relax(whole.model(Level.COVERAGE, {}), values, Clock(Stop()))
    assert relaxation is not None
    assert relaxation.bound == coverage.value
