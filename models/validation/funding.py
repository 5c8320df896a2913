"""Points, teaching hours and money: ceilings, prices, appointments."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from models.agenda import pools, real_schools
from models.eligibility import in_reach
from models.funds import Envelope, points_scale
from models.instance import Instance
from models.issues import Issue, error, warning
from models.naming import Names
from models.plan import EnvelopeKey
from models.problem import CENTRAL, GROUP, Person, PersonCode, ProblemData, UnitCode
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


def check_appointments_fit_points(instance: Instance) -> list[Issue]:
    """The points can pay every fixed ICT appointment, worked or not.

    Somebody whom several schools may pay counts once, over all of them. One remark for all whose
    appointments share the points that are too few.
    """
    found, data = instance.commitments, instance.data
    if not found.lacking:
        return []
    names = Names(data)
    where = data.where("school", found.short[0].owner, "ict_points")
    persons = tuple(map(names.person, found.unpaid))
    units = tuple(key.owner for key in found.short)
    lacking = _points(instance, found.lacking)
    return [warning("points-exceeded", where, units=units, persons=persons, lacking=lacking)]


def _points(instance: Instance, scaled: int) -> Decimal:
    """Points of so much in the unit of the envelopes, rounded up to hundredths."""
    settings = instance.settings
    fulltime = Fraction(settings.fulltime_hours) * Fraction(settings.ict_weeks) / settings.grain
    points = Fraction(scaled, points_scale(settings)) / fulltime
    return Decimal(ceil(points * 100)) / 100


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
