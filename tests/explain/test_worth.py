"""What hours, floors, people and changes are worth: exact on problems small enough to see."""

from dataclasses import replace
from decimal import Decimal

import pytest
from factory import person, plan_row, problem, school, settings, task

from models.instance import build_instance
from models.problem import ProblemData
from models.result import Result
from models.settings import Level
from models.vocabulary import Cluster, PlanRole
from models.worth import Worth, WorthFamily
from optimizer.explain.all_curves import compute_worth
from optimizer.explain.change_budget import budget_questions
from optimizer.explain.curves import judged_on
from optimizer.explain.worth import worth_questions
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.solver import solve

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
NETWORK = {"netwerk": 2}
JUDGED = (Level.CORE, Level.BALANCE, Level.COVERAGE)


def solved(data: ProblemData) -> Result:
    return solve(build_instance(data), OPTIONS)


def worth_of(data: ProblemData, stop: Stop | None = None) -> Worth:
    return compute_worth(build_instance(data), solved(data), OPTIONS, stop=stop)


def helpdesk() -> ProblemData:
    """A helpdesk that needs 14 hours at the least, with 10 points to pay for it."""
    return problem(
        schools=[school(ict_points=10)],
        persons=[person(ict=30, levels=NETWORK)],
        tasks=[task(title="Helpdesk", hours=14, minimum_pct=100, required=NETWORK)],
    )


def test_points_that_buy_nothing_are_told_from_the_one_that_completes_a_task() -> None:
    """The first 3 points buy nothing, the 4th completes the helpdesk."""
    (curve,) = worth_of(helpdesk()).of(WorthFamily.ENVELOPE)
    assert [(int(point.at), point.hours, point.is_exact) for point in curve.points] == [
        (1, 0, True), (5, 14, True), (10, 14, True),
    ]  # fmt: skip
    assert curve.break_at is not None
    assert (int(curve.break_at.at), curve.break_at.is_gain) == (4, True)
    assert [key.task for key in curve.break_at.completed] == ["T01"]


def test_hours_of_somebody_without_an_envelope_that_pays_buy_nothing() -> None:
    (curve,) = worth_of(helpdesk()).of(WorthFamily.PERSON)
    assert [point.hours for point in curve.points] == [0, 0, 0]
    assert curve.break_at is None


@pytest.mark.parametrize("more", [1, 5, 10])
def test_a_price_is_the_difference_of_two_solves_that_know_nothing_of_each_other(more: int) -> None:
    data = problem(
        schools=[school(ict_points=7)],
        persons=[person(ict=30, levels=NETWORK)],
        tasks=[task(hours=9, required=NETWORK), task("T02", hours=6, core=True)],
        settings=settings(levels=JUDGED),
    )
    (curve,) = worth_of(data).of(WorthFamily.ENVELOPE)
    richer = replace(data, schools=(school(ict_points=7 + more),))
    before, after = solved(data), solved(richer)
    point = next(point for point in curve.points if point.at == more)
    assert [price.difference for price in point.outcome.prices] == [
        (b.value or 0) - (a.value or 0) for a, b in zip(before.levels, after.levels, strict=True)
    ]


def test_a_floor_shows_what_protecting_pedagogy_costs() -> None:
    data = problem(
        persons=[person(ict=10, levels=NETWORK)],
        tasks=[
            task(hours=10, required=NETWORK, minimum_pct=0),
            task("T02", hours=10, cluster=Cluster.PEDAGOGICAL, minimum_pct=0),
        ],
    )
    (curve,) = worth_of(data).of(WorthFamily.FLOOR)
    assert [point.at for point in curve.points] == [0, 5, 10, 15, 20, 25, 30, 35, 40]
    assert all(point.is_exact and point.hours == 10 for point in curve.points)
    values = [point.outcome.price(Level.BALANCE) for point in curve.points]
    assert all(value is not None and value.after.final == 0 for value in values)


def test_without_the_only_one_who_can_the_task_falls_and_one_training_insures_it() -> None:
    data = problem(
        persons=[person(ict=10, levels=NETWORK), person("P2", ict=10, levels={"netwerk": 1})],
        tasks=[task(hours=8, core=True, required=NETWORK, max_persons=1)],
    )
    (loss,) = worth_of(data).losses
    assert (loss.person, [key.task for key in loss.fallen]) == ("P1", ["T01"])
    assert loss.outcome.is_exact
    training = loss.training
    assert training is not None
    assert (training.person, training.competence, training.level) == ("P2", "netwerk", 2)
    assert training.outcome.cost == (0, 0, 0)


def before_and_better() -> ProblemData:
    """Last year P1 did 4 of T01; two rows more would do everything."""
    return problem(
        persons=[person(ict=10), person("P2", ict=10)],
        tasks=[
            task(hours=4, max_persons=1),
            task("T02", hours=10, minimum_pct=100, max_persons=1),
            task("T03", hours=6, minimum_pct=100, max_persons=1),
        ],
        previous=[plan_row(hours=4)],
    )


def test_the_change_budget_buys_the_best_row_first() -> None:
    (curve,) = worth_of(before_and_better()).of(WorthFamily.BUDGET)
    found = [(int(point.at), point.hours) for point in curve.points]
    assert found == [(0, 4), (1, 14), (2, 20), (5, 20), (10, 20)]
    assert all(point.is_exact for point in curve.points)


def test_a_budget_of_nothing_keeps_every_row_of_last_year() -> None:
    data = before_and_better()
    kept = replace(data, settings=replace(data.settings, max_changes=0))
    plan = solved(kept).plan
    assert plan.hours_by_pair() == build_instance(data).previous


def test_rows_of_people_who_are_gone_are_changes_that_cannot_be_undone() -> None:
    data = problem(
        persons=[person(ict=10), person("P2", home="S2", ict=10)],
        schools=[school(), school("S2")],
        tasks=[task(hours=4)],
        previous=[plan_row(hours=4), plan_row(person="P2", role=PlanRole.HELPER, hours=4)],
    )
    limited = replace(data, settings=replace(data.settings, max_changes=2))
    assert sum(solved(limited).plan.covered().values()) == 8


def test_without_a_previous_plan_there_is_no_budget() -> None:
    assert list(budget_questions(helpdesk())) == []


def test_only_what_has_an_amount_is_asked_more_of() -> None:
    data = problem(schools=[school(bpt_hours=4, operating_euro=100)], persons=[person(other=2)])
    asked = {(q.subject.attribute, q.at) for q in worth_questions(data)}
    assert {name for name, _ in asked} == {"bpt_hours", "operating_euro", "other_hours"}
    assert ("operating_euro", Decimal(100)) in asked
    assert ("operating_euro", Decimal(1)) not in asked


def test_a_stop_leaves_what_is_known_and_says_that_it_is_not_all() -> None:
    stop = Stop()
    found: list[int] = []

    def after_three(done: int) -> None:
        found.append(done)
        if done == 3:
            stop.request()

    data = helpdesk()
    worth = compute_worth(
        build_instance(data), solved(data), OPTIONS, stop=stop, on_point=after_three
    )
    assert worth.is_partial
    assert sum(len(curve.points) for curve in worth.curves) == 3
    assert worth.losses == ()


def test_curves_are_judged_on_the_levels_up_to_coverage() -> None:
    data = helpdesk()
    base = judged_on(build_instance(data), solved(data))
    assert [level.level for level in base.levels] == list(JUDGED)
