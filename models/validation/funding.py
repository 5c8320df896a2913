"""Points, teaching hours and money: ceilings, prices, appointments."""

from decimal import Decimal
from fractions import Fraction

from models.agenda import pools, real_schools
from models.eligibility import in_reach
from models.funds import Envelope
from models.instance import Instance
from models.issues import Issue, error, warning
from models.naming import Names
from models.plan import EnvelopeKey
from models.points import ict_points
from models.problem import CENTRAL, GROUP, Person, PersonCode, ProblemData, School, UnitCode
from models.validation.points import awaits_points
from models.vocabulary import Diploma, Funding


def check_bpt_homes(data: ProblemData) -> list[Issue]:
    """BPT hours belong to a school: central people and the pool have none."""
    names = Names(data)
    issues = [
        error(
            "central-bpt",
            data.where("person", person.code, "bpt_hours"),
            person=names.person(person.code),
        )
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
            issues.append(
                error("bpt-above-ceiling", where, unit=school.code, found=found, most=most)
            )
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
    """The price of a post is known for every diploma that is paid from points.

    Whether hours are paid from points follows from where somebody may work, not from what the
    tasks ask: an appointment costs its points whatever is done in it.
    """
    data = instance.data
    names = Names(data)
    unpriced: dict[Diploma, list[PersonCode]] = {}
    for person in data.persons:
        has_price = person.diploma in data.settings.post_prices
        if not has_price and has_ict_hours(data, person) and _is_paid_from_points(instance, person):
            unpriced.setdefault(person.diploma, []).append(person.code)
    return [
        error(
            "missing-price",
            data.where("setting", f"post_prices.{diploma}"),
            diploma=diploma,
            persons=tuple(map(names.person, codes)),
        )
        for diploma, codes in unpriced.items()
    ]


def has_ict_hours(data: ProblemData, person: Person) -> bool:
    """Whether somebody has ICT hours, however many: also a number that could not be read."""
    unread = ("person", person.code, "ict_hours") in data.unread
    return bool(person.ict_hours) or person.ict_to_decide or unread


def _is_paid_from_points(instance: Instance, person: Person) -> bool:
    """Whether an envelope of points that has a limit may pay somebody where she may work."""
    data = instance.data
    units = [school.code for school in real_schools(data) if in_reach(person, school.code)]
    pooled = in_reach(person, GROUP) or any(pools(data, unit) for unit in units)
    owners = [*units, *([GROUP] if pooled else [])]
    return any(_is_limited(instance, owner) for owner in owners)


def _is_limited(instance: Instance, owner: UnitCode) -> bool:
    envelope = instance.envelopes.get(EnvelopeKey(Funding.ICT, owner))
    unread = ("school", owner, "ict_points") in instance.data.unread
    return unread or (envelope is not None and envelope.is_open and envelope.amount is not None)


def check_open_appointments(instance: Instance) -> list[Issue]:
    """An ICT appointment that the plan decides needs points that bound it."""
    names = Names(instance.data)
    return [
        error(
            "open-appointment-without-points",
            instance.data.where("person", person.code, "ict_hours"),
            person=names.person(person.code),
        )
        for person in instance.persons
        if person.ict_to_decide
        and not _has_points(instance, person)
        and not _awaits_points(instance, person)
    ]


def _awaits_points(instance: Instance, person: Person) -> bool:
    """Whether points behind the appointment could not be read, or not be computed yet.

    What lacks there has an issue of its own.
    """
    data = instance.data
    in_pool = person.home == CENTRAL or pools(data, person.home)
    pooled = [s for s in data.schools if in_pool and (s.pool_pct > 0 or s.code == GROUP)]
    at_home = [s for s in data.schools if s.code == person.home]
    return any(
        awaits_points(data.settings, school) or ("school", school.code, "ict_points") in data.unread
        for school in pooled + at_home
    )


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
    """Work that a firm may do has a rate, once there is money for firms; one warning for all.

    It names the cell of the standard rate, which mends all of them at once.
    """
    money = any(
        envelope.amount
        for key, envelope in instance.envelopes.items()
        if key.funding is Funding.OPERATING
    )
    numbers = sorted(
        {task.key.task for task in instance.tasks if task.outsource_max and not task.rate}
    )
    if not money or not numbers:
        return []
    standard = instance.data.where("setting", "standard_rate")
    where = standard or instance.data.where("task", numbers[0], "rate")
    names = Names(instance.data)
    tasks = tuple(names.task_at(number, (), titled=len(numbers) == 1) for number in numbers)
    return [warning("tasks-without-rate", where, tasks=tasks)]
