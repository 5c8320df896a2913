"""Apart: two people whom an exception keeps apart never work on the same task at a unit."""

from models.eligibility import deviations_for
from models.explanation import Family
from models.vocabulary import DeviationKind
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import total


def add(context: Context) -> None:
    """`works[t,p] + works[t,q] ≤ 1` for every two people that an exception names, per task."""
    variables, data = context.variables, context.instance.data
    for task in context.instance.tasks:
        rows = deviations_for(data, DeviationKind.APART, task.key)
        for pair in sorted({tuple(sorted(row.people)) for row in rows}):
            works = [
                variables.works((task.key, code))
                for code in pair
                if variables.may_work((task.key, code))
            ]
            if len(works) > 1:
                context.require(total(works) <= 1, Family.APART, "apart", *task.key, *pair)
