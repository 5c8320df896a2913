"""Whether more money for firms can buy anything around a plan, and if not why."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from models.advice import NoPurchase
from models.agenda import TaskInstance, pools
from models.choice import chosen
from models.instance import Instance
from models.plan import EnvelopeKey, Plan, TaskKey
from models.problem import GROUP, UnitCode
from models.vocabulary import Funding
from models.worth import Curve
from optimizer.construct.ledger import Ledger

MONEY = "operating_euro"
"""The field of a school that holds the money for firms."""


def cannot_buy(
    instance: Instance, plan: Plan, tasks: Collection[TaskInstance]
) -> NoPurchase | None:
    """Why no money buys any of these tasks; `None` when some could be bought."""
    offered = [task for task in tasks if task.outsource_max > 0]
    priced = [task for task in offered if task.rate]
    watched = [task for task in priced if instance.watchers.get(task.key)]
    bought: dict[TaskKey, int] = {}
    for (key, _), grains in plan.outsourced.items():
        bought[key] = bought.get(key, 0) + grains
    covered = plan.covered()
    if not offered:
        return NoPurchase.NOT_OFFERED
    if not priced:
        return NoPurchase.NO_RATE
    if not watched:
        return NoPurchase.NO_WATCHER
    if all(bought.get(task.key, 0) == task.outsource_max for task in watched):
        return NoPurchase.ALL_BOUGHT
    counting = chosen(instance.tasks, plan.leads)
    is_done = all(covered.get(task.key, 0) == task.demand for task in counting)
    return NoPurchase.NO_GAP if is_done else None


def explained(instance: Instance, plan: Plan, curves: Iterable[Curve]) -> tuple[Curve, ...]:
    """The curves, those of money with why it buys nothing, where it does not."""
    ledger = Ledger.after(instance, plan)

    def told(curve: Curve) -> Curve:
        if curve.subject.attribute != MONEY or any(point.is_gain for point in curve.points):
            return curve
        owner = UnitCode(curve.subject.code)
        units = _served(instance, owner)
        tasks = [task for task in instance.tasks if task.key.unit in units]
        reason = cannot_buy(instance, plan, tasks)
        if reason is None and _has_left(ledger, tasks, {owner, GROUP} & units):
            reason = NoPurchase.MONEY_LEFT
        return replace(curve, no_purchase=reason)

    return tuple(map(told, curves))


def _served(instance: Instance, owner: UnitCode) -> frozenset[UnitCode]:
    """The units whose tasks the money of a school, or of the pool, can pay."""
    data = instance.data
    pooled = {school.code for school in data.schools if pools(data, school.code)} | {GROUP}
    if owner == GROUP:
        return frozenset(pooled)
    return frozenset({owner} | (pooled if owner in pooled else set()))


def _has_left(
    ledger: Ledger, tasks: Collection[TaskInstance], owners: Collection[UnitCode]
) -> bool:
    """Whether the money that is left pays all that a firm may still do of any of these tasks."""
    left = sum(ledger.accounts.left(EnvelopeKey(Funding.OPERATING, owner)) or 0 for owner in owners)
    costs = [
        ledger.instance.firm_cost(task) * (task.outsource_max - ledger.bought(task.key))
        for task in tasks
        if task.rate and ledger.instance.watchers.get(task.key)
    ]
    return left >= max(costs, default=0) > 0
