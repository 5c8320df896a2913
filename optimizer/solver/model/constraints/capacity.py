"""Capacity: nobody works more than the hours of each funding, travel included."""

from models.explanation import Family
from models.funds import HOUR_FUNDINGS
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import total


def add(context: Context) -> None:
    """`Σ hours[·,p,f] ≤ capacity[p,f]` and `load[p] ≤ Σ_f capacity[p,f]`."""
    for person in context.instance.persons:
        code = person.code
        for funding in HOUR_FUNDINGS:
            hours = context.variables.paid_by_type(code, funding)
            if hours:
                limit = context.instance.capacity[code, funding]
                context.require(total(hours) <= limit, Family.CAPACITY, funding, code)
        if context.journeys.travel(code) is not None:
            limit = context.instance.total_capacity(code)
            context.require(context.load(code) <= limit, Family.CAPACITY, "load", code)
