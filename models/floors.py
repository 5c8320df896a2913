"""What the floors of the clusters ask: hours per unit and cluster, a constant of the problem."""

from collections import defaultdict
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from models.funds import HOUR_FUNDINGS
from models.plan import EnvelopeKey
from models.problem import CENTRAL, GROUP, PersonCode, UnitCode
from models.vocabulary import Cluster, Funding

if TYPE_CHECKING:
    from models.instance import Instance

Spot = tuple[UnitCode, Cluster]


def floor_targets(instance: "Instance") -> dict[Spot, int]:
    """`T[u,c] = min(⌈floor_c·S_u⌉, D[u,c], A[u,c])` in grains, where it is above 0."""
    demand: dict[Spot, int] = defaultdict(int)
    by_unit: dict[UnitCode, int] = defaultdict(int)
    for task in instance.tasks:
        demand[task.key.unit, task.task.cluster] += task.demand
        by_unit[task.key.unit] += task.demand
    available, able = _available(instance), _able_capacity(instance)
    whole = sum(by_unit.values())
    targets: dict[Spot, int] = {}
    for (unit, cluster), wanted in demand.items():
        share = min(by_unit[unit], floor(Fraction(by_unit[unit] * available, whole)))
        fair = ceil(Fraction(instance.settings.floors[cluster]) * share / 100)
        target = min(fair, wanted, able[unit, cluster])
        if target > 0:
            targets[unit, cluster] = target
    return targets


def _able_capacity(instance: "Instance") -> dict[Spot, int]:
    """`A[u,c]`: grains of the people fully competent for some task of c at u."""
    clusters = {task.key: task.task.cluster for task in instance.tasks}
    people: dict[Spot, set[PersonCode]] = defaultdict(set)
    for key, person in instance.payers:
        if (key, person) not in instance.learners:
            people[key.unit, clusters[key]].add(person)
    able: dict[Spot, int] = defaultdict(int)
    for spot, codes in people.items():
        able[spot] = sum(map(instance.total_capacity, codes))
    return able


def _available(instance: "Instance") -> int:
    """`C`: all hours there are, per funding the least of capacity and what envelopes can pay."""
    whole = 0
    for funding in HOUR_FUNDINGS:
        capacity = sum(c for (_, f), c in instance.capacity.items() if f is funding)
        keys = [key for key in instance.envelopes if key.funding is funding]
        whole += min(capacity, sum(_payable(instance, key) for key in keys))
    return whole


def _payable(instance: "Instance", key: EnvelopeKey) -> int:
    """Grains that an envelope can pay, at the cheapest diploma that is present."""
    envelope = instance.envelopes[key]
    paid = [p for p in instance.persons if (p.code, key.funding) in instance.capacity]
    if envelope.amount is None:
        home = CENTRAL if key.owner == GROUP else key.owner
        return sum(instance.capacity[p.code, key.funding] for p in paid if p.home == home)
    if key.funding is not Funding.ICT:
        return envelope.amount
    prices = [envelope.cost(person) for person in paid if envelope.prices(person)]
    return envelope.amount // min(prices) if prices else 0
