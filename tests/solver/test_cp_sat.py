"""Running the solver: stopping it, and reading its answer only when there is one."""

import threading

import pytest
from ortools.sat.python import cp_model
from random_problems import random_school

from models.instance import build_instance
from models.settings import Level
from optimizer.construct.first_plan import first_plan
from optimizer.run.solve_options import Progress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.cp_sat import SAFE_RANGE, has_wide_ranges, run
from optimizer.solver.model.model import build_model
from optimizer.solver.model.objectives import OBJECTIVES
from optimizer.solver.solver import solve

OPTIONS = SolveOptions(time_limit=30)


def hard_model() -> cp_model.CpModel:
    """A pigeonhole problem without linear help: far too hard to finish."""
    model = cp_model.CpModel()
    holes = range(14)
    sits = [[model.new_bool_var(f"{p},{h}") for h in holes] for p in range(15)]
    for pigeon in sits:
        model.add_bool_or(pigeon)
    for hole in holes:
        for one in range(15):
            for other in range(one):
                model.add_bool_or([~sits[one][hole], ~sits[other][hole]])
    return model


def test_a_stop_ends_a_search_that_would_go_on() -> None:
    stop = Stop()
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = 120
    solver.parameters.symmetry_level = 0
    solver.parameters.cp_model_presolve = False
    threading.Timer(0.2, stop.request).start()
    assert run(solver, hard_model(), stop) == cp_model.UNKNOWN


def test_a_model_that_the_solver_refuses_is_an_error() -> None:
    model = cp_model.CpModel()
    wide = model.new_int_var(0, 2**62, "wide")
    model.add(4 * wide >= 3)
    with pytest.raises(ValueError, match="refused"):
        run(cp_model.CpSolver(), model, Stop())


@pytest.mark.parametrize(("upper", "expected"), [(SAFE_RANGE // 4 - 1, False), (SAFE_RANGE, True)])
def test_wide_ranges_are_seen(upper: int, expected: bool) -> None:
    model = cp_model.CpModel()
    variable = model.new_int_var(0, upper, "variable")
    model.add(2 * variable >= 1)
    assert has_wide_ranges(model) is expected


@pytest.mark.parametrize("seed", range(5))
def test_no_objective_but_the_tie_break_leaves_the_safe_range(seed: int) -> None:
    context = build_model(build_instance(random_school(seed)))
    for level in Level:
        if level is not Level.UNIQUENESS:
            context.model.minimize(OBJECTIVES[level](context))
            assert not has_wide_ranges(context.model)


def test_a_stop_before_the_start_returns_the_first_plan() -> None:
    instance = build_instance(random_school(3))
    stop = Stop()
    stop.request()
    start = first_plan(instance)
    assert start is not None
    result = solve(instance, OPTIONS, start, stop)
    assert result.plan == start
    assert result.interrupted
    assert all(level.bound == 0 for level in result.levels if level.value is not None)


def test_progress_tells_the_level_and_the_time_left() -> None:
    instance = build_instance(random_school(3))
    seen: list[Progress] = []
    solve(instance, OPTIONS, None, on_progress=seen.append)
    assert {progress.level for progress in seen} <= set(Level)
    assert all(0 <= progress.seconds_left <= OPTIONS.time_limit for progress in seen)
