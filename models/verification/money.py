"""What people can give and envelopes can pay: capacities, amounts, and who may be paid."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.plan import EnvelopeKey
from models.problem import CENTRAL, GROUP, Person, PersonCode, ProblemData, School, UnitCode
from models.settings import Settings
from models.units import capacity_grains
from models.verification.agenda import Duty, schools_of
from models.verification.months import WORKED, weekly_hours, weeks_present
from models.verification.outcome import Measure
from models.verification.points import stated_points
from models.verification.reach import in_reach
from models.vocabulary import Diploma, Funding

_POOLED = (Funding.ICT, Funding.OTHER, Funding.OPERATING)


@dataclass(frozen=True)
class Envelope:
    """An envelope; `amount` is in `measure`, `None` when only people's appointments bind."""

    key: EnvelopeKey
    amount: Fraction | None
    measure: Measure

    @property
    def can_pay(self) -> bool:
        """Whether there is anything in it."""
        return self.amount is None or self.amount > 0


class Money:
    """Capacities and envelopes of one problem.

    Attributes
    ----------
    capacity
        Grains per person and funding type.
    totals
        Grains per person over all funding types.
    envelopes
        Every envelope, those of the pool with owner `GROUP`.
    fulltime
        Grains of a full-time ICT post, exactly.
    """

    def __init__(self, data: ProblemData) -> None:
        self._prices = {
            diploma: Fraction(price) for diploma, price in data.settings.post_prices.items()
        }
        self._pooling = {school.code for school in schools_of(data) if school.pool_pct > 0}
        self.fulltime = (
            Fraction(data.settings.fulltime_hours) * Fraction(data.settings.ict_weeks)
        ) / data.settings.grain
        self.capacity: dict[tuple[PersonCode, Funding], int] = {
            (person.code, funding): grains
            for person in data.persons
            for funding, grains in capacities(person, data).items()
        }
        self.totals: dict[PersonCode, int] = {
            person.code: sum(self.capacity[person.code, funding] for funding in WORKED)
            for person in data.persons
        }
        self.envelopes = find_envelopes(data)

    def price(self, diploma: Diploma) -> Fraction | None:
        """Points that a full-time post costs; `None` when the workbook does not say."""
        return self._prices.get(diploma)

    def may_pay(self, key: EnvelopeKey, unit: UnitCode, person: Person) -> bool:
        """Whether the envelope may pay the person's hours for tasks at the unit."""
        envelope = self.envelopes[key]
        funding, owner = envelope.key
        if self.capacity.get((person.code, funding), 0) <= 0 or not envelope.can_pay:
            return False
        if not self._serves(owner, unit):
            return False
        if envelope.measure is Measure.POINTS and self.price(person.diploma) is None:
            return False
        at_home = person.home == (CENTRAL if owner == GROUP else owner)
        return at_home or (envelope.amount is not None and funding is not Funding.BPT)

    def anyone_pays(self, unit: UnitCode, person: Person) -> bool:
        """Whether some envelope may pay the person for tasks at the unit."""
        keys = (EnvelopeKey(funding, owner) for funding in WORKED for owner in {unit, GROUP})
        return any(key in self.envelopes and self.may_pay(key, unit, person) for key in keys)

    def ict_payers(self, person: Person, units: Iterable[UnitCode]) -> list[EnvelopeKey]:
        """The ICT envelopes that may pay a person for some task at one of these units in reach."""
        reached = [unit for unit in units if in_reach(person, unit)]
        return sorted(
            key
            for key, envelope in self.envelopes.items()
            if key.funding is Funding.ICT
            and any(self.may_pay(envelope.key, unit, person) for unit in reached)
        )

    def may_buy(self, key: EnvelopeKey, duty: Duty) -> bool:
        """Whether a firm may be paid for the task from the envelope."""
        if duty.rate <= 0 or duty.task.outsource_pct <= 0:
            return False
        envelope = self.envelopes[key]
        funding, owner = envelope.key
        return funding is Funding.OPERATING and envelope.can_pay and self._serves(owner, duty.unit)

    def _serves(self, owner: UnitCode, unit: UnitCode) -> bool:
        return unit == owner or (owner == GROUP and unit in self._pooling)


def capacities(person: Person, data: ProblemData) -> dict[Funding, int]:
    """Grains per funding type that a person can give in a year, or in their part of it."""
    school_weeks, standby_weeks = weeks_present(person, data)
    week = weekly_hours(person, data.settings)
    weeks = dict.fromkeys(WORKED, school_weeks) | {Funding.ICT: school_weeks + standby_weeks}
    grain = data.settings.grain
    return {funding: capacity_grains(week[funding] * weeks[funding], grain) for funding in WORKED}


def find_envelopes(data: ProblemData) -> dict[EnvelopeKey, Envelope]:
    """The envelopes of every school and of the pool, with what is left after pooling."""
    schools = schools_of(data)
    amounts: dict[EnvelopeKey, Fraction | None] = {}
    for school in schools:
        for funding in Funding:
            part = 0 if funding is Funding.BPT else Fraction(school.pool_pct)
            amount = _stated(school, funding, data.settings)
            kept = None if amount is None else amount * (100 - part) / 100
            amounts[EnvelopeKey(funding, school.code)] = kept
    for funding in _POOLED:
        amounts[EnvelopeKey(funding, GROUP)] = _pool(data, funding)
    return {key: _convert(key, amount, data.settings) for key, amount in amounts.items()}


def _pool(data: ProblemData, funding: Funding) -> Fraction | None:
    moved = [
        amount * Fraction(school.pool_pct) / 100
        for school in schools_of(data)
        if school.pool_pct > 0 and (amount := _stated(school, funding, data.settings)) is not None
    ]
    own = next((school for school in data.schools if school.code == GROUP), None)
    base = None if own is None else _stated(own, funding, data.settings)
    if base is None and not moved and funding is not Funding.OPERATING:
        return None
    return (base or Fraction(0)) + sum(moved, Fraction(0))


def _stated(school: School, funding: Funding, settings: Settings) -> Fraction | None:
    stated = {
        Funding.ICT: stated_points(school, settings),
        Funding.BPT: school.bpt_hours,
        Funding.OTHER: school.other_hours,
        Funding.OPERATING: school.operating_euro,
    }[funding]
    return None if stated is None else Fraction(stated)


def _convert(key: EnvelopeKey, amount: Fraction | None, settings: Settings) -> Envelope:
    """ICT stays in points and money in euro; hours a week become grains a year."""
    if key.funding is Funding.OPERATING:
        return Envelope(key, amount, Measure.EURO)
    if key.funding is Funding.ICT and amount is not None:
        return Envelope(key, amount, Measure.POINTS)
    if amount is None:
        return Envelope(key, None, Measure.GRAINS)
    hour = Fraction(settings.bpt_hour) if key.funding is Funding.BPT else Fraction(1)
    grains = capacity_grains(amount * hour * Fraction(settings.school_weeks), settings.grain)
    return Envelope(key, Fraction(grains), Measure.GRAINS)


def cheapest_price(money: Money, persons: Mapping[PersonCode, Person]) -> Fraction | None:
    """The lowest price of a post among those with ICT hours; `None` when there is nobody."""
    prices = {
        money.price(person.diploma)
        for person in persons.values()
        if money.capacity[person.code, Funding.ICT] > 0
    }
    return min((price for price in prices if price is not None), default=None)
