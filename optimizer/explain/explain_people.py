"""Why each person who has hours left has them, as facts that the checker's figures confirm."""

from collections import defaultdict
from collections.abc import Mapping

from models.agenda import TaskInstance
from models.choice import chosen
from models.instance import Instance
from models.plan import TaskKey
from models.problem import Person, PersonCode
from models.result import Result
from models.settings import Level
from models.verification import Verification
from models.why import Idle, IdleKind
from optimizer.construct.fits import demand, first_limit, room, split
from optimizer.construct.fits.fit import Limit
from optimizer.construct.ledger import Ledger
from optimizer.explain.importance import Importance
from optimizer.explain.order import task_place

LIMITS: Mapping[Limit, IdleKind] = {
    Limit.PIN: IdleKind.PINNED,
    Limit.CAPACITY: IdleKind.LESS_THAN_A_BLOCK,
    Limit.FUNDING: IdleKind.FUNDING_FULL,
    Limit.MAX_TASKS: IdleKind.MAX_TASKS,
    Limit.MAX_SCHOOLS: IdleKind.MAX_SCHOOLS,
    Limit.SHARE: IdleKind.PEDAGOGICAL_SHARE,
    Limit.ENVELOPE: IdleKind.ENVELOPE_EXHAUSTED,
    Limit.TRAVEL: IdleKind.TRAVEL,
    Limit.TOGETHER: IdleKind.TOGETHER,
    Limit.LEAD_SHARE: IdleKind.LEAD_SHARE,
    Limit.MONTH: IdleKind.MONTH_FULL,
}


def find_idle(instance: Instance, result: Result, verification: Verification) -> tuple[Idle, ...]:
    """The reason of everyone with hours left, in the order of the workbook.

    Not of people whose appointment the plan decides: their hours are what it uses.
    """
    finder = _Finder(instance, result, verification)
    return tuple(
        finder.idle(person)
        for person in instance.data.persons
        if not person.ict_to_decide and finder.left(person.code) > 0
    )


class _Finder:
    """Looks at one finished plan."""

    def __init__(self, instance: Instance, result: Result, verification: Verification) -> None:
        self._instance = instance
        self._importance = Importance(instance, result, verification)
        self._ledger = Ledger.after(instance, result.plan)
        self._covered = defaultdict(int, result.plan.covered())
        place = task_place(instance.data)
        counting = chosen(instance.tasks, result.plan.leads)
        self._counting = frozenset(task.key for task in counting)
        self._open = sorted(
            (task for task in counting if self._covered[task.key] < task.demand),
            key=lambda task: place(task.key),
        )

    def left(self, code: PersonCode) -> int:
        """Grains that a person has left, travel counted."""
        return self._ledger.spare(code)

    def idle(self, person: Person) -> Idle:
        """Why a person is not fully used: what holds for most of the tasks that are left."""
        left = self.left(person.code)
        found: dict[tuple[IdleKind, Level | None], list[TaskKey]] = defaultdict(list)
        for task in self._open:
            if (task.key, person.code) in self._instance.payers:
                kind = self._kind(task, person.code)
                # Other goals go before one task than before another.
                asking = self._importance.asking(task) if kind is IdleKind.OTHER_GOALS else None
                found[kind, asking].append(task.key)
        if not found:
            return Idle(person.code, self._without_open_tasks(person.code), left)
        kind, asking = most = max(found, key=lambda each: len(found[each]))
        others = sum(map(len, found.values())) - len(found[most])
        return Idle(person.code, kind, left, tuple(found[most]), others, self._facts(asking))

    def _without_open_tasks(self, code: PersonCode) -> IdleKind:
        payers = self._instance.payers
        has_tasks = any(person == code and key in self._counting for key, person in payers)
        return IdleKind.ALL_COVERED if has_tasks else IdleKind.NOTHING_FITS

    def _kind(self, task: TaskInstance, code: PersonCode) -> IdleKind:
        """Why a person does no more of a task that is not fully covered."""
        pair, workers = (task.key, code), self._ledger.people_on(task.key)
        least = 1 if code in workers else split.block(self._instance, task)
        limit = first_limit(self._ledger, pair, least)
        if limit is not None:
            return LIMITS[limit]
        if code not in workers and split.places(task, workers) <= 0:
            return IdleKind.MAX_PERSONS
        if not self._covered[task.key]:
            if pair in self._instance.learners:
                return IdleKind.NO_LEAD
            if not demand.is_enough(task, room(self._ledger, pair)):
                return IdleKind.MINIMUM_OUT_OF_REACH
        return self._last(task)

    def _last(self, task: TaskInstance) -> IdleKind:
        """The kind when there is room: what the levels ask, other rules, or no proof."""
        asking = self._importance.asking(task)
        if asking is None:
            return IdleKind.NOT_ASKED
        if not self._importance.is_proven(asking):
            return IdleKind.NOT_PROVEN
        goals = self._importance.goals_before(asking)
        return IdleKind.OTHER_GOALS if goals else IdleKind.OTHER_RULES

    def _facts(self, asking: Level | None) -> dict[str, object]:
        """The goals that go before what asks for the tasks, when that is the reason."""
        if asking is None:
            return {}
        return {"goals": self._importance.goals_before(asking), "asking": asking}
