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
from models.vocabulary import DeviationKind, ReachKind


def in_reach(person: Person, unit: UnitCode) -> bool:
    """Whether the person may work for a unit; `GROUP` is the own unit of central people."""
    own = GROUP if person.home == CENTRAL else person.home
    if person.reach.kind is ReachKind.ALL:
        return True
    if person.reach.kind is ReachKind.OWN:
        return unit == own
    return unit in person.reach.units or (unit == GROUP and person.home == CENTRAL)


def role_allowed(task: Task, person: Person) -> bool:
    """Whether the task's list of roles, when it has one, contains the person's role."""
    return not task.roles or person.role in task.roles


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


def forbidden(data: ProblemData, task: Task, key: TaskKey, person: Person) -> Iterator[Obstacle]:
    """What forbids a person a task whatever they know: reach, role, and every ban."""
    if not in_reach(person, key.unit):
        yield Obstacle(ObstacleKind.REACH)
    if not role_allowed(task, person):
        yield Obstacle(ObstacleKind.ROLE)
    for row in deviations_for(data, DeviationKind.BAN, key, person.code):
        yield Obstacle(ObstacleKind.BAN, row)


def obstacles(data: ProblemData, task: Task, key: TaskKey, person: Person) -> Iterator[Obstacle]:
    """What forbids a person a task, then every competence that is short."""
    yield from forbidden(data, task, key, person)
    for name, short in levels_short(task, person).items():
        yield Obstacle(ObstacleKind.COMPETENCE, competence=name, short=short)


def may_touch(data: ProblemData, task: Task, key: TaskKey, person: Person) -> bool:
    """Whether reach, role and bans let a person do a task, whatever is known or paid."""
    return next(forbidden(data, task, key, person), None) is None
