"""Points, teaching hours and money: ceilings, prices, appointments."""

from decimal import Decimal
from fractions import Fraction

from models.agenda import pools, real_schools
from models.funds import Envelope
from models.instance import Instance
from models.issues import Issue, error, warning
from models.plan import EnvelopeKey
from models.points import ict_points
from models.problem import CENTRAL, GROUP, Person, PersonCode, ProblemData, School
from models.validation.points import awaits_points
from models.vocabulary import Diploma, Funding


def check_bpt_homes(data: ProblemData) -> list[Issue]:
    """BPT hours belong to a school: central people and the pool have none."""
    issues = [
        error("central-bpt", data.where("person", person.code, "bpt_hours"), person=person.code)
        for person in data.persons
        if person.home == CENTRAL and person.bpt_hours > 0
    ]
    return issues + [
        warning("group-bpt", data.where("school", school.code, "bpt_hours"))
        for school in data.schools
        if school.code == GROUP and school.bpt_hours
    ]


def check_bpt_ceiling(data: ProblemData) -> list[Issue]:
    """BPT stays within the ceiling, unless the local committee agrees.

    Both what the school makes free and what its people have are held against
    `bpt_ceiling_pct · lesson_hours`.
    """
    issues = []
    for school in real_schools(data):
        if school.lesson_hours is None or school.committee_agrees:
            continue
        appointed = sum((p.bpt_hours for p in data.persons if p.home == school.code), Decimal(0))
        found = max(appointed, school.bpt_hours or Decimal(0))
        most = data.settings.bpt_ceiling_pct * school.lesson_hours / 100
        if found > most:
            where = data.where("school", school.code, "bpt_hours")
            issues.append(error("bpt-above-ceiling", where, found=found, most=most))
    return issues


def check_appointments_fit_points(data: ProblemData) -> list[Issue]:
    """The ICT appointments of a school, or of all that pool together, fit in the points."""
    pooling = [s for s in data.schools if s.pool_pct > 0 or s.code == GROUP]
    groups = [[school] for school in data.schools if school not in pooling]
    issues = []
    for schools in [*groups, pooling] if pooling else groups:
        stated = [ict_points(data.settings, school) for school in schools]
        points = [amount for amount in stated if amount is not None]
        needed = _points_needed(data, schools)
        if len(points) == len(schools) and needed > sum(points):
            where = data.where("school", schools[0].code, "ict_points")
            codes = tuple(school.code for school in schools)
            found = _rounded(needed)
            issues.append(
                warning("points-exceeded", where, units=codes, found=found, most=sum(points))
            )
    return issues


def _points_needed(data: ProblemData, schools: list[School]) -> Fraction:
    """Points that the appointments of these schools' people cost, as far as prices are known."""
    homes = {school.code for school in schools}
    if any(school.code == GROUP for school in schools):
        homes.add(CENTRAL)
    prices = data.settings.post_prices
    parts = [
        Fraction(person.ict_hours) * Fraction(prices[person.diploma])
        for person in data.persons
        if person.home in homes and person.diploma in prices
    ]
    return sum(parts, Fraction(0)) / Fraction(data.settings.fulltime_hours)


def _rounded(value: Fraction) -> Decimal:
    return round(Decimal(value.numerator) / Decimal(value.denominator), 2)


def check_post_prices(instance: Instance) -> list[Issue]:
    """The price of a post is known for every diploma that is paid from points."""
    data = instance.data
    paid = _paid_from_points(instance)
    unpriced: dict[Diploma, str] = {}
    for person in instance.persons:
        if person.diploma not in data.settings.post_prices and person.code in paid:
            unpriced.setdefault(person.diploma, person.code)
    return [
        error(
            "missing-price",
            data.where("setting", f"post_prices.{diploma}"),
            diploma=diploma,
            person=code,
        )
        for diploma, code in unpriced.items()
    ]


def _paid_from_points(instance: Instance) -> set[PersonCode]:
    return {
        code
        for (_, code), payers in instance.payers.items()
        for key in payers
        if key.funding is Funding.ICT and instance.envelopes[key].amount is not None
    }


def check_open_appointments(instance: Instance) -> list[Issue]:
    """An ICT appointment that the plan decides needs points that bound it."""
    return [
        error(
            "open-appointment-without-points",
            instance.data.where("person", person.code, "ict_hours"),
            person=person.code,
        )
        for person in instance.persons
        if person.ict_to_decide
        and not _has_points(instance, person)
        and not _awaits_points(instance, person)
    ]


def _awaits_points(instance: Instance, person: Person) -> bool:
    """Whether points behind the appointment were asked to be computed and could not be yet.

    What the computation lacks has an issue of its own.
    """
    data = instance.data
    in_pool = person.home == CENTRAL or pools(data, person.home)
    pooled = [s for s in data.schools if in_pool and (s.pool_pct > 0 or s.code == GROUP)]
    at_home = [s for s in data.schools if s.code == person.home]
    return any(awaits_points(data.settings, school) for school in pooled + at_home)


def _has_points(instance: Instance, person: Person) -> bool:
    """Whether every envelope behind the appointment has an amount, and one of them is not 0."""
    behind = _ict_envelopes(instance, person)
    amounts = [envelope.amount for envelope in behind]
    return None not in amounts and any(amounts)


def _ict_envelopes(instance: Instance, person: Person) -> list[Envelope]:
    owners = [GROUP] if person.home == CENTRAL else [person.home]
    found = [instance.envelopes.get(EnvelopeKey(Funding.ICT, owner)) for owner in owners]
    pool = instance.envelopes.get(EnvelopeKey(Funding.ICT, GROUP))
    if pools(instance.data, person.home) and pool is not None and pool.amount is not None:
        found.append(pool)
    return [envelope for envelope in found if envelope is not None]


def check_firm_rates(instance: Instance) -> list[Issue]:
    """Work that a firm may do has a rate, once there is money for firms; one warning for all."""
    money = any(
        envelope.amount
        for key, envelope in instance.envelopes.items()
        if key.funding is Funding.OPERATING
    )
    numbers = sorted(
        {task.key.task for task in instance.tasks if task.outsource_max and not task.task.rate}
    )
    if not money or not numbers:
        return []
    where = instance.data.where("task", numbers[0], "rate")
    return [warning("tasks-without-rate", where, tasks=tuple(numbers))]
