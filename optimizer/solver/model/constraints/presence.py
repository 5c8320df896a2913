"""Presence: someone is at the school to work on ICT for at least so many hours."""

from fractions import Fraction
from math import ceil

from models.agenda import real_schools
from models.explanation import Family
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Var, total


def add(context: Context) -> None:
    """Per school, `Σ hours of on-site tasks ≥ presence_min·school_weeks/grain`."""
    settings, variables = context.instance.settings, context.variables
    for school in real_schools(context.instance.data):
        if school.presence_min <= 0:
            continue
        hours: list[Var] = []
        for task in context.instance.tasks:
            if task.is_on_site and task.key.unit == school.code:
                for person in variables.persons_on(task.key):
                    hours += variables.hours_of((task.key, person))
        least = ceil(
            Fraction(school.presence_min) * Fraction(settings.school_weeks) / settings.grain
        )
        context.require(total(hours) >= least, Family.PRESENCE, "presence_min", school.code)
