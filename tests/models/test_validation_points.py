"""Points from pupils, as they are checked: limits, totals, and what lacks; both sides of each."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from factory import CENTRAL, GROUP, Number, person, problem, school, settings

from models.issues import CellRef, Issue, Severity
from models.problem import ProblemData, School
from models.validation import validate
from models.validation.points import (
    check_class_counts,
    check_class_totals,
    check_computed_points,
)
from models.vocabulary import EducationLevel, PointsInput, WeightClass

BOTH = (WeightClass.GENERAL, WeightClass.VOCATIONAL)
PRIMARY = school(level=EducationLevel.PRIMARY, pupils=300, points_computed=True)
CELL = CellRef("Scholen", "H4")


def data_of(*schools: School, coefficient: Number | None = "0.05") -> ProblemData:
    return replace(
        problem(schools=schools, settings=settings(points_coefficient=coefficient)),
        sources={("school", schools[0].code, "ict_points"): CELL},
    )


def codes(issues: Iterable[Issue]) -> list[str]:
    return [issue.code for issue in issues]


@pytest.mark.parametrize(
    ("kind", "count", "fine"),
    [
        (WeightClass.GENERAL, -1, False),
        (WeightClass.GENERAL, 0, True),
        (WeightClass.GENERAL, 100_000, True),
        (WeightClass.GENERAL, 100_001, False),
        (WeightClass.LEARNER_LESSONS, 100_001, True),
        (WeightClass.LEARNER_LESSONS, 100_000_000, True),
        (WeightClass.LEARNER_LESSONS, 100_000_001, False),
        (WeightClass.LEARNER_LESSONS, -1, False),
    ],
)
def test_counts_lie_within_limits(kind: WeightClass, count: int, fine: bool) -> None:
    issues = check_class_counts(data_of(school(counts={kind: count})))
    assert codes(issues) == ([] if fine else ["out-of-range"])


def test_a_wrong_count_is_named_by_its_own_cell() -> None:
    data = data_of(school(counts={WeightClass.ARTS: -4}))
    where = CellRef("Scholen", "T4")
    (issue,) = check_class_counts(
        replace(data, sources={("school", "S1", "class_counts.arts"): where})
    )
    assert (issue.where, issue.facts["found"]) == (where, -4)


@pytest.mark.parametrize(
    ("pupils", "counts", "fine"),
    [
        (300, {}, True),
        (300, {WeightClass.GENERAL: 200, WeightClass.VOCATIONAL: 100}, True),
        (300, {WeightClass.GENERAL: 300}, True),
        (300, {WeightClass.GENERAL: 200, WeightClass.VOCATIONAL: 99}, False),
        (300, {WeightClass.GENERAL: 301}, False),
        (0, {WeightClass.GENERAL: 1}, False),
        (300, {WeightClass.LEARNER_LESSONS: 5}, True),
        (300, {WeightClass.GENERAL: 300, WeightClass.LEARNER_LESSONS: 5}, True),
    ],
)
def test_pupils_per_weight_add_up(
    pupils: int, counts: dict[WeightClass, Number], fine: bool
) -> None:
    issues = check_class_totals(data_of(school(pupils=pupils, counts=counts)))
    assert codes(issues) == ([] if fine else ["class-counts-differ"])
    assert {issue.severity for issue in issues} <= {Severity.WARNING}


def test_the_pool_has_no_pupils_to_add_up() -> None:
    pool = school(GROUP, counts={WeightClass.GENERAL: 5})
    assert check_class_totals(data_of(school(), pool)) == []


def test_points_that_can_be_computed_are_fine() -> None:
    assert check_computed_points(data_of(PRIMARY)) == []


@pytest.mark.parametrize(
    ("asked", "coefficient", "lacks"),
    [
        (PRIMARY, None, (PointsInput.COEFFICIENT,)),
        (replace(PRIMARY, pupils=Decimal(0)), "0.05", (PointsInput.PUPILS,)),
        (replace(PRIMARY, education_level=None), "0.05", (PointsInput.EDUCATION_LEVEL,)),
        (replace(PRIMARY, education_level=EducationLevel.SECONDARY), "0.05", BOTH),
        (
            replace(PRIMARY, education_level=EducationLevel.ADULT),
            None,
            (WeightClass.LEARNER_LESSONS, PointsInput.COEFFICIENT),
        ),
    ],
)
def test_what_lacks_is_one_error_at_the_word(
    asked: School, coefficient: Number | None, lacks: tuple[object, ...]
) -> None:
    (issue,) = check_computed_points(data_of(asked, coefficient=coefficient))
    assert (issue.severity, issue.code, issue.where) == (
        Severity.ERROR, "points-not-computable", CELL,
    )  # fmt: skip
    assert issue.facts["lacks"] == lacks
    not_asked = replace(asked, ict_points_computed=False)
    assert check_computed_points(data_of(not_asked, coefficient=coefficient)) == []


def test_the_pool_cannot_be_computed() -> None:
    pool = school(GROUP, level=EducationLevel.PRIMARY, pupils=300, points_computed=True)
    assert codes(check_computed_points(data_of(school(), pool))) == ["computed-points-of-pool"]
    typed = replace(pool, ict_points_computed=False)
    assert check_computed_points(data_of(school(), typed)) == []


@pytest.mark.parametrize(("count", "fine"), [(1_000_000, True), (1_000_000.01, False)])
def test_absurd_points_are_refused(count: float, fine: bool) -> None:
    weight = Decimal("0.97368015")
    coefficient = Decimal(str(count)) / (100_000 * weight)
    data = data_of(
        school(points_computed=True, counts={WeightClass.GENERAL: 100_000}), coefficient=coefficient
    )
    assert codes(check_computed_points(data)) == ([] if fine else ["computed-points-too-large"])


@pytest.mark.parametrize("home", ["S1", CENTRAL])
def test_an_open_appointment_waits_for_the_points_without_a_second_error(home: str) -> None:
    waiting = replace(PRIMARY, pool_pct=Decimal(50))
    open_post = [person(home=home, ict_to_decide=True)]
    lacking = replace(data_of(waiting, coefficient=None), persons=tuple(open_post))
    found = {issue.code for issue in validate(lacking) if issue.severity is Severity.ERROR}
    assert found == {"points-not-computable", "no-tasks"}
    known = replace(lacking, settings=settings(points_coefficient="0.05"))
    assert {i.code for i in validate(known) if i.severity is Severity.ERROR} == {"no-tasks"}


def test_an_open_appointment_elsewhere_still_needs_points() -> None:
    data = replace(
        data_of(PRIMARY, school("S2"), coefficient=None),
        persons=(person(home="S2", ict_to_decide=True),),
    )
    assert {"points-not-computable", "open-appointment-without-points"} <= {
        issue.code for issue in validate(data)
    }
