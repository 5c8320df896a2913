"""Who counts when a floor asks no more than able people have."""

import pytest
from factory import EVERYWHERE, deviation, person, problem, school, settings, task

from models.plan import Plan
from models.problem import Person, UnitCode
from models.verification import verify
from models.vocabulary import Cluster, DeviationKind, Role

PED = Cluster.PEDAGOGICAL


def target(*persons: Person, banned_at: str = "S9", points: int = 200) -> int:
    """Grains that a floor of 25 % asks of 40 pedagogical hours for teachers at S1."""
    data = problem(
        schools=[school("S1", ict_points=points), school("S2", ict_points=200)],
        persons=persons,
        tasks=[task(hours=40, cluster=PED, roles=[Role.TEACHER])],
        deviations=[
            deviation(DeviationKind.BAN, unit=banned_at, person="P1"),
            deviation(DeviationKind.NOT_APPLICABLE, unit="S2"),
        ],
        settings=settings(floors={PED: 25}),
    )
    return verify(data, Plan()).floor_targets[UnitCode("S1"), PED]


def test_an_able_person_makes_the_floor_bind() -> None:
    assert target(person(ict=40, role=Role.TEACHER)) == 10


@pytest.mark.parametrize(
    "who",
    [
        person(ict=40, role=Role.HEAD),
        person(ict=40, role=Role.TEACHER, home="S2"),
    ],
    ids=["role", "reach"],
)
def test_people_who_may_not_do_it_do_not_count(who: Person) -> None:
    assert target(who) == 0


def test_banned_people_do_not_count_where_they_are_banned() -> None:
    assert target(person(ict=40, role=Role.TEACHER), banned_at="S1") == 0
    assert target(person(ict=40, role=Role.TEACHER), banned_at="S2") == 10


def test_people_whom_nothing_may_pay_there_do_not_count() -> None:
    able = person(ict=40, role=Role.TEACHER, reach=EVERYWHERE)
    assert target(able, points=1) == 10
    assert target(able, points=0) == 0
