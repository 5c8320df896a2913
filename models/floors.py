"""What the floors of the clusters ask: hours per unit and cluster, a constant of the problem."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from models.agenda import TaskInstance
from models.funds import HOUR_FUNDINGS, Envelope
from models.plan import EnvelopeKey, TaskKey
from models.problem import CENTRAL, GROUP, Person, PersonCode, UnitCluster, UnitCode
from models.vocabulary import Cluster, Funding

Capacity = Mapping[tuple[PersonCode, Funding], int]


def floor_targets(
    tasks: Iterable[TaskInstance],
    floors: Mapping[Cluster, Decimal],
    able: Mapping[UnitCluster, int],
    available: int,
) -> dict[UnitCluster, int]:
    """`T[u,c] = min(⌈floor_c·S_u⌉, D[u,c], A[u,c])` in grains, where it is above 0.

    `S_u = min(D_u, ⌊D_u·C/D⌋)` is the fair share of a unit in all hours there are: `able` is `A`,
    as `able_capacity` counts it, and `available` is `C`, as `available_hours` does.
    """
    demand: dict[UnitCluster, int] = defaultdict(int)
    by_unit: dict[UnitCode, int] = defaultdict(int)
    for task in tasks:
        demand[task.key.unit, task.task.cluster] += task.demand
        by_unit[task.key.unit] += task.demand
    whole = sum(by_unit.values())
    targets: dict[UnitCluster, int] = {}
    for (unit, cluster), wanted in demand.items():
        share = min(by_unit[unit], floor(Fraction(by_unit[unit] * available, whole)))
        fair = ceil(Fraction(floors[cluster]) * share / 100)
        target = min(fair, wanted, able.get((unit, cluster), 0))
        if target > 0:
            targets[unit, cluster] = target
    return targets


def able_capacity(
    tasks: Iterable[TaskInstance],
    competent: Iterable[tuple[TaskKey, PersonCode]],
    capacity: Capacity,
) -> dict[UnitCluster, int]:
    """`A[u,c]`: grains of the people fully competent for some task of c at u.

    `competent` are the pairs that may work and lack nothing that the task asks.
    """
    clusters = {task.key: task.task.cluster for task in tasks}
    people: dict[UnitCluster, set[PersonCode]] = defaultdict(set)
    for key, person in competent:
        people[key.unit, clusters[key]].add(person)
    whole: dict[PersonCode, int] = defaultdict(int)
    for (person, funding), grains in capacity.items():
        if funding in HOUR_FUNDINGS:
            whole[person] += grains
    return {where: sum(whole[code] for code in codes) for where, codes in people.items()}


def available_hours(
    persons: Sequence[Person], capacity: Capacity, envelopes: Mapping[EnvelopeKey, Envelope]
) -> int:
    """`C`: all hours there are, per funding the least of capacity and what envelopes can pay."""
    whole = 0
    for funding in HOUR_FUNDINGS:
        offered = sum(c for (_, f), c in capacity.items() if f is funding)
        paid = [person for person in persons if (person.code, funding) in capacity]
        payable = (
            _payable(envelope, paid, capacity)
            for key, envelope in envelopes.items()
            if key.funding is funding
        )
        whole += min(offered, sum(payable))
    return whole


def _payable(envelope: Envelope, paid: Collection[Person], capacity: Capacity) -> int:
    """Grains that an envelope can pay, at the cheapest diploma that is present."""
    key = envelope.key
    if envelope.amount is None:
        home = CENTRAL if key.owner == GROUP else key.owner
        return sum(capacity[p.code, key.funding] for p in paid if p.home == home)
    if key.funding is not Funding.ICT:
        return envelope.amount
    prices = [envelope.cost(person) for person in paid if envelope.prices(person)]
    return envelope.amount // min(prices) if prices else 0
