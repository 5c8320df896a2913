"""Level fairness: the distance between the most and the least loaded person."""

from collections.abc import Sequence

from models.instance import Instance
from models.problem import PersonCode
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, total

PER_MILLE = 1000


def fair_capacities(instance: Instance) -> dict[PersonCode, int]:
    """Grains per year of everyone whose load counts: hours there are, and not to be decided."""
    return {
        person.code: capacity
        for person in instance.persons
        if not person.ict_to_decide and (capacity := instance.total_capacity(person.code)) > 0
    }


def build(context: Context) -> Linear:
    """`M − m` in per mille, with `m·cap[p] ≤ 1000·load[p] ≤ M·cap[p]` for fixed appointments."""
    capacities = fair_capacities(context.instance)
    if not capacities:
        return total([])
    of_people = {code: context.load(code) for code in capacities}
    every = list(of_people.values())

    def loads(values: Sequence[int]) -> list[tuple[int, int]]:
        """Per mille of everyone, times capacity; and the capacity."""
        return [
            (PER_MILLE * load, capacity)
            for load, capacity in zip(values, capacities.values(), strict=True)
        ]

    most = context.variables.derive(
        PER_MILLE, "most_loaded", every, lambda v: max(-(-load // cap) for load, cap in loads(v))
    )
    least = context.variables.derive(
        PER_MILLE, "least_loaded", every, lambda v: min(load // cap for load, cap in loads(v))
    )
    for code, capacity in capacities.items():
        context.model.add(PER_MILLE * of_people[code] <= capacity * most)
        context.model.add(PER_MILLE * of_people[code] >= capacity * least)
    return most - least
