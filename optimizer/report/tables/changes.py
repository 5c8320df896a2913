"""What is different from the plan that stood in the workbook."""

from collections import defaultdict
from decimal import Decimal

from models.plan import TaskKey
from models.problem import PersonCode, UnitCode
from models.units import demand_grains
from models.vocabulary import PlanRole
from optimizer.explain.answer import Answer
from optimizer.workbook.labels import LESS, MORE, NEW, SAME


class Changes:
    """Compares the lines of a plan with the rows of the previous one."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        rows = answer.instance.data.previous
        self._has_previous = bool(rows)
        self._backups = {
            (TaskKey(row.task, row.unit), row.person) for row in rows if row.role is PlanRole.BACKUP
        }
        self._bought: dict[tuple[TaskKey, UnitCode | None], Decimal] = defaultdict(Decimal)
        for row in rows:
            if row.role is PlanRole.OUTSOURCED:
                self._bought[TaskKey(row.task, row.unit), row.owner] += row.hours
        self._leads = {
            (TaskKey(row.task, row.unit), row.person) for row in rows if row.role is PlanRole.LEAD
        }
        self._pinned = {
            (TaskKey(row.task, row.unit), row.role, row.person or row.owner)
            for row in rows
            if row.pinned
        }

    def is_pinned(
        self, key: TaskKey, role: PlanRole, person: PersonCode | None, owner: UnitCode | None
    ) -> bool:
        """Whether the user pinned this line in the plan that stood there."""
        return (key, role, person or owner) in self._pinned

    def is_pinned_helper(self, key: TaskKey, person: PersonCode) -> bool:
        """Whether the user pinned this person's hours on the task, in a row without the mandate."""
        return (key, PlanRole.HELPER, person) in self._pinned

    def word(
        self, key: TaskKey, role: PlanRole, person: PersonCode | None, owner: UnitCode | None
    ) -> str | None:
        """New, more, less or the same; `None` when no plan stood there.

        The hours of a person on a task are compared over all sources, those of a firm per owner
        of the money. A lead's row without hours is new when the mandate is.
        """
        if not self._has_previous:
            return None
        if role is PlanRole.OUTSOURCED or person is None:
            return self._firm_word(key, owner)
        if role is PlanRole.BACKUP:
            return SAME if (key, person) in self._backups else NEW
        before = self._answer.instance.previous.get((key, person), 0)
        now = self._answer.worked.get((key, person), 0)
        if role is PlanRole.LEAD and owner is None and (now or not before):
            return SAME if (key, person) in self._leads else NEW
        return _compare(before, now)

    def _firm_word(self, key: TaskKey, owner: UnitCode | None) -> str:
        grain = self._answer.instance.settings.grain
        before = demand_grains(self._bought[key, owner], grain)
        now = sum(
            grains
            for (task, envelope), grains in self._answer.plan.outsourced.items()
            if task == key and envelope.owner == owner
        )
        return _compare(before, now)


def _compare(before: int, now: int) -> str:
    if before == now:
        return SAME
    if before == 0:
        return NEW
    return MORE if now > before else LESS
