"""Changes: a plan that may differ from the previous one in so many rows of people, and no more."""

from collections.abc import Sequence

from models.agenda import TaskInstance
from models.explanation import Family
from models.instance import Pair
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Rule, Var, total


def add(context: Context) -> None:
    """`Σ changed[t,p] ≤ max_changes`: a pair whose hours, over all sources, are not what they were.

    Of a pair that had none before, `works` says so by itself.
    """
    limit, variables = context.instance.settings.max_changes, context.variables
    if limit is None:
        return
    before = {pair: grains for pair, grains in context.instance.previous.items() if grains}
    changed = [variables.works(pair) for pair in variables.pairs() if pair not in before]
    kept = [pair for pair in sorted(before) if variables.may_work(pair)]
    tasks = {task.key: task for task in context.instance.tasks}
    changed += [_changed(context, tasks[pair[0]], pair, before[pair]) for pair in kept]
    gone = len(before) - len(kept)
    context.require(total(changed) + gone <= limit, Family.CHANGES, "max_changes")


def _changed(context: Context, task: TaskInstance, pair: Pair, before: int) -> Var:
    """Whether the hours of a pair are not what they were, by two rules that are linear."""
    hours = context.variables.hours_of(pair)
    changed = context.variables.derive(1, f"changed[{pair}]", hours, _is_not(before))
    upper = context.variables.most(task, pair[1])
    context.model.add(total(hours) >= before * (1 - changed))
    context.model.add(total(hours) <= before + max(0, upper - before) * changed)
    return changed


def _is_not(before: int) -> Rule:
    def rule(hours: Sequence[int]) -> int:
        return int(sum(hours) != before)

    return rule
