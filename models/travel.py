"""How many trips on-site work takes, and how much time they cost, in whole numbers."""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from models.agenda import real_schools
from models.problem import CENTRAL, Person, ProblemData, UnitCode


class TravelRules:
    """Trips and travel of one problem.

    Times are kept as multiples of `1 / scale` clock hours, so that they are whole.

    Attributes
    ----------
    visit_size, grain_size
        A trip is needed for every `visit_size` of `grain_size · grains` on-site work begun.
    travel_size
        Scaled trip times that make one grain of travel.
    """

    def __init__(self, data: ProblemData) -> None:
        settings = data.settings
        per_visit = Fraction(settings.hours_per_visit)
        within = Fraction(settings.travel_within_zone)
        between = Fraction(settings.travel_between_zones)
        scale = lcm(within.denominator, between.denominator)
        self.visit_size = per_visit.numerator
        self.grain_size = settings.grain * per_visit.denominator
        self.travel_size = settings.grain * scale
        self._within, self._between = int(within * scale), int(between * scale)
        self._zones = {school.code: school.zone for school in real_schools(data)}
        self._central = settings.central_zone

    def trip_time(self, person: Person, unit: UnitCode) -> int:
        """Scaled time of one trip: less within a zone that is known."""
        home = self._central if person.home == CENTRAL else self._zones[person.home]
        return self._within if home and home == self._zones[unit] else self._between

    def trips(self, grains: int) -> int:
        """Trips for so many grains on site at one school, rounded up."""
        return -(-self.grain_size * grains // self.visit_size)

    def travel(self, person: Person, on_site: Mapping[UnitCode, int]) -> int:
        """Grains on the road for on-site grains per school, rounded up."""
        return self.travel_of(sum(self.time(person, unit, n) for unit, n in on_site.items()))

    def time(self, person: Person, unit: UnitCode, grains: int) -> int:
        """Scaled time of the trips that so many grains on site at one school take."""
        return self.trips(grains) * self.trip_time(person, unit)

    def travel_of(self, time: int) -> int:
        """Grains of travel for a scaled time, rounded up."""
        return -(-time // self.travel_size)
