"""Demand: a task is done at its minimum or better, or not at all."""

from models.choice import central_key
from models.explanation import Family
from models.vocabulary import Priority
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import total


def add(context: Context) -> None:
    """`minimum·done ≤ covered ≤ demand·done`; a mandatory task is done.

    Of a mandatory task whose level is chosen, every school is served: there or by the group.
    """
    variables = context.variables
    for task in context.instance.tasks:
        key = task.key
        done, covered = variables.done(key), variables.covered(key)
        parts = [
            v for person in variables.persons_on(key) for v in variables.hours_of((key, person))
        ]
        context.model.add(covered == total(parts + variables.outsourced_of(key)))
        enough = covered >= task.minimum * done
        context.require(enough, Family.DEMAND, "minimum", key.task, key.unit)
        context.model.add(covered <= task.demand * done)
        if task.priority is Priority.MANDATORY and not task.is_central:
            # Of a task whose level is chosen the group may do it instead.
            at = [key, central_key(task)] if task.is_local else [key]
            is_done = total(variables.done(each) for each in at) >= 1
            context.require(is_done, Family.DEMAND, "mandatory", key.task, key.unit)
