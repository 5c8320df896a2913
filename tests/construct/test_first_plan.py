"""The start of a search: the better of the greedy plan and the plan that stands there."""

from dataclasses import replace

from factory import deviation, person, plan, plan_row, problem, school, task
from random_problems import random_school

from models.instance import build_instance
from models.problem import ProblemData
from models.settings import Level
from models.verification import verify
from models.vocabulary import DeviationKind, Diploma, PlanRole
from optimizer.construct.first_plan import first_plan, previous_plan
from optimizer.construct.greedy import greedy_plan
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions


def two_tasks() -> ProblemData:
    """The greedy plan does the big task; both small ones together are worth more."""
    return problem(
        tasks=[task("T1", hours=4), task("T2", hours=5), task("T3", hours=6)],
        persons=[person(ict=11)],
    )


def test_a_better_previous_plan_is_the_start() -> None:
    data = two_tasks()
    rows = [plan_row("T2", hours=5), plan_row("T3", hours=6)]
    instance = build_instance(replace(data, previous=tuple(rows)))
    greedy = verify(data, greedy_plan(instance)).levels[Level.COVERAGE]
    start = first_plan(instance)
    assert start is not None
    expected = {"T2@S1 P1 ict@S1": 5, "T3@S1 P1 ict@S1": 6}
    assert previous_plan(instance) == plan(expected, leads={"T2@S1": "P1", "T3@S1": "P1"})
    assert verify(data, start).levels[Level.COVERAGE] <= greedy


def test_a_previous_plan_that_is_no_longer_allowed_is_left() -> None:
    data = replace(two_tasks(), previous=(plan_row("T3", hours=600),))
    instance = build_instance(data)
    start = first_plan(instance)
    assert start == greedy_plan(instance)


def test_a_rerun_is_never_worse_than_the_plan_that_stood_there() -> None:
    for seed in range(5):
        data = random_school(seed)
        best = make_plan(data, SolveOptions(time_limit=0.5, deterministic=True))
        rows = [
            plan_row(k.task, p, unit=k.unit, hours=g, funding=e.funding, owner=e.owner,
                     role=PlanRole.LEAD if best.plan.leads[k] == p else PlanRole.HELPER)
            for (k, p, e), g in best.plan.hours.items()
        ]  # fmt: skip
        again = make_plan(
            replace(data, previous=tuple(rows)), SolveOptions(time_limit=0.01, deterministic=True)
        )
        levels = (Level.CORE, Level.BALANCE)
        assert [again.verification.levels[each] for each in levels] <= [
            best.verification.levels[each] for each in levels
        ]


def test_a_person_without_a_price_does_not_stretch_the_points() -> None:
    data = problem(
        schools=[school(ict_points=20)],
        persons=[
            person("P1", ict=10, levels={"netwerk": 3}),
            person("P2", ict=30, diploma=Diploma.MASTER),
        ],
        tasks=[task(hours=60, required={"netwerk": 3})],
    )
    settings = replace(
        data.settings, post_prices={Diploma.HSO: data.settings.post_prices[Diploma.HSO]}
    )
    answer = make_plan(replace(data, settings=settings), SolveOptions(time_limit=1))
    assert answer.verification.ok


def test_what_is_pinned_finds_its_people_free() -> None:
    """A core task could take all of someone's hours before a pinned task is looked at."""
    data = problem(
        tasks=[task("T1", hours=10, core=True), task("T2", hours=4)],
        persons=[person(ict=10)],
        deviations=[deviation(DeviationKind.PIN, task="T2", person="P1")],
    )
    found = verify(data, greedy_plan(build_instance(data)))
    assert found.violations == ()
    assert found.levels[Level.CORE] == 0
