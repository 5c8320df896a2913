"""Everything that the rules ask about the problem, computed once from its data."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.plan import TaskKey
from models.problem import Person, PersonCode, ProblemData, School, UnitCode
from models.rest_of_year import in_force
from models.settings import Settings
from models.verification.agenda import Duty, find_duties, schools_of
from models.verification.appointments import Posts
from models.verification.deviations import Deviations
from models.verification.money import Money
from models.verification.people import Eligibility
from models.verification.pins import Pins, find_pins


@dataclass(frozen=True)
class World:
    """A problem with its lookups; the rules read from it and change nothing."""

    data: ProblemData
    deviations: Deviations
    duties: Mapping[TaskKey, Duty]
    persons: Mapping[PersonCode, Person]
    schools: Mapping[UnitCode, School]
    money: Money
    eligibility: Eligibility
    pins: Pins
    posts: Posts

    @property
    def settings(self) -> Settings:
        """The settings of the problem."""
        return self.data.settings


def build_world(data: ProblemData) -> World:
    """Compute the lookups of a validated problem, or of what is left of its year."""
    data = in_force(data)
    deviations = Deviations(data.deviations)
    money = Money(data)
    duties = find_duties(data, deviations)
    persons = {person.code: person for person in data.persons}
    pins = find_pins(data, duties, persons, money.envelopes)
    return World(
        data=data,
        deviations=deviations,
        duties=duties,
        persons=persons,
        schools={school.code: school for school in schools_of(data)},
        money=money,
        eligibility=Eligibility(data, deviations, money, pins),
        pins=pins,
        posts=Posts(data, money),
    )
