"""What there is to pay with: BPT and other hours, money, prices, the pool."""

from dataclasses import replace
from decimal import Decimal

from models.agenda import real_schools
from models.problem import GROUP, Person, ProblemData, Reach, School, UnitCode
from models.vocabulary import ReachKind
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.records import times, with_persons, with_schools


def scale_bpt(data: ProblemData, by: Decimal, _draws: Draws) -> ProblemData:
    """Teaching hours of schools and people, times `by`."""
    data = with_schools(data, lambda s: replace(s, bpt_hours=times(s.bpt_hours, by)))
    return with_persons(data, lambda p: replace(p, bpt_hours=p.bpt_hours * by))


def scale_other(data: ProblemData, by: Decimal, _draws: Draws) -> ProblemData:
    """Other hours of schools and people, times `by`."""
    data = with_schools(data, lambda s: replace(s, other_hours=times(s.other_hours, by)))
    return with_persons(data, lambda p: replace(p, other_hours=p.other_hours * by))


def add_money(data: ProblemData, per_pupil: Decimal, _draws: Draws) -> ProblemData:
    """So many euro a year per pupil more for firms."""

    def richer(school: School) -> School:
        return replace(school, operating_euro=school.operating_euro + per_pupil * school.pupils)

    return with_schools(data, richer)


def scale_prices(data: ProblemData, by: Decimal, _draws: Draws) -> ProblemData:
    """The points that a full-time post costs, times `by`, as far as they are known."""
    prices = {diploma: price * by for diploma, price in data.settings.post_prices.items()}
    return replace(data, settings=replace(data.settings, post_prices=prices))


def scale_travel(data: ProblemData, by: Decimal, _draws: Draws) -> ProblemData:
    """The hours of a trip, within a zone and between zones, times `by`."""
    settings = data.settings
    return replace(
        data,
        settings=replace(
            settings,
            travel_within_zone=settings.travel_within_zone * by,
            travel_between_zones=settings.travel_between_zones * by,
        ),
    )


def pool(data: ProblemData, per_cent: Decimal, _draws: Draws) -> ProblemData:
    """Every school brings in as much; who has ICT hours works in the zone and for the group."""
    zones: dict[str, list[UnitCode]] = {}
    for school in real_schools(data):
        zones.setdefault(school.zone, []).append(school.code)
    around = {code: (*codes, GROUP) for codes in zones.values() for code in codes}

    def shared(person: Person) -> Person:
        paid = person.ict_hours or person.ict_to_decide
        if not (paid and per_cent and person.home in around):
            return person
        if person.reach.kind is not ReachKind.OWN:
            return person
        return replace(person, reach=Reach(ReachKind.LISTED, around[person.home]))

    def pooling(school: School) -> School:
        return school if school.code == GROUP else replace(school, pool_pct=per_cent)

    return with_persons(with_schools(data, pooling), shared)
