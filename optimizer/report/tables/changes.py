"""What is different from the plan that stood in the workbook."""

from models.pins import WORKING_ROLES
from models.plan import TaskKey
from models.problem import PersonCode, UnitCode
from models.vocabulary import PlanRole
from optimizer.report.answer import Answer
from optimizer.workbook import labels

NEW, MORE, LESS, SAME = labels.CHANGES


class Changes:
    """Compares the lines of a plan with the rows of the previous one."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        rows = answer.instance.data.previous
        self._has_previous = bool(rows)
        self._backups = {
            (TaskKey(row.task, row.unit), row.person) for row in rows if row.role is PlanRole.BACKUP
        }
        self._outsourced = {
            TaskKey(row.task, row.unit) for row in rows if row.role is PlanRole.OUTSOURCED
        }
        self._leads = {
            (TaskKey(row.task, row.unit), row.person) for row in rows if row.role is PlanRole.LEAD
        }
        self._pinned = {
            (TaskKey(row.task, row.unit), _kind(row.role), row.person or row.owner)
            for row in rows
            if row.pinned
        }

    def is_pinned(
        self, key: TaskKey, role: PlanRole, person: PersonCode | None, owner: UnitCode | None
    ) -> bool:
        """Whether the user pinned this line in the plan that stood there."""
        return (key, _kind(role), person or owner) in self._pinned

    def word(self, key: TaskKey, role: PlanRole, person: PersonCode | None) -> str | None:
        """New, more, less or the same; `None` when no plan stood there."""
        if not self._has_previous:
            return None
        if role is PlanRole.OUTSOURCED or person is None:
            return SAME if key in self._outsourced else NEW
        if role is PlanRole.BACKUP:
            return SAME if (key, person) in self._backups else NEW
        before = self._answer.instance.previous.get((key, person), 0)
        now = self._answer.worked.get((key, person), 0)
        if before == now:
            return SAME if before or (key, person) in self._leads else NEW
        if before == 0:
            return NEW
        return MORE if now > before else LESS


def _kind(role: PlanRole) -> PlanRole:
    """Helper and lead are pinned alike: as work."""
    return PlanRole.HELPER if role in WORKING_ROLES else role
