"""Smaller instances whose plans are plans of the whole: fewer tasks, or fewer pairs."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from models.agenda import TaskInstance, real_schools
from models.instance import Instance
from models.settings import Level
from models.vocabulary import Priority

HOLDING_LEVELS = (Level.CORE, Level.BALANCE)
"""Levels that ask for some tasks only; work on other tasks never improves them."""


def for_levels(instance: Instance, levels: Sequence[Level]) -> Instance:
    """The instance with only the tasks that matter for some of the holding levels.

    Leaving out the work on other tasks keeps every rule: none of them is forced or counts for
    presence. So a bound of this instance is a bound of the whole. Pedagogical shares are left out,
    because other tasks may count for them: a plan must still be checked for these.
    """
    mattering = [task for task in instance.tasks if _matters(instance, task, levels)]
    # Of a task whose level is chosen both levels are kept, or none.
    numbers = frozenset(task.key.task for task in mattering if task.is_choice)
    both = [t.key for t in instance.tasks if t.is_choice and t.key.task in numbers]
    keys = frozenset([*(task.key for task in mattering), *both])
    kept = tuple(task for task in instance.tasks if task.key in keys)
    data = replace(instance.data, settings=replace(instance.settings, levels=tuple(levels)))
    return replace(
        instance,
        data=data,
        tasks=kept,
        persons=tuple(
            replace(person, min_pedagogical_pct=Decimal(0)) for person in instance.persons
        ),
        payers={pair: payers for pair, payers in instance.payers.items() if pair[0] in keys},
        firm_payers={k: payers for k, payers in instance.firm_payers.items() if k in keys},
        floor_targets=instance.floor_targets if Level.BALANCE in levels else {},
    )


def _matters(instance: Instance, task: TaskInstance, levels: Sequence[Level]) -> bool:
    pins = instance.pins
    forced = {key for key, _ in (*pins.works, *pins.leads, *pins.backups, *pins.outsourced)}
    if task.key in forced or task.priority is Priority.MANDATORY:
        return True
    if task.task.core and Level.CORE in levels:
        return True
    spot = (task.key.unit, task.task.cluster)
    if spot in instance.floor_targets and Level.BALANCE in levels:
        return True
    present = {s.code for s in real_schools(instance.data) if s.presence_min > 0}
    return task.is_on_site and task.key.unit in present
