"""The plan to start from: the better of a greedy one and the one that stands in the workbook."""

from collections import defaultdict
from collections.abc import Iterable

from models.instance import Instance
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode
from models.settings import Level
from models.units import demand_grains
from models.verification import Verification, verify
from models.vocabulary import Funding, PlanRole
from optimizer.construct.greedy import greedy_plans


def first_plan(instance: Instance) -> Plan | None:
    """The best plan at hand that satisfies every rule; `None` when there is none."""
    candidates = greedy_plans(instance)
    if instance.data.previous:
        candidates.append(previous_plan(instance))
    return best_plan(instance, candidates)


def best_plan(instance: Instance, candidates: Iterable[Plan]) -> Plan | None:
    """The best of some plans, level by level, among those that the checker accepts."""
    checked = [(plan, verify(instance.data, plan)) for plan in candidates]
    valid = [(plan, found) for plan, found in checked if found.ok]
    best = min(valid, key=lambda entry: _worth(instance, entry[1]), default=None)
    return best[0] if best else None


def _worth(instance: Instance, found: Verification) -> tuple[int, ...]:
    """Values of the levels in the order in which they count."""
    levels = instance.settings.levels
    return tuple(found.levels[level] for level in levels if level is not Level.UNIQUENESS)


def previous_plan(instance: Instance) -> Plan:
    """The rows of the previous plan as a plan, whether it is still allowed or not."""
    hours: dict[tuple[TaskKey, PersonCode, EnvelopeKey], int] = defaultdict(int)
    outsourced: dict[tuple[TaskKey, EnvelopeKey], int] = defaultdict(int)
    leads: dict[TaskKey, PersonCode] = {}
    backups: dict[TaskKey, tuple[PersonCode, ...]] = {}
    planned = frozenset(task.key for task in instance.tasks)
    for row in instance.data.previous:
        key, grains = TaskKey(row.task, row.unit), demand_grains(row.hours, instance.settings.grain)
        if key not in planned:
            continue
        if row.role is PlanRole.OUTSOURCED and row.owner and grains:
            outsourced[key, EnvelopeKey(Funding.OPERATING, row.owner)] += grains
        elif row.role is PlanRole.BACKUP and row.person:
            backups[key] = (*backups.get(key, ()), row.person)
        elif row.person and row.funding and row.owner and grains:
            hours[key, row.person, EnvelopeKey(row.funding, row.owner)] += grains
        if row.role is PlanRole.LEAD and row.person:
            leads[key] = row.person
    return Plan(dict(hours), leads, backups, dict(outsourced))
