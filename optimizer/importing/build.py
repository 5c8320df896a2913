"""The records of the new workbook: schools, tasks, people, and last year's plan from crosses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.issues import CellRef
from models.problem import (
    Deviation,
    PersonCode,
    ProblemData,
    School,
    Task,
    TaskNumber,
    UnitCode,
)
from models.settings import Settings
from models.vocabulary import Cluster, DeviationKind
from optimizer.importing.build_people import build_people
from optimizer.importing.build_plan import plan_rows
from optimizer.importing.numbering import task_numbers
from optimizer.importing.proposals import Proposal
from optimizer.importing.roster import Roster
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.role_rows import DEFAULT_ROLES
from optimizer.workbook.template.setting_rows import SETTING_ROWS


@dataclass(frozen=True)
class Built:
    """The records, and where each task and person of the overview went.

    Attributes
    ----------
    data
        The records.
    numbers
        Number in the workbook per cell of a task in the overview.
    codes
        Code in the workbook per name.
    proposals
        Per number what the task was made from.
    renumbered
        Whether the overview's own numbers could not be kept.
    """

    data: ProblemData
    numbers: Mapping[CellRef, TaskNumber]
    codes: Mapping[str, PersonCode]
    proposals: Mapping[TaskNumber, Proposal]
    renumbered: bool


def build(proposals: Sequence[Proposal], roster: Roster, schools: Sequence[str]) -> Built:
    """Make the records, with the tasks in the order of the clusters.

    `schools` are the names of the schools; an overview that names none is about one school.
    """
    ordered = sorted(proposals, key=lambda each: list(Cluster).index(each.cluster))
    numbers, renumbered = task_numbers(ordered)
    by_number = dict(zip(numbers, ordered, strict=True))
    tasks = {number: each.task(number) for number, each in by_number.items()}
    units = {fold(name): UnitCode(f"S{i}") for i, name in enumerate(schools or ("",), start=1)}
    persons = build_people(roster, numbers, units)
    codes = {name: person.code for name, person in persons.items()}
    data = ProblemData(
        settings=Settings(school_year=_school_year()),
        schools=tuple(
            School(code, name) for code, name in zip(units.values(), schools or ("",), strict=True)
        ),
        persons=tuple(persons.values()),
        tasks=tuple(tasks.values()),
        competences=labels.COMPETENCES,
        roles=DEFAULT_ROLES,
        deviations=tuple(_deviations(tasks, by_number, units)),
        previous=tuple(plan_rows(tasks, by_number, roster, codes, units)),
    )
    places = {each.source.where: n for n, each in by_number.items()}
    return Built(data, places, codes, by_number, renumbered)


def _school_year() -> str:
    return next(row.default for row in SETTING_ROWS if row.path == "school_year")


def _deviations(
    tasks: Mapping[TaskNumber, Task],
    proposals: Mapping[TaskNumber, Proposal],
    units: Mapping[str, UnitCode],
) -> Iterator[Deviation]:
    """Where a task is not done, and where it takes other hours than the list says."""
    for number, proposal in proposals.items():
        at = {units[fold(name)]: hours for name, hours in proposal.source.schools}
        for unit in units.values() if at else ():
            if unit not in at:
                yield Deviation(DeviationKind.NOT_APPLICABLE, number, unit)
            elif at[unit] not in (None, tasks[number].fixed_hours):
                yield Deviation(DeviationKind.HOURS, number, unit, value=at[unit])
