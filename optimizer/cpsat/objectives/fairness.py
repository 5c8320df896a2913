"""Level fairness: the distance between the most and the least loaded person."""

from collections.abc import Callable

from models.problem import PersonCode
from optimizer.cpsat.context import Context
from optimizer.cpsat.variables import Linear, Values, Var, total

PER_MILLE = 1000


def build(context: Context) -> Linear:
    """`M − m` in per mille, with `m·cap[p] ≤ 1000·load[p] ≤ M·cap[p]` for fixed appointments."""
    instance = context.instance
    capacities = {
        person.code: capacity
        for person in instance.persons
        if not person.ict_to_decide and (capacity := instance.total_capacity(person.code)) > 0
    }
    if not capacities:
        return total([])
    loads = {code: _load_rule(context, code) for code in capacities}
    most = context.variables.derive(
        PER_MILLE,
        "most_loaded",
        lambda value: max(-(-PER_MILLE * loads[c](value) // cap) for c, cap in capacities.items()),
    )
    least = context.variables.derive(
        PER_MILLE,
        "least_loaded",
        lambda value: min(PER_MILLE * loads[c](value) // cap for c, cap in capacities.items()),
    )
    for code, capacity in capacities.items():
        load = PER_MILLE * context.load(code)
        context.model.add(load <= capacity * most)
        context.model.add(load >= capacity * least)
    return most - least


def _load_rule(context: Context, person: PersonCode) -> Callable[[Values], int]:
    parts: list[Var] = context.load_parts(person)
    return lambda value: sum(map(value, parts))
