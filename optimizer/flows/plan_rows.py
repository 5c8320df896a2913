"""A plan that was made as the plan that stands there: what a next run keeps and compares with."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from models.plan import Plan, TaskKey
from models.problem import PersonCode, PlanRow, ProblemData, UnitCode
from models.vocabulary import PlanRole

_Mark = tuple[TaskKey, PlanRole, PersonCode | UnitCode | None]


def with_plan(data: ProblemData, plan: Plan) -> ProblemData:
    """The problem in which this plan stands; rows that were pinned stay so while they exist."""
    pinned = frozenset(_mark(row) for row in data.previous if row.pinned)
    rows = (*_hours(plan, data.settings.grain, pinned), *_names(plan, pinned), *_firms(plan, data))
    marked = (replace(row, pinned=_mark(row) in pinned) for row in rows)
    return replace(data, previous=tuple(marked))


def _mark(row: PlanRow) -> _Mark:
    return TaskKey(row.task, row.unit), row.role, row.person or row.owner


def _role(plan: Plan, key: TaskKey, person: PersonCode, pinned: frozenset[_Mark]) -> PlanRole:
    """A helper who was pinned as such stays one in that row, also when they lead now."""
    leads = plan.leads.get(key) == person and (key, PlanRole.HELPER, person) not in pinned
    return PlanRole.LEAD if leads else PlanRole.HELPER


def _hours(plan: Plan, grain: int, pinned: frozenset[_Mark]) -> Iterator[PlanRow]:
    for (key, person, envelope), grains in plan.hours.items():
        role = _role(plan, key, person, pinned)
        hours = Decimal(grains * grain)
        yield PlanRow(*key, person, role, envelope.funding, envelope.owner, hours)


def _names(plan: Plan, pinned: frozenset[_Mark]) -> Iterator[PlanRow]:
    """Mandates that stand in no row of hours, and who can take over."""
    worked = {(key, person) for key, person, _ in plan.hours}
    for key, person in plan.leads.items():
        told = (key, person) in worked and _role(plan, key, person, pinned) is PlanRole.LEAD
        if not told:
            yield PlanRow(*key, person, PlanRole.LEAD)
    for key, people in plan.backups.items():
        yield from (PlanRow(*key, person, PlanRole.BACKUP) for person in people)


def _firms(plan: Plan, data: ProblemData) -> Iterator[PlanRow]:
    for (key, envelope), grains in plan.outsourced.items():
        hours = Decimal(grains * data.settings.grain)
        role = PlanRole.OUTSOURCED
        yield PlanRow(*key, None, role, envelope.funding, envelope.owner, hours)
