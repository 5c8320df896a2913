"""Who is pinned on what, from both places, with the cell that says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.agenda import TaskInstance
from models.eligibility import matches
from models.instance import Instance, Pair
from models.issues import CellRef
from models.plan import TaskKey
from models.problem import Person, PersonCode
from models.validation.deviations import cell_of
from models.validation.firms import firm_can_do
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


def asks_hours(instance: Instance, pin: PinnedPair) -> bool:
    """Whether the pin asks hours: a back-up, or the watcher of a firm's contract, needs none."""
    if pin.role is PlanRole.BACKUP:
        return False
    return pin.pair in instance.pins.works or not firm_can_do(instance, pin.task)
