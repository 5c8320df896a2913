"""A changed problem in which people keep the work that they had, as far as it still fits."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from models.instance import Instance
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import PersonCode, PlanRow, ProblemData
from models.units import hours
from models.verification import verify
from models.vocabulary import Funding, PlanRole
from optimizer.construct.first_plan import previous_plan
from optimizer.construct.greedy import complete
from optimizer.construct.repair import without_breaches

Place = tuple[TaskKey, PersonCode, EnvelopeKey]


def workers_on(instance: Instance, tasks: Collection[TaskKey]) -> frozenset[PersonCode]:
    """Everybody who had hours on one of these tasks in the plan before."""
    return frozenset(code for key, code, _ in previous_plan(instance).hours if key in tasks)


def holding(instance: Instance, movers: Collection[PersonCode]) -> ProblemData:
    """The problem in which everybody else is pinned to the work that they had.

    What they had is first made to fit, so that there is a plan: the one that stands as the plan
    before. Where none can be made of it nobody is pinned.
    """
    old = fitted(instance, previous_plan(instance))
    kept = complete(instance, without_breaches(instance, old))
    if not verify(instance.data, kept).ok:
        return instance.data
    held = {
        (key, code)
        for key, code in kept.hours_by_pair()
        if (key, code) in instance.previous and code not in movers
    }
    return replace(instance.data, previous=tuple(_rows(instance, kept, held)))


def fitted(instance: Instance, plan: Plan) -> Plan:
    """A plan without the grains that rounding gave more than tasks ask or people have.

    They go from the largest parts, and as long as there are any from tasks that stay above their
    minimum. What rounding took from a task below its minimum it gets back, from whoever does most.
    """
    found = Counter(plan.hours)
    minimum = {task.key: task.minimum for task in instance.tasks}
    for task in instance.tasks:
        _trim(found, [place for place in found if place[0] == task.key], task.demand, minimum)
    for (code, funding), most in instance.capacity.items():
        own = [place for place in found if place[1] == code and place[2].funding is funding]
        _trim(found, own, most, minimum)
    _round_up(instance, found)
    hours_left = {place: grains for place, grains in found.items() if grains > 0}
    return replace(plan, hours=hours_left, outsourced=_bought(instance, plan, found))


def _bought(
    instance: Instance, plan: Plan, found: Counter[Place]
) -> dict[tuple[TaskKey, EnvelopeKey], int]:
    """What firms did, as far as they still may and own people leave something to do."""
    left = {
        task.key: min(
            task.outsource_max,
            task.demand - sum(grains for place, grains in found.items() if place[0] == task.key),
        )
        for task in instance.tasks
    }
    bought: dict[tuple[TaskKey, EnvelopeKey], int] = {}
    for (key, payer), grains in sorted(plan.outsourced.items()):
        bought[key, payer] = min(grains, left[key])
        left[key] -= bought[key, payer]
    return {place: grains for place, grains in bought.items() if grains > 0}


def _round_up(instance: Instance, found: Counter[Place]) -> None:
    """Give tasks that fell below their minimum what lacks, where somebody on it has the hours."""
    used: Counter[tuple[PersonCode, Funding]] = Counter()
    for (_, code, payer), grains in found.items():
        used[code, payer.funding] += grains
    for task in instance.tasks:
        places = [place for place in found if place[0] == task.key and found[place]]
        lacking = task.minimum - sum(found[place] for place in places)
        for place in sorted(places, key=lambda p: (-found[p], p)):
            purse = (place[1], place[2].funding)
            more = max(0, min(lacking, instance.capacity.get(purse, 0) - used[purse]))
            found[place] += more
            used[purse] += more
            lacking -= more


def _trim(
    found: Counter[Place], places: Collection[Place], most: int, minimum: dict[TaskKey, int]
) -> None:
    """Take grains of some places until together they are `most`."""
    covered: Counter[TaskKey] = Counter()
    for (key, _, _), grains in found.items():
        covered[key] += grains
    for _ in range(sum(found[place] for place in places) - most):
        place = max(places, key=lambda p: (covered[p[0]] > minimum[p[0]], found[p], p))
        found[place] -= 1
        covered[place[0]] -= 1


def _rows(
    instance: Instance, plan: Plan, held: Collection[tuple[TaskKey, PersonCode]]
) -> Iterator[PlanRow]:
    grain = instance.settings.grain
    for (key, code, payer), grains in plan.hours.items():
        is_lead = plan.leads.get(key) == code
        yield PlanRow(
            task=key.task,
            unit=key.unit,
            person=code,
            role=PlanRole.LEAD if is_lead else PlanRole.HELPER,
            funding=payer.funding,
            owner=payer.owner,
            hours=Decimal(hours(grains, grain)),
            pinned=(key, code) in held,
        )
    for (key, payer), grains in plan.outsourced.items():
        amount = Decimal(hours(grains, grain))
        yield PlanRow(
            key.task, key.unit, None, PlanRole.OUTSOURCED, payer.funding, payer.owner, amount
        )
    for key, people in plan.backups.items():
        for code in people:
            is_held = (key, plan.leads.get(key)) in held
            yield PlanRow(key.task, key.unit, code, PlanRole.BACKUP, pinned=is_held)
