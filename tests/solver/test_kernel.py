"""Kernel search: its bound holds, its values keep every rule, and it finds what there is."""

from concurrent.futures import Future

import numpy as np
import pytest
from factory import person, plan, problem, school, task
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped]
from random_problems import random_group

from models.instance import Instance, build_instance
from models.plan import Plan
from models.settings import Level
from models.verification import verify
from optimizer.construct.greedy import fitted, greedy_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.matrix.linear import LinearModel, Numbers
from optimizer.solver.matrix.whole import Whole
from optimizer.solver.search import field as field_module
from optimizer.solver.search import kernel_search, pricing, relaxation
from optimizer.solver.search.field import Field, Sketch
from optimizer.solver.search.kernel import Kernel
from optimizer.solver.search.kernel_search import KernelSearch
from optimizer.solver.search.relaxation import Relaxed
from optimizer.solver.solver import solve

LEVELS = [level for level in Level if level is not Level.UNIQUENESS]
OPTIONS = [SolveOptions(time_limit=20), SolveOptions(time_limit=20, deterministic=True)]


def kernel_of(
    whole: Whole, start: Plan, level: Level, options: SolveOptions, stop: Stop | None = None
) -> Kernel:
    model = whole.model(level, [])
    values, sketch = whole.values(start, model), Sketch(whole.outline(model), options)
    field = Field(
        model, sketch, whole.landscape, values, options, stop or Stop(), lambda left: None
    )
    return Kernel(field)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", range(6))
def test_a_kernel_never_loses_and_its_bound_holds(
    seed: int, level: Level, options: SolveOptions
) -> None:
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    kernel = kernel_of(whole, start, level, options)
    found = verify(instance.data, whole.plan(kernel.best()))
    assert found.violations == ()
    assert kernel.bound <= found.levels[level] <= verify(instance.data, start).levels[level]


def two_schools() -> Instance:
    return build_instance(
        problem(
            schools=[school("S1"), school("S2")],
            tasks=[task("T1", hours=4), task("T2", hours=5), task("T3", hours=6)],
            persons=[person("P1", ict=11), person("P2", home="S2", ict=11)],
        )
    )


@pytest.mark.parametrize("options", OPTIONS)
def test_pairs_that_pay_come_in_and_prove_the_best(options: SolveOptions) -> None:
    instance = two_schools()
    whole, start = Whole(instance), plan({"T1@S1 P1 ict@S1": 4}, leads={"T1@S1": "P1"})
    kernel = kernel_of(whole, start, Level.COVERAGE, options)
    best = verify(instance.data, whole.plan(kernel.best())).levels[Level.COVERAGE]
    proven = solve(instance, OPTIONS[0]).level(Level.COVERAGE)
    assert proven is not None
    assert proven.proven
    assert best == kernel.bound == proven.value


def opened_with(instance: Instance, level: Level, pairs: list[int]) -> Kernel:
    """A kernel that begins with some pairs, from a plan in which nobody does anything."""
    whole = Whole(instance)
    model = whole.model(level, [])
    values = whole.values(Plan(), model)
    begun = np.array(pairs, dtype=np.int64)
    field = Field(
        model, None, whole.landscape, values, OPTIONS[0], Stop(), lambda left: None, pairs=begun
    )
    return Kernel(field)


@pytest.mark.parametrize("pairs", [[], [0], [3, 4]])
def test_tasks_that_nobody_does_yet_have_their_price(pairs: list[int]) -> None:
    instance = two_schools()
    proven = solve(instance, OPTIONS[0]).level(Level.COVERAGE)
    assert proven is not None
    kernel = opened_with(instance, Level.COVERAGE, pairs)
    assert kernel.bound == proven.value


@pytest.mark.parametrize("seed", range(6))
def test_a_level_is_not_improved_at_the_cost_of_the_next(seed: int) -> None:
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    later = {Level.COVERAGE: 1}
    model = whole.model(Level.CORE, [], later)
    values, guide = whole.values(start, model), whole.guide(Level.CORE, model, later)
    sketch = Sketch(model, OPTIONS[0], is_whole=True)
    field = Field(
        model, sketch, whole.landscape, values, OPTIONS[0], Stop(), lambda left: None, guide
    )
    before, after = (whole.worth(each) for each in (start, whole.plan(Kernel(field).best())))
    assert after[Level.CORE] < before[Level.CORE] or (
        after[Level.CORE] == before[Level.CORE] and after[Level.COVERAGE] <= before[Level.COVERAGE]
    )


