"""Variables of going to other schools: visits, trips and travel time, where they are possible."""

from collections import defaultdict
from collections.abc import Sequence
from operator import mul

from models.instance import Instance
from models.problem import GROUP, Person, PersonCode, UnitCode
from models.travel import TravelRules
from optimizer.solver.model.variables import Rule, Var, Variables, is_any


class Journeys:
    """Visits, trips and travel of everyone who may work on site at a school that is not home."""

    def __init__(self, variables: Variables, instance: Instance) -> None:
        self._variables = variables
        self._instance = instance
        self.rules = TravelRules(instance.data)
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
        code, rules = person.code, self.rules
        capacity = self._instance.total_capacity(code)
        self._works[code], self._hours[code] = works, hours
        self._visits[code], self._trips[code] = {}, {}
        for unit in works:
            self._visits[code][unit] = self._variables.derive(
                1, f"visits[{code},{unit}]", works[unit], is_any
            )
            self._trips[code][unit] = self._variables.derive(
                rules.trips(capacity), f"trips[{code},{unit}]", hours[unit], _trips_rule(rules)
            )
        times = [rules.trip_time(person, unit) for unit in works]
        rule = _travel_rule(rules.travel_size, times)
        self._travel[code] = self._variables.derive(
            capacity, f"travel[{code}]", self._trips[code].values(), rule
        )

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


def _trips_rule(rules: TravelRules) -> Rule:
    return lambda hours: rules.trips(sum(hours))


def _travel_rule(size: int, times: Sequence[int]) -> Rule:
    return lambda trips: -(-sum(map(mul, trips, times)) // size)
