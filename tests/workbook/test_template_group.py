"""The example group: read back as it was meant, within the rules, with more work than people."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.agenda import real_schools
from models.choice import standing
from models.instance import Instance, build_instance
from models.points import points_from_pupils
from models.problem import CENTRAL, GROUP, Person, ProblemData, UnitCode
from models.validation import validate
from models.verification import verify
from models.vocabulary import (
    Cluster,
    DeviationKind,
    Diploma,
    EducationLevel,
    Funding,
    PointsInput,
    ReachKind,
    Role,
)
from optimizer.construct.greedy import greedy_plan
from optimizer.flows.checking import Checked, check_workbook
from optimizer.workbook.template.example_group import SCHOOLS_NOTE, example_group, group_remarks
from optimizer.workbook.template.template import write_template

EXAMPLE_POINTS_PER_WEIGHTED_PUPIL = Decimal("0.05")


@pytest.fixture(scope="module")
def data() -> ProblemData:
    return example_group()


@pytest.fixture(scope="module")
def instance(data: ProblemData) -> Instance:
    return build_instance(data)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("group") / "groep.xlsx"
    write_template(path, "groep")
    return path


@pytest.fixture(scope="module")
def checked(path: Path) -> Checked:
    return check_workbook(path)


def people_of(data: ProblemData, home: UnitCode) -> list[Person]:
    return [person for person in data.persons if person.home == home]


def fixed_points(data: ProblemData, persons: Iterable[Person]) -> Decimal:
    """Points that the fixed ICT appointments of these people cost."""
    prices, fulltime = data.settings.post_prices, data.settings.fulltime_hours
    costs = (p.ict_hours * prices[p.diploma] for p in persons if p.ict_hours)
    return sum(costs, Decimal(0)) / fulltime


def payable_hours(data: ProblemData, instance: Instance) -> Decimal:
    """Clock hours per year: what the points can pay, and the appointments of other kinds."""
    settings = data.settings
    points = sum((school.ict_points or Decimal(0) for school in data.schools), Decimal(0))
    posts = points / settings.post_prices[Diploma.HSO]
    grains = sum(g for (_, funding), g in instance.capacity.items() if funding is not Funding.ICT)
    return posts * settings.fulltime_hours * settings.ict_weeks + grains * settings.grain


def test_workbook_says_what_the_records_say(data: ProblemData, checked: Checked) -> None:
    found = checked.data
    assert found is not None
    assert found.settings == data.settings
    assert found.schools == data.schools
    assert found.persons == data.persons
    assert found.tasks == data.tasks
    assert tuple(replace(row, where=None) for row in found.deviations) == data.deviations
    assert found.previous == ()


def test_nothing_is_wrong_or_doubtful(data: ProblemData, checked: Checked) -> None:
    assert checked.issues == ()
    assert validate(data) == ()


def test_schools_sheet_says_that_the_points_are_assumed(path: Path) -> None:
    workbook = load_workbook(path, read_only=True)
    assert workbook["Scholen"]["A2"].value == SCHOOLS_NOTE
    workbook.close()


def test_size_of_the_group(data: ProblemData, instance: Instance) -> None:
    assert len(real_schools(data)) == 22
    assert len(data.persons) == len({person.name for person in data.persons}) == 75
    assert 1_200 <= len(standing(instance.tasks)) <= 1_320


def test_everybody_paid_from_points_has_the_diploma_with_a_known_price(data: ProblemData) -> None:
    paid = [person for person in data.persons if person.ict_hours or person.ict_to_decide]
    assert {person.diploma for person in paid} == {Diploma.HSO}
    assert set(data.settings.post_prices) == {Diploma.HSO}


def test_points_follow_the_weighted_pupils(data: ProblemData) -> None:
    assumed = replace(data.settings, points_coefficient=EXAMPLE_POINTS_PER_WEIGHTED_PUPIL)
    for school in real_schools(data):
        computed = points_from_pupils(assumed, school).points
        assert computed is not None
        assert school.ict_points is not None
        assert abs(school.ict_points - computed) <= Decimal("0.5"), school.code


def test_no_coefficient_is_invented(data: ProblemData) -> None:
    assert data.settings.points_coefficient is None
    lacking = {points_from_pupils(data.settings, school).lacks for school in real_schools(data)}
    assert lacking == {(PointsInput.COEFFICIENT,)}


def test_secondary_schools_count_their_pupils_per_weight(data: ProblemData) -> None:
    for school in real_schools(data):
        secondary = school.education_level is EducationLevel.SECONDARY
        assert sum(school.class_counts.values()) == (school.pupils if secondary else 0)


def test_devices_and_teachers_follow_the_pupils(data: ProblemData) -> None:
    for school in real_schools(data):
        primary = school.education_level is EducationLevel.PRIMARY
        share = Decimal("0.54") if primary else Decimal("1.18")
        assert abs(school.devices - share * school.pupils) <= Decimal("0.5"), school.code
        assert 10 < school.pupils / school.teachers < 13, school.code


def test_hours_of_a_school_are_those_of_its_people(data: ProblemData) -> None:
    for school in data.schools:
        people = people_of(data, CENTRAL if school.code == GROUP else school.code)
        assert school.bpt_hours == sum(person.bpt_hours for person in people), school.code
        assert school.other_hours == sum(person.other_hours for person in people), school.code


def test_points_leave_room_for_two_appointments_that_the_plan_decides(data: ProblemData) -> None:
    pooling = {school.code for school in data.schools if school.pool_pct > 0} | {GROUP}
    points = sum((s.ict_points or Decimal(0) for s in data.schools if s.code in pooling), Decimal())
    spent = fixed_points(data, (p for p in data.persons if p.home in pooling | {CENTRAL}))
    open_people = [person for person in data.persons if person.ict_to_decide]
    post = data.settings.post_prices[Diploma.HSO]
    assert len(open_people) == 2
    assert post / 2 < points - spent < 2 * post


def test_schools_outside_the_pool_pay_their_own_coordinator(data: ProblemData) -> None:
    alone = [school for school in real_schools(data) if school.pool_pct == 0]
    assert 2 <= len(alone) <= 4
    for school in alone:
        spent = fixed_points(data, people_of(data, school.code))
        assert school.ict_points is not None
        assert Decimal("0.9") * school.ict_points < spent <= school.ict_points, school.code
    pools = [school.pool_pct for school in real_schools(data) if school.pool_pct > 0]
    assert min(pools) >= 60


def test_people_can_do_about_60_per_cent(data: ProblemData, instance: Instance) -> None:
    demand = sum(task.demand for task in instance.tasks) * data.settings.grain
    assert Decimal("0.55") < payable_hours(data, instance) / demand < Decimal("0.65")


def test_every_cluster_has_somebody_competent_at_every_unit(instance: Instance) -> None:
    wanted, covered = defaultdict(set), defaultdict(set)
    led = {key for key, _ in instance.payers.keys() - instance.learners}
    for task in instance.tasks:
        wanted[task.key.unit].add(task.task.cluster)
        if task.key in led:
            covered[task.key.unit].add(task.task.cluster)
    assert len(wanted) == 23
    assert all(clusters == set(Cluster) for clusters in wanted.values())
    assert covered == wanted


def test_team_has_the_roles_of_a_group(data: ProblemData) -> None:
    assert {person.role for person in data.persons} == set(Role)
    central = people_of(data, CENTRAL)
    team = [person for person in central if person.role is Role.TECHNICAL_COORDINATOR]
    assert 5 <= len(team) <= 6
    assert all(p.reach.kind is ReachKind.ALL and p.max_schools == 8 for p in team)
    (pedagogical,) = (p for p in central if p.role is Role.PEDAGOGICAL_COORDINATOR)
    assert pedagogical.min_pedagogical_pct == 60


def test_every_school_has_an_anchor_with_bpt_hours(data: ProblemData) -> None:
    anchors = {p.home for p in data.persons if p.role is Role.ANCHOR and p.bpt_hours > 0}
    assert anchors == {school.code for school in real_schools(data)}


def test_every_kind_of_deviation_occurs_and_has_its_remark(data: ProblemData) -> None:
    assert {deviation.kind for deviation in data.deviations} == set(DeviationKind)
    assert len(group_remarks()) == len(data.deviations)
    assert all(group_remarks())


def test_first_plan_keeps_every_rule(data: ProblemData, instance: Instance) -> None:
    assert verify(data, greedy_plan(instance)).violations == ()
