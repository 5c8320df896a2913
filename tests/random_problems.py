"""Random small problems from a seed: schools and groups with a bit of every rule in them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from factory import CENTRAL, GROUP, deviation, person, problem, reach, school, settings, task

from models.problem import Deviation, Person, ProblemData, RoleProfile, School, Task
from models.vocabulary import (
    Cluster,
    DeviationKind,
    Diploma,
    Driver,
    OnSite,
    Rhythm,
    Role,
    RoleWord,
    TaskLevel,
    YearWatch,
)
from models.year_rows import Peak, YearRows

SKILLS = ("netwerk", "software", "didactiek")


def random_school(seed: int, num_tasks: int = 7, num_persons: int = 4) -> ProblemData:
    """One school with points, hours, money, back-ups, learners, wishes and bans."""
    return _random_problem(Random(seed), ["S1"], num_tasks, num_persons)


def random_group(seed: int, num_schools: int = 3) -> ProblemData:
    """A few schools that pool in part, with central people, travel, focus and presence."""
    codes = [f"S{place}" for place in range(1, num_schools + 1)]
    return _random_problem(Random(seed), codes, 6, 5)


def with_people_apart(data: ProblemData, seed: int) -> ProblemData:
    """The problem in which two people never work together."""
    first, second = Random(seed).sample([each.code for each in data.persons], 2)
    row = replace(deviation(DeviationKind.APART, person=first), colleague=second)
    return replace(data, deviations=(*data.deviations, row))


def with_roles(data: ProblemData, seed: int) -> ProblemData:
    """The problem in which every role has a word for every cluster, and some have a limit.

    The tasks say how often they come, or do not say it.
    """
    random = Random(seed)
    roles = {
        role: RoleProfile(
            words={cluster: random.choice(list(RoleWord)) for cluster in Cluster},
            max_tasks=random.choice((None, 1, 2)),
        )
        for role in {each.role for each in data.persons}
    }
    tasks = tuple(
        replace(
            each,
            preferred=frozenset(random.sample(sorted(roles), random.randint(0, 1))),
            rhythm=random.choice((*Rhythm, None)),
        )
        for each in data.tasks
    )
    return replace(data, roles=roles, tasks=tasks)


def with_months(data: ProblemData, seed: int) -> ProblemData:
    """The problem in a year that is guarded: work that peaks, people for a part of the year."""
    random = Random(seed)
    peaks = {
        "start": Peak(frozenset({8, 9}), Decimal(3), standby=True),
        "lente": Peak(frozenset({3, 4}), Decimal(random.choice((2, 5)))),
    }
    words = ("", "", "start", "lente", "start+lente")
    return replace(
        data,
        settings=replace(
            data.settings,
            school_weeks=Decimal(37),
            standby_weeks=Decimal(random.choice((0, 2))),
            grain=37,
            year_watch=YearWatch.GUARD,
            stretch_pct=Decimal(random.choice((0, 10, 50))),
        ),
        tasks=tuple(
            replace(
                each,
                fixed_hours=37 * each.fixed_hours,
                unit_hours=37 * each.unit_hours,
                peak=random.choice(words),
            )
            for each in data.tasks
        ),
        persons=tuple(
            replace(each, ends=random.choice((None, None, date(2027, 2, 1))))
            for each in data.persons
        ),
        year=YearRows(peaks=peaks),
    )


def _random_problem(
    random: Random, codes: list[str], num_tasks: int, num_persons: int
) -> ProblemData:
    is_group = len(codes) > 1
    schools = [_school(random, code, is_group=is_group) for code in codes]
    if is_group and random.random() < 0.5:
        schools.append(school(GROUP, ict_points=random.choice((None, 5)), operating_euro=20))
    homes = [*codes, CENTRAL] if is_group else codes
    return problem(
        schools=schools,
        persons=[_person(random, f"P{n}", homes, codes) for n in range(1, num_persons + 1)],
        tasks=[_task(random, f"T{n:02}") for n in range(1, num_tasks + 1)],
        deviations=[_deviation(random, num_tasks, num_persons) for _ in range(min(3, num_tasks))],
        settings=settings(
            floors={Cluster.PEDAGOGICAL: random.choice((0, 25, 60))},
            min_block=random.choice((1, 2)),
            max_persons=random.choice((1, 2, 3)),
            lead_min_pct=30,
            hours_per_task=3,
            max_backups=random.choice((1, 3)),
            learners_allowed=random.random() < 0.7,
            travel_within_zone="0.25",
            travel_between_zones="0.75",
            hours_per_visit=2,
        ),
    )


def _school(random: Random, code: str, *, is_group: bool) -> School:
    return school(
        code,
        pupils=random.choice((100, 250, 400)),
        teachers=random.choice((10, 25)),
        ict_points=random.choice((None, None, 6, 15)),
        bpt_hours=random.choice((None, 3)),
        other_hours=random.choice((None, 4)),
        operating_euro=random.choice((0, 35)),
        pool_pct=random.choice((0, 30, 100)) if is_group else 0,
        zone=random.choice(("", "Z1")),
    )


def _person(random: Random, code: str, homes: list[str], codes: list[str]) -> Person:
    home = random.choice(homes)
    listed = reach(*random.sample(codes, k=min(2, len(codes))))
    return person(
        code,
        home=home,
        role=random.choice((Role.TECHNICAL_COORDINATOR, Role.TEACHER, Role.ADMINISTRATION)),
        diploma=random.choice((Diploma.HSO, Diploma.BACHELOR)),
        ict=random.choice((0, 3, 6)),
        bpt=0 if home == CENTRAL else random.choice((0, 2)),
        other=random.choice((0, 0, 3)),
        reach=random.choice((None, listed)),
        max_tasks=random.choice((None, None, 3)),
        max_schools=random.choice((None, 1)),
        min_pedagogical_pct=random.choice((0, 0, 30)),
        levels={skill: random.randint(0, 4) for skill in SKILLS},
    )


def _task(random: Random, number: str) -> Task:
    asked = random.sample(SKILLS, random.randint(0, 2))
    required = {skill: random.randint(1, 3) for skill in asked}
    return task(
        number,
        hours=random.randint(0, 5),
        per_unit=random.choice((0, 1)),
        driver=random.choice((Driver.PUPILS, Driver.TEACHERS, Driver.NONE)),
        cluster=random.choice(list(Cluster)),
        core=random.random() < 0.4,
        level=random.choice(list(TaskLevel)),
        required=required,
        roles=(Role.TEACHER, Role.TECHNICAL_COORDINATOR) if random.random() < 0.2 else (),
        needs_backup=random.random() < 0.4,
        outsource_pct=random.choice((0, 0, 50, 100)),
        rate=random.choice((None, 7, "7.5")),
        on_site=random.choice(list(OnSite)),
    )


def _deviation(random: Random, num_tasks: int, num_persons: int) -> Deviation:
    kind = random.choice((DeviationKind.HOURS, DeviationKind.BAN, DeviationKind.PREFERENCE))
    number = f"T{random.randint(1, num_tasks):02}"
    if kind is DeviationKind.HOURS:
        return deviation(kind, task=number, value=random.randint(0, 6))
    code = f"P{random.randint(1, num_persons)}"
    return deviation(kind, task=number, person=code, value=random.randint(-2, 2))
