"""Every family of hard rules on both sides of its edge: just allowed, just broken."""

import edges.people
import edges.roles
import edges.work
import pytest
from edges.cases import Edge, alone, both, one
from factory import (
    CENTRAL,
    EVERYWHERE,
    GROUP,
    deviation,
    person,
    plan,
    plan_row,
    problem,
    reach,
    school,
    task,
)

from models.verification import Family, verify
from models.verification.rules import CHECKS
from models.vocabulary import (
    DeviationKind,
    PlanRole,
    ReachKind,
    TaskLevel,
)

EDGES = [*edges.work.EDGES, *edges.roles.EDGES, *edges.people.EDGES]
NAMES = [f"{edge.family}-{edge.breach}-{number}" for number, edge in enumerate(EDGES)]


@pytest.mark.parametrize("edge", EDGES, ids=NAMES)
def test_just_allowed(edge: Edge) -> None:
    assert verify(*edge.kept).violations == ()


@pytest.mark.parametrize("edge", EDGES, ids=NAMES)
def test_just_broken(edge: Edge) -> None:
    found = {(each.family, each.facts["breach"]) for each in verify(*edge.broken).violations}
    assert found == {(edge.family, edge.breach)}


def test_every_family_has_one_rule_and_an_edge() -> None:
    """A family without a rule, or a rule without a pair of tests, fails here."""
    assert set(CHECKS) == set(Family)
    assert {edge.family for edge in EDGES} == set(Family)


def test_unpaid_person_may_not_work() -> None:
    """Someone without hours of a kind that may be paid is refused by more than one family."""
    data = one(who=person(ict=20), at=school(ict_points=0, operating_euro=0))
    families = {each.family for each in verify(data, alone(10)).violations}
    assert families == {Family.ENVELOPE, Family.ELIGIBILITY}


def test_central_person_is_paid_from_the_open_pool_for_the_group() -> None:
    central = person(home=CENTRAL, ict=10)
    data = problem(
        schools=[school(), school("S2")],
        persons=[central, person("P2", ict=10, reach=EVERYWHERE)],
        tasks=[task(hours=10, level=TaskLevel.GROUP)],
    )
    assert verify(data, alone(10, "ict@GROEP", GROUP)).ok
    stranger = plan({"T01@GROEP P2 ict@GROEP": 10}, leads={"T01@GROEP": "P2"})
    assert {each.family for each in verify(data, stranger).violations} == {
        Family.ENVELOPE,
        Family.ELIGIBILITY,
    }


def test_wildcard_pin_holds_for_every_instance() -> None:
    rows = [deviation(DeviationKind.PIN, person="P1")]
    data = problem(
        persons=[person(ict=40)],
        tasks=[task("T01", hours=5), task("T02", hours=5)],
        deviations=rows,
    )
    assert verify(data, both(5, 5)).ok
    assert [each.facts["task"] for each in verify(data, alone(5)).violations] == [("T02", "S1")]


def test_pins_on_unknown_things_are_left_to_validation() -> None:
    rows = [
        deviation(DeviationKind.PIN, task="T99", unit="S1", person="P1"),
        deviation(DeviationKind.LEAD, person="P99"),
    ]
    previous = [plan_row("T99", "P1", pinned=True), plan_row("T01", "P99", pinned=True)]
    assert verify(one(rows=rows, previous=previous), plan()).ok


def test_listed_reach_gives_the_group_to_central_people_alone() -> None:
    listed = [
        person("P1", home=CENTRAL, ict=10, reach=reach("S1")),
        person("P2", home="S1", ict=10, reach=reach("S1")),
    ]
    data = problem(
        schools=[school(ict_points=100, pool_pct=100), school("S2")],
        persons=listed,
        tasks=[task(hours=10, level=TaskLevel.GROUP)],
    )
    assert listed[0].reach.kind is ReachKind.LISTED
    assert verify(data, alone(10, "ict@GROEP", GROUP)).ok
    other = plan({"T01@GROEP P2 ict@GROEP": 10}, leads={"T01@GROEP": "P2"})
    [found] = verify(data, other).violations
    assert found.facts["obstacles"] == ("out-of-reach",)


def test_pins_at_one_unit_leave_the_others_free() -> None:
    data = problem(
        schools=[school("S1"), school("S2")],
        persons=[person(ict=20, reach=EVERYWHERE)],
        tasks=[task("T01", hours=5), task("T02", hours=5)],
        deviations=[deviation(DeviationKind.PIN, unit="S1", person="P1")],
    )
    assert {each.facts["task"] for each in verify(data, plan()).violations} == {
        ("T01", "S1"),
        ("T02", "S1"),
    }


def test_purchases_bind_only_when_pinned_on_a_known_task_and_envelope() -> None:
    rows = [
        plan_row("T01", None, role=PlanRole.OUTSOURCED, hours=3),
        plan_row("T99", None, role=PlanRole.OUTSOURCED, hours=3, pinned=True),
        plan_row("T01", None, role=PlanRole.OUTSOURCED, hours=3, owner="S9", pinned=True),
    ]
    assert verify(one(previous=rows), plan()).ok
