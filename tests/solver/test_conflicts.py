"""All conflicts of a problem: each minimal, none missed, none invented."""

from collections.abc import Iterable

from factory import deviation, person, problem, school, task
from ortools.sat.python import cp_model

from models.explanation import Fact
from models.instance import Instance, build_instance
from models.problem import ProblemData
from models.vocabulary import DeviationKind, OnSite, Priority
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.diagnosis import find_conflicts
from optimizer.solver.model.model import build_model

OPTIONS = SolveOptions(time_limit=20)
NETWORK = {"netwerk": 2}


def contradictory() -> ProblemData:
    """Three contradictions: too few hours, nobody competent, nobody on site often enough."""
    return problem(
        schools=[school(presence_min=9)],
        tasks=[
            task("T01", hours=20, required=NETWORK, priority=Priority.MANDATORY),
            task("T02", hours=4, required={"didactiek": 3}, priority=Priority.MANDATORY),
            task("T03", hours=6, on_site=OnSite.YES),
        ],
        persons=[
            person("P1", ict=8, levels=NETWORK),
            person("P2", bpt=30, levels={"didactiek": 2}),
        ],
    )


def can_hold(instance: Instance, facts: Iterable[Fact]) -> bool:
    """Whether a plan keeps these facts, whatever the others say."""
    context = build_model(instance, guarded=True)
    chosen = set(facts)
    for fact, guard in context.guards.items():
        context.model.add(guard == int(fact in chosen))
    status = cp_model.CpSolver().solve(context.model)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return status != cp_model.INFEASIBLE


def test_every_contradiction_is_found_once() -> None:
    found = find_conflicts(build_instance(contradictory()), OPTIONS, Stop())
    asked = {fact.rule for conflict in found.conflicts for fact in conflict.facts}
    assert found.is_complete
    assert len(found.conflicts) == 3
    assert {"mandatory", "presence_min"} <= asked


def test_every_conflict_is_minimal() -> None:
    instance = build_instance(contradictory())
    for conflict in find_conflicts(instance, OPTIONS, Stop()).conflicts:
        assert conflict.is_minimal
        assert not can_hold(instance, conflict.facts)
        for fact in conflict.facts:
            assert can_hold(instance, set(conflict.facts) - {fact})


def test_two_conflicts_with_the_same_limit_are_both_found() -> None:
    data = problem(
        tasks=[
            task("T01", hours=9, minimum_pct=100, priority=Priority.MANDATORY),
            task("T02", hours=9, minimum_pct=100, priority=Priority.MANDATORY),
        ],
        persons=[person("P1", ict=8)],
    )
    found = find_conflicts(build_instance(data), OPTIONS, Stop())
    tasks = [f.subject[0] for c in found.conflicts for f in c.facts if f.rule == "mandatory"]
    assert sorted(tasks) == ["T01", "T02"]


def test_what_stands_in_one_cell_is_one_conflict() -> None:
    data = problem(
        tasks=[task("T01", hours=9), task("T02", hours=9)],
        persons=[person("P1", ict=8, max_tasks=1)],
        deviations=[deviation(DeviationKind.PIN, person="P1")],
    )
    assert len(find_conflicts(build_instance(data), OPTIONS, Stop()).conflicts) == 1


def test_a_problem_with_a_plan_has_no_conflict() -> None:
    data = problem(tasks=[task(hours=5)], persons=[person(ict=8)])
    found = find_conflicts(build_instance(data), OPTIONS, Stop())
    assert found.is_complete
    assert not found.conflicts


def test_a_stop_says_that_there_may_be_more() -> None:
    stop = Stop()
    stop.request()
    found = find_conflicts(build_instance(contradictory()), OPTIONS, stop)
    assert not found.is_complete
