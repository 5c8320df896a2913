"""Points, teaching hours, money and coverage: each check on both sides of its edge."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest
from factory import CENTRAL, EVERYWHERE, GROUP, deviation, person, problem, school, settings, task

from models.instance import build_instance
from models.issues import Issue
from models.naming import PersonName, TaskName
from models.problem import ProblemData, Reach, UnitCode
from models.validation.coverage import check_competent_people, check_people_have_hours
from models.validation.funding import (
    check_appointments_fit_points,
    check_bpt_ceiling,
    check_bpt_homes,
    check_firm_rates,
    check_open_appointments,
    check_post_prices,
)
from models.vocabulary import DeviationKind, Diploma, ReachKind, Role, TaskLevel


def codes(issues: Iterable[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def test_bpt_needs_a_school() -> None:
    central = person(home=CENTRAL, bpt=1)
    assert codes(check_bpt_homes(problem(persons=[central]))) == ["central-bpt"]
    assert check_bpt_homes(problem(persons=[replace(central, bpt_hours=Decimal(0))])) == []
    assert check_bpt_homes(problem(persons=[person(bpt=1)])) == []
    pool = school(GROUP, bpt_hours=2)
    assert codes(check_bpt_homes(problem(schools=[school(), pool]))) == ["group-bpt"]


@pytest.mark.parametrize(
    ("envelope", "appointed", "above"),
    [(3, 3, False), (4, 0, True), (None, 3, False), (None, 4, True), (3, 4, True)],
)
def test_bpt_ceiling_is_three_per_cent(envelope: int | None, appointed: int, above: bool) -> None:
    checked = school(bpt_hours=envelope, lesson_hours=100)
    people = [person(bpt=appointed)]
    issues = check_bpt_ceiling(problem(schools=[checked], persons=people))
    assert codes(issues) == (["bpt-above-ceiling"] if above else [])
    for excused in (replace(checked, committee_agrees=True), replace(checked, lesson_hours=None)):
        assert check_bpt_ceiling(problem(schools=[excused], persons=people)) == []


def fitting(data: ProblemData) -> list[Issue]:
    return check_appointments_fit_points(build_instance(data))


def test_appointments_within_the_points_of_their_school() -> None:
    # With 36 points for a post of 36 hours, an hour a week costs a point.
    people = [person("P1", ict=6), person("P2", ict=2, diploma=Diploma.BACHELOR)]
    assert fitting(problem(schools=[school(ict_points=10)], persons=people)) == []
    (issue,) = fitting(problem(schools=[school(ict_points=9)], persons=people))
    assert (issue.code, issue.facts["lacking"]) == ("points-exceeded", 1)
    assert fitting(problem(schools=[school()], persons=people)) == []


def test_appointments_of_schools_that_pool_are_held_against_their_sum() -> None:
    schools = [school("S1", ict_points=4, pool_pct=50), school("S2", ict_points=4, pool_pct=10)]
    fits = [person("P1", ict=4), person("P2", home=CENTRAL, ict=2, reach=EVERYWHERE)]
    pool = school(GROUP, ict_points=0)
    assert fitting(problem(schools=[*schools, pool], persons=fits)) == []
    more = [*fits, person("P3", home="S2", ict=3)]
    (issue,) = fitting(problem(schools=[*schools, pool], persons=more))
    units = issue.facts["units"]
    assert isinstance(units, tuple)
    assert {*units} == {"S1", "S2", GROUP}


def test_somebody_whom_several_schools_may_pay_counts_once() -> None:
    schools = [school(code, ict_points=2) for code in ("S1", "S2", "S3")]
    everywhere = person(ict=6, reach=EVERYWHERE)
    assert fitting(problem(schools=schools, persons=[everywhere])) == []
    (issue,) = fitting(problem(schools=schools, persons=[replace(everywhere, reach=Reach())]))
    assert issue.facts["units"] == ("S1",)


def priced(diploma: Diploma, *, points: int | None, ict: int = 4) -> ProblemData:
    return problem(
        schools=[school(ict_points=points)],
        persons=[person(ict=ict, other=1, diploma=diploma)],
        tasks=[task(hours=4)],
        settings=settings(post_prices={Diploma.HSO: 36}),
    )


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        (priced(Diploma.BACHELOR, points=10), True),
        (priced(Diploma.HSO, points=10), False),
        (priced(Diploma.BACHELOR, points=None), False),
        (priced(Diploma.BACHELOR, points=0), False),
        (priced(Diploma.BACHELOR, points=10, ict=0), False),
    ],
)
def test_price_of_a_post_is_asked_only_when_points_pay(data: ProblemData, missing: bool) -> None:
    issues = check_post_prices(build_instance(data))
    assert codes(issues) == (["missing-price"] if missing else [])


def test_a_price_is_asked_also_where_nothing_can_be_done_for_it_or_hours_are_unreadable() -> None:
    data = priced(Diploma.BACHELOR, points=10)
    unable = replace(data, tasks=(task(hours=4, required={"netwerk": 4}),))
    assert codes(check_post_prices(build_instance(unable))) == ["missing-price"]
    idle = replace(priced(Diploma.BACHELOR, points=10, ict=0))
    assert check_post_prices(build_instance(idle)) == []
    unread = replace(idle, unread=frozenset({("person", "P1", "ict_hours")}))
    (issue,) = check_post_prices(build_instance(unread))
    assert (issue.code, named(issue, "persons")) == ("missing-price", ["P1"])


@pytest.mark.parametrize(
    ("points", "pool_pct", "home", "bounded"),
    [
        (10, 0, "S1", True),
        (None, 0, "S1", False),
        (0, 0, "S1", False),
        (10, 100, "S1", True),
        (10, 0, CENTRAL, False),
        (10, 50, CENTRAL, True),
    ],
)
def test_open_appointment_needs_points(
    points: int | None, pool_pct: int, home: str, bounded: bool
) -> None:
    data = problem(
        schools=[school(ict_points=points, pool_pct=pool_pct), school("S2")],
        persons=[person(home=home, ict_to_decide=True)],
    )
    issues = check_open_appointments(build_instance(data))
    assert codes(issues) == ([] if bounded else ["open-appointment-without-points"])


def test_rates_are_asked_once_there_is_money() -> None:
    tasks = [
        task("T1", hours=4, outsource_pct=100),
        task("T2", hours=4, outsource_pct=50),
        task("T3", hours=4, outsource_pct=50, rate=60),
        task("T4", hours=4),
    ]
    rich = problem(schools=[school(operating_euro=100)], tasks=tasks)
    (issue,) = check_firm_rates(build_instance(rich))
    assert (issue.code, named(issue, "tasks")) == ("tasks-without-rate", ["T1", "T2"])
    assert check_firm_rates(build_instance(problem(tasks=tasks))) == []
    assert check_firm_rates(build_instance(replace(rich, tasks=tuple(tasks[2:])))) == []


def test_people_without_hours() -> None:
    data = problem(persons=[person("P1"), person("P2", other=1), person("P3", ict_to_decide=True)])
    (issue,) = check_people_have_hours(build_instance(data))
    assert (issue.code, issue.facts["person"]) == (
        "person-without-hours",
        PersonName("P1", data.persons[0].name),
    )


def named(issue: Issue, fact: str) -> list[str]:
    """The codes of the tasks or people in a fact."""
    found = cast("tuple[TaskName | PersonName, ...]", issue.facts[fact])
    return [each.number if isinstance(each, TaskName) else each.code for each in found]


def places(issue: Issue) -> list[tuple[str, ...]]:
    """The units of the tasks of an issue."""
    return [task.units for task in cast("tuple[TaskName, ...]", issue.facts["tasks"])]


def uncovered(data: ProblemData) -> list[Issue]:
    return check_competent_people(build_instance(data))


def test_a_learner_alone_cannot_do_a_task() -> None:
    asked = [task(hours=4, required={"netwerk": 3})]
    almost = person(ict=10, levels={"netwerk": 2})
    (issue,) = uncovered(problem(persons=[almost], tasks=asked))
    assert issue.code == "no-competent-person"
    assert (named(issue, "persons"), issue.facts["lacks"]) == (["P1"], ("netwerk",))
    assert uncovered(problem(persons=[replace(almost, levels={"netwerk": 3})], tasks=asked)) == []


def test_the_nearest_person_lacks_least() -> None:
    people = [
        person("P1", ict=1, levels={"netwerk": 0}),
        person("P2", ict=1, levels={"netwerk": 1}),
        person("P3", ict=1, levels={"netwerk": 2}, home="S2"),
    ]
    data = problem(
        schools=[school(), school("S2", devices=0)],
        persons=people,
        tasks=[task(hours=4, required={"netwerk": 3})],
        deviations=[deviation(DeviationKind.NOT_APPLICABLE, unit="S2")],
    )
    assert named(uncovered(data)[0], "persons") == ["P2"]


def test_one_warning_per_task_names_all_units() -> None:
    data = problem(
        schools=[school("S1"), school("S2"), school("S3")],
        persons=[person(ict=1)],
        tasks=[task(hours=4)],
    )
    (issue,) = uncovered(data)
    assert (issue.code, places(issue)) == ("no-person-allowed", [("S2", "S3")])
    everywhere = replace(data.persons[0], reach=EVERYWHERE)
    (issue,) = uncovered(replace(data, persons=(everywhere,)))
    assert (issue.code, places(issue)) == ("no-person-paid", [("S2", "S3")])
    assert named(issue, "persons") == ["P1"]


def test_tasks_with_the_same_obstacle_are_told_together() -> None:
    asked = [task(f"T{n}", hours=4, required={"netwerk": 2 + n % 2}) for n in range(1, 6)]
    others = [task("T9", hours=4, required={"cloud": 3}), task("T8", hours=4)]
    data = problem(persons=[person(ict=1, levels={"netwerk": 1})], tasks=[*asked, *others])
    found = uncovered(data)
    assert [named(issue, "tasks") for issue in found] == [["T1", "T2", "T3", "T4", "T5"], ["T9"]]
    assert {issue.code for issue in found} == {"no-competent-person"}


@pytest.mark.parametrize(("reach", "code"), [
    (Reach(ReachKind.LISTED, (UnitCode("S1"), UnitCode("S2"))), "nobody-reaches-group"),
    (EVERYWHERE, None),
])  # fmt: skip
def test_one_line_says_that_nobody_reaches_the_group(reach: Reach, code: str | None) -> None:
    tasks = [task(f"T{n}", hours=4, level=TaskLevel.GROUP) for n in range(30)]
    data = problem(
        schools=[school("S1", ict_points=None, pool_pct=50), school("S2", ict_points=None)],
        persons=[replace(person(ict=1), reach=reach)],
        tasks=tasks,
    )
    assert codes(uncovered(data)) == ([code] if code else ["no-person-paid"])


@pytest.mark.parametrize("roles", [[Role.DIRECTOR], []])
def test_roles_and_bans_leave_nobody(roles: list[Role]) -> None:
    ban = deviation(DeviationKind.BAN, task="T01", person="P1")
    data = problem(
        persons=[person(ict=1)],
        tasks=[task(hours=4, roles=roles)],
        deviations=[] if roles else [ban],
    )
    assert codes(uncovered(data)) == ["no-person-allowed"]


def test_a_firm_may_do_what_nobody_can() -> None:
    firm_task = task(hours=10, required={"netwerk": 4}, outsource_pct=60, rate=1)
    watcher = person(ict=1, levels={"netwerk": 3})
    rich = [school(operating_euro=100)]
    assert uncovered(problem(schools=rich, persons=[watcher], tasks=[firm_task])) == []
    too_little = replace(firm_task, outsource_pct=Decimal(50))
    nobody = replace(watcher, levels={"netwerk": 2})
    for people, tasks, schools in (
        ([watcher], [too_little], rich),
        ([nobody], [firm_task], rich),
        ([watcher], [firm_task], [school()]),
    ):
        issues = uncovered(problem(schools=schools, persons=people, tasks=tasks))
        assert codes(issues) == ["no-competent-person"]


def test_tasks_off_the_agenda_need_nobody() -> None:
    tasks = [task(hours=0), task("T02", hours=4, level=TaskLevel.GROUP)]
    data = problem(persons=[person(home=CENTRAL)], tasks=tasks)
    assert codes(uncovered(data)) == ["no-person-allowed"]
    off = deviation(DeviationKind.NOT_APPLICABLE, task="T02")
    assert uncovered(replace(data, deviations=(off,))) == []