@pytest.mark.parametrize("near", [False, True])
def test_without_a_clock_all_turns_share_the_limit(
    near: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_search, "MOST_PAIRS", 3)
    given: list[float] = []

    def answer(
        self: KernelSearch,
        state: Numbers,
        values: Numbers,
        free: Numbers,
        seconds: float,
    ) -> None:
        given.append(seconds)

    monkeypatch.setattr(KernelSearch, "_answer", answer)
    instance = build_instance(random_group(1))
    whole, start = Whole(instance), greedy_plan(instance)
    model = whole.model(Level.COVERAGE, [])
    values, options = whole.values(start, model), OPTIONS[1]
    field = Field(
        model, None, whole.landscape, values, options, Stop(), lambda left: None, near=near
    )
    Kernel(field).best()
    assert len(given) > 1
    assert sum(given) == pytest.approx(options.time_limit)


@pytest.mark.parametrize("most_for_highs", [0, 10**6])
def test_either_solver_prices_a_kernel(
    most_for_highs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relaxation, "MOST_OF_ALL_RULES_FOR_HIGHS", most_for_highs)
    solvers: set[mathopt.SolverType] = set()
    relax = relaxation.relax

    def noted(
        linear: LinearModel, seconds: float | None, steps: int | None, solver: mathopt.SolverType
    ) -> Relaxed | None:
        solvers.add(solver)
        return relax(linear, seconds, steps, solver)

    monkeypatch.setattr(field_module, "relax", noted)
    instance = two_schools()
    whole, start = Whole(instance), plan({"T1@S1 P1 ict@S1": 4}, leads={"T1@S1": "P1"})
    model = whole.model(Level.COVERAGE, [])
    values = whole.values(start, model)
    field = Field(model, None, whole.landscape, values, OPTIONS[0], Stop(), lambda left: None)
    kernel = Kernel(field)
    assert kernel.bound > 0
    assert kernel.bound <= model.value(kernel.best())
    assert (mathopt.SolverType.GLOP in solvers) == (most_for_highs == 0)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("most", [3, 8])
@pytest.mark.parametrize("seed", range(6))
def test_blocks_keep_the_rules_and_never_lose(
    seed: int, most: int, options: SolveOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_search, "MOST_PAIRS", most)
    instance = build_instance(random_group(seed))
    whole, start = Whole(instance), greedy_plan(instance)
    kernel = kernel_of(whole, start, Level.COVERAGE, options)
    found = verify(instance.data, whole.plan(kernel.best()))
    assert found.violations == ()
    assert kernel.bound <= found.levels[Level.COVERAGE] <= whole.worth(start)[Level.COVERAGE]
    drafted = fitted(instance, whole.plan(kernel.draft()))
    assert kernel.bound <= verify(instance.data, drafted).levels[Level.COVERAGE]


def test_a_stop_leaves_the_plan_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    # Solvers that never answer: what is there when the stop comes would be used.
    for module in (field_module, pricing):
        monkeypatch.setattr(module, "begin", lambda work: Future())
    instance, stop = two_schools(), Stop()
    whole, start = Whole(instance), plan({"T1@S1 P1 ict@S1": 4}, leads={"T1@S1": "P1"})
    stop.request()
    kernel = kernel_of(whole, start, Level.COVERAGE, OPTIONS[0], stop)
    assert kernel.bound == 0
    assert whole.plan(kernel.best()) == start


def test_without_people_there_is_nothing_to_find() -> None:
    instance = build_instance(problem(tasks=[task("T1", hours=4)], persons=[]))
    whole = Whole(instance)
    kernel = kernel_of(whole, Plan(), Level.COVERAGE, OPTIONS[0])
    assert whole.plan(kernel.best()) == Plan()
