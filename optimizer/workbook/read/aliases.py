"""Codes instead of names: the same problem, in which nobody and no place can be read by name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

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
from models.vocabulary import YearRowKind
from models.year_rows import YearRows
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.catalogue import catalogue_tasks
from optimizer.workbook.template.year_sheet import DEFAULT_PEAKS

_SCHOOL_YEAR = re.compile(r"\d{4}([-–/]\d{2,4})?")
_FIXED_UNITS = frozenset({GROUP, CENTRAL, ANY})


@dataclass(frozen=True)
class Aliases:
    """The code that everything with a name of its own gets, by the name that it had.

    Packaged tasks keep their number, the usual competences their name, and GROEP and CENTRAAL
    theirs: they are the same for everybody.
    """

    persons: Mapping[str, str]
    units: Mapping[str, str]
    tasks: Mapping[str, str]
    zones: Mapping[str, str]
    competences: Mapping[str, str]


def make_aliases(data: ProblemData) -> Aliases:
    """Codes in the order of the rows; what only an old plan still names comes last."""
    known = {str(task.number) for task in catalogue_tasks()}
    previous = data.previous
    tasks = [*(t.number for t in data.tasks), *(row.task for row in previous)]
    units = [
        *(school.code for school in data.schools),
        *(unit for row in previous for unit in (row.unit, row.owner) if unit),
    ]
    persons = [*(p.code for p in data.persons), *(row.person for row in previous if row.person)]
    zones = [*(school.zone for school in data.schools), data.settings.central_zone]
    return Aliases(
        persons=_numbered("M", persons),
        units=_numbered("S", units, _FIXED_UNITS),
        tasks=_numbered(labels.OWN_TASK_PREFIX, tasks, known),
        zones=_numbered("Z", filter(None, zones)),
        competences=_numbered(labels.OWN_COMPETENCE, data.competences, labels.COMPETENCES),
    )


def _numbered(prefix: str, names: Iterable[str], fixed: Iterable[str] = ()) -> dict[str, str]:
    """A code per name; those in `fixed` keep theirs."""
    kept = {name: name for name in fixed}
    own = [name for name in dict.fromkeys(names) if name not in kept]
    return kept | {name: f"{prefix}{place:02d}" for place, name in enumerate(own, start=1)}


def anonymise(data: ProblemData, aliases: Aliases) -> ProblemData:
    """The problem with the codes, without any text that somebody typed."""
    return ProblemData(
        settings=_settings(data.settings, aliases),
        schools=tuple(_school(school, aliases) for school in data.schools),
        persons=tuple(_person(person, aliases) for person in data.persons),
        tasks=tuple(_task(task, aliases) for task in data.tasks),
        competences=tuple(aliases.competences[name] for name in data.competences),
        roles={role: _profile(profile, aliases) for role, profile in data.roles.items()},
        deviations=tuple(_deviation(each, aliases) for each in data.deviations),
        previous=tuple(_plan_row(row, aliases) for row in data.previous),
        year=_year(data.year),
        previous_from=data.previous_from,
    )


def _year(year: YearRows) -> YearRows:
    """The free days and peaks; what the school itself calls its days is not told."""
    free_day, holiday = (
        labels.YEAR_ROWS[kind] for kind in (YearRowKind.FREE_DAY, YearRowKind.HOLIDAY)
    )
    own = tuple(period._replace(name=free_day) for period in year.own)
    stated = year.holidays
    holidays = None if stated is None else tuple(p._replace(name=holiday) for p in stated)
    peaks = {word: peak for word, peak in year.peaks.items() if word in _known_peaks()}
    return YearRows(holidays, own, peaks)


def _settings(settings: Settings, aliases: Aliases) -> Settings:
    year = settings.school_year if _SCHOOL_YEAR.fullmatch(settings.school_year) else ""
    zone = aliases.zones.get(settings.central_zone, "")
    return replace(settings, school_year=year, central_zone=zone, adopted_by="")


def _school(school: School, aliases: Aliases) -> School:
    code = _unit(school.code, aliases)
    name = labels.ANONYMOUS_SCHOOL.format(code=code)
    return replace(school, code=code, name=name, zone=aliases.zones.get(school.zone, ""))


def _profile(profile: RoleProfile, aliases: Aliases) -> RoleProfile:
    levels = {
        alias: level
        for name, level in profile.levels.items()
        if (alias := aliases.competences.get(name))
    }
    return replace(profile, levels=levels)


def _person(person: Person, aliases: Aliases) -> Person:
    code = PersonCode(aliases.persons[person.code])
    return replace(
        person,
        code=code,
        name=labels.ANONYMOUS_PERSON.format(code=code),
        home=_unit(person.home, aliases),
        reach=Reach(person.reach.kind, tuple(_unit(u, aliases) for u in person.reach.units)),
        levels={aliases.competences[name]: level for name, level in person.levels.items()},
        contact_for=tuple(_unit(u, aliases) for u in person.contact_for if u in aliases.units),
    )


@cache
def _known_peaks() -> frozenset[str]:
    return frozenset(labels.PEAKS) | DEFAULT_PEAKS.keys() | {t.peak for t in catalogue_tasks()}


@cache
def _packaged_titles() -> Mapping[str, str]:
    return {fold(task.title): task.title for task in catalogue_tasks()}


def _task(task: Task, aliases: Aliases) -> Task:
    number = TaskNumber(aliases.tasks[task.number])
    own = labels.ANONYMOUS_TASK.format(number=number)
    return replace(
        task,
        number=number,
        title=_packaged_titles().get(fold(task.title), own),
        required={aliases.competences[name]: level for name, level in task.required.items()},
        peak=task.peak if task.peak in _known_peaks() else "",
    )


def _deviation(deviation: Deviation, aliases: Aliases) -> Deviation:
    person = deviation.person
    return replace(
        deviation,
        task=aliases.tasks.get(deviation.task, ANY),
        unit=_unit(UnitCode(deviation.unit), aliases),
        person=PersonCode(aliases.persons[person]) if person else None,
    )


def _plan_row(row: PlanRow, aliases: Aliases) -> PlanRow:
    return replace(
        row,
        task=TaskNumber(aliases.tasks[row.task]),
        unit=_unit(row.unit, aliases),
        person=PersonCode(aliases.persons[row.person]) if row.person else None,
        owner=_unit(row.owner, aliases) if row.owner else None,
    )


def _unit(code: UnitCode, aliases: Aliases) -> UnitCode:
    return UnitCode(aliases.units[code])
