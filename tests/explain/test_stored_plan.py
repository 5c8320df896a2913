"""The plan of the workbook: read back, checked, and its proof made again."""

from dataclasses import replace

from factory import person, plan_row, problem, settings, task

from models.instance import build_instance
from models.problem import ProblemData
from models.result import LevelResult
from models.settings import Level
from optimizer.explain.proving import proven
from optimizer.explain.stored_plan import checked_plan, claimed
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

OPTIONS = SolveOptions(time_limit=1, deterministic=True)


def data(*hours: int) -> ProblemData:
    rows = [plan_row(f"T{n:02}", "P1", hours=h) for n, h in enumerate(hours, start=1)]
    return problem(
        persons=[person("P1", ict=6)], tasks=[task("T01", hours=4), task("T02", hours=4)],
        previous=rows, settings=settings(levels=(Level.COVERAGE, Level.QUALITY)),
    )  # fmt: skip


def test_a_plan_that_keeps_the_rules_is_read_back() -> None:
    plan = checked_plan(build_instance(data(4)))
    assert plan is not None and sum(plan.plan.hours.values()) == 4


def test_a_plan_that_breaks_a_rule_or_is_not_there_is_none() -> None:
    assert checked_plan(build_instance(data(4, 4))) is None
    assert checked_plan(build_instance(data())) is None


def test_claims_hold_up_to_the_first_level_that_is_worth_something_else() -> None:
    instance = build_instance(data(4))
    plan = checked_plan(instance)
    assert plan is not None
    right = LevelResult(Level.COVERAGE, 12, 6)
    base = claimed(instance, plan, [right, LevelResult(Level.QUALITY, 999, 1)])
    assert not base.is_proven
    assert [(each.value, each.bound) for each in base.levels] == [(12, 6), (48, None)]
    wrong = claimed(instance, plan, [replace(right, value=11)])
    assert [each.bound for each in wrong.levels] == [None, None]


def test_the_proof_is_made_again_and_the_plan_stays() -> None:
    instance = build_instance(data(4))
    plan = checked_plan(instance)
    assert plan is not None
    base = proven(instance, plan, OPTIONS, Stop())
    assert base.is_proven and base.plan == plan.plan
    assert not base.level(Level.COVERAGE).proven
    best = build_instance(data(3, 3))
    good = checked_plan(best)
    assert good is not None
    assert all(level.proven for level in proven(best, good, OPTIONS, Stop()).levels)
