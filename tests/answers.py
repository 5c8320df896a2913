"""Answers without a search: the greedy plan of a problem, checked and explained."""

from models.instance import build_instance
from models.plan import Plan
from models.problem import ProblemData
from models.result import Provenance, Result, SolveStatus
from models.verification import verify
from optimizer.construct.greedy import greedy_plan
from optimizer.explain.answer import Answer
from optimizer.explain.explain import find_reasons


def greedy_answer(data: ProblemData) -> Answer:
    """What the reports get to see of a problem, with the plan that a person would make."""
    return answer_of_plan(data, greedy_plan(build_instance(data)))


def answer_of_plan(data: ProblemData, plan: Plan) -> Answer:
    """The same of any plan that keeps the rules."""
    instance = build_instance(data)
    result = Result(SolveStatus.FEASIBLE, plan, ())
    verification = verify(data, result.plan)
    assert verification.violations == ()
    return Answer(
        instance=instance,
        result=result,
        provenance=Provenance("", "", seed=1, time_limit=1, deterministic=True),
        verification=verification,
        reasons=find_reasons(instance, result, verification),
    )
