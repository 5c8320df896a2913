"""Backup: someone other than the lead can take over a task that asks it."""

from models.explanation import Family
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import total


def add(context: Context) -> None:
    """`backup ≤ done`, `lead + backup ≤ 1`, one per task, `Σ_t backup ≤ max_backups` per person."""
    instance, variables = context.instance, context.variables
    for task in instance.tasks:
        backups = variables.backups_of(task.key)
        for code, backup in backups:
            context.model.add_implication(backup, variables.done(task.key))
            lead = variables.lead((task.key, code))
            if lead is not None:
                context.model.add_at_most_one([lead, backup])
        pinned = sum((task.key, code) in instance.pins.backups for code, _ in backups)
        if len(backups) > max(1, pinned):
            context.model.add(total(var for _, var in backups) <= max(1, pinned))
    for person in instance.persons:
        backups_by = variables.backups_by(person.code)
        if len(backups_by) > instance.settings.max_backups:
            few = total(backups_by) <= instance.settings.max_backups
            context.require(few, Family.BACKUP, "max_backups", person.code)
