"""Envelope: what is paid from a pot of points, hours or money stays within it."""

from models.explanation import Family
from models.vocabulary import Funding
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import weighted


def add(context: Context) -> None:
    """`Σ hours·post_price ≤ points·fulltime`; hours in grains; `Σ outsourced·rate·grain ≤ euro`."""
    instance, variables = context.instance, context.variables
    persons = {person.code: person for person in instance.persons}
    tasks = {task.key: task for task in instance.tasks}
    for key, envelope in instance.envelopes.items():
        if envelope.amount is None:
            continue
        if key.funding is Funding.OPERATING:
            bought = variables.bought_from(key)
            uses = [(var, instance.firm_cost(tasks[task])) for task, var in bought]
        else:
            uses = [(var, envelope.cost(persons[p])) for p, var in variables.paid_from(key)]
        if uses:
            within = weighted(uses) <= envelope.amount
            context.require(within, Family.ENVELOPE, key.funding, key.owner)
