"""The rest of a year: what is left of the work, the people, the means and the plan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from easy_plans import key
from factory import deviation, person, plan_row, problem, school, settings, task
from random_problems import random_group, random_school, with_months

from models.instance import build_instance
from models.plan import TaskKey
from models.problem import PersonCode, ProblemData
from models.rest_of_year import in_force
from models.school_calendar import FreePeriod
from models.validation import validate
from models.verification import verify
from models.vocabulary import DeviationKind, Funding, PlanRole, YearWatch
from models.year_rows import Peak, YearRows
from optimizer.construct.greedy import greedy_plan
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=0.2, deterministic=True)
TWO_WEEKS = (
    FreePeriod("voor", date(2026, 9, 1), date(2026, 10, 4)),
    FreePeriod("tussen", date(2026, 10, 10), date(2026, 11, 15)),
    FreePeriod("na", date(2026, 11, 21), date(2027, 6, 30)),
)
"""A week of school in October and one in November: half of the year lies behind in between."""
NOVEMBER = date(2026, 11, 1)


def stated(begin: date | None = NOVEMBER, **choices: object) -> ProblemData:
    given = settings(school_weeks=2, plan_from=begin, min_block=8, grain=1)
    return problem(
        schools=[school(operating_euro=100, bpt_hours=20)],
        persons=[person(ict=20, bpt=10), person("P2", ict=20, ends=date(2026, 10, 31))],
        tasks=[
            task(hours=40, outsource_pct=50, rate=10),
            task("T02", hours=40, peak="herfst"),
        ],
        settings=given,
        year=YearRows(TWO_WEEKS, peaks={"herfst": Peak(frozenset({11}))}),
        **choices,  # type: ignore[arg-type]
    )


def test_half_of_the_year_is_half_of_everything_and_peaks_weigh() -> None:
    instance = build_instance(stated())
    demand = {task.key.task: task.demand for task in instance.tasks}
    # Three quarters of the second task come in November.
    assert demand == {"T01": 20, "T02": 30}
    assert instance.capacity[PersonCode("P1"), Funding.ICT] == 20
    assert instance.capacity[PersonCode("P1"), Funding.BPT] == 10
    assert instance.settings.school_weeks == 1
    assert instance.settings.min_block == 4
    amounts = {envelope.funding: each.amount for envelope, each in instance.envelopes.items()
               if envelope.owner == "S1"}  # fmt: skip
    assert (amounts[Funding.BPT], amounts[Funding.OPERATING]) == (20, 5000)


def test_who_is_gone_has_no_hours_left_and_nothing_is_said_of_it() -> None:
    assert build_instance(stated()).total_capacity(PersonCode("P2")) == 0
    assert "person-without-hours" not in {issue.code for issue in validate(stated())}


def test_the_plan_that_stands_there_and_pins_follow_their_task() -> None:
    rows = [plan_row(hours=20), plan_row("T02", hours=30, pinned=True, role=PlanRole.HELPER)]
    pin = deviation(DeviationKind.PIN, task="T01", unit="S1", person="P1", value=15)
    instance = build_instance(stated(previous=rows, deviations=[pin]))
    pair = (TaskKey(*key("T01@S1")), PersonCode("P1"))
    assert instance.previous[pair] == 10
    assert instance.pins.works[pair] == 7
    assert instance.pins.works[TaskKey(*key("T02@S1")), PersonCode("P1")] == 22


def test_a_plan_of_the_rest_is_not_scaled_again_and_grows_back_to_a_whole_year() -> None:
    rows = [plan_row(hours=20), plan_row("T02", hours=30)]
    data = replace(stated(previous=rows), previous_from=NOVEMBER)
    assert [row.hours for row in in_force(data).previous] == [20, 30]
    whole = replace(data, settings=replace(data.settings, plan_from=None))
    assert [row.hours for row in in_force(whole).previous] == [40, 40]


def test_what_is_scaled_stays_as_it_is() -> None:
    once = in_force(stated())
    assert in_force(once) is once
    assert build_instance(once).data is once


@pytest.mark.parametrize("begin", [None, date(2026, 9, 1), date(2026, 10, 5)])
def test_from_the_first_school_day_it_is_the_whole_year(begin: date | None) -> None:
    data = stated(begin)
    assert in_force(data) is data


@pytest.mark.parametrize("seed", range(6))
def test_from_the_first_school_day_the_plan_is_that_of_the_whole_year(seed: int) -> None:
    data = with_months(random_school(seed), seed)
    first = replace(data, settings=replace(data.settings, plan_from=date(2026, 9, 1)))
    assert make_plan(first, OPTIONS).plan == make_plan(data, OPTIONS).plan


@pytest.mark.parametrize("seed", range(12))
def test_solver_and_checker_agree_on_a_rest(seed: int) -> None:
    data = with_months((random_group if seed % 3 == 0 else random_school)(seed), seed)
    watch = YearWatch.GUARD if seed % 2 else YearWatch.SHOW
    chosen = replace(data.settings, plan_from=date(2027, 2, 1), year_watch=watch)
    data = replace(data, settings=chosen)
    assert make_plan(data, OPTIONS).verification.ok
    instance = build_instance(data)
    found = verify(data, greedy_plan(instance))
    assert found.ok
    assert {task.key: task.demand for task in instance.tasks} == found.demand


def test_hours_that_are_left_are_never_more_than_those_of_the_year() -> None:
    for begin in (date(2026, 10, 6), date(2026, 10, 9), date(2026, 11, 18)):
        instance = build_instance(stated(begin))
        assert instance.settings.school_weeks < 2
        assert Decimal(0) < instance.settings.school_weeks
        assert all(task.demand < 40 for task in instance.tasks)
