"""The rules that keep somebody from a task whatever the plan, each with its cell."""

from collections.abc import Iterator

from models.agenda import TaskInstance
from models.eligibility import Obstacle, ObstacleKind, obstacles
from models.funds import HOUR_FUNDINGS
from models.instance import Instance
from models.issues import CellRef
from models.plan import TaskKey
from models.problem import GROUP, Person, PersonCode
from models.vocabulary import Funding
from models.why import Barrier, BarrierKind
from optimizer.construct.fits import kept_apart
from optimizer.construct.fits.lead import is_able
from optimizer.construct.fits.split import block

_ALL = 100
"""Per cent."""
HOUR_FIELDS = {
    Funding.ICT: "ict_hours",
    Funding.BPT: "bpt_hours",
    Funding.OTHER: "other_hours",
}


def barriers(instance: Instance, key: TaskKey, code: PersonCode) -> tuple[Barrier, ...]:
    """Every rule by which the person cannot work on the task; empty when it is possible."""
    task = next((task for task in instance.tasks if task.key == key), None)
    if task is None:
        where = instance.data.where("task", key.task, "applies")
        facts = {"absence": instance.absences.get(key)}
        return (Barrier(BarrierKind.NOT_PLANNED, where, facts),)
    person = next(person for person in instance.persons if person.code == code)
    return tuple(_Rules(instance, task, person).barriers())


class _Rules:
    """The rules for one task and one person."""

    def __init__(self, instance: Instance, task: TaskInstance, person: Person) -> None:
        self._instance = instance
        self._data = instance.data
        self._task = task
        self._person = person

    def barriers(self) -> Iterator[Barrier]:
        """What the data forbid, then what no money or hours allow."""
        yield from self._forbidden()
        yield from self._hours()
        yield from self._focus()
        yield from self._colleagues()

    def _cell(self, attribute: str) -> CellRef | None:
        return self._data.where("person", self._person.code, attribute)

    def _forbidden(self) -> Iterator[Barrier]:
        task, person = self._task, self._person
        for obstacle in obstacles(self._data, task.task, task.key, person):
            yield from self._told(obstacle)

    def _told(self, obstacle: Obstacle) -> Iterator[Barrier]:
        """The barrier of an obstacle, when a helper may not have it either."""
        person = self._person
        if obstacle.kind is ObstacleKind.REACH:
            yield Barrier(BarrierKind.REACH, self._cell("reach"), {"home": person.home})
        elif obstacle.kind is ObstacleKind.ROLE and not self._task.task.roles:
            cluster = self._task.task.cluster
            where = self._data.where("role", person.role, cluster)
            facts = {"role": person.role, "cluster": cluster}
            yield Barrier(BarrierKind.ROLE_NEVER, where, facts)
        elif obstacle.kind is ObstacleKind.ROLE:
            where = self._data.where("task", self._task.key.task, "roles")
            roles = tuple(sorted(self._task.task.roles))
            yield Barrier(BarrierKind.ROLE, where, {"roles": roles, "role": person.role})
        elif obstacle.row is not None:
            yield Barrier(BarrierKind.BANNED, obstacle.row.where)
        else:
            yield from self._short(obstacle.competence, obstacle.short)

    def _short(self, name: str, levels: int) -> Iterator[Barrier]:
        facts = {
            "competence": name,
            "asked": self._task.task.required[name],
            "level": self._person.levels.get(name, 0),
        }
        if levels > 1:
            yield Barrier(BarrierKind.COMPETENCE, self._cell(f"level:{name}"), facts)
        elif not self._instance.settings.learners_allowed:
            where = self._data.where("setting", "learners_allowed")
            yield Barrier(BarrierKind.NO_LEARNERS, where, facts)
        elif not self._has_lead():
            yield Barrier(BarrierKind.NO_TEACHER, self._cell(f"level:{name}"), facts)

    def _has_lead(self) -> bool:
        """Whether somebody can lead a helper, or a firm that does it all leaves no hours."""
        instance, task = self._instance, self._task
        is_whole = task.key in instance.firm_payers and task.task.outsource_pct == _ALL
        pairs = ((task.key, person.code) for person in instance.persons)
        return is_whole or any(is_able(instance, pair) for pair in pairs)

    def _hours(self) -> Iterator[Barrier]:
        code, key = self._person.code, self._task.key
        total = self._instance.total_capacity(code)
        if total == 0:
            yield Barrier(BarrierKind.NO_HOURS, self._cell("ict_hours"))
        elif (least := block(self._instance, self._task)) > total:
            yield Barrier(
                BarrierKind.TOO_FEW_HOURS, self._cell(""), {"hours": total, "least": least}
            )
        elif (key, code) not in self._instance.payers and not any(self._forbidden()):
            yield Barrier(BarrierKind.NO_ENVELOPE, self._cell(self._hours_field()), self._sources())

    def _hours_field(self) -> str:
        return HOUR_FIELDS[self._fundings()[0]]

    def _fundings(self) -> tuple[Funding, ...]:
        capacity = self._instance.capacity
        return tuple(f for f in HOUR_FUNDINGS if (self._person.code, f) in capacity)

    def _sources(self) -> dict[str, object]:
        return {"fundings": self._fundings(), "unit": self._task.key.unit}

    def _focus(self) -> Iterator[Barrier]:
        person, task = self._person, self._task
        if self._instance.max_tasks(person) == 0:
            yield Barrier(BarrierKind.NO_TASKS_ALLOWED, self._cell("max_tasks"))
        visits = task.is_on_site and task.key.unit not in (GROUP, person.home)
        if visits and person.max_schools == 0:
            yield Barrier(BarrierKind.NO_VISITS_ALLOWED, self._cell("max_schools"))

    def _colleagues(self) -> Iterator[Barrier]:
        """Rules that keep the person apart from whoever is pinned to work on the task."""
        code, key = self._person.code, self._task.key
        pinned = tuple(sorted(set(self._instance.pins.works_on(key)) - {code}))
        rules = kept_apart(self._instance, self._task, code, pinned)
        if rules:
            yield Barrier(BarrierKind.TOGETHER, None, {"rules": rules, "workers": pinned})
