"""Uncovered tasks bundled into the profiles of people to recruit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from models.advice import ROLE_OF_CLUSTER, AdviceKind, Gap, Profile
from models.instance import Instance
from models.problem import Task, TaskNumber, UnitCode
from models.units import hours
from models.vocabulary import Role


def find_profiles(instance: Instance, gaps: Iterable[Gap]) -> tuple[Profile, ...]:
    """A profile per unit and kind of coordinator for which strategic work is left undone.

    The tasks to recruit for decide what is asked; other uncovered tasks of the unit that ask no
    more join them, so that the post is worth having. The largest post comes first.
    """
    tasks = {task.number: task for task in instance.data.tasks}
    chosen: dict[tuple[UnitCode, Role], list[Gap]] = defaultdict(list)
    rest: dict[UnitCode, list[Gap]] = defaultdict(list)
    for gap in gaps:
        if AdviceKind.RECRUIT in gap.kinds:
            chosen[gap.task.unit, ROLE_OF_CLUSTER[tasks[gap.task.task].cluster]].append(gap)
        else:
            rest[gap.task.unit].append(gap)
    profiles = []
    for (unit, role), core in chosen.items():
        levels = _levels(tasks, core)
        others = [gap for gap in rest[unit] if _fits(tasks[gap.task.task], role, levels)]
        rest[unit] = [gap for gap in rest[unit] if gap not in others]
        grains = sum(gap.shortfall for gap in (*core, *others))
        size = hours(grains, instance.settings.grain)
        profiles.append(Profile(unit, role, levels, tuple(core), tuple(others), size))
    return tuple(sorted(profiles, key=lambda profile: -profile.hours))


def _levels(tasks: Mapping[TaskNumber, Task], gaps: Sequence[Gap]) -> dict[str, int]:
    """The most that any of the tasks asks of each competence, the highest first."""
    found: dict[str, int] = {}
    for gap in gaps:
        for name, level in tasks[gap.task.task].required.items():
            found[name] = max(level, found.get(name, 0))
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))


def _fits(task: Task, role: Role, levels: Mapping[str, int]) -> bool:
    """Whether somebody with these levels, in this role, can do a task."""
    known = all(levels.get(name, 0) >= level for name, level in task.required.items())
    return known and (not task.roles or role in task.roles)
