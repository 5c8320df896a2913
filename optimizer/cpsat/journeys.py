"""Variables of going to other schools: visits, trips and travel time, where they are possible."""

from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from math import ceil

from models.agenda import real_schools
from models.instance import Instance
from models.problem import CENTRAL, GROUP, Person, PersonCode, UnitCode
from optimizer.cpsat.variables import Values, Var, Variables


class Journeys:
    """Visits, trips and travel of everyone who may work on site at a school that is not home."""

    def __init__(self, variables: Variables, instance: Instance) -> None:
        self._variables = variables
        self._instance = instance
        self._zones = {school.code: school.zone for school in real_schools(instance.data)}
        self._works: dict[PersonCode, dict[UnitCode, list[Var]]] = {}
        self._hours: dict[PersonCode, dict[UnitCode, list[Var]]] = {}
        self._visits: dict[PersonCode, dict[UnitCode, Var]] = {}
        self._trips: dict[PersonCode, dict[UnitCode, Var]] = {}
        self._travel: dict[PersonCode, Var] = {}
        on_site = frozenset(task.key for task in instance.tasks if task.is_on_site)
        for person in instance.persons:
            works: dict[UnitCode, list[Var]] = defaultdict(list)
            hours: dict[UnitCode, list[Var]] = defaultdict(list)
            for key in variables.tasks_of(person.code):
                if key in on_site and key.unit not in (GROUP, person.home):
                    works[key.unit].append(variables.works((key, person.code)))
                    hours[key.unit] += variables.hours_of((key, person.code))
            if works:
                self._add(person, works, hours)

    def _add(
        self, person: Person, works: dict[UnitCode, list[Var]], hours: dict[UnitCode, list[Var]]
    ) -> None:
        code, grain = person.code, self._instance.settings.grain
        capacity = self._instance.total_capacity(code)
        per_visit = Fraction(self._instance.settings.hours_per_visit)
        self._works[code], self._hours[code] = works, hours
        self._visits[code], self._trips[code] = {}, {}
        for unit in works:
            self._visits[code][unit] = self._variables.derive(
                1, f"visits[{code},{unit}]", _any_rule(works[unit])
            )
            self._trips[code][unit] = self._variables.derive(
                ceil(capacity * grain / per_visit),
                f"trips[{code},{unit}]",
                _ceil_rule([(var, grain / per_visit) for var in hours[unit]]),
            )
        times = [(self._trips[code][u], self.trip_time(person, u) / grain) for u in works]
        self._travel[code] = self._variables.derive(capacity, f"travel[{code}]", _ceil_rule(times))

    def trip_time(self, person: Person, unit: UnitCode) -> Fraction:
        """Clock hours that one trip of a person to a school takes."""
        settings = self._instance.settings
        home = settings.central_zone if person.home == CENTRAL else self._zones[person.home]
        same = bool(home) and home == self._zones[unit]
        return Fraction(settings.travel_within_zone if same else settings.travel_between_zones)

    def works_at(self, person: PersonCode, unit: UnitCode) -> list[Var]:
        """The works variables of a person's on-site tasks at a school."""
        return self._works[person][unit]

    def hours_at(self, person: PersonCode, unit: UnitCode) -> list[Var]:
        """The grains of a person's on-site tasks at a school."""
        return self._hours[person][unit]

    def visits(self, person: PersonCode) -> dict[UnitCode, Var]:
        """Whether the person works on site, per school that may be visited."""
        return self._visits.get(person, {})

    def trips(self, person: PersonCode) -> dict[UnitCode, Var]:
        """Number of trips in the year, per school that may be visited."""
        return self._trips.get(person, {})

    def travel(self, person: PersonCode) -> Var | None:
        """Travel in grains, for who may travel at all."""
        return self._travel.get(person)


def _any_rule(variables: list[Var]) -> Callable[[Values], int]:
    return lambda value: int(any(map(value, variables)))


def _ceil_rule(terms: list[tuple[Var, Fraction]]) -> Callable[[Values], int]:
    return lambda value: ceil(sum(value(var) * factor for var, factor in terms))
