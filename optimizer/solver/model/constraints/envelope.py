"""Envelope: what is paid from a pot of points, hours or money stays within it."""

from collections.abc import Mapping

from models.explanation import Family
from models.plan import EnvelopeKey
from models.vocabulary import Funding
from optimizer.solver.model.constraints.appointments import Appointments
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Var, weighted

Uses = list[tuple[Var, int]]


def add(context: Context) -> None:
    """`Σ hours·post_price ≤ points·fulltime`; hours in grains; `Σ outsourced·rate·grain ≤ euro`.

    Of fixed appointments that the points can pay, what is not worked is charged as well.
    """
    limited = {
        key: envelope.amount
        for key, envelope in context.instance.envelopes.items()
        if envelope.amount is not None
    }
    uses = {key: _uses(context, key) for key in limited}
    charged, idle = Appointments(context).charged(uses)
    for key, amount in limited.items():
        if charged[key]:
            within = weighted(charged[key]) <= amount - idle[key]
            context.require(within, Family.ENVELOPE, key.funding, key.owner)


def _uses(context: Context, key: EnvelopeKey) -> Uses:
    """Everything that an envelope may pay, with what one unit of it takes."""
    instance, variables = context.instance, context.variables
    if key.funding is Funding.OPERATING:
        tasks = {task.key: task for task in instance.tasks}
        bought = variables.bought_from(key)
        return [(var, instance.firm_cost(tasks[task])) for task, var in bought]
    persons: Mapping[str, int] = {
        person.code: instance.envelopes[key].cost(person) for person in instance.persons
    }
    return [(var, persons[code]) for code, var in variables.paid_from(key)]
