"""The problem as the workbook states it: schools, persons, tasks, deviations, previous plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NewType

from models.issues import CellRef
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
    RoleWord,
    TaskLevel,
    WeightClass,
)
from models.work_days import WorkDay, work_days, year_of
from models.year_rows import YearRows

TaskNumber = NewType("TaskNumber", str)
PersonCode = NewType("PersonCode", str)
UnitCode = NewType("UnitCode", str)
UnitCluster = tuple[UnitCode, Cluster]
"""A cluster of tasks at a unit: where hours, demand and floors are counted."""

GROUP = UnitCode("GROEP")
"""The unit of tasks done once for all schools, and the owner of the pool."""
CENTRAL = UnitCode("CENTRAAL")
"""The home of people who belong to no single school."""
ANY = "*"
"""In a deviation: every task, or every school."""


@dataclass(frozen=True)
class Reach:
    """Where a person may work: the own school, everywhere, or the units listed."""

    kind: ReachKind = ReachKind.OWN
    units: tuple[UnitCode, ...] = ()


@dataclass(frozen=True)
class School:
    """A school, or the pool when `code` is `GROUP`.

    `ict_points` and `operating_euro` are per year; `bpt_hours` are teaching hours and
    `other_hours` clock hours per week. `None` for `ict_points`, `bpt_hours` or `other_hours`
    means that the appointments of its people are the envelope. `presence_min` is in hours a week.
    `ict_points_computed` means that the points follow from the pupils (`ict_points` is then
    `None`): ask `models.points.ict_points` what the envelope holds. `class_counts` has the pupils
    per weight, as far as they were counted.
    """

    code: UnitCode
    name: str = ""
    education_level: EducationLevel | None = None
    pupils: Decimal = Decimal(0)
    devices: Decimal = Decimal(0)
    teachers: Decimal = Decimal(0)
    sites: Decimal = Decimal(1)
    ict_points: Decimal | None = None
    ict_points_computed: bool = False
    bpt_hours: Decimal | None = None
    lesson_hours: Decimal | None = None
    committee_agrees: bool = False
    other_hours: Decimal | None = None
    operating_euro: Decimal = Decimal(0)
    pool_pct: Decimal = Decimal(0)
    presence_min: Decimal = Decimal(0)
    zone: str = ""
    class_counts: Mapping[WeightClass, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    """Someone who can do tasks.

    `ict_hours` and `other_hours` are clock hours per week, `bpt_hours` teaching hours per week.
    `ict_to_decide` means that the plan decides the ICT appointment (`ict_hours` is then 0).
    A competence that is absent from `levels` counts as level 0; what the role says of those that
    the person's own cells leave open is in it already. `begins` and `ends` are the first and the
    last day of whoever works in a part of the year alone. `decides` are the clusters on which she
    decides at her own school, `contact_for` the units whose first contact she is: marks for the
    agreements, which no rule reads.
    """

    code: PersonCode
    name: str
    home: UnitCode
    role: Role
    diploma: Diploma
    ict_hours: Decimal = Decimal(0)
    ict_to_decide: bool = False
    bpt_hours: Decimal = Decimal(0)
    other_hours: Decimal = Decimal(0)
    reach: Reach = field(default_factory=Reach)
    max_schools: int | None = None
    max_tasks: int | None = None
    min_pedagogical_pct: Decimal = Decimal(0)
    levels: Mapping[str, int] = field(default_factory=dict)
    decides: frozenset[Cluster] = frozenset()
    contact_for: tuple[UnitCode, ...] = ()
    begins: date | None = None
    ends: date | None = None

    @property
    def is_all_year(self) -> bool:
        """Whether the person works from the first to the last day of the year."""
        return self.begins is None and self.ends is None

    def is_here(self, day: date) -> bool:
        """Whether the person works on this day."""
        return (self.begins is None or self.begins <= day) and (
            self.ends is None or day <= self.ends
        )


@dataclass(frozen=True)
class RoleProfile:
    """What the workbook says of a role.

    `words` says per cluster how its tasks suit the role, absent for `CAN`; `levels` are the levels
    of whoever has this role and no own level in a competence; `max_tasks` is how many different
    tasks one of them does at the most, when neither their own cell nor a pin says otherwise.
    """

    words: Mapping[Cluster, RoleWord] = field(default_factory=dict)
    max_tasks: int | None = None
    levels: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Task:
    """One line of the task list.

    `fixed_hours` and `unit_hours` are clock hours per school year; `rate` is euro per clock hour
    of an outside firm. `roles` empty means that every role may do it whose word for the cluster is
    not `NEVER`; `preferred` are the roles that it suits, empty for no opinion. `minimum_pct` and
    `max_persons` are `None` when the general setting holds. `rhythm` is `None` when nobody said how
    often the work comes. `peak` names when it comes more, in the words of `YearRows.peaks`. `part`
    is what is left of the work of the year: below 1 when the rest of a year is planned.
    """

    number: TaskNumber
    cluster: Cluster
    title: str
    core: bool = False
    applies: Applies = Applies.YES
    level: TaskLevel = TaskLevel.SCHOOL
    priority: Priority = Priority.DESIRED
    fixed_hours: Decimal = Decimal(0)
    unit_hours: Decimal = Decimal(0)
    driver: Driver = Driver.NONE
    minimum_pct: Decimal | None = None
    required: Mapping[str, int] = field(default_factory=dict)
    roles: frozenset[Role] = frozenset()
    preferred: frozenset[Role] = frozenset()
    max_persons: int | None = None
    needs_backup: bool = False
    outsource_pct: Decimal = Decimal(0)
    rate: Decimal | None = None
    on_site: OnSite = OnSite.NO
    rhythm: Rhythm | None = None
    peak: str = ""
    part: Decimal = Decimal(1)


@dataclass(frozen=True)
class Deviation:
    """A row of the deviations sheet: what is not regular for a task, a school or a person.

    `task` and `unit` may be `ANY`. `colleague` is the second person that a row names, if any.
    `value` is hours (`HOURS`, `PIN`; `None` = no hours given), per cent (`MINIMUM`) or −2…+2
    (`PREFERENCE`); `priority` is used by `PRIORITY` alone.
    """

    kind: DeviationKind
    task: str = ANY
    unit: str = ANY
    person: PersonCode | None = None
    value: Decimal | None = None
    priority: Priority | None = None
    where: CellRef | None = None
    colleague: PersonCode | None = None

    @property
    def people(self) -> tuple[PersonCode, ...]:
        """Everybody whom the row names."""
        return tuple(code for code in (self.person, self.colleague) if code is not None)


@dataclass(frozen=True)
class PlanRow:
    """A row of the plan that stands in the workbook: last year's, or the last run's.

    `person` is `None` for outsourced work. `hours` are clock hours per year. `pinned` rows are
    binding for the next run.
    """

    task: TaskNumber
    unit: UnitCode
    person: PersonCode | None
    role: PlanRole
    funding: Funding | None = None
    owner: UnitCode | None = None
    hours: Decimal = Decimal(0)
    pinned: bool = False
    where: CellRef | None = None


@dataclass(frozen=True)
class AgreementRow:
    """A row of the agreements that stand in the workbook.

    `cells` are its texts by key of their column, `proposed` what the program proposed there last:
    where they differ, somebody agreed otherwise.
    """

    unit: str
    part: str
    cells: Mapping[str, str] = field(default_factory=dict)
    proposed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ProblemData:
    """Everything read from one workbook, before any check.

    `sources` gives the cell of a field: key `(record, code, field)` such as
    `("person", "M03", "bpt_hours")`; the field `""` is the row itself. For a task or person that
    occurs twice the first row is kept in `sources` and `duplicates` lists the later ones.
    `unread` has the keys of `sources` whose cell could not be read: the field holds its default.
    `previous_from` is the day from which the hours of `previous` count, when they are not those of
    a whole year. `begin` is the first day that the problem is about, `None` for the whole year:
    see `models.rest_of_year`.
    """

    settings: Settings
    schools: tuple[School, ...]
    persons: tuple[Person, ...]
    tasks: tuple[Task, ...]
    competences: tuple[str, ...] = ()
    roles: Mapping[Role, RoleProfile] = field(default_factory=dict)
    deviations: tuple[Deviation, ...] = ()
    previous: tuple[PlanRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    sources: Mapping[tuple[str, str, str], CellRef] = field(default_factory=dict)
    duplicates: tuple[tuple[str, str, CellRef], ...] = ()
    unread: frozenset[tuple[str, str, str]] = frozenset()
    year: YearRows = field(default_factory=YearRows)
    previous_from: date | None = None
    begin: date | None = None

    @cached_property
    def work_days(self) -> tuple[WorkDay, ...]:
        """The days on which people work; none when nobody said which school year it is."""
        year = year_of(self.settings.school_year, self.year)
        if year is None:
            return ()
        weeks = self.settings.school_weeks, self.settings.standby_weeks
        return work_days(year, *weeks, begin=self.begin)

    @cached_property
    def deviations_by_kind(
        self,
    ) -> Mapping[DeviationKind, Mapping[PersonCode | None, tuple[Deviation, ...]]]:
        """The deviations per kind and person, in the order of their rows."""
        found: dict[DeviationKind, dict[PersonCode | None, tuple[Deviation, ...]]] = {}
        for deviation in self.deviations:
            rows = found.setdefault(deviation.kind, {})
            rows[deviation.person] = (*rows.get(deviation.person, ()), deviation)
        return found

    @cached_property
    def pinned_in_plan(self) -> Mapping[tuple[str, str, PersonCode], frozenset[PlanRole]]:
        """The roles in which a pinned row of the plan names a task, a unit and a person."""
        found: dict[tuple[str, str, PersonCode], frozenset[PlanRole]] = {}
        for row in self.previous:
            if row.pinned and row.person is not None:
                place = (row.task, row.unit, row.person)
                found[place] = found.get(place, frozenset()) | {row.role}
        return found

    def where(self, record: str, code: str, attribute: str = "") -> CellRef | None:
        """The cell of a field; the cell of the row's key when the field has none of its own."""
        return self.sources.get((record, code, attribute)) or self.sources.get((record, code, ""))
