"""Level continuity: tasks that ask a back-up and have none."""

from models.plan import TaskKey
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Var, is_first_alone, total, weighted


def build(context: Context) -> Linear:
    """`Σ demand·missing_backup` with `Σ_p backup ≥ done − missing_backup`."""
    terms: list[tuple[Var, int]] = []
    for task in context.instance.tasks:
        if task.task.needs_backup:
            terms.append((_missing(context, task.key), task.demand))
    return weighted(terms)


def _missing(context: Context, key: TaskKey) -> Var:
    variables = context.variables
    done, backups = variables.done(key), [var for _, var in variables.backups_of(key)]
    missing = variables.derive(1, f"missing_backup[{key}]", [done, *backups], is_first_alone)
    context.model.add(total(backups) >= done - missing)
    return missing
