"""Lead: every task that is done has one person who answers for it and works on it."""

from models.agenda import TaskInstance
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Var, total


def add(context: Context) -> None:
    """`Σ_p lead = done`; `lead ≤ works`, or without hours on a task that only a firm does."""
    for task in context.instance.tasks:
        leads = total(var for _, var in context.variables.leads_of(task.key))
        context.model.add(leads == context.variables.done(task.key))
        contracted = context.variables.contracted(task.key)
        _add_grounds(context, task, [] if contracted is None else [contracted])
        if contracted is not None:
            _add_contract(context, task, contracted)


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
