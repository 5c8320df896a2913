"""Drawn schools: means as published, the same for the same seed, each on its own stream."""

from dataclasses import replace
from pathlib import Path
from statistics import fmean

import pytest
from command_line import run

from models.issues import has_errors
from models.validation import validate
from models.vocabulary import EducationLevel, Role
from optimizer.flows.checking import check_workbook
from optimizer.series.study.draws import Draws
from optimizer.series.study.population.flanders import Population, draw_problem
from optimizer.series.study.population.kinds import KINDS
from optimizer.series.study.population.people import FAMILIES
from optimizer.series.study.population.published import MEAN_PUPILS_PRIMARY, WEEKLY_HOURS
from optimizer.series.study.population.schools import draw_school
from optimizer.series.study.population.teams import FULL_WEEK, draw_team
from optimizer.workbook.labels import COMPETENCES

DRAWS = Draws(1)


@pytest.mark.parametrize("level", list(KINDS))
def test_hours_of_coordination_have_the_published_mean(level: EducationLevel) -> None:
    schools = [draw_school(DRAWS, number, level) for number in range(1, 3001)]
    mean = fmean(float(each.coordination) for each in schools)
    assert mean == pytest.approx(float(WEEKLY_HOURS[level].value), rel=0.03)
    pupils = fmean(float(each.school.pupils) for each in schools)
    assert pupils == pytest.approx(float(KINDS[level].mean_pupils), rel=0.03)


def test_primary_schools_have_the_published_size_with_the_special_ones_among_them() -> None:
    drawn = [draw_school(DRAWS, number).school for number in range(1, 6001)]
    primary = (EducationLevel.PRIMARY, EducationLevel.SPECIAL_PRIMARY)
    pupils = [float(school.pupils) for school in drawn if school.education_level in primary]
    assert fmean(pupils) == pytest.approx(float(MEAN_PUPILS_PRIMARY.value), rel=0.03)


def test_devices_follow_the_pupils() -> None:
    school = draw_school(DRAWS, 1, EducationLevel.SECONDARY).school
    assert float(school.devices) == pytest.approx(1.18 * float(school.pupils), abs=0.5)


def test_a_school_is_the_same_whatever_the_others() -> None:
    alone, together = draw_problem(DRAWS, [7]), draw_problem(DRAWS, [6, 7, 8])
    assert alone.schools[0] in together.schools
    assert all(person in together.persons for person in alone.persons)
    assert alone != draw_problem(Draws(2), [7])
    assert alone != draw_problem(Draws(1, 2), [7])


def test_everything_drawn_is_valid() -> None:
    for number in range(1, 60):
        data = draw_problem(DRAWS, [number])
        assert not has_errors(validate(data)), data.schools[0].code
        assert all(person.ict_hours <= FULL_WEEK for person in data.persons)
    assert not has_errors(validate(draw_problem(DRAWS, range(1, 16))))


def test_a_team_has_the_hours_of_its_school() -> None:
    for number in range(1, 40):
        drawn = draw_school(DRAWS, number)
        team = draw_team(DRAWS, drawn)
        assert sum(person.ict_hours for person in team) == drawn.ict_hours
        assert sum(person.bpt_hours for person in team) == drawn.bpt_hours
        assert Role.DIRECTOR in {person.role for person in team}


def test_competences_of_a_person_go_together() -> None:
    technical = [COMPETENCES[place] for place in FAMILIES[0]]
    role = Role.TECHNICAL_COORDINATOR
    people = [
        person
        for number in range(1, 300)
        for person in draw_problem(DRAWS, [number]).persons
        if person.role is role
    ]
    means = [fmean(person.levels.get(name, 0) for name in technical) for person in people]
    lows = [m for m in means if m < 2.5]
    highs = [m for m in means if m > 3.4]
    assert len(lows) > len(people) / 20
    assert len(highs) > len(people) / 20


def test_blocks_hold_every_school_once() -> None:
    blocks = Population(23, 4).blocks()
    assert [number for block in blocks for number in block.numbers] == list(range(1, 24))
    assert {len(block.numbers) for block in blocks} == {5, 6}
    assert [block.numbers for block in Population(2).blocks()] == [(1,), (2,)]


def test_workbooks_of_a_population_can_be_used(tmp_path: Path) -> None:
    folder = tmp_path / "populatie"
    done = run("populatie", "--scholen", "1", "-o", folder)
    assert done.code in (0, None), done.text
    books = sorted(folder.glob("*.xlsx"))
    assert len(books) == 1
    checked = check_workbook(books[0])
    assert checked.is_usable
    assert checked.data is not None
    drawn = draw_problem(DRAWS, [int(checked.data.schools[0].code[2:])])
    assert checked.data.schools[0] == drawn.schools[0]
    assert [replace(p, name="") for p in checked.data.persons] == [
        replace(p, name="") for p in drawn.persons
    ]
    lines = (folder / "populatie.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 2


def test_a_group_is_one_workbook_that_pools(tmp_path: Path) -> None:
    folder = tmp_path / "groepen"
    run("populatie", "--scholen", "2", "--groepen", "1", "--pool", "60", "-o", folder)
    (book,) = folder.glob("*.xlsx")
    data = check_workbook(book).data
    assert data is not None
    assert {school.pool_pct for school in data.schools} == {60}
    again = run("populatie", "--scholen", "2", "-o", folder)
    assert again.code == 2
    assert "niet leeg" in again.err


def test_more_groups_than_schools_are_refused(tmp_path: Path) -> None:
    done = run("populatie", "--scholen", "2", "--groepen", "3", "-o", tmp_path / "x")
    assert done.code == 2
    assert not (tmp_path / "x").exists()
