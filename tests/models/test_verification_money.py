"""Envelopes and loads computed by hand."""

from fractions import Fraction

import pytest
from factory import (
    EVERYWHERE,
    GROUP,
    POST_PRICES,
    envelope,
    person,
    plan,
    problem,
    school,
    settings,
    task,
)

from models.problem import School
from models.verification import EnvelopeUse, Measure, verify
from models.vocabulary import Diploma, OnSite


def amounts(*schools: School) -> dict[str, Fraction | None]:
    uses = verify(problem(schools=schools), plan()).envelope_use
    return {str(key): use.amount for key, use in uses.items()}


def test_pool_takes_its_part_and_adds_its_own() -> None:
    found = amounts(
        school("S1", ict_points=10, bpt_hours=9, other_hours=8, operating_euro=7, pool_pct=50),
        school("S2", ict_points=4),
        school(GROUP, ict_points=1, operating_euro=2),
    )
    assert found == {
        "ict@S1": 5,
        "bpt@S1": 9,
        "other@S1": 4,
        "operating@S1": Fraction(7, 2),
        "ict@S2": 4,
        "bpt@S2": None,
        "other@S2": None,
        "operating@S2": 0,
        "ict@GROEP": 6,
        "other@GROEP": 4,
        "operating@GROEP": Fraction(11, 2),
    }


@pytest.mark.parametrize(
    ("schools", "amount"),
    [
        ([school(ict_points=10)], None),
        ([school(pool_pct=50)], None),
        ([school(ict_points=10, pool_pct=50)], 5),
        ([school(ict_points=10), school(GROUP)], None),
        ([school(ict_points=0, pool_pct=50), school(GROUP)], 0),
        ([school(pool_pct=50), school(GROUP, ict_points=3)], 3),
        ([school(ict_points=10, pool_pct=50), school(GROUP, ict_points=3)], 8),
    ],
)
def test_pool_is_open_only_when_nobody_states_an_amount(
    schools: list[School], amount: int | None
) -> None:
    assert amounts(*schools)["ict@GROEP"] == amount


def test_use_is_exact_in_points_grains_and_euro() -> None:
    work = task(hours=100, outsource_pct=50, rate="7.25", minimum_pct=0)
    data = problem(
        schools=[school(ict_points=10, operating_euro=100)],
        persons=[person(ict=10, bpt=3, diploma=Diploma.MASTER)],
        tasks=[work],
        settings=settings(post_prices={**POST_PRICES, Diploma.MASTER: 50}),
    )
    answer = plan(
        {"T01@S1 P1 ict@S1": 7, "T01@S1 P1 bpt@S1": 3},
        leads={"T01@S1": "P1"},
        outsourced={"T01@S1 operating@S1": 4},
    )
    found = verify(data, answer)
    assert found.ok
    uses = found.envelope_use
    assert uses[envelope("ict@S1")] == EnvelopeUse(Fraction(350, 36), Fraction(10), Measure.POINTS)
    assert uses[envelope("bpt@S1")] == EnvelopeUse(Fraction(3), None, Measure.GRAINS)
    assert uses[envelope("operating@S1")] == EnvelopeUse(Fraction(29), Fraction(100), Measure.EURO)


def test_weeks_factors_and_grain_give_capacity() -> None:
    """ICT 4·39/4 = 39; BPT 2·0,833·37/4 = 15,4 → 15; other 1·37/4 = 9,25 → 9."""
    real = settings(grain=4, school_weeks=37, standby_weeks=2, bpt_hour="0.833")
    data = problem(
        persons=[person(ict=4, bpt=2, other=1)],
        tasks=[task(hours=1000, minimum_pct=0)],
        settings=real,
    )
    just = {"T01@S1 P1 ict@S1": 39, "T01@S1 P1 bpt@S1": 15, "T01@S1 P1 other@S1": 9}
    assert verify(data, plan(just, leads={"T01@S1": "P1"})).ok
    for source in just:
        over = plan({**just, source: just[source] + 1}, leads={"T01@S1": "P1"})
        [found] = verify(data, over).violations
        assert found.facts["breach"] == "overbooked"


def test_appointment_to_be_decided_is_what_is_left_of_a_post() -> None:
    data = problem(
        schools=[school(ict_points=100)],
        persons=[person(ict_to_decide=True, bpt=4, other=2)],
        tasks=[task(hours=100, minimum_pct=0)],
    )
    assert verify(data, plan({"T01@S1 P1 ict@S1": 30}, leads={"T01@S1": "P1"})).ok
    assert not verify(data, plan({"T01@S1 P1 ict@S1": 31}, leads={"T01@S1": "P1"})).ok


def test_without_a_price_nobody_is_paid_from_points() -> None:
    data = problem(
        schools=[school(ict_points=100)],
        persons=[person(ict=10, diploma=Diploma.MASTER)],
        tasks=[task(hours=10)],
        settings=settings(post_prices={Diploma.HSO: 36}),
    )
    found = verify(data, plan({"T01@S1 P1 ict@S1": 10}, leads={"T01@S1": "P1"}))
    assert {each.facts["breach"] for each in found.violations} == {"may-not-pay", "may-not-work"}


def test_trips_and_loads() -> None:
    """9 on-site hours are 3 trips of 0,75 h and 5 are 2 of 0,25 h: 2,75 h is 3 grains."""
    data = problem(
        schools=[
            school("S1", ict_points=50, zone="A"),
            school("S2", ict_points=50, zone="B"),
            school("S3", ict_points=50, zone="A"),
        ],
        persons=[person(ict=40, reach=EVERYWHERE), person("P2", ict=10)],
        tasks=[
            task("T01", hours=9, on_site=OnSite.YES),
            task("T02", hours=5, on_site=OnSite.PARTLY),
            task("T03", hours=4),
        ],
        settings=settings(travel_between_zones="0.75", travel_within_zone="0.25"),
    )
    places = {"T01@S1": 9, "T01@S2": 9, "T02@S3": 5, "T03@S2": 4}
    hours = {f"{key} P1 ict@{key[-2:]}": grains for key, grains in places.items()}
    found = verify(data, plan(hours, leads=dict.fromkeys(places, "P1")))
    assert found.ok
    assert found.trips == {("P1", "S2"): 3, ("P1", "S3"): 2}
    assert found.travel == {"P1": 3, "P2": 0}
    assert found.loads == {"P1": 30, "P2": 0}


@pytest.mark.parametrize(("zone", "travel"), [("", 8), ("A", 2), ("B", 8)])
def test_central_people_travel_from_the_central_zone(zone: str, travel: int) -> None:
    data = problem(
        schools=[school(ict_points=50, zone="A"), school("S2", zone="")],
        persons=[person(home="CENTRAAL", ict=40, reach=EVERYWHERE)],
        tasks=[task(hours=8, on_site=OnSite.YES)],
        settings=settings(travel_between_zones=4, travel_within_zone=1, central_zone=zone),
    )
    answer = plan({"T01@S1 P1 ict@S1": 8}, leads={"T01@S1": "P1"})
    assert verify(data, answer).travel == {"P1": travel}


def test_appointments_are_counted_in_grains_whatever_a_post_costs() -> None:
    data = problem(
        persons=[person(ict=10, diploma=Diploma.MASTER)],
        tasks=[task(hours=10)],
        settings=settings(post_prices={Diploma.HSO: 36}),
    )
    found = verify(data, plan({"T01@S1 P1 ict@S1": 10}, leads={"T01@S1": "P1"}))
    assert found.ok
    assert found.envelope_use[envelope("ict@S1")] == EnvelopeUse(Fraction(10), None, Measure.GRAINS)
