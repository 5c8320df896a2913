"""Level balance: hours that the floors of the clusters still miss, unit by unit."""

from collections import defaultdict

from models.floors import Spot
from optimizer.cpsat.context import Context
from optimizer.cpsat.variables import Linear, Var, total


def build(context: Context) -> Linear:
    """`Σ max(0, T[u,c] − h[u,c])`, with `h` the own grains spent at u on c and `T` a constant."""
    hours: dict[Spot, list[Var]] = defaultdict(list)
    for task in context.instance.tasks:
        for person in context.variables.persons_on(task.key):
            spot = (task.key.unit, task.task.cluster)
            hours[spot] += context.variables.hours_of((task.key, person))
    shortages = []
    for spot, target in context.instance.floor_targets.items():
        shortage = _shortage(context, spot, target, hours[spot])
        context.model.add(shortage + total(hours[spot]) >= target)
        shortages.append(shortage)
    return total(shortages)


def _shortage(context: Context, spot: Spot, target: int, hours: list[Var]) -> Var:
    return context.variables.derive(
        target,
        f"floor_short[{spot[0]},{spot[1]}]",
        hours,
        lambda spent: max(0, target - sum(spent)),
    )
