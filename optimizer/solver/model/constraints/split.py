"""Split: who works on a task does a sensible block of it, and not too many people share it."""

from models.agenda import TaskInstance
from models.explanation import Family
from models.instance import Instance, Pair
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import total


def chunk_of(instance: Instance, task: TaskInstance, pair: Pair) -> int:
    """The least grains of a pair that works: the block, the whole task or the pin when lower."""
    block, pinned = instance.settings.block, instance.pins.works.get(pair)
    return min(block, task.demand, task.demand if pinned is None else pinned)


def fits_one(context: Context, task: TaskInstance) -> bool:
    """Whether no more than one person can do a block of a task."""
    return _most(context, task) == 1


def add(context: Context) -> None:
    """`chunk·works ≤ Σ_e hours ≤ U·works` and `Σ_p works ≤ max_persons·done`.

    That no more people work than blocks fit follows for whole numbers only: it makes the relaxation
    tighter (rounding: Chvátal, 1973).
    """
    variables = context.variables
    for task in context.instance.tasks:
        key, done = task.key, variables.done(task.key)
        workers, most = variables.workers(key), _most(context, task)
        for person in variables.persons_on(key):
            pair = (key, person)
            works, hours = variables.works(pair), variables.hours_of(pair)
            least = _least(context, task, pair, is_alone=most == 1)
            context.model.add(total(hours) >= least * works)
            context.model.add(total(hours) <= variables.most(task, person) * works)
        if most == 1 or most < len(workers):
            context.model.add(total(workers) <= most * done)
        if most > 1:
            for works in workers:
                context.model.add_implication(works, done)
        if task.max_persons < most:
            few = total(workers) <= task.max_persons
            context.require(few, Family.SPLIT, "max_persons", key.task, key.unit)


def _least(context: Context, task: TaskInstance, pair: Pair, *, is_alone: bool) -> int:
    """The least grains of a pair that works: of who must do it alone, what makes it done."""
    chunk = chunk_of(context.instance, task, pair)
    does_all = is_alone and not task.outsource_max and not context.guarded
    return max(chunk, task.minimum) if does_all else chunk


def _most(context: Context, task: TaskInstance) -> int:
    """How many people can each do a block of a task."""
    people = context.variables.persons_on(task.key)
    blocks = [chunk_of(context.instance, task, (task.key, person)) for person in people]
    return min(len(people), task.demand // max(1, min(blocks, default=1)))
