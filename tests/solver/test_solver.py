"""The lexicographic solve: a good start is never given up for what is only as good on one level."""

from itertools import chain, repeat

from factory import person, plan, problem, task
from pytest import MonkeyPatch

from models.instance import build_instance
from models.result import SolveStatus
from models.settings import Level
from models.verification import verify
from optimizer.run.solve_options import SolveOptions
from optimizer.solver import solver
from optimizer.solver.search.cpsat_run import SearchOutcome


def test_a_plan_that_is_as_good_on_one_level_only_does_not_replace_a_good_start(
    monkeypatch: MonkeyPatch,
) -> None:
    data = problem(
        tasks=[task("T1", hours=4, core=True, required={"netwerk": 4}), task("T2", hours=5)],
        persons=[person("P1", ict=11)],
    )
    start = plan({"T2@S1 P1 ict@S1": 5}, leads={"T2@S1": "P1"})
    no_work = SearchOutcome(SolveStatus.FEASIBLE, values=lambda variable: 0)
    outcomes = chain([no_work], repeat(SearchOutcome(SolveStatus.UNKNOWN)))
    monkeypatch.setattr(solver, "search", lambda *asked: next(outcomes))
    found = solver.solve(build_instance(data), SolveOptions(time_limit=1), start)
    assert found.plan == start
    core = found.level(Level.CORE)
    assert core is not None
    assert core.value == verify(data, start).levels[Level.CORE] > 0
