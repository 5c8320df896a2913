"""ICT points from pupils: the weights of the law, what lacks, and what the envelope then holds."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from factory import GROUP, Number, person, problem, school, settings, task
from hypothesis import given
from hypothesis import strategies as st

from models.funds import envelopes
from models.norms import WEIGHT_CLASSES, WEIGHTS
from models.plan import EnvelopeKey
from models.points import ict_points, points_from_pupils
from models.problem import School
from models.settings import Settings
from models.units import hundredths
from models.validation import validate
from models.verification.money import find_envelopes
from models.verification.points import stated_points
from models.vocabulary import Diploma, EducationLevel, Funding, PointsInput, WeightClass

COEFFICIENT = settings(points_coefficient="0.05")
LAW = {
    WeightClass.PRIMARY: "1.224882506",
    WeightClass.VOCATIONAL: "1.153471682",
    WeightClass.GENERAL: "0.97368015",
    WeightClass.ARTS: "0.305845442",
    WeightClass.LEARNER_LESSONS: "0.001984075",
}
BOTH = (WeightClass.GENERAL, WeightClass.VOCATIONAL)


def lacks(checked: School) -> tuple[WeightClass | PointsInput, ...]:
    return points_from_pupils(COEFFICIENT, checked).lacks


def points(checked: School, coefficient: Number = "0.05") -> Decimal | None:
    return points_from_pupils(settings(points_coefficient=coefficient), checked).points


def test_the_weights_are_those_of_the_decision() -> None:
    assert {each: str(weight) for each, weight in WEIGHTS.items()} == LAW


def test_every_level_has_its_weights() -> None:
    assert set(WEIGHT_CLASSES) == set(EducationLevel)
    assert {each for classes in WEIGHT_CLASSES.values() for each in classes} == set(WeightClass)


def test_the_price_that_is_known_is_the_default_and_the_others_are_absent() -> None:
    assert Settings().post_prices == {Diploma.HSO: Decimal(63)}
    assert Settings().points_coefficient is None


@pytest.mark.parametrize(
    ("level", "weight"),
    [
        (EducationLevel.PRIMARY, "1.224882506"),
        (EducationLevel.SPECIAL_PRIMARY, "1.224882506"),
        (EducationLevel.SPECIAL_SECONDARY, "1.153471682"),
        (EducationLevel.ARTS, "0.305845442"),
    ],
)
def test_all_pupils_have_the_one_weight_of_the_level(level: EducationLevel, weight: str) -> None:
    computed = points_from_pupils(COEFFICIENT, school(level=level, pupils=300))
    assert computed.weighted == 300 * Fraction(weight)
    assert computed.points == hundredths(15 * Fraction(weight))


def test_the_computation_is_exact_and_rounded_once() -> None:
    computed = points_from_pupils(
        settings(points_coefficient="0.0012"), school(level=EducationLevel.PRIMARY, pupils=300)
    )
    assert computed.weighted == Fraction("367.4647518")
    assert computed.points == Decimal("0.44")


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("0.125", "0.13"), ("0.1249999999999999999", "0.12"), ("12", "12"), ("0.004999", "0")],
)
def test_halves_go_up_at_the_hundredth(exact: str, rounded: str) -> None:
    assert hundredths(Decimal(exact)) == Decimal(rounded)


def test_the_rounding_falls_on_the_product_not_on_the_terms() -> None:
    """2.127151832 is weighted; with rounded terms it would be 2.12."""
    mixed = school(level=EducationLevel.SECONDARY, counts=dict.fromkeys(BOTH, 1))
    assert points(mixed, 100) == Decimal("212.72")
    assert points(mixed, 1) == Decimal("2.13")


@pytest.mark.parametrize("counted", [(BOTH[0],), (BOTH[1],), BOTH])
def test_a_secondary_school_needs_a_count_per_weight(counted: tuple[WeightClass, ...]) -> None:
    bare = school(level=EducationLevel.SECONDARY, pupils=500)
    assert lacks(bare) == BOTH
    assert points(bare) is None
    full = replace(bare, class_counts=dict.fromkeys(counted, Decimal(200)))
    assert lacks(full) == ()
    assert points(full) == hundredths(10 * sum(Fraction(WEIGHTS[each]) for each in counted))


@pytest.mark.parametrize("level", [EducationLevel.ADULT, EducationLevel.ADULT_BASIC])
def test_adult_education_needs_its_hours_of_learners(level: EducationLevel) -> None:
    centre = school(level=level, pupils=900)
    assert lacks(centre) == (WeightClass.LEARNER_LESSONS,)
    assert lacks(replace(centre, class_counts={WeightClass.ARTS: Decimal(9)})) != ()
    counted = replace(centre, class_counts={WeightClass.LEARNER_LESSONS: Decimal(100_000)})
    assert points(counted) == Decimal("9.92")


def test_hours_of_learners_come_on_top_of_the_pupils() -> None:
    hours = {WeightClass.LEARNER_LESSONS: 100_000}
    both = school(level=EducationLevel.ARTS, pupils=100, counts=hours)
    assert points(both, 1) == Decimal("228.99")


@pytest.mark.parametrize("pupils", [1, 0])
def test_no_pupils_are_not_counted_yet(pupils: int) -> None:
    found = lacks(school(level=EducationLevel.PRIMARY, pupils=pupils))
    assert found == (() if pupils else (PointsInput.PUPILS,))


def test_a_count_of_zero_is_a_count() -> None:
    none = school(level=EducationLevel.SECONDARY, counts={WeightClass.GENERAL: 0})
    assert points(none) == 0


def test_the_level_is_not_needed_once_pupils_are_counted_per_weight() -> None:
    assert lacks(school(pupils=300)) == (PointsInput.EDUCATION_LEVEL,)
    campus = school(counts={WeightClass.PRIMARY: 100, WeightClass.GENERAL: 100})
    assert points(campus) == hundredths(Fraction("5") * Fraction("2.198562656"))


def test_counted_pupils_replace_the_pupils_of_the_school() -> None:
    counted = school(level=EducationLevel.PRIMARY, pupils=300, counts={WeightClass.PRIMARY: 100})
    assert points(counted, 1) == Decimal("122.49")


def test_without_a_coefficient_nothing_is_invented() -> None:
    primary = school(level=EducationLevel.PRIMARY, pupils=300)
    computed = points_from_pupils(settings(), primary)
    assert (computed.points, computed.lacks) == (None, (PointsInput.COEFFICIENT,))
    assert computed.weighted == 300 * Fraction("1.224882506")
    everything = points_from_pupils(settings(), school(level=EducationLevel.SECONDARY)).lacks
    assert everything == (*BOTH, PointsInput.COEFFICIENT)


def test_a_typed_number_and_an_empty_cell_keep_their_meaning() -> None:
    empty = school(level=EducationLevel.PRIMARY, pupils=300)
    assert ict_points(COEFFICIENT, empty) is None
    assert ict_points(COEFFICIENT, replace(empty, ict_points=Decimal(7))) == 7
    assert ict_points(COEFFICIENT, replace(empty, ict_points_computed=True)) == Decimal("18.37")


SCHOOLS = st.builds(
    school,
    pupils=st.sampled_from([0, 1, 333]),
    ict_points=st.none() | st.integers(0, 50),
    level=st.none() | st.sampled_from(EducationLevel),
    points_computed=st.booleans(),
    counts=st.dictionaries(st.sampled_from(WeightClass), st.integers(0, 700), max_size=3),
)
COEFFICIENTS = st.none() | st.decimals(0, 1, places=6)


@given(SCHOOLS, COEFFICIENTS)
def test_the_checker_counts_the_same_points(checked: School, found: Decimal | None) -> None:
    known = settings(points_coefficient=found)
    assert stated_points(checked, known) == ict_points(known, checked)


def test_computed_points_are_pooled_and_paid_like_typed_ones() -> None:
    computed = school(
        "S1", level=EducationLevel.PRIMARY, pupils=300, pool_pct=25, points_computed=True
    )
    typed = replace(computed, ict_points=Decimal("18.37"), ict_points_computed=False)
    first, second = (
        problem(
            schools=[each, school(GROUP, ict_points=1)],
            persons=[person(ict=5)],
            tasks=[task(hours=4)],
            settings=COEFFICIENT,
        )
        for each in (computed, typed)
    )
    assert envelopes(first) == envelopes(second)
    assert find_envelopes(first) == find_envelopes(second)
    pool = find_envelopes(first)[EnvelopeKey(Funding.ICT, GROUP)]
    assert pool.amount == 1 + Fraction("18.37") / 4


@pytest.mark.parametrize(("hours", "fits"), [(18, True), (19, False)])
def test_appointments_are_held_against_the_computed_points(hours: int, fits: bool) -> None:
    data = problem(
        schools=[school(level=EducationLevel.PRIMARY, pupils=300, points_computed=True)],
        persons=[person(ict=hours)],
        tasks=[task(hours=4)],
        settings=COEFFICIENT,
    )
    assert ("points-exceeded" in {issue.code for issue in validate(data)}) is not fits
