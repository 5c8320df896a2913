"""Split: who works on a task does a sensible block of it, and not too many people share it."""

from math import ceil

from models.agenda import TaskInstance
from models.explanation import Family
from models.instance import Instance, Pair
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, total


def chunk_of(instance: Instance, task: TaskInstance, pair: Pair) -> int:
    """The least grains of a pair that works: the block, the whole task or the pin when lower."""
    block, pinned = instance.settings.block, instance.pins.works.get(pair)
    return min(block, task.demand, task.demand if pinned is None else pinned)


def fits_one(context: Context, task: TaskInstance) -> bool:
    """Whether no more than one person can do a block of a task."""
    return _most(context, task) == 1


def add(context: Context) -> None:
    """`chunk·works ≤ Σ_e hours ≤ U·works` and `Σ_p works ≤ max_persons·done`.

    What follows for whole numbers only makes the relaxation tighter: no more people work than
    blocks fit (rounding: Chvátal, 1973), and who works without leading leaves the lead its part.
    """
    variables = context.variables
    for task in context.instance.tasks:
        key, done = task.key, variables.done(task.key)
        for person in variables.persons_on(key):
            pair = (key, person)
            hours = total(variables.hours_of(pair))
            context.model.add(hours >= _least(context, task, pair) * variables.works(pair))
            context.model.add(hours <= _upper(context, task, pair))
        workers, most = variables.workers(key), _most(context, task)
        if most == 1 or most < len(workers):
            context.model.add(total(workers) <= most * done)
        if most > 1:
            for works in workers:
                context.model.add_implication(works, done)
        if task.max_persons < most:
            few = total(workers) <= task.max_persons
            context.require(few, Family.SPLIT, "max_persons", key.task, key.unit)


def _least(context: Context, task: TaskInstance, pair: Pair) -> int:
    """The least grains of a pair that works: of who must do it alone, what makes it done."""
    alone = fits_one(context, task) and not task.outsource_max and not context.guarded
    chunk = chunk_of(context.instance, task, pair)
    return max(chunk, task.minimum) if alone else chunk


def _most(context: Context, task: TaskInstance) -> int:
    """How many people can each do a block of a task."""
    people = context.variables.persons_on(task.key)
    blocks = [chunk_of(context.instance, task, (task.key, person)) for person in people]
    return min(len(people), task.demand // max(1, min(blocks, default=1)))


def _upper(context: Context, task: TaskInstance, pair: Pair) -> Linear:
    """The most grains of a pair: 0 when it does not work, less when it does not lead."""
    variables, lead = context.variables, context.variables.lead(pair)
    most, works = variables.most(task, pair[1]), variables.works(pair)
    second = min(most, _beside_a_lead(context, task, pair))
    if lead is None:
        return second * works
    return second * works + (most - second) * lead


def _beside_a_lead(context: Context, task: TaskInstance, pair: Pair) -> int:
    """The most grains of a pair that someone else leads, who does a block and a share at least."""
    instance, variables, key = context.instance, context.variables, task.key
    leads = [
        person
        for person, _ in variables.leads_of(key)
        if variables.may_work((key, person)) and person != pair[1]
    ]
    if not leads:
        return 0
    part = min(chunk_of(instance, task, (key, person)) for person in leads)
    if not context.guarded and not any(instance.pins.says_share_of(key, each) for each in leads):
        part = max(part, ceil(instance.settings.lead_min_pct * task.demand / 100))
    most = task.demand - part
    return most if most >= chunk_of(instance, task, pair) else 0
