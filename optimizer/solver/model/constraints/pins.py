"""Pins: what the user has fixed, forced; and a person's least share of pedagogical work."""

from collections import defaultdict

from models.explanation import Family
from models.vocabulary import Cluster
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Var, total, weighted


def add(context: Context) -> None:
    """`works = 1`, `Σ_e hours = pinned`, `lead = 1`, `backup = 1`, and the pedagogical shares."""
    pins, variables = context.instance.pins, context.variables
    for (key, person), grains in pins.works.items():
        hours = variables.hours_of((key, person))
        works = total([variables.works((key, person))] if hours else [])
        _force(context, works, 1, "pin", key.task, key.unit, person)
        if grains is not None:
            _force(context, total(hours), grains, "pin_hours", key.task, key.unit, person)
    for key, person in sorted(pins.leads):
        lead = variables.lead((key, person))
        _force(context, _or_zero(lead), 1, "pin_lead", key.task, key.unit, person)
    for key, person in sorted(pins.backups):
        backup = variables.backup((key, person))
        _force(context, _or_zero(backup), 1, "pin_backup", key.task, key.unit, person)
    for (key, envelope), grains in pins.outsourced.items():
        bought = variables.outsourced(key, envelope)
        who = (key.task, key.unit, envelope.owner)
        _force(context, _or_zero(bought), grains, "pin_outsourced", *who)
    _add_pedagogical_shares(context)


def _or_zero(variable: Var | None) -> Linear:
    return total([] if variable is None else [variable])


def _force(context: Context, expression: Linear, value: int, rule: str, *who: str) -> None:
    context.require(expression == value, Family.PINS, rule, *who)


def _add_pedagogical_shares(context: Context) -> None:
    """`100·Σ_{t∈ped} hours ≥ pct·Σ_t hours`, with the percentage made whole."""
    tasks = {task.key: task for task in context.instance.tasks}
    for person in context.instance.persons:
        share = person.min_pedagogical_pct
        if share <= 0:
            continue
        top, bottom = share.as_integer_ratio()
        terms: dict[bool, list[tuple[Var, int]]] = defaultdict(list)
        for key in context.variables.tasks_of(person.code):
            is_pedagogical = tasks[key].task.cluster is Cluster.PEDAGOGICAL
            coefficient = (100 * bottom if is_pedagogical else 0) - top
            hours = context.variables.hours_of((key, person.code))
            terms[is_pedagogical] += [(var, coefficient) for var in hours]
        balance = weighted(terms[True] + terms[False])
        context.require(balance >= 0, Family.PINS, "min_pedagogical_pct", person.code)
