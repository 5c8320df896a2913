"""Lead: every task that is done has one person who answers for it and works on it."""

from models.agenda import TaskInstance
from models.explanation import Family
from optimizer.solver.model.constraints.split import fits_one
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Var, total


def add(context: Context) -> None:
    """`Σ_p lead = done`; `lead ≤ works`, or without hours on a task that only a firm does.

    And whoever leads does at least `lead_min_pct` of what own people do.
    """
    for task in context.instance.tasks:
        leads = total(var for _, var in context.variables.leads_of(task.key))
        context.model.add(leads == context.variables.done(task.key))
        contracted = context.variables.contracted(task.key)
        _add_grounds(context, task, [] if contracted is None else [contracted])
        if contracted is not None:
            _add_contract(context, task, contracted)
        _add_least_share(context, task)


def _add_grounds(context: Context, task: TaskInstance, contract: list[Var]) -> None:
    """Who leads works on it, unless it is contracted; so whoever could lead it works, or a firm."""
    variables, key = context.variables, task.key
    every = list(contract)
    for person, lead in variables.leads_of(key):
        pair = (key, person)
        sits_in = variables.may_work(pair) and pair not in context.instance.learners
        grounds = [variables.works(pair)] if sits_in else []
        context.model.add(lead <= total(grounds + contract))
        every += grounds
    # Follows from the rest for whole numbers only: it makes the relaxation tighter.
    context.model.add(variables.done(key) <= total(every))


def _add_least_share(context: Context, task: TaskInstance) -> None:
    """`hours[t,p] ≥ pct·Σ_q hours[t,q] − pct·demand·(1 − lead)`, with the percentage made whole.

    Of own people's hours; where the user has said who leads with how many hours, that goes first.
    """
    variables, key, pins = context.variables, task.key, context.instance.pins
    top, bottom = context.instance.settings.lead_min_pct.as_integer_ratio()
    if top <= 0 or fits_one(context, task):
        return  # Who works on it alone leads it.
    # Not the sum of everybody's hours: that would be in the row of everybody who may lead.
    own = variables.covered(key) - total(variables.outsourced_of(key))
    for person, lead in variables.leads_of(key):
        if variables.may_work((key, person)) and not pins.says_share_of(key, person):
            hours = 100 * bottom * total(variables.hours_of((key, person)))
            least = hours >= top * own - top * task.demand * (1 - lead)
            context.require(least, Family.LEAD, "lead_min_pct", key.task, key.unit)


def _add_contract(context: Context, task: TaskInstance, contracted: Var) -> None:
    """A task that is contracted is done, and nobody works on it."""
    variables, key = context.variables, task.key
    done = variables.done(key)
    context.model.add_implication(contracted, done)
    own: list[Var] = []
    for person in variables.persons_on(key):
        context.model.add(variables.works((key, person)) + contracted <= done)
        own += variables.hours_of((key, person))
    context.model.add(total(own) <= task.demand * (done - contracted))
