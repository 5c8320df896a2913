"""The example school: read back as it was meant, and a case in which the plan must choose."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from models.issues import has_errors
from models.problem import Person, ProblemData, Task
from models.settings import Settings
from models.vocabulary import Cluster, DeviationKind, Diploma, Driver, Role
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.template.example_school import REMARKS, example_school
from optimizer.workbook.template.template import write_template


@pytest.fixture(scope="module")
def data() -> ProblemData:
    return example_school()


@pytest.fixture(scope="module")
def read_back(tmp_path_factory: pytest.TempPathFactory) -> ProblemData:
    path: Path = tmp_path_factory.mktemp("example") / "voorbeeld.xlsx"
    write_template(path, "school")
    found, issues = parse_workbook(read_workbook(path))
    assert not has_errors(issues)
    assert found is not None
    return found


def is_competent(person: Person, task: Task) -> bool:
    return all(person.levels.get(name, 0) >= level for name, level in task.required.items())


def capacity(data: ProblemData, settings: Settings) -> Fraction:
    """Clock hours per year of all people together."""
    return sum(
        (
            Fraction(person.ict_hours * settings.ict_weeks)
            + Fraction(settings.bpt_hour) * Fraction(person.bpt_hours * settings.school_weeks)
            + Fraction(person.other_hours * settings.school_weeks)
            for person in data.persons
        ),
        Fraction(0),
    )


def demand(data: ProblemData) -> Decimal:
    """Clock hours per year of all tasks, before deviations."""
    (school,) = data.schools
    drivers = {
        Driver.PUPILS: school.pupils / 100,
        Driver.DEVICES: school.devices / 100,
        Driver.TEACHERS: school.teachers / 10,
        Driver.SITES: school.sites,
        Driver.NONE: Decimal(0),
    }
    hours = (task.fixed_hours + task.unit_hours * drivers[task.driver] for task in data.tasks)
    return sum(hours, Decimal(0))


def test_workbook_says_what_the_records_say(data: ProblemData, read_back: ProblemData) -> None:
    assert read_back.settings == data.settings
    assert read_back.schools == data.schools
    assert read_back.persons == data.persons
    assert read_back.tasks == data.tasks
    assert read_back.competences == data.competences
    assert tuple(replace(row, where=None) for row in read_back.deviations) == data.deviations
    assert read_back.previous == ()


def test_template_without_example_has_the_tasks_alone(tmp_path: Path) -> None:
    write_template(tmp_path / "sjabloon.xlsx")
    found, _ = parse_workbook(read_workbook(tmp_path / "sjabloon.xlsx"))
    assert found is not None
    assert len(found.tasks) == 110
    assert (found.schools, found.persons, found.deviations) == ((), (), ())


def test_people_can_do_about_60_per_cent(data: ProblemData) -> None:
    part = capacity(data, data.settings) / Fraction(demand(data))
    assert 0.55 < part < 0.65


def test_envelopes_pay_the_appointments_and_stay_within_the_rules(data: ProblemData) -> None:
    (school,) = data.schools
    paid = [person for person in data.persons if person.ict_hours]
    assert {person.diploma for person in paid} == {Diploma.HSO}
    price = data.settings.post_prices[Diploma.HSO]
    points = sum(person.ict_hours for person in paid) * price / data.settings.fulltime_hours
    assert school.ict_points is not None
    assert points <= school.ict_points < points + 1
    assert school.bpt_hours == sum(person.bpt_hours for person in data.persons)
    assert school.other_hours == sum(person.other_hours for person in data.persons)
    assert school.bpt_hours is not None
    assert school.lesson_hours is not None
    ceiling = school.lesson_hours * data.settings.bpt_ceiling_pct / 100
    assert school.bpt_hours <= ceiling


def test_a_handful_of_tasks_is_beyond_everybody(data: ProblemData) -> None:
    beyond = [t for t in data.tasks if not any(is_competent(p, t) for p in data.persons)]
    assert 1 <= len(beyond) <= 8


@pytest.mark.parametrize("cluster", Cluster)
def test_every_cluster_has_somebody_competent(data: ProblemData, cluster: Cluster) -> None:
    tasks = [task for task in data.tasks if task.cluster is cluster]
    able = [p.code for p in data.persons if any(is_competent(p, task) for task in tasks)]
    assert len(able) >= 2


def test_ten_people_in_the_roles_of_a_school(data: ProblemData) -> None:
    roles = {person.role for person in data.persons}
    assert len(data.persons) == len({person.code for person in data.persons}) == 10
    assert set(Role) - roles == {Role.HEAD}


def test_one_rate_holds_for_all_that_a_firm_may_do(data: ProblemData) -> None:
    assert data.settings.standard_rate == 65
    assert {task.rate for task in data.tasks} == {None}
    assert sum(task.outsource_pct > 0 for task in data.tasks) > 50


def test_the_named_lead_is_competent(data: ProblemData) -> None:
    (lead,) = (row for row in data.deviations if row.kind is DeviationKind.LEAD)
    task = next(task for task in data.tasks if task.number == lead.task)
    person = next(person for person in data.persons if person.code == lead.person)
    assert is_competent(person, task)


def test_every_deviation_has_its_remark(data: ProblemData) -> None:
    assert len(REMARKS) == len(data.deviations)
