"""What is not filled in at all is said once, and not when anything is there."""

from dataclasses import replace
from decimal import Decimal

import pytest
from factory import GROUP, person, problem, school, task

from models.instance import build_instance
from models.problem import ProblemData
from models.validation import validate
from models.validation.unfilled import (
    check_counts_filled_in,
    check_hours_filled_in,
    check_levels_filled_in,
)
from models.vocabulary import Applies, Driver

ASKING = task("T1", hours=4, required={"netwerk": 2})
IDLE = [person("P1"), person("P2")]


def codes(data: ProblemData) -> list[str]:
    return [issue.code for issue in validate(data)]


def test_nobody_has_hours() -> None:
    data = problem(persons=IDLE, tasks=[task(hours=4)])
    (issue,) = check_hours_filled_in(build_instance(data))
    assert (issue.code, issue.severity, issue.facts["persons"]) == ("nobody-has-hours", "error", 2)
    somebody = replace(data, persons=(IDLE[0], person("P2", other=1)))
    assert check_hours_filled_in(build_instance(somebody)) == []
    assert check_hours_filled_in(build_instance(replace(data, persons=()))) == []


def test_a_paid_firm_may_work_for_people_without_hours() -> None:
    firm = task(hours=10, outsource_pct=100, rate=1)
    data = problem(schools=[school(operating_euro=100)], persons=IDLE, tasks=[firm])
    assert codes(data) == ["person-without-hours", "person-without-hours"]
    assert "nobody-has-hours" in codes(replace(data, schools=(school(),)))


def test_nobody_has_hours_is_said_once() -> None:
    levels = [replace(each, levels={"netwerk": 3}) for each in IDLE]
    data = problem(persons=levels, tasks=[ASKING, task("T2", hours=4, required={"netwerk": 4})])
    assert codes(data) == ["nobody-has-hours", "no-competent-person"]


def test_nobody_has_levels() -> None:
    people = [person("P1", other=1), person("P2", other=1, levels={"netwerk": 0})]
    data = problem(persons=people, tasks=[ASKING, task("T2", hours=4)])
    (issue,) = check_levels_filled_in(data)
    assert (issue.code, issue.severity, issue.facts["tasks"]) == (
        "nobody-has-levels", "warning", 1,
    )  # fmt: skip
    assert codes(data) == ["nobody-has-levels"]
    one = replace(data, persons=(people[0], replace(people[1], levels={"netwerk": 1})))
    assert check_levels_filled_in(one) == []
    assert codes(one) == ["no-competent-person"]


@pytest.mark.parametrize("off", [Applies.LATER, Applies.NO])
def test_tasks_that_do_not_apply_ask_no_levels(off: Applies) -> None:
    data = problem(persons=[person(other=1)], tasks=[replace(ASKING, applies=off)])
    assert check_levels_filled_in(data) == []


@pytest.mark.parametrize("driver", [each for each in Driver if each is not Driver.NONE])
def test_counts_that_tasks_grow_with(driver: Driver) -> None:
    empty = school(pupils=0, devices=0, teachers=0, sites=0)
    growing = task("T1", per_unit=2, driver=driver)
    data = problem(schools=[empty, school(GROUP)], tasks=[growing, task("T2", hours=4)])
    (issue,) = check_counts_filled_in(data)
    assert (issue.code, issue.facts) == (
        "count-not-filled-in", {"unit": "S1", "driver": driver, "tasks": 1},
    )  # fmt: skip
    full = school(pupils=1, devices=1, teachers=1, sites=1)
    assert check_counts_filled_in(replace(data, schools=(full,))) == []
    for other in (replace(growing, unit_hours=Decimal(0)), replace(growing, applies=Applies.NO)):
        assert check_counts_filled_in(replace(data, tasks=(other,))) == []


def test_without_anybody_only_that_is_said() -> None:
    assert codes(problem(persons=[], tasks=[task(hours=4)])) == ["no-persons"]
