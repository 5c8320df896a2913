"""Uncovered tasks bundled into the profiles of people to recruit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from models.advice import ROLE_OF_CLUSTER, AdviceKind, Gap, Profile
from models.instance import Instance
from models.problem import Task, TaskNumber, UnitCode
from models.units import hours
from models.vocabulary import Role

SPECIALISM_FROM = 3
"""From this level a competence is a trade of its own: not everybody in the team has it."""
TENTHS = 10
"""A tenth of a post holds one specialism: who does less of it cannot keep it up."""


def find_profiles(instance: Instance, gaps: Iterable[Gap]) -> tuple[Profile, ...]:
    """The people to recruit for strategic work that is left undone, per unit; each has one profile.

    Tasks that ask the same specialisms make a post; posts join as long as there is a tenth of a
    full-time post for each specialism. Other uncovered tasks of the unit that ask no more join
    them, so that the post is worth having. The largest post comes first.
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
    for (unit, role), strategic in chosen.items():
        for core in _posts(instance, tasks, strategic):
            levels = _levels(tasks, core)
            others = [gap for gap in rest[unit] if _fits(tasks[gap.task.task], role, levels)]
            rest[unit] = [gap for gap in rest[unit] if gap not in others]
            size = _hours(instance, (*core, *others))
            profiles.append(Profile(unit, role, levels, tuple(core), tuple(others), size))
    return tuple(sorted(profiles, key=lambda profile: -profile.hours))


def _posts(
    instance: Instance, tasks: Mapping[TaskNumber, Task], gaps: Iterable[Gap]
) -> list[list[Gap]]:
    """The tasks that one person could do together, the largest post first."""
    posts: list[list[Gap]] = []
    ordered = sorted(gaps, key=lambda gap: (-len(_specialisms(tasks, [gap])), -gap.shortfall))
    for gap in ordered:
        asked = _specialisms(tasks, [gap])
        home = next((post for post in posts if asked <= _specialisms(tasks, post)), None)
        if home is None:
            posts.append([gap])
        else:
            home.append(gap)
    return _joined(instance, tasks, posts)


def _joined(
    instance: Instance, tasks: Mapping[TaskNumber, Task], posts: list[list[Gap]]
) -> list[list[Gap]]:
    """Posts put together, the smallest first, while the hours carry the specialisms of both."""
    posts = sorted(posts, key=lambda post: -_hours(instance, post))
    for small in reversed(posts[1:]):
        for large in posts:
            both = [*large, *small]
            if large is not small and len(_specialisms(tasks, both)) <= _carried(instance, both):
                posts = [both if post is large else post for post in posts if post is not small]
                break
    return posts


def _carried(instance: Instance, gaps: Sequence[Gap]) -> int:
    """Specialisms that the hours of a post carry; at least one."""
    settings = instance.settings
    weekly = Fraction(_hours(instance, gaps)) / Fraction(settings.ict_weeks)
    return max(1, int(TENTHS * weekly / Fraction(settings.fulltime_hours)))


def _specialisms(tasks: Mapping[TaskNumber, Task], gaps: Iterable[Gap]) -> frozenset[str]:
    return frozenset(
        name
        for gap in gaps
        for name, level in tasks[gap.task.task].required.items()
        if level >= SPECIALISM_FROM
    )


def _hours(instance: Instance, gaps: Iterable[Gap]) -> int:
    return hours(sum(gap.shortfall for gap in gaps), instance.settings.grain)


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
