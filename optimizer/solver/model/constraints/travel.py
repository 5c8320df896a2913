"""Travel: work on site at another school takes trips, and trips take time."""

from models.problem import Person
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Var, total, weighted


def add(context: Context) -> None:
    """`works ≤ visits`, `trips = ⌈on-site hours / hours_per_visit⌉` and the travel they take.

    `travel = ⌈Σ trips·trip_time / grain⌉`. Both are exact: travel counts in the load, and a load
    that could be padded with trips that nobody makes would look fairer than it is.
    """
    for person in context.instance.persons:
        travel = context.journeys.travel(person.code)
        if travel is not None:
            _add_trips(context, person)
            _add_travel(context, person, travel)


def _add_trips(context: Context, person: Person) -> None:
    journeys, rules = context.journeys, context.journeys.rules
    for unit, trips in journeys.trips(person.code).items():
        visit = journeys.visits(person.code)[unit]
        for works in journeys.works_at(person.code, unit):
            context.model.add_implication(works, visit)
        hours = total(journeys.hours_at(person.code, unit))
        _round_up(context, trips, rules.grain_size * hours, rules.visit_size)


def _add_travel(context: Context, person: Person, travel: Var) -> None:
    journeys, rules = context.journeys, context.journeys.rules
    trips = journeys.trips(person.code)
    spent = weighted((var, rules.trip_time(person, unit)) for unit, var in trips.items())
    _round_up(context, travel, spent, rules.travel_size)


def _round_up(context: Context, result: Var, amount: Linear, size: int) -> None:
    """`result = ⌈amount / size⌉`."""
    context.model.add(size * result >= amount)
    context.model.add(size * result <= amount + (size - 1))
