"""Codes, ranges, hours: each check on both sides of its edge."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from factory import CENTRAL, GROUP, person, problem, reach, school, settings, task

from models.issues import CellRef, Issue
from models.naming import PersonName
from models.problem import ProblemData
from models.validation import CHECKS, INSTANCE_CHECKS, validate
from models.validation.codes import (
    check_competences,
    check_duplicates,
    check_homes,
    check_names,
    check_not_empty,
    check_reaches,
    check_reserved_codes,
    nearest,
)
from models.validation.ranges import (
    LIMITS,
    AllowedRange,
    check_levels,
    check_ranges,
    check_weekly_hours,
)


def codes(issues: Iterable[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def test_a_sound_problem_has_no_issues() -> None:
    data = problem(
        persons=[person(ict=10, levels={"netwerk": 3})],
        tasks=[task(hours=4, required={"netwerk": 3})],
    )
    assert validate(data) == ()


def test_every_check_is_registered_once() -> None:
    checks: list[Callable[..., list[Issue]]] = [*CHECKS, *INSTANCE_CHECKS]
    assert len({check.__name__ for check in checks}) == len(checks)
    assert all(check.__doc__ for check in checks)


def test_all_checks_run_and_none_stops_the_rest() -> None:
    data = problem(persons=[person(home="S9", ict=-1)], tasks=[task(hours=-1, max_persons=0)])
    assert {"unknown-home", "out-of-range"} <= set(codes(validate(data)))


def test_nothing_at_all() -> None:
    assert codes(check_not_empty(problem(schools=[]))) == ["no-schools", "no-persons", "no-tasks"]
    assert codes(validate(problem(schools=[school(GROUP)])))[0] == "no-schools"
    assert check_not_empty(problem(persons=[person()], tasks=[task()])) == []


def test_without_schools_nobody_is_told_that_theirs_is_missing() -> None:
    people = [person("P1", ict=5), person("P2", home="S2", ict=5, reach=reach("S1"))]
    assert codes(validate(problem(schools=[], persons=people, tasks=[task()]))) == ["no-schools"]


def test_duplicates_name_both_cells() -> None:
    data = replace(
        problem(persons=[person("P1")]),
        sources={("person", "P1", ""): CellRef("Personen", "A2")},
        duplicates=(("person", "P1", CellRef("Personen", "A5")),),
    )
    (issue,) = check_duplicates(data)
    assert (issue.code, issue.where) == ("duplicate-code", CellRef("Personen", "A5"))
    assert issue.facts["first"] == CellRef("Personen", "A2")
    assert check_duplicates(problem()) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (problem(schools=[school(CENTRAL)]), 1),
        (problem(schools=[school("S1"), school(GROUP)]), 0),
        (problem(persons=[person(GROUP)]), 1),
        (problem(tasks=[task("*")]), 1),
        (problem(persons=[person("P1")], tasks=[task("T1")]), 0),
    ],
)
def test_reserved_codes(data: ProblemData, expected: int) -> None:
    assert codes(check_reserved_codes(data)) == ["reserved-code"] * expected


@pytest.mark.parametrize(
    ("home", "known"), [("S1", True), (CENTRAL, True), (GROUP, False), ("S2", False)]
)
def test_homes(home: str, known: bool) -> None:
    issues = check_homes(problem(persons=[person(home=home)]))
    assert codes(issues) == ([] if known else ["unknown-home"])


def test_unknown_home_offers_the_nearest() -> None:
    data = problem(schools=[school("LINDE"), school("BEUK")], persons=[person(home="LNDE")])
    assert check_homes(data)[0].facts["nearest"] == "LINDE"
    assert nearest("xyz", ["LINDE"]) is None


def test_reaches() -> None:
    units = ("S1", GROUP, CENTRAL, "S2")
    issues = check_reaches(problem(persons=[person(reach=reach(*units))]))
    assert [issue.facts["found"] for issue in issues] == [CENTRAL, "S2"]


def test_competences() -> None:
    data = problem(tasks=[task(required={"netwerk": 1, "netwrok": 1})], competences=["netwerk"])
    (issue,) = check_competences(data)
    assert (issue.code, issue.facts["found"]) == ("unknown-competence", "netwrok")
    assert issue.facts["nearest"] == "netwerk"


def with_value(limit: AllowedRange, value: int) -> ProblemData:
    change: dict[str, Any] = {limit.attribute: value}
    if limit.record == "school":
        return problem(schools=[replace(school(), **change)])
    if limit.record == "person":
        return problem(persons=[replace(person(), **change)])
    return problem(tasks=[replace(task(), **change)])


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit.record}-{limit.attribute}")
def test_each_limit_on_both_sides(limit: AllowedRange) -> None:
    assert check_ranges(with_value(limit, limit.least)) == []
    assert check_ranges(with_value(limit, limit.most)) == []
    for value in (limit.least - 1, limit.most + 1):
        (issue,) = check_ranges(with_value(limit, value))
        assert (issue.code, issue.facts["found"]) == ("out-of-range", value)


@pytest.mark.parametrize(("level", "wrong"), [(-1, True), (0, False), (4, False), (5, True)])
def test_levels(level: int, wrong: bool) -> None:
    expected = ["out-of-range"] if wrong else []
    assert codes(check_levels(problem(persons=[person(levels={"a": level})]))) == expected
    assert codes(check_levels(problem(tasks=[task(required={"a": level})]))) == expected


def test_weekly_hours_in_clock_hours() -> None:
    half = settings(bpt_hour="0.5")
    fits = person(ict=20, other=20, bpt=40)
    assert check_weekly_hours(problem(persons=[fits], settings=half)) == []
    too_many = replace(fits, bpt_hours=fits.bpt_hours + 1)
    (issue,) = check_weekly_hours(problem(persons=[too_many], settings=half))
    assert (issue.code, issue.facts["found"]) == ("too-many-hours", Decimal("60.5"))


def test_two_people_of_one_name_are_told_apart_by_their_codes() -> None:
    twins = [person("P1", name="Noor"), person("P2", name="Noor"), person("P3", name="Bas")]
    (issue,) = check_names(problem(persons=twins))
    assert (issue.code, issue.severity) == ("same-name", "warning")
    assert issue.facts["codes"] == (PersonName("P1"), PersonName("P2"))
    assert check_names(problem(persons=[twins[0], twins[2]])) == []
    nameless = [replace(person("P1"), name=""), replace(person("P2"), name="")]
    assert check_names(problem(persons=nameless)) == []
