"""Level balance: hours that the floors of the clusters still miss, unit by unit."""

from collections import defaultdict

from models.problem import UnitCluster
from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, Var, total


def build(context: Context) -> Linear:
    """`Σ max(0, T[u,c] − h[u,c])`, with `h` the own grains spent at u on c and `T` a constant."""
    hours: dict[UnitCluster, list[Var]] = defaultdict(list)
    for task in context.instance.tasks:
        for person in context.variables.persons_on(task.key):
            where = (task.key.unit, task.task.cluster)
            hours[where] += context.variables.hours_of((task.key, person))
    shortages = []
    for where, target in context.instance.floor_targets.items():
        shortage = _shortage(context, where, target, hours[where])
        context.model.add(shortage + total(hours[where]) >= target)
        shortages.append(shortage)
    return total(shortages)


def _shortage(context: Context, where: UnitCluster, target: int, hours: list[Var]) -> Var:
    return context.variables.derive(
        target,
        f"floor_short[{where[0]},{where[1]}]",
        hours,
        lambda spent: max(0, target - sum(spent)),
    )
