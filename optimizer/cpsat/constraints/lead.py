"""Lead: every task that is done has one person who answers for it and works on it."""

from optimizer.cpsat.context import Context
from optimizer.cpsat.variables import total


def add(context: Context) -> None:
    """`Σ_p lead = done`; `lead ≤ works`, or without hours on a task that only a firm does."""
    variables, learners = context.variables, context.instance.learners
    for task in context.instance.tasks:
        key = task.key
        leads, contracted = variables.leads_of(key), variables.contracted(key)
        context.model.add(total(var for _, var in leads) == variables.done(key))
        for person, lead in leads:
            pair = (key, person)
            sits_in = variables.may_work(pair) and pair not in learners
            grounds = [variables.works(pair)] if sits_in else []
            if contracted is not None:
                grounds.append(contracted)
            context.model.add(lead <= total(grounds))
        if contracted is not None:
            context.model.add_implication(contracted, variables.done(key))
            for works in variables.workers(key):
                context.model.add_implication(contracted, works.negated())
