"""Focus: a person does not do a bit of everything everywhere."""

from models.explanation import Family
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Var, total


def add(context: Context) -> None:
    """At most `max_tasks` task numbers and `max_schools` visited schools per person."""
    for person in context.instance.persons:
        code, most = person.code, context.instance.max_tasks(person)
        if most is not None:
            _limit(context, context.numbers.of(code), most, "max_tasks", code)
        if person.max_schools is not None:
            visits = list(context.journeys.visits(code).values())
            _limit(context, visits, person.max_schools, "max_schools", code)


def _limit(context: Context, counted: list[Var], most: int, rule: str, person: str) -> None:
    if len(counted) > most:
        context.require(total(counted) <= most, Family.FOCUS, rule, person)
