"""A conflict in the words of the workbook."""

import pytest
from factory import person, problem, task

from models.errors import InfeasibleError
from models.explanation import Conflict, Fact, Family
from models.instance import build_instance
from models.problem import ProblemData
from models.vocabulary import Priority
from optimizer.flows.pipeline import make_plan
from optimizer.report.conflict_text import describe_conflict
from optimizer.run.solve_options import SolveOptions
from optimizer.solver.model.model import build_model


def impossible(required: int) -> ProblemData:
    return problem(
        tasks=[task(hours=5, required={"netwerk": required}, priority=Priority.MANDATORY)],
        persons=[person(ict=2, levels={"netwerk": 2})],
    )


def lines(data: ProblemData) -> tuple[str, ...]:
    with pytest.raises(InfeasibleError) as failure:
        make_plan(data, SolveOptions(time_limit=5))
    return describe_conflict(failure.value.data, failure.value.conflict)


def test_hours_that_are_too_few_are_named() -> None:
    found = "\n".join(lines(impossible(2)))
    assert "T01 (Taak T01) is verplicht." in found
    assert "Persoon P1 (P1) heeft een grens aan ICT-uren." in found
    assert "Niemand" not in found


def test_a_task_that_nobody_can_do_is_named() -> None:
    found = lines(impossible(4))
    assert found[-1].startswith("Niemand kan T01 (Taak T01) doen")


def test_a_set_that_may_not_be_the_smallest_says_so() -> None:
    fact = Fact(Family.DEMAND, "mandatory", ("T01", "S1"))
    data = impossible(2)
    assert len(describe_conflict(data, Conflict((fact,), is_minimal=True))) == 1
    assert "misschien" in describe_conflict(data, Conflict((fact,), is_minimal=False))[-1]


def test_every_guarded_fact_has_a_sentence() -> None:
    data = impossible(2)
    context = build_model(build_instance(data), guarded=True)
    assert context.guards
    for fact in context.guards:
        assert describe_conflict(data, Conflict((fact,), is_minimal=True))
