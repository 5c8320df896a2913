"""Capacities of people and envelopes of money, in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor, lcm

from models.agenda import real_schools
from models.plan import EnvelopeKey
from models.points import ict_points
from models.problem import GROUP, Person, PersonCode, ProblemData, School
from models.settings import Settings
from models.units import capacity_grains
from models.vocabulary import Diploma, Funding

HOUR_FUNDINGS = (Funding.ICT, Funding.BPT, Funding.OTHER)
"""Fundings that pay own people; the fourth, operating money, pays firms."""


@dataclass(frozen=True)
class Envelope:
    """A funding type at its owner.

    `amount` is a whole number, `None` when the appointments are the envelope. One grain of work
    uses `post_cost[diploma]` of it when the funding is ICT with an amount, 1 for other hours, and
    `rate in cents × grain` for operating money. ICT amounts and costs are points scaled so that
    all of them are whole. `is_open` says whether there is anything in it.
    """

    key: EnvelopeKey
    amount: int | None
    post_cost: Mapping[Diploma, int]
    is_open: bool = True

    def prices(self, person: Person) -> bool:
        """Whether it is known what this person's work costs here."""
        in_points = self.key.funding is Funding.ICT and self.amount is not None
        return not in_points or person.diploma in self.post_cost

    def cost(self, person: Person) -> int:
        """What one grain of this person's work uses of the amount."""
        return self.post_cost.get(person.diploma, 1)


def weekly_hours(settings: Settings, person: Person, funding: Funding) -> Fraction:
    """Clock hours per week of a person from one funding; the most possible when to be decided."""
    bpt = Fraction(person.bpt_hours) * Fraction(settings.bpt_hour)
    if funding is Funding.BPT:
        return bpt
    if funding is Funding.OTHER:
        return Fraction(person.other_hours)
    if person.ict_to_decide:
        return max(
            Fraction(0),
            Fraction(settings.fulltime_hours) - bpt - Fraction(person.other_hours),
        )
    return Fraction(person.ict_hours)


def weeks(settings: Settings, funding: Funding) -> Decimal:
    """Weeks per year in which hours of this funding are worked."""
    return settings.ict_weeks if funding is Funding.ICT else settings.school_weeks


def weeks_of(data: ProblemData, person: Person, funding: Funding) -> Fraction:
    """Weeks per year in which a person works hours of this funding: those while they are there."""
    if person.is_all_year or not data.work_days:
        return Fraction(weeks(data.settings, funding))
    here = [day for day in data.work_days if person.is_here(day.day)]
    standby = sum((day.standby for day in here), Fraction(0)) if funding is Funding.ICT else 0
    return sum((day.school for day in here), Fraction(0)) + standby


def capacities(data: ProblemData) -> dict[tuple[PersonCode, Funding], int]:
    """Grains per year of each person and funding; pairs without any are left out."""
    settings = data.settings
    found = {
        (person.code, funding): capacity_grains(
            weekly_hours(settings, person, funding) * weeks_of(data, person, funding),
            settings.grain,
        )
        for person in data.persons
        for funding in HOUR_FUNDINGS
    }
    return {key: grains for key, grains in found.items() if grains > 0}


def _own_part(school: School, amount: Decimal) -> Fraction:
    return Fraction(amount) * (100 - Fraction(school.pool_pct)) / 100


_POOLED = (Funding.ICT, Funding.OTHER, Funding.OPERATING)


def _amount(settings: Settings, school: School, funding: Funding) -> Decimal | None:
    """What a school has of a funding before pooling: points, weekly hours or euro."""
    if funding is Funding.ICT:
        return ict_points(settings, school)
    if funding is Funding.BPT:
        return school.bpt_hours
    return school.other_hours if funding is Funding.OTHER else school.operating_euro


def _pool(data: ProblemData, funding: Funding) -> Fraction | None:
    """The pool's amount: its own and what the schools bring in; `None` when neither is given."""
    parts = [
        Fraction(amount) * Fraction(school.pool_pct) / 100
        for school in real_schools(data)
        if school.pool_pct > 0 and (amount := _amount(data.settings, school, funding)) is not None
    ]
    pool = [school for school in data.schools if school.code == GROUP]
    own = [_amount(data.settings, school, funding) for school in pool]
    parts += [Fraction(amount) for amount in own if amount is not None]
    return sum(parts, Fraction(0)) if parts else None


def _raw_amounts(data: ProblemData) -> dict[EnvelopeKey, Fraction | None]:
    """Points, weekly hours or euro per envelope, after pooling."""
    amounts: dict[EnvelopeKey, Fraction | None] = {}
    for school in real_schools(data):
        bpt = school.bpt_hours
        amounts[EnvelopeKey(Funding.BPT, school.code)] = None if bpt is None else Fraction(bpt)
        for funding in _POOLED:
            amount = _amount(data.settings, school, funding)
            own = None if amount is None else _own_part(school, amount)
            amounts[EnvelopeKey(funding, school.code)] = own
    for funding in _POOLED:
        amounts[EnvelopeKey(funding, GROUP)] = _pool(data, funding)
    # There are no appointments behind money: no amount is no money.
    money = EnvelopeKey(Funding.OPERATING, GROUP)
    amounts[money] = amounts[money] or Fraction(0)
    return amounts


def points_scale(settings: Settings) -> int:
    """Parts of a point in which every price of a grain is whole."""
    return lcm(*(Fraction(price).denominator for price in settings.post_prices.values()))


def _points_envelope(settings: Settings, key: EnvelopeKey, points: Fraction) -> Envelope:
    """`Σ grains·post_price ≤ points·fulltime`, with both sides scaled to whole numbers."""
    fulltime = Fraction(settings.fulltime_hours) * Fraction(settings.ict_weeks) / settings.grain
    prices = {diploma: Fraction(price) for diploma, price in settings.post_prices.items()}
    scale = points_scale(settings)
    costs = {diploma: int(price * scale) for diploma, price in prices.items()}
    return Envelope(key, floor(points * fulltime * scale), costs, is_open=points > 0)


def _envelope(settings: Settings, key: EnvelopeKey, amount: Fraction | None) -> Envelope:
    if amount is None:
        return Envelope(key, None, {})
    if key.funding is Funding.ICT:
        return _points_envelope(settings, key, amount)
    if key.funding is Funding.OPERATING:
        return Envelope(key, floor(amount * 100), {}, is_open=amount > 0)
    hour = Fraction(settings.bpt_hour) if key.funding is Funding.BPT else Fraction(1)
    clock_hours = amount * hour * Fraction(settings.school_weeks)
    grains = capacity_grains(clock_hours, settings.grain)
    return Envelope(key, grains, {}, is_open=grains > 0)


def envelopes(data: ProblemData) -> tuple[Envelope, ...]:
    """Every envelope, in a fixed order."""
    raw = _raw_amounts(data)
    return tuple(_envelope(data.settings, key, raw[key]) for key in sorted(raw))
