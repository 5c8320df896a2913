"""Outsourcing: a firm does at most its share of a task."""

from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import total


def add(context: Context) -> None:
    """`Σ_e outsourced ≤ outsource_pct·demand·done`."""
    for task in context.instance.tasks:
        bought = context.variables.outsourced_of(task.key)
        if bought:
            done = context.variables.done(task.key)
            context.model.add(total(bought) <= task.outsource_max * done)
