"""Who there is: people leave, are trained, come for pedagogical work, or get an open post."""

from dataclasses import replace
from decimal import Decimal

from models.agenda import real_schools
from models.points import ict_points
from models.problem import CENTRAL, GROUP, Person, ProblemData, School
from models.vocabulary import Diploma, Role
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.records import with_persons, with_schools
from optimizer.series.study.population.people import MOST_LEVEL, draw_person

_ZERO = Decimal(0)


def leave(data: ProblemData, per_cent: Decimal, draws: Draws) -> ProblemData:
    """Some of those with ICT or BPT hours are gone; what pays them stays, unused.

    A workbook in which nobody is left has no plan; drawn schools keep their director.
    """

    def leaves(person: Person) -> bool:
        has_post = person.ict_hours or person.ict_to_decide or person.bpt_hours
        return bool(has_post) and 100 * draws.chance("leaving", person) < per_cent

    gone = {person.code for person in data.persons if leaves(person)}
    return replace(
        data,
        persons=tuple(person for person in data.persons if person.code not in gone),
        deviations=tuple(row for row in data.deviations if gone.isdisjoint(row.people)),
        previous=tuple(row for row in data.previous if row.person not in gone),
    )


def train(data: ProblemData, per_cent: Decimal, draws: Draws) -> ProblemData:
    """Some people are a level higher in all that they know something of."""

    def trained(person: Person) -> Person:
        if 100 * draws.chance("training", person) >= per_cent:
            return person
        higher = {name: min(MOST_LEVEL, n + 1) for name, n in person.levels.items() if n}
        return replace(person, levels={**person.levels, **higher})

    return with_persons(data, trained)


def colour(data: ProblemData, hours: Decimal, draws: Draws) -> ProblemData:
    """At every school somebody new with hours for pedagogical work alone."""
    schools = real_schools(data)

    def coloured(school: School) -> Person:
        code = f"{school.code}+ped"
        role = Role.PEDAGOGICAL_COORDINATOR
        person = draw_person(draws.at_school("coloured", school.code), code, school.code, role)
        return replace(
            person,
            diploma=Diploma.BACHELOR,
            bpt_hours=_ZERO,
            other_hours=hours,
            min_pedagogical_pct=Decimal(100),
        )

    def paying(school: School) -> School:
        if school.code == GROUP or school.other_hours is None:
            return school
        return replace(school, other_hours=school.other_hours + hours)

    people = (*data.persons, *map(coloured, schools))
    return with_schools(replace(data, persons=people), paying)


def open_posts(data: ProblemData, _on: Decimal, _draws: Draws) -> ProblemData:
    """The plan decides every ICT appointment that points pay."""
    paying = {s.code for s in data.schools if ict_points(data.settings, s) is not None}

    def opened(person: Person) -> Person:
        home = GROUP if person.home == CENTRAL else person.home
        if not person.ict_hours or home not in paying:
            return person
        return replace(person, ict_hours=_ZERO, ict_to_decide=True)

    return with_persons(data, opened)
