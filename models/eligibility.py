"""Who may do which task: reach, role, bans and competence, one small question at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.plan import TaskKey
from models.problem import (
    ANY,
    CENTRAL,
    GROUP,
    Deviation,
    Person,
    PersonCode,
    ProblemData,
    Task,
    UnitCode,
)
from models.vocabulary import Cluster, DeviationKind, PlanRole, ReachKind, Role, RoleWord

_WORKING_KINDS = (DeviationKind.PIN, DeviationKind.LEAD)
_PINNING_KINDS = (*_WORKING_KINDS, DeviationKind.BACKUP)
_WORKING_ROLES = frozenset({PlanRole.LEAD, PlanRole.HELPER})
_ANY_ROLE = _WORKING_ROLES | {PlanRole.BACKUP}


def in_reach(person: Person, unit: UnitCode) -> bool:
    """Whether the person may work for a unit; `GROUP` is the own unit of central people."""
    own = GROUP if person.home == CENTRAL else person.home
    if person.reach.kind is ReachKind.ALL:
        return True
    if person.reach.kind is ReachKind.OWN:
        return unit == own
    return unit in person.reach.units or (unit == GROUP and person.home == CENTRAL)


def role_word(data: ProblemData, role: Role, cluster: Cluster) -> RoleWord:
    """How the tasks of a cluster suit a role; `CAN` when the workbook does not say."""
    profile = data.roles.get(role)
    return RoleWord.CAN if profile is None else profile.words.get(cluster, RoleWord.CAN)


def role_allowed(data: ProblemData, task: Task, person: Person) -> bool:
    """Whether the task's list of roles names the person's; without one, whether the role may."""
    if task.roles:
        return person.role in task.roles
    return role_word(data, person.role, task.cluster) is not RoleWord.NEVER


def is_pinned(data: ProblemData, key: TaskKey, person: PersonCode, *, works: bool) -> bool:
    """Whether the user has fixed the person on a task; as a mere back-up too unless it `works`."""
    kinds, roles = (_WORKING_KINDS, _WORKING_ROLES) if works else (_PINNING_KINDS, _ANY_ROLE)
    if any(deviations_for(data, kind, key, person) for kind in kinds):
        return True
    return not roles.isdisjoint(data.pinned_in_plan.get((*key, person), ()))


def is_let_in(data: ProblemData, task: Task, key: TaskKey, person: Person, *, works: bool) -> bool:
    """Whether the role lets a person in, or a pin does: who pins knows why."""
    return role_allowed(data, task, person) or is_pinned(data, key, person.code, works=works)


def levels_short(task: Task, person: Person) -> Mapping[str, int]:
    """How many levels the person lacks, per required competence that is not met."""
    shortages = {
        name: required - person.levels.get(name, 0) for name, required in task.required.items()
    }
    return {name: short for name, short in shortages.items() if short > 0}


def is_fully_competent(task: Task, person: Person) -> bool:
    """Whether every required competence is met."""
    return not levels_short(task, person)


def is_nearly_competent(task: Task, person: Person) -> bool:
    """Whether no required competence is more than one level short."""
    return all(short <= 1 for short in levels_short(task, person).values())


def matches(deviation: Deviation, key: TaskKey) -> bool:
    """Whether a deviation speaks of this task at this unit."""
    return deviation.task in (ANY, key.task) and deviation.unit in (ANY, key.unit)


def deviations_for(
    data: ProblemData, kind: DeviationKind, key: TaskKey, person: PersonCode | None = None
) -> list[Deviation]:
    """The deviations of a kind that speak of a task at a unit; of one person where named."""
    rows = data.deviations_by_kind.get(kind, {})
    chosen = rows.values() if person is None else (rows.get(person, ()),)
    return [deviation for group in chosen for deviation in group if matches(deviation, key)]


def most_specific(
    data: ProblemData, kind: DeviationKind, key: TaskKey, person: PersonCode | None = None
) -> Deviation | None:
    """The deviation of a kind that wins for a task at a unit.

    A row that names the task beats one that does not, then one that names the unit; among equals
    the last row wins. With `person`, only the rows of that person count.
    """
    winner: Deviation | None = None
    best = (False, False)
    for deviation in deviations_for(data, kind, key, person):
        rank = (deviation.task != ANY, deviation.unit != ANY)
        if winner is None or rank >= best:
            winner, best = deviation, rank
    return winner


def is_banned(data: ProblemData, key: TaskKey, person: PersonCode) -> bool:
    """Whether a ban names this person for this task at this unit."""
    return bool(deviations_for(data, DeviationKind.BAN, key, person))


class ObstacleKind(StrEnum):
    """What keeps somebody from a task, whatever is paid."""

    REACH = "reach"
    ROLE = "role"
    BAN = "ban"
    COMPETENCE = "competence"


@dataclass(frozen=True)
class Obstacle:
    """One thing that keeps a person from a task.

    `row` is the ban, `competence` what is `short` so many levels; both only where they apply.
    """

    kind: ObstacleKind
    row: Deviation | None = None
    competence: str = ""
    short: int = 0


def forbidden(
    data: ProblemData, task: Task, key: TaskKey, person: Person, *, works: bool = True
) -> Iterator[Obstacle]:
    """What forbids a person a task whatever they know: reach, role, and every ban.

    `works` asks about hours on it; without, whether the person may back it up or watch a firm.
    """
    if not in_reach(person, key.unit):
        yield Obstacle(ObstacleKind.REACH)
    if not is_let_in(data, task, key, person, works=works):
        yield Obstacle(ObstacleKind.ROLE)
    for row in deviations_for(data, DeviationKind.BAN, key, person.code):
        yield Obstacle(ObstacleKind.BAN, row)


def obstacles(data: ProblemData, task: Task, key: TaskKey, person: Person) -> Iterator[Obstacle]:
    """What forbids a person a task, then every competence that is short."""
    yield from forbidden(data, task, key, person)
    for name, short in levels_short(task, person).items():
        yield Obstacle(ObstacleKind.COMPETENCE, competence=name, short=short)


def may_touch(
    data: ProblemData, task: Task, key: TaskKey, person: Person, *, works: bool = True
) -> bool:
    """Whether reach, role and bans let a person do a task, whatever is known or paid."""
    return next(forbidden(data, task, key, person, works=works), None) is None
