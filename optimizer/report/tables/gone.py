"""What the plan that stood there had and this one has not: rows below those of the plan."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.plan import TaskKey
from models.problem import PersonCode, PlanRow, UnitCode
from models.vocabulary import Funding, PlanRole
from optimizer.explain.answer import Answer, Row
from optimizer.report.dutch import dutch
from optimizer.workbook import labels

_Line = tuple[TaskKey, PersonCode | UnitCode | None, PlanRole]
"""A task, who did it (of a firm the owner of the money), and as what."""
_WORK = frozenset({PlanRole.LEAD, PlanRole.HELPER})


def gone_rows(answer: Answer) -> Iterator[Row]:
    """One row per person and task, back-up apart, in the order in which they stood there.

    Somebody who still works on a task, or still leads it, has a row in the plan already.
    """
    for (key, who, role), hours in _before(answer).items():
        if not _is_there(answer, key, who, role):
            yield _row(answer, key, who, role, hours)


def _before(answer: Answer) -> Mapping[_Line, Decimal]:
    """Hours a year of every line; work as lead and as helper together, as what it was first."""
    hours: dict[_Line, Decimal] = defaultdict(Decimal)
    roles: dict[tuple[TaskKey, PersonCode | None], PlanRole] = {}
    for row in answer.instance.data.previous:
        key = TaskKey(row.task, row.unit)
        role = roles.setdefault((key, row.person), row.role) if row.role in _WORK else row.role
        hours[key, _who(row), role] += row.hours
    return hours


def _who(row: PlanRow) -> PersonCode | UnitCode | None:
    return row.owner if row.role is PlanRole.OUTSOURCED else row.person


def _is_there(
    answer: Answer, key: TaskKey, who: PersonCode | UnitCode | None, role: PlanRole
) -> bool:
    plan = answer.plan
    if role is PlanRole.OUTSOURCED:
        return any(task == key and payer.owner == who for task, payer in plan.outsourced)
    if role is PlanRole.BACKUP:
        return who in plan.backups.get(key, ())
    return plan.leads.get(key) == who or any(
        task == key and person == who for task, person in answer.worked
    )


def _source(key: TaskKey, who: PersonCode | UnitCode | None, role: PlanRole, hours: Decimal) -> str:
    told = labels.WAS.format(hours=dutch(hours))
    if role is not PlanRole.OUTSOURCED:
        return told
    return f"{told}, {labels.FUNDINGS[Funding.OPERATING]} {who or key.unit}"


def _row(
    answer: Answer,
    key: TaskKey,
    who: PersonCode | UnitCode | None,
    role: PlanRole,
    hours: Decimal,
) -> Row:
    task = answer.task_list.get(key.task)
    is_firm = role is PlanRole.OUTSOURCED
    person = None if is_firm else answer.persons.get(PersonCode(who or ""))
    return {
        "task": key.task,
        "title": task.title if task else None,
        "cluster": labels.CLUSTERS[task.cluster] if task else None,
        "unit": key.unit,
        "person": None if is_firm else who,
        "name": labels.FIRM if is_firm else person.name if person else None,
        "role": labels.PLAN_ROLES[role],
        "source": _source(key, who, role, hours) if hours else None,
        "hours_year": None,
        "hours_week": None,
        "pinned": None,
        "change": labels.GONE,
    }
