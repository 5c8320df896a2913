"""Pinned people who cannot do what they are pinned on: reach, role, ban, competence, pay."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.agenda import TaskInstance
from models.eligibility import (
    ObstacleKind,
    forbidden,
    is_fully_competent,
    is_nearly_competent,
    levels_short,
    matches,
)
from models.instance import Instance, Pair
from models.issues import CellRef, Issue, error
from models.plan import TaskKey
from models.problem import Person, PersonCode
from models.validation.coverage import firm_can_do
from models.validation.deviations import cell_of
from models.vocabulary import DeviationKind, PlanRole

PIN_ROLES = {
    DeviationKind.PIN: PlanRole.HELPER,
    DeviationKind.LEAD: PlanRole.LEAD,
    DeviationKind.BACKUP: PlanRole.BACKUP,
}


@dataclass(frozen=True)
class PinnedPair:
    """A person fixed on a task, in a role, by the cell `where`."""

    task: TaskInstance
    person: Person
    role: PlanRole
    where: CellRef | None

    @property
    def pair(self) -> Pair:
        """The task and the person."""
        return self.task.key, self.person.code


def pinned_pairs(instance: Instance) -> tuple[PinnedPair, ...]:
    """Every pin of a person, from deviations and from pinned rows, on tasks that are planned."""
    tasks = {task.key: task for task in instance.tasks}
    persons = {person.code: person for person in instance.persons}
    return tuple(
        PinnedPair(tasks[key], persons[code], role, where)
        for key, code, role, where in (*_from_deviations(instance), *_from_rows(instance))
        if key in tasks and code in persons
    )


_Found = tuple[TaskKey, PersonCode, PlanRole, CellRef | None]


def _from_deviations(instance: Instance) -> Iterator[_Found]:
    for deviation in instance.data.deviations:
        if deviation.kind in PIN_ROLES and deviation.person is not None:
            where = cell_of(instance.data, deviation, "person")
            for task in instance.tasks:
                if matches(deviation, task.key):
                    yield task.key, deviation.person, PIN_ROLES[deviation.kind], where


def _from_rows(instance: Instance) -> Iterator[_Found]:
    for row in instance.data.previous:
        if row.pinned and row.person is not None:
            yield TaskKey(row.task, row.unit), row.person, row.role, row.where


def check_pinned_people(instance: Instance) -> list[Issue]:
    """A pinned person may do the task: reach, role, bans, competence, and someone who pays."""
    issues = []
    seen = set()
    for pin in pinned_pairs(instance):
        issue = _obstacle(instance, pin)
        if issue is not None and (issue.code, issue.where, pin.person.code) not in seen:
            seen.add((issue.code, issue.where, pin.person.code))
            issues.append(issue)
    return issues


def _obstacle(instance: Instance, pin: PinnedPair) -> Issue | None:
    """The first reason why a pin cannot hold."""
    task, person, where = pin.task, pin.person, pin.where
    name, code = str(task.key), person.code
    found = {each.kind for each in forbidden(instance.data, task.task, task.key, person)}
    if ObstacleKind.BAN in found:
        return error("pin-banned", where, task=name, person=code)
    if ObstacleKind.REACH in found:
        return error("pin-out-of-reach", where, task=name, person=code, unit=task.key.unit)
    if ObstacleKind.ROLE in found:
        return error("pin-wrong-role", where, task=name, person=code, found=person.role)
    if not _knows_enough(instance, pin):
        lacks = tuple(sorted(levels_short(task.task, person)))
        return error("pin-not-competent", where, task=name, person=code, lacks=lacks)
    if _must_work(instance, pin) and pin.pair not in instance.payers:
        return error("pin-not-paid", where, task=name, person=code)
    return None


def _must_work(instance: Instance, pin: PinnedPair) -> bool:
    """Whether the pin asks hours: a back-up, or the watcher of a firm's contract, needs none."""
    if pin.role is PlanRole.BACKUP:
        return False
    return pin.pair in instance.pins.works or not firm_can_do(instance, pin.task)


def _knows_enough(instance: Instance, pin: PinnedPair) -> bool:
    if is_fully_competent(pin.task.task, pin.person):
        return True
    if not is_nearly_competent(pin.task.task, pin.person):
        return False
    if pin.role is PlanRole.LEAD:
        return not _must_work(instance, pin)
    return pin.role is PlanRole.BACKUP or instance.settings.learners_allowed
