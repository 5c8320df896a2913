"""What the floors of the clusters ask: a constant number of grains per unit and cluster."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from math import floor

from models.problem import CENTRAL, GROUP, PersonCode, Task, TaskNumber, UnitCluster, UnitCode
from models.units import part_up
from models.verification.agenda import Duty
from models.verification.money import Envelope, cheapest_price
from models.verification.months import WORKED
from models.verification.outcome import Measure
from models.verification.world import World
from models.vocabulary import Funding


def floor_targets(world: World) -> dict[UnitCluster, int]:
    """`min(⌈floor_c·S_u⌉, D_uc, A_uc)` for every unit and cluster with a floor and a demand.

    `S_u = min(D_u, ⌊D_u·C/D⌋)` is the unit's fair share of all available hours.
    """
    by_unit_cluster: dict[UnitCluster, list[Duty]] = defaultdict(list)
    by_unit: dict[UnitCode, int] = defaultdict(int)
    for duty in world.duties.values():
        if duty.is_central:
            # A constant: what may be done centrally counts at the schools.
            continue
        by_unit_cluster[duty.unit, duty.task.cluster].append(duty)
        by_unit[duty.unit] += duty.demand
    available = available_grains(world)
    total = sum(by_unit.values())
    able = _Able(world)
    targets = {}
    for (unit, cluster), duties in by_unit_cluster.items():
        floor_pct = world.settings.floors.get(cluster, 0)
        if floor_pct > 0:
            share = min(by_unit[unit], by_unit[unit] * available // total)
            demand = sum(duty.demand for duty in duties)
            targets[unit, cluster] = min(
                part_up(floor_pct, share), demand, able.grains(unit, duties)
            )
    return targets


def available_grains(world: World) -> int:
    """Grains that people have and envelopes can pay, at the cheapest diploma present."""
    return sum(min(_capacity(world, funding), _payable(world, funding)) for funding in WORKED)


class _Able:
    """Who is fully competent and may be employed; asked so often that answers are kept."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._qualified: dict[TaskNumber, frozenset[PersonCode]] = {}
        self._employed: dict[UnitCode, frozenset[PersonCode]] = {}

    def grains(self, unit: UnitCode, duties: Iterable[Duty]) -> int:
        """Capacity of the people who may do some of the tasks and are fully competent for it."""
        able = frozenset[PersonCode]().union(*map(self._for_duty, duties))
        return sum(self._world.money.totals[code] for code in able & self._at(unit))

    def _for_duty(self, duty: Duty) -> frozenset[PersonCode]:
        persons, staff = self._world.persons, self._world.eligibility
        called = {
            code for code in staff.called_in(duty) if staff.is_competent(duty.task, persons[code])
        }
        qualified = self._for_task(duty.task) | called
        suspects = qualified & self._world.deviations.banned
        return qualified - {code for code in suspects if staff.is_barred(duty, persons[code])}

    def _for_task(self, task: Task) -> frozenset[PersonCode]:
        if task.number not in self._qualified:
            self._qualified[task.number] = frozenset(
                code
                for code, person in self._world.persons.items()
                if self._world.eligibility.is_qualified(task, person)
            )
        return self._qualified[task.number]

    def _at(self, unit: UnitCode) -> frozenset[PersonCode]:
        if unit not in self._employed:
            self._employed[unit] = frozenset(
                code
                for code, person in self._world.persons.items()
                if self._world.eligibility.can_be_employed(unit, person)
            )
        return self._employed[unit]


def _capacity(world: World, funding: Funding, homes: Iterable[UnitCode] | None = None) -> int:
    """Grains of a funding type of all people, or of those with one of the homes."""
    return sum(
        world.money.capacity[person.code, funding]
        for person in world.persons.values()
        if homes is None or person.home in homes
    )


def _payable(world: World, funding: Funding) -> int:
    price = cheapest_price(world.money, world.persons)
    total = 0
    for envelope in world.money.envelopes.values():
        if envelope.key.funding is funding:
            total += _envelope_grains(world, envelope, price)
    return total


def _envelope_grains(world: World, envelope: Envelope, price: Fraction | None) -> int:
    funding, owner = envelope.key
    if envelope.amount is None:
        return _capacity(world, funding, {CENTRAL if owner == GROUP else owner})
    if envelope.measure is Measure.GRAINS:
        return int(envelope.amount)
    return 0 if price is None else floor(envelope.amount * world.money.fulltime / price)
