"""Travel: work on site at another school takes trips, and trips take time."""

from fractions import Fraction
from math import lcm

from models.problem import Person
from optimizer.cpsat.context import Context
from optimizer.cpsat.variables import Linear, Var, total, weighted


def add(context: Context) -> None:
    """`works ≤ visits`, `trips = ⌈on-site hours / hours_per_visit⌉` and the travel they take.

    `travel = ⌈Σ trips·trip_time / grain⌉`. Both are exact: travel counts in the load, and a load
    that could be padded with trips that nobody makes would look fairer than it is.
    """
    for person in context.instance.persons:
        if context.journeys.travel(person.code) is not None:
            _add_trips(context, person)
            _add_travel(context, person)


def _add_trips(context: Context, person: Person) -> None:
    settings, journeys = context.instance.settings, context.journeys
    per_visit = Fraction(settings.hours_per_visit)
    for unit, trips in journeys.trips(person.code).items():
        visit = journeys.visits(person.code)[unit]
        for works in journeys.works_at(person.code, unit):
            context.model.add_implication(works, visit)
        hours = total(journeys.hours_at(person.code, unit))
        scale = per_visit.denominator
        _round_up(context, trips, settings.grain * scale * hours, int(per_visit * scale))


def _add_travel(context: Context, person: Person) -> None:
    journeys, grain = context.journeys, context.instance.settings.grain
    times = {unit: journeys.trip_time(person, unit) for unit in journeys.trips(person.code)}
    scale = lcm(*(time.denominator for time in times.values()))
    trips = journeys.trips(person.code)
    spent = weighted((trips[unit], int(time * scale)) for unit, time in times.items())
    travel = journeys.travel(person.code)
    if travel is not None:
        _round_up(context, travel, spent, grain * scale)


def _round_up(context: Context, result: Var, amount: Linear, size: int) -> None:
    """`result = ⌈amount / size⌉`."""
    context.model.add(size * result >= amount)
    context.model.add(size * result <= amount + (size - 1))
