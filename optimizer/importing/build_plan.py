"""Last year's plan: who did what according to the crosses and names of the overview."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from models.agenda import driver_value
from models.problem import GROUP, PersonCode, PlanRow, School, Task, TaskNumber, UnitCode
from models.settings import Settings
from models.vocabulary import Funding, PlanRole, TaskLevel
from optimizer.importing.proposals import Proposal
from optimizer.importing.roster import Roster
from optimizer.importing.source_task import Cross
from optimizer.workbook.read.matching import fold

_REFERENCE = School(
    UnitCode("S1"), pupils=Decimal(500), devices=Decimal(590), teachers=Decimal(60),
    sites=Decimal(1),
)  # fmt: skip
"""The school for which the hours of our list are assumed."""
_HALF = Decimal("0.5")
_WEIGHT = (PlanRole.LEAD, PlanRole.HELPER, PlanRole.BACKUP)


def plan_rows(
    tasks: Mapping[TaskNumber, Task],
    proposals: Mapping[TaskNumber, Proposal],
    roster: Roster,
    codes: Mapping[str, PersonCode],
    units: Mapping[str, UnitCode],
) -> Iterator[PlanRow]:
    """The rows of every task; `units` are the codes of the schools by their folded names."""
    for number, proposal in proposals.items():
        hours_at = {units[fold(name)]: hours for name, hours in proposal.source.schools}
        for unit, crosses in _at_units(tasks[number], proposal, units).items():
            roles = roles_of(crosses, roster)
            workers = sum(role is not PlanRole.BACKUP for role in roles.values())
            hours = _hours_each(tasks[number], hours_at.get(unit), workers)
            for who, role in roles.items():
                worked = Decimal(0) if role is PlanRole.BACKUP else hours
                yield _row(number, unit, codes[who] if who else None, role, worked)


def _row(
    number: TaskNumber, unit: UnitCode, person: PersonCode | None, role: PlanRole, hours: Decimal
) -> PlanRow:
    if person is None:
        return PlanRow(number, unit, None, PlanRole.OUTSOURCED, Funding.OPERATING, unit, hours)
    return PlanRow(number, unit, person, role, hours=hours)


def _at_units(
    task: Task, proposal: Proposal, units: Mapping[str, UnitCode]
) -> dict[UnitCode, list[Cross]]:
    """The crosses of a task at each school, or once for the group of schools.

    A cross that names no school holds at all schools of its task.
    """
    crosses = proposal.source.crosses
    if len(units) == 1:
        return {next(iter(units.values())): list(crosses)}
    if task.level is not TaskLevel.SCHOOL:
        return {GROUP: list(crosses)}
    here = [fold(name) for name, _ in proposal.source.schools] or list(units)
    return {
        units[name]: [cross for cross in crosses if fold(cross.school) in ("", name)]
        for name in here
    }


def roles_of(crosses: Sequence[Cross], roster: Roster) -> dict[str | None, PlanRole]:
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


def _hours_each(task: Task, at_school: Decimal | None, workers: int) -> Decimal:
    """Clock hours a year of each person on a task: an equal part, at least the smallest block.

    An overview with crosses does not say how much anybody did.
    """
    if at_school is not None:
        demand = Fraction(at_school)
    else:
        driver = driver_value(task, (_REFERENCE,))
        demand = Fraction(task.fixed_hours) + Fraction(task.unit_hours) * driver
    part = demand / max(1, workers)
    halves = Decimal(part.numerator) / Decimal(part.denominator) / _HALF
    return max(Settings().min_block, halves.quantize(Decimal(1), ROUND_HALF_UP) * _HALF)
