"""ICT appointments: scaled, set to what was observed, given by a policy, or new posts."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from models.agenda import real_schools
from models.norms import KNOWN_POST_PRICES
from models.points import ict_points
from models.problem import Person, PersonCode, ProblemData, School, UnitCode
from models.settings import Settings
from models.vocabulary import Diploma, Role
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.records import times, with_schools
from optimizer.series.study.population.people import PROFILES
from optimizer.series.study.population.teams import split_week
from optimizer.workbook.labels import COMPETENCES

_ZERO, _ONE = Decimal(0), Decimal(1)


def scale_ict(data: ProblemData, by: Decimal, _draws: Draws) -> ProblemData:
    """ICT points and the appointments that they pay, times `by`.

    What no longer fits in a person's week goes to colleagues with the same competences.
    """
    data = with_schools(data, lambda school: _with_points(data.settings, school, by))
    people = [each for person in data.persons for each in _shared(data.settings, person, by)]
    return replace(data, persons=tuple(people))


def with_points(data: ProblemData, points: Mapping[UnitCode, Decimal]) -> ProblemData:
    """Schools with new ICT points, and appointments in proportion; a school without any gets one.

    `points` holds the schools that change; people of no single school keep what they have.
    """
    old = {school.code: points_of(data, school) for school in real_schools(data)}
    factors = {code: new / old[code] for code, new in points.items() if old[code]}
    data = scaled_schools(data, factors)
    price = _price(data.settings)
    for code, new in points.items():
        if not old[code] and new:
            data = with_post(data, code, new * data.settings.fulltime_hours / price)
    return data


def scaled_schools(data: ProblemData, factors: Mapping[UnitCode, Decimal]) -> ProblemData:
    """The ICT points and appointments of some schools, each times its own factor."""
    settings = data.settings
    data = with_schools(data, lambda s: _with_points(settings, s, factors.get(s.code, _ONE)))
    people = [
        each
        for person in data.persons
        for each in _shared(settings, person, factors.get(person.home, _ONE))
    ]
    return replace(data, persons=tuple(people))


def observed(data: ProblemData, hours: Mapping[UnitCode, Decimal]) -> ProblemData:
    """The schools of which the ICT hours a week are known have as many; points are scaled too."""
    factors: dict[UnitCode, Decimal] = {}
    for school in real_schools(data):
        known = hours.get(school.code)
        now = sum((p.ict_hours for p in data.persons if p.home == school.code), _ZERO)
        if known is not None and now:
            factors[school.code] = known / now
        elif known:
            data = with_post(data, school.code, known)
    return scaled_schools(data, factors) if factors else data


def extra_posts(data: ProblemData, posts: Decimal, _draws: Draws) -> ProblemData:
    """At every school so many full-time posts more, with the points that pay them."""
    for school in real_schools(data):
        data = with_post(data, school.code, posts * data.settings.fulltime_hours)
    return data


def with_post(data: ProblemData, code: UnitCode, hours: Decimal) -> ProblemData:
    """New technical coordinators at a school, of the usual profile: nothing of them is drawn."""
    price, full = _price(data.settings), data.settings.fulltime_hours
    levels = zip(COMPETENCES, PROFILES[Role.TECHNICAL_COORDINATOR], strict=True)
    profile = {name: level for name, level in levels if level}
    new = [
        Person(
            code=PersonCode(f"{code}+ict{place}"),
            name=f"Nieuwe post {place} {code}",
            home=code,
            role=Role.TECHNICAL_COORDINATOR,
            diploma=Diploma.HSO,
            ict_hours=part,
            levels=profile,
        )
        for place, part in enumerate(split_week(hours, full), start=1)
    ]

    def paying(school: School) -> School:
        stated = ict_points(data.settings, school)
        if school.code != code or stated is None:
            return school
        points = stated + hours * price / full
        return replace(school, ict_points=points, ict_points_computed=False)

    return with_schools(replace(data, persons=(*data.persons, *new)), paying)


def points_of(data: ProblemData, school: School) -> Decimal:
    """The ICT points of a school, or what its ICT appointments cost when it states none."""
    stated = ict_points(data.settings, school)
    if stated is not None:
        return stated
    hours = sum((p.ict_hours for p in data.persons if p.home == school.code), _ZERO)
    return hours * _price(data.settings) / data.settings.fulltime_hours


def _price(settings: Settings) -> Decimal:
    """The points that a full-time post costs for the one diploma of which the law is known."""
    return settings.post_prices.get(Diploma.HSO, KNOWN_POST_PRICES[Diploma.HSO])


def _with_points(settings: Settings, school: School, by: Decimal) -> School:
    if by == _ONE:
        return school
    points = ict_points(settings, school)
    return replace(school, ict_points=times(points, by), ict_points_computed=False)


def _clock_hours(settings: Settings, lessons: Decimal) -> Decimal:
    """Clock hours of teaching hours, as the school reads them."""
    hours = Fraction(lessons) * Fraction(settings.bpt_hour)
    return Decimal(hours.numerator) / hours.denominator


def _shared(settings: Settings, person: Person, by: Decimal) -> Iterator[Person]:
    """Somebody with ICT hours times `by`, and colleagues for what does not fit in the week."""
    full, hours = settings.fulltime_hours, person.ict_hours * by
    room = full - _clock_hours(settings, person.bpt_hours) - person.other_hours
    own = min(hours, max(room, person.ict_hours))
    yield replace(person, ict_hours=own)
    for place, part in enumerate(split_week(hours - own, full), start=1):
        yield replace(
            person,
            code=PersonCode(f"{person.code}+{place}"),
            ict_hours=part,
            bpt_hours=_ZERO,
            other_hours=_ZERO,
        )
