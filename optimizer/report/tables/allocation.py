"""The allocation: one row per task, unit, person, role and source.

A row that the user pinned keeps its role. When a pinned helper also becomes lead, the hours stay
in the pinned row of the helper and the mandate gets a row of its own, without hours and without
mark: what is pinned in the next run is what the user pinned, no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from models.agenda import TaskInstance
from models.plan import EnvelopeKey
from models.problem import PersonCode
from models.vocabulary import PlanRole
from optimizer.explain.answer import Answer, Row
from optimizer.report.tables.changes import Changes
from optimizer.report.tables.gone import gone_rows
from optimizer.workbook import labels

ROLE_ORDER = (PlanRole.LEAD, PlanRole.HELPER, PlanRole.BACKUP, PlanRole.OUTSOURCED)


@dataclass(frozen=True)
class _Line:
    """One line of the plan, before it is put into words."""

    role: PlanRole
    person: PersonCode | None
    source: EnvelopeKey | None
    grains: int


def allocation_rows(answer: Answer) -> list[Row]:
    """The plan in full, then what is gone since the one that stood there."""
    changes = Changes(answer)
    rows = [
        _row(answer, changes, task, line)
        for task in answer.tasks.values()
        for line in sorted(_lines(answer, changes, task), key=_order)
    ]
    return [*rows, *gone_rows(answer)]


def _order(line: _Line) -> tuple[int, int, str, str]:
    return (ROLE_ORDER.index(line.role), -line.grains, line.person or "", str(line.source))


def _lines(answer: Answer, changes: Changes, task: TaskInstance) -> Iterator[_Line]:
    plan, key = answer.plan, task.key
    lead = plan.leads.get(key)
    for person in answer.instance.watchers.get(key, ()):
        leads = person == lead and not changes.is_pinned_helper(key, person)
        role = PlanRole.LEAD if leads else PlanRole.HELPER
        paid = [
            (payer, plan.hours.get((key, person, payer), 0))
            for payer in answer.instance.payers.get((key, person), ())
        ]
        lines = [_Line(role, person, payer, grains) for payer, grains in paid if grains]
        yield from lines
        if person == lead and not (leads and lines):
            yield _Line(PlanRole.LEAD, person, None, 0)
    for person in plan.backups.get(key, ()):
        yield _Line(PlanRole.BACKUP, person, None, 0)
    for payer in answer.instance.firm_payers.get(key, ()):
        if grains := plan.outsourced.get((key, payer), 0):
            yield _Line(PlanRole.OUTSOURCED, None, payer, grains)


def source_label(key: EnvelopeKey | None) -> str:
    """`ICT S1`: the funding and its owner, as it stands in the workbook."""
    return f"{labels.FUNDINGS[key.funding]} {key.owner}" if key else ""


def _row(answer: Answer, changes: Changes, task: TaskInstance, line: _Line) -> Row:
    hours = answer.hours(line.grains) or None
    weeks = float(answer.instance.settings.school_weeks)
    person = answer.persons[line.person] if line.person else None
    owner = line.source.owner if line.source else None
    return {
        "task": task.key.task,
        "title": task.task.title,
        "cluster": labels.CLUSTERS[task.task.cluster],
        "unit": task.key.unit,
        "person": line.person,
        "name": person.name if person else labels.FIRM,
        "role": labels.PLAN_ROLES[line.role],
        "source": source_label(line.source),
        "hours_year": hours,
        "hours_week": round(hours / weeks, 2) if hours else None,
        "pinned": labels.PIN_MARK
        if changes.is_pinned(task.key, line.role, line.person, owner)
        else None,
        "change": changes.word(task.key, line.role, line.person, owner),
    }
