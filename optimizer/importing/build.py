"""The records of the new workbook: tasks, people, and the plan of last year from their crosses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from models.agenda import driver_value
from models.issues import CellRef
from models.problem import (
    Person,
    PersonCode,
    PlanRow,
    ProblemData,
    School,
    Task,
    TaskNumber,
    UnitCode,
)
from models.settings import Settings
from models.vocabulary import Cluster, Diploma, Funding, PlanRole, Role
from optimizer.importing.numbering import task_numbers
from optimizer.importing.proposals import Proposal
from optimizer.importing.roster import Colleague, Roster
from optimizer.importing.source_task import Cross
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold
from optimizer.workbook.template.setting_rows import SETTING_ROWS

SCHOOL = UnitCode("S1")
"""The one school that an overview is about."""
_REFERENCE = School(
    SCHOOL, pupils=Decimal(500), devices=Decimal(590), teachers=Decimal(60), sites=Decimal(1)
)
"""The school for which the hours of our list are assumed."""
_ICT_ROLES = frozenset(
    {Role.TECHNICAL_COORDINATOR, Role.PEDAGOGICAL_COORDINATOR, Role.HEAD, Role.SUPPORT}
)
"""Roles whose hours are those of an ICT appointment; those of others come from elsewhere."""
_CODE_LETTERS = "MWKQ"
"""Letters for the codes of people: none that our tasks have, and the first that none here has."""
_HALF = Decimal("0.5")
_WEIGHT = (PlanRole.LEAD, PlanRole.HELPER, PlanRole.BACKUP)


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


def build(proposals: Sequence[Proposal], roster: Roster) -> Built:
    """Make the records, with the tasks in the order of the clusters."""
    ordered = sorted(proposals, key=lambda each: list(Cluster).index(each.cluster))
    numbers, renumbered = task_numbers(ordered)
    tasks = {n: each.task(n) for n, each in zip(numbers, ordered, strict=True)}
    codes = _person_codes(roster, numbers)
    by_number = dict(zip(numbers, ordered, strict=True))
    data = ProblemData(
        settings=Settings(school_year=_school_year()),
        schools=(School(SCHOOL),),
        persons=tuple(_person(codes[each.name], each) for each in roster.people),
        tasks=tuple(tasks.values()),
        competences=labels.COMPETENCES,
        previous=tuple(_plan(tasks, by_number, roster, codes)),
    )
    places = {each.source.where: n for n, each in by_number.items()}
    return Built(data, places, codes, by_number, renumbered)


def _person_codes(roster: Roster, numbers: Sequence[TaskNumber]) -> dict[str, PersonCode]:
    """A code per name that cannot be taken for the number of a task."""
    used = {fold(number)[:1] for number in numbers}
    letter = next((each for each in _CODE_LETTERS if each.casefold() not in used), "MW")
    return {each.name: PersonCode(f"{letter}{i}") for i, each in enumerate(roster.people, start=1)}


def _school_year() -> str:
    return next(row.default for row in SETTING_ROWS if row.path == "school_year")


def _person(code: PersonCode, colleague: Colleague) -> Person:
    """A person without competences, and without hours where no list of people gives them."""
    role = colleague.likely_role
    person = Person(code, colleague.name, SCHOOL, role, Diploma.HSO)
    if colleague.hours is None:
        return person
    if colleague.teaching:
        return replace(person, bpt_hours=colleague.hours)
    if role in _ICT_ROLES:
        return replace(person, ict_hours=colleague.hours)
    return replace(person, other_hours=colleague.hours)


def _plan(
    tasks: Mapping[TaskNumber, Task],
    proposals: Mapping[TaskNumber, Proposal],
    roster: Roster,
    codes: Mapping[str, PersonCode],
) -> Iterator[PlanRow]:
    for number, proposal in proposals.items():
        rows = _roles(proposal.source.crosses, roster)
        workers = sum(role is not PlanRole.BACKUP for role in rows.values())
        hours = _hours_each(tasks[number], workers)
        for who, role in rows.items():
            worked = Decimal(0) if role is PlanRole.BACKUP else hours
            if who is None:
                yield PlanRow(
                    number, SCHOOL, None, PlanRole.OUTSOURCED, Funding.OPERATING, SCHOOL, worked
                )
            else:
                yield PlanRow(number, SCHOOL, codes[who], role, hours=worked)


def _roles(crosses: Sequence[Cross], roster: Roster) -> dict[str | None, PlanRole]:
    """What everybody does on a task, by name; `None` is a firm.

    Somebody who is the only one on a task leads it; among several whom the overview does not tell
    apart nobody is made the lead. Who stands there twice has the weightiest role. Of several
    leads the first is taken: a task has one.
    """
    stated: dict[str | None, list[PlanRole]] = {}
    for cross in crosses:
        colleague = roster.find(cross.who)
        roles = stated.setdefault(colleague.name if colleague else None, [])
        roles += [cross.role] if cross.role else []
    found = {name: min(roles, key=_WEIGHT.index, default=None) for name, roles in stated.items()}
    workers = [name for name, role in found.items() if role is not PlanRole.BACKUP]
    default = PlanRole.LEAD if len(workers) == 1 else PlanRole.HELPER
    lead = next((name for name, role in found.items() if role is PlanRole.LEAD), None)
    return {
        name: PlanRole.HELPER if role is PlanRole.LEAD and name != lead else role or default
        for name, role in found.items()
    }


def _hours_each(task: Task, workers: int) -> Decimal:
    """Clock hours a year of each person on a task: an equal part, at least the smallest block.

    An overview with crosses does not say how much anybody did.
    """
    driver = driver_value(task, (_REFERENCE,))
    demand = Fraction(task.fixed_hours) + Fraction(task.unit_hours) * driver
    part = demand / max(1, workers)
    halves = Decimal(part.numerator) / Decimal(part.denominator) / _HALF
    return max(Settings().min_block, halves.quantize(Decimal(1), ROUND_HALF_UP) * _HALF)
