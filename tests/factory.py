"""Small problems built in code: records with easy numbers, all names fictional.

The settings here make one clock hour or teaching hour a week one grain a year (one school week,
no stand-by weeks, grain 1, `bpt_hour` 1), and one ICT point pays one grain of a person with
diploma HSO, two points one of a BACHELOR, three one of a MASTER.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import easy_settings
from easy_plans import envelope, key, plan
from easy_settings import NO_FLOORS, POST_PRICES, Number, settings

from models.issues import CellRef
from models.problem import (
    ANY,
    CENTRAL,
    GROUP,
    Deviation,
    Person,
    PersonCode,
    PlanRow,
    ProblemData,
    Reach,
    RoleProfile,
    School,
    Task,
    TaskNumber,
    UnitCode,
)
from models.settings import Settings
from models.vocabulary import (
    Applies,
    Cluster,
    DeviationKind,
    Diploma,
    Driver,
    EducationLevel,
    Funding,
    OnSite,
    PlanRole,
    Priority,
    ReachKind,
    Rhythm,
    Role,
    TaskLevel,
    WeightClass,
)
from models.year_rows import YearRows

EVERYWHERE = Reach(ReachKind.ALL)

__all__ = [
    "ANY",
    "CENTRAL",
    "EVERYWHERE",
    "GROUP",
    "NO_FLOORS",
    "POST_PRICES",
    "Number",
    "deviation",
    "envelope",
    "key",
    "person",
    "plan",
    "plan_row",
    "problem",
    "reach",
    "school",
    "settings",
    "task",
]


def school(
    code: str = "S1",
    *,
    name: str = "",
    pupils: Number = 0,
    devices: Number = 0,
    teachers: Number = 0,
    sites: Number = 1,
    ict_points: Number | None = None,
    bpt_hours: Number | None = None,
    lesson_hours: Number | None = None,
    committee_agrees: bool = False,
    other_hours: Number | None = None,
    operating_euro: Number = 0,
    pool_pct: Number = 0,
    presence_min: Number = 0,
    zone: str = "",
    level: EducationLevel | None = None,
    points_computed: bool = False,
    counts: Mapping[WeightClass, Number] | None = None,
) -> School:
    """A school whose people's appointments are its envelopes; `code="GROEP"` gives the pool."""
    return School(
        code=UnitCode(code),
        name=name or f"School {code}",
        pupils=Decimal(pupils),
        devices=Decimal(devices),
        teachers=Decimal(teachers),
        sites=Decimal(sites),
        ict_points=_optional(ict_points),
        bpt_hours=_optional(bpt_hours),
        lesson_hours=_optional(lesson_hours),
        committee_agrees=committee_agrees,
        other_hours=_optional(other_hours),
        operating_euro=Decimal(operating_euro),
        pool_pct=Decimal(pool_pct),
        presence_min=Decimal(presence_min),
        zone=zone,
        education_level=level,
        ict_points_computed=points_computed,
        class_counts={each: Decimal(count) for each, count in (counts or {}).items()},
    )


def person(
    code: str = "P1",
    *,
    name: str = "",
    home: str = "S1",
    role: Role = Role.TECHNICAL_COORDINATOR,
    diploma: Diploma = Diploma.HSO,
    ict: Number = 0,
    ict_to_decide: bool = False,
    bpt: Number = 0,
    other: Number = 0,
    reach: Reach | None = None,
    max_schools: int | None = None,
    max_tasks: int | None = None,
    min_pedagogical_pct: Number = 0,
    levels: Mapping[str, int] | None = None,
    begins: date | None = None,
    ends: date | None = None,
) -> Person:
    """A person; `ict`, `bpt` and `other` are hours a week, all 0 unless told."""
    return Person(
        code=PersonCode(code),
        name=name or f"Persoon {code}",
        home=UnitCode(home),
        role=role,
        diploma=diploma,
        ict_hours=Decimal(ict),
        ict_to_decide=ict_to_decide,
        bpt_hours=Decimal(bpt),
        other_hours=Decimal(other),
        reach=reach or Reach(),
        max_schools=max_schools,
        max_tasks=max_tasks,
        min_pedagogical_pct=Decimal(min_pedagogical_pct),
        levels=dict(levels or {}),
        begins=begins,
        ends=ends,
    )


