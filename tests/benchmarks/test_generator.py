"""Generated instances: the same for the same seed, valid, and as tight as they are meant to be."""

import pytest
from pytest import MonkeyPatch

from benchmarks.case import Case
from benchmarks.generation import teams
from benchmarks.generator import group, region, school
from models.funds import capacities
from models.instance import build_instance
from models.issues import has_errors
from models.problem import CENTRAL, GROUP, ProblemData
from models.units import capacity_grains
from models.validation import validate
from models.vocabulary import Cluster, Diploma, Funding, ReachKind, Role


def part_that_people_can_do(data: ProblemData) -> float:
    """Hours of people that can be paid, as a part of the demand; points bound the ICT hours."""
    instance = build_instance(data)
    settings = data.settings
    found = capacities(data)
    hours = {f: sum(n for (_, by), n in found.items() if by is f) for f in Funding}
    points = sum(place.ict_points or 0 for place in data.schools)
    weekly = points * settings.fulltime_hours / settings.post_prices[Diploma.HSO]
    payable = capacity_grains(weekly * settings.ict_weeks, settings.grain)
    whole = min(hours[Funding.ICT], payable) + hours[Funding.BPT] + hours[Funding.OTHER]
    return whole / sum(task.demand for task in instance.tasks)


@pytest.mark.parametrize("persons", [8, 10, 15])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_schools_are_valid_and_tight(persons: int, seed: int) -> None:
    data = school(seed, persons)
    assert not has_errors(validate(data))
    assert len(data.persons) == persons
    assert len(data.tasks) == 110
    assert 0.55 <= part_that_people_can_do(data) <= 0.65


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_groups_are_valid_and_tight(seed: int) -> None:
    data = group(seed, 6)
    assert not has_errors(validate(data))
    assert len(data.schools) == 7
    assert 0.55 <= part_that_people_can_do(data) <= 0.65


def test_a_group_of_22_has_the_size_of_the_example() -> None:
    data = group(1, 22)
    instance = build_instance(data)
    assert 1150 <= len(instance.tasks) <= 1350
    assert 65 <= len(data.persons) <= 85
    assert sum(person.ict_to_decide for person in data.persons) == 1
    assert not has_errors(validate(data))


def test_a_group_has_a_bit_of_everything() -> None:
    data = group(2, 22)
    roles = {person.role for person in data.persons}
    assert {Role.HEAD, Role.ANCHOR, Role.DIRECTOR, Role.ADMINISTRATION} <= roles
    assert any(p.home == CENTRAL and p.max_schools for p in data.persons)
    coordinators = [p for p in data.persons if p.role is Role.TECHNICAL_COORDINATOR]
    assert {p.home == CENTRAL for p in coordinators} == {True, False}
    assert len({place.zone for place in data.schools if place.code != GROUP}) > 3
    assert any(place.presence_min for place in data.schools)
    assert len({deviation.kind for deviation in data.deviations}) >= 5
    assert any(cluster is Cluster.PEDAGOGICAL for _, cluster in build_instance(data).floor_targets)


def test_a_region_works_by_area(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(teams, "LARGE_GROUP", 10)
    monkeypatch.setattr(teams, "AREA", 4)
    data = region(1, 12)
    assert not has_errors(validate(data))
    listed = [p.reach for p in data.persons if p.reach.kind is ReachKind.LISTED]
    assert listed
    assert all(len(reach.units) == 4 for reach in listed)
    assert 0.55 <= part_that_people_can_do(data) <= 0.65


@pytest.mark.parametrize("case", [Case("school", 10, 7), Case("group", 6, 7)])
def test_the_same_seed_gives_the_same_problem(case: Case) -> None:
    assert case.build() == Case(**case.as_json()).build()  # type: ignore[arg-type]
    assert case.build() != Case(case.kind, case.size, 8).build()


def test_competences_of_a_person_vary_together() -> None:
    """Who is good at networks is more often good at servers than at didactics."""
    people = [p for seed in range(40) for p in school(seed).persons if p.code == "P01"]
    usual = {"netwerk": 3, "servers": 3, "sociaal": 2}
    shifts = [{name: p.levels.get(name, 0) - at for name, at in usual.items()} for p in people]
    alike = sum(shift["netwerk"] == shift["servers"] for shift in shifts)
    unlike = sum(shift["netwerk"] == shift["sociaal"] for shift in shifts)
    assert alike > unlike
