"""What must be true when the plan chooses levels: properties, and every plan of tiny groups."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from brute_force import best_levels
from chosen_levels import (
    AT_GROUP,
    AT_SCHOOL,
    CENTER,
    CHOICE,
    LOCALS,
    at,
    finals,
    same_plan,
    solved,
    two,
    values,
)
from factory import (
    CENTRAL,
    EVERYWHERE,
    GROUP,
    key,
    person,
    problem,
    reach,
    school,
    settings,
    task,
)
from random_problems import random_group

from models.explanation import Family
from models.instance import build_instance
from models.problem import ProblemData
from models.verification import verify
from models.vocabulary import Cluster, OnSite, Priority, Role
from optimizer.construct.greedy import greedy_plans
from optimizer.flows.plan_rows import with_plan

# Truths (model.md, properties).


def random_choices(seed: int) -> ProblemData:
    """A random group in which every school pools and every level is chosen."""
    data = random_group(seed)
    schools = [replace(each, pool_pct=max(each.pool_pct, Decimal(20))) for each in data.schools]
    return at(replace(data, schools=tuple(schools), previous=()), CHOICE)


@pytest.mark.parametrize("seed", range(5))
def test_when_nobody_reaches_the_group_all_is_done_at_the_schools(seed: int) -> None:
    data = random_choices(seed)
    homes = [each.code for each in data.schools if each.code != GROUP]
    persons = [
        replace(each, home=homes[0] if each.home == CENTRAL else each.home, reach=reach(*homes))
        for each in data.persons
    ]
    data = replace(data, persons=tuple(persons))
    free, at_schools = solved(data), solved(at(data, AT_SCHOOL))
    assert values(free) == values(at_schools)
    assert same_plan(free, at_schools)


@pytest.mark.parametrize("seed", range(5))
def test_one_boundless_central_person_does_all_at_the_group(seed: int) -> None:
    data = random_choices(seed)
    skills = dict.fromkeys(data.competences, 4)
    center = person("P1", home=CENTRAL, ict=5000, levels=skills)
    tasks = [replace(each, roles=frozenset()) for each in data.tasks]
    data = replace(data, persons=(center,), tasks=tuple(tasks), deviations=())
    schools = [replace(each, ict_points=None, presence_min=Decimal(0)) for each in data.schools]
    data = replace(data, schools=tuple(schools))
    free, at_group = solved(data), solved(at(data, AT_GROUP))
    assert values(free) == values(at_group)
    assert same_plan(free, at_group)


@pytest.mark.parametrize("seed", range(5))
def test_a_choice_is_never_worse_on_the_first_level_than_the_schools(seed: int) -> None:
    data = random_choices(seed)
    first = data.settings.levels[0]
    free, at_schools = solved(data), solved(at(data, AT_SCHOOL))
    assert (values(free)[first] or 0) <= (values(at_schools)[first] or 0)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_changes_no_level(seed: int) -> None:
    data = random_choices(seed)
    turned = replace(
        data, persons=data.persons[::-1], tasks=data.tasks[::-1], schools=data.schools[::-1]
    )
    assert values(solved(data)) == values(solved(turned))


@pytest.mark.parametrize("seed", range(3))
def test_pinning_a_plan_returns_its_levels(seed: int) -> None:
    data = random_choices(seed)
    first = solved(data)
    pinned = [replace(row, pinned=True) for row in with_plan(data, first.plan).previous]
    again = solved(replace(data, previous=tuple(pinned)))
    assert again.plan.hours_by_pair() == first.plan.hours_by_pair()
    assert finals(again) == finals(first)


def tiny_choice(seed: int) -> ProblemData:
    """Two or three schools, most of which pool; two tasks, mostly at a chosen level."""
    random = Random(seed)
    codes = ("S1", "S2", "S3")[: random.choice((2, 2, 3))]
    tasks = [
        task(
            f"T0{number}",
            hours=random.randint(1, 3 if number == 1 else 2),
            cluster=random.choice((Cluster.TECHNICAL, Cluster.PEDAGOGICAL)),
            level=random.choice((CHOICE, CHOICE, CHOICE, AT_SCHOOL)),
            core=random.random() < 0.5,
            priority=random.choice((Priority.ESSENTIAL, Priority.DESIRED)),
            needs_backup=random.random() < 0.3,
            outsource_pct=random.choice((0, 0, 100)),
            on_site=random.choice((OnSite.NO, OnSite.YES)),
            minimum_pct=random.choice((0, 60, 100)),
            max_persons=1,
        )
        for number in (1, 2)
    ]
    persons = [
        person("P1", home=CENTRAL, ict=random.randint(1, 4), role=Role.TEACHER),
        person("P2", ict=random.randint(1, 4), reach=random.choice((reach("S1"), EVERYWHERE))),
    ]  # fmt: skip
    return problem(
        schools=[
            school(code, ict_points=random.choice((None, 3)), pool_pct=random.choice((0, 50, 100)),
                   operating_euro=random.choice((0, 5)))
            for code in codes
        ],
        persons=persons,
        tasks=tasks,
        settings=settings(
            floors={Cluster.PEDAGOGICAL: random.choice((0, 50))}, standard_rate=5,
            travel_between_zones="0.5", hours_per_visit=1,
        ),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(24))
def test_the_solver_finds_the_best_of_all_plans(seed: int) -> None:
    data = tiny_choice(seed)
    found = values(solved(data))
    expected = best_levels(data)
    assert {level: found[level] for level in expected} == expected


@pytest.mark.parametrize("seed", range(12))
def test_plans_by_hand_keep_the_choice_and_one_of_them_begins_at_the_group(seed: int) -> None:
    data = random_choices(seed)
    instance = build_instance(data)
    plans = greedy_plans(instance)
    assert len(plans) == 2
    for each in plans:
        families = {violation.family for violation in verify(data, each).violations}
        assert Family.CHOICE not in families


def test_plans_by_hand_differ_in_where_they_begin() -> None:
    first, second = greedy_plans(build_instance(two(*LOCALS, CENTER)))
    assert set(first.leads) == {key("T01@S1"), key("T01@S2")}
    assert set(second.leads) == {key("T01@GROEP")}