def reach(*units: str) -> Reach:
    """The reach of someone who may work at the listed units."""
    return Reach(ReachKind.LISTED, tuple(UnitCode(unit) for unit in units))


def task(
    number: str = "T01",
    *,
    hours: Number = 0,
    per_unit: Number = 0,
    driver: Driver = Driver.NONE,
    cluster: Cluster = Cluster.TECHNICAL,
    title: str = "",
    core: bool = False,
    applies: Applies = Applies.YES,
    level: TaskLevel = TaskLevel.SCHOOL,
    priority: Priority = Priority.DESIRED,
    minimum_pct: Number | None = None,
    required: Mapping[str, int] | None = None,
    roles: Iterable[Role] = (),
    preferred: Iterable[Role] = (),
    max_persons: int | None = None,
    needs_backup: bool = False,
    outsource_pct: Number = 0,
    rate: Number | None = None,
    on_site: OnSite = OnSite.NO,
    rhythm: Rhythm | None = None,
    peak: str = "",
) -> Task:
    """A task; `hours` is the fixed part of the demand, `per_unit` the part per driver unit."""
    return Task(
        number=TaskNumber(number),
        cluster=cluster,
        title=title or f"Taak {number}",
        core=core,
        applies=applies,
        level=level,
        priority=priority,
        fixed_hours=Decimal(hours),
        unit_hours=Decimal(per_unit),
        driver=driver,
        minimum_pct=_optional(minimum_pct),
        required=dict(required or {}),
        roles=frozenset(roles),
        preferred=frozenset(preferred),
        max_persons=max_persons,
        needs_backup=needs_backup,
        outsource_pct=Decimal(outsource_pct),
        rate=_optional(rate),
        on_site=on_site,
        rhythm=rhythm,
        peak=peak,
    )


def deviation(
    kind: DeviationKind,
    *,
    task: str = ANY,
    unit: str = ANY,
    person: str | None = None,
    value: Number | None = None,
    priority: Priority | None = None,
    where: CellRef | None = None,
) -> Deviation:
    """A row of the deviations sheet; every task at every unit unless told."""
    return Deviation(
        kind=kind,
        task=task,
        unit=unit,
        person=None if person is None else PersonCode(person),
        value=_optional(value),
        priority=priority,
        where=where,
    )


def plan_row(
    task: str = "T01",
    person: str | None = "P1",
    *,
    unit: str = "S1",
    role: PlanRole = PlanRole.LEAD,
    hours: Number = 0,
    funding: Funding | None = Funding.ICT,
    owner: str | None = None,
    pinned: bool = False,
    where: CellRef | None = None,
) -> PlanRow:
    """A row of the previous plan; the owner of the envelope is the unit unless told."""
    return PlanRow(
        task=TaskNumber(task),
        unit=UnitCode(unit),
        person=None if person is None else PersonCode(person),
        role=role,
        funding=funding,
        owner=UnitCode(owner or unit),
        hours=Decimal(hours),
        pinned=pinned,
        where=where,
    )


def problem(
    *,
    schools: Iterable[School] | None = None,
    persons: Iterable[Person] = (),
    tasks: Iterable[Task] = (),
    deviations: Iterable[Deviation] = (),
    previous: Iterable[PlanRow] = (),
    settings: Settings | None = None,
    competences: Iterable[str] | None = None,
    roles: Mapping[Role, RoleProfile] | None = None,
    year: YearRows | None = None,
) -> ProblemData:
    """A problem at one school `S1` unless told; competences are those that the records name."""
    data = ProblemData(
        settings=settings or easy_settings.settings(),
        schools=(school(),) if schools is None else tuple(schools),
        persons=tuple(persons),
        tasks=tuple(tasks),
        deviations=tuple(deviations),
        previous=tuple(previous),
        roles=roles or {},
        year=year or YearRows(),
    )
    named = _named_competences(data) if competences is None else tuple(competences)
    return replace(data, competences=named)


def _optional(value: Number | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _named_competences(data: ProblemData) -> tuple[str, ...]:
    levels = [record.levels for record in data.persons]
    required = [record.required for record in data.tasks]
    return tuple(sorted({name for mapping in levels + required for name in mapping}))
