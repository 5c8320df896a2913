"""Focus: a person does not do a bit of everything everywhere."""

from collections import defaultdict

from models.explanation import Family
from models.problem import Person
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Var, is_any, total


def add(context: Context) -> None:
    """At most `max_tasks` task numbers and `max_schools` visited schools per person."""
    for person in context.instance.persons:
        most = context.instance.max_tasks(person)
        if most is not None:
            _limit_tasks(context, person, most)
        if person.max_schools is not None:
            visits = list(context.journeys.visits(person.code).values())
            if len(visits) > person.max_schools:
                few = total(visits) <= person.max_schools
                context.require(few, Family.FOCUS, "max_schools", person.code)


def _limit_tasks(context: Context, person: Person, limit: int) -> None:
    variables = context.variables
    works_by_number: dict[str, list[Var]] = defaultdict(list)
    for key in variables.tasks_of(person.code):
        works_by_number[key.task].append(variables.works((key, person.code)))
    counts = []
    for number, works in works_by_number.items():
        does = works[0] if len(works) == 1 else _any_of(context, f"{person.code},{number}", works)
        counts.append(does)
    if len(counts) > limit:
        context.require(total(counts) <= limit, Family.FOCUS, "max_tasks", person.code)


def _any_of(context: Context, name: str, works: list[Var]) -> Var:
    does = context.variables.derive(1, f"does[{name}]", works, is_any)
    for one in works:
        context.model.add_implication(one, does)
    return does
