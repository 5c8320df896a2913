"""Months: where the year is guarded, nobody is planned for more than a month can hold."""

from models.explanation import Family
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import weighted


def add(context: Context) -> None:
    """`Σ_t share[t,m]·hours[t,p] ≤ 1000·capacity[p,m]·(1 + stretch_pct)` per person and month."""
    instance, variables = context.instance, context.variables
    keys = [task.key for task in instance.tasks]
    for (person, month), most in instance.months.most.items():
        terms = [
            (hours, share)
            for key in keys
            if (share := instance.months.share(key.task, month))
            for hours in variables.hours_of((key, person))
        ]
        if terms:
            rule = weighted(terms) <= most
            context.require(rule, Family.MONTHS, "month", person)
