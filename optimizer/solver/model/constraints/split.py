"""Split: who works on a task does a sensible block of it, and not too many people share it."""

from models.agenda import TaskInstance
from models.explanation import Family
from models.instance import Instance, Pair
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import total


def chunk_of(instance: Instance, task: TaskInstance, pair: Pair, block: int) -> int:
    """The least grains of a pair that works: the block, the whole task or the pin when lower."""
    pinned = instance.pins.works.get(pair)
    return min(block, task.demand, task.demand if pinned is None else pinned)


def add(context: Context) -> None:
    """`chunk·works ≤ Σ_e hours ≤ U·works` and `Σ_p works ≤ max_persons·done`."""
    variables, block = context.variables, context.instance.settings.block
    for task in context.instance.tasks:
        key, done = task.key, variables.done(task.key)
        for person in variables.persons_on(key):
            pair = (key, person)
            works, hours = variables.works(pair), variables.hours_of(pair)
            upper = variables.most(task, person)
            context.model.add(total(hours) >= chunk_of(context.instance, task, pair, block) * works)
            context.model.add(total(hours) <= upper * works)
            context.model.add_implication(works, done)
        workers = variables.workers(key)
        if len(workers) > task.max_persons:
            few = total(workers) <= task.max_persons
            context.require(few, Family.SPLIT, "max_persons", key.task, key.unit)
